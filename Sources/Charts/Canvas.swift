/// Collects the marks of one chart.
///
/// Horizontal places are fractions of the width, written as percentages, with offsets in px. Nothing is scaled, so
/// text keeps its size in every window and the chart needs no script. Where the page is read from right to left, places
/// and offsets are mirrored here and nowhere else; the anchors of text follow the direction of the whole chart.
struct Canvas {
    let frame: ChartFrame
    let identifier: String
    private var definitions = ""
    private var marks = ""

    init(_ frame: ChartFrame) {
        self.frame = frame
        identifier = Markup.identifier(frame.id)
    }

    /// Text grows from its place towards the end of the line, to both sides, or towards the start of the line.
    enum Anchor: String {
        case start = ""
        case middle = " c"
        case end = " e"
    }

    /// Adds a shape or symbol for later use; its id is to begin with `identifier` and an underscore.
    mutating func define(_ definition: String) { definitions += definition }

    mutating func define(_ pattern: Pattern) { definitions += pattern.definition(in: identifier) }

    /// A rectangle between two places.
    mutating func rectangle(
        _ cssClass: String, from: Double, to: Double, top: Double, height: Double, filledWith pattern: Pattern? = nil
    ) {
        guard to > from else { return }
        let fill = pattern.map { " fill=\"url(#\(identifier)_\($0.rawValue))\"" } ?? ""
        let x = attribute("x", percentOf: isMirrored ? 1 - to : from)
        marks += "<rect class=\"\(cssClass)\"\(fill)\(x)\(attribute("y", top))"
        marks += " width=\"\(Markup.percent(to - from))\" height=\"\(Markup.number(height))\"/>"
    }

    /// A vertical line at a place.
    mutating func rule(_ cssClass: String, at place: Double, from top: Double, to bottom: Double) {
        let x = Markup.percent(physical(place))
        marks += "<line class=\"\(cssClass)\" x1=\"\(x)\" x2=\"\(x)\""
        marks += " y1=\"\(Markup.number(top))\" y2=\"\(Markup.number(bottom))\"/>"
    }

    /// A horizontal line between two places.
    mutating func line(_ cssClass: String, from: Double, to: Double, y: Double) {
        marks += "<line class=\"\(cssClass)\"\(attribute("x1", percentOf: physical(from)))"
        marks += " x2=\"\(Markup.percent(physical(to)))\" y1=\"\(Markup.number(y))\" y2=\"\(Markup.number(y))\"/>"
    }

    /// A line from one place and height to another.
    mutating func slope(_ cssClass: String, from start: (place: Double, y: Double), to end: (place: Double, y: Double))
    {
        marks += "<line class=\"\(cssClass)\" x1=\"\(Markup.percent(physical(start.place)))\""
        marks += " x2=\"\(Markup.percent(physical(end.place)))\" y1=\"\(Markup.number(start.y))\""
        marks += " y2=\"\(Markup.number(end.y))\"/>"
    }

    mutating func circle(_ cssClass: String, at place: Double, y: Double, radius: Double) {
        marks += "<circle class=\"\(cssClass)\" cx=\"\(Markup.percent(physical(place)))\""
        marks += " cy=\"\(Markup.number(y))\" r=\"\(Markup.number(radius))\"/>"
    }

    /// A shape defined before, at a place.
    mutating func shape(_ name: String, _ cssClass: String, at place: Double, y: Double = 0) {
        let x = attribute("x", percentOf: physical(place))
        marks += "<use class=\"\(cssClass)\" href=\"#\(identifier)_\(name)\"\(x)\(attribute("y", y))/>"
    }

    /// A symbol defined before, as wide as the chart.
    mutating func band(_ name: String, _ cssClass: String, top: Double, height: Double) {
        marks += "<use class=\"\(cssClass)\" href=\"#\(identifier)_\(name)\""
        marks += " y=\"\(Markup.number(top))\" height=\"\(Markup.number(height))\"/>"
    }

    /// One line of text.
    mutating func text(
        _ text: String, _ cssClass: String, at place: Double, offset: Double = 0, anchor: Anchor = .start,
        baseline: Double
    ) {
        let written = Markup.text(text)
        guard !written.isEmpty else { return }
        let x = attribute("x", percentOf: physical(place))
        let dx = attribute("dx", isMirrored ? -offset : offset)
        // Letters on whole pixels are sharper.
        let y = attribute("y", baseline.rounded())
        marks += "<text class=\"\(cssClass)\(anchor.rawValue)\"\(x)\(dx)\(y)>\(written)</text>"
    }

    /// The finished element.
    ///
    /// - Parameter cssClasses: besides that of all charts, each with a space before it.
    func svg(_ cssClasses: String, height: Double) -> String {
        "<svg class=\"chart\(isMirrored ? " chart-rtl" : "")\(cssClasses)\" width=\"100%\""
            + " height=\"\(Markup.number(height.rounded(.up)))\" role=\"img\""
            + " aria-labelledby=\"\(identifier)_t \(identifier)_d\">"
            + "<title id=\"\(identifier)_t\">\(Markup.text(frame.title))</title>"
            + "<desc id=\"\(identifier)_d\">\(Markup.text(frame.description))</desc><g aria-hidden=\"true\">"
            + (definitions.isEmpty ? "" : "<defs>\(definitions)</defs>") + marks + "</g></svg>"
    }

    var isMirrored: Bool { frame.direction == .rightToLeft }

    private func physical(_ place: Double) -> Double { isMirrored ? 1 - place : place }

    private func attribute(_ name: String, _ value: Double) -> String {
        value == 0 ? "" : " \(name)=\"\(Markup.number(value))\""
    }

    private func attribute(_ name: String, percentOf fraction: Double) -> String {
        fraction == 0 ? "" : " \(name)=\"\(Markup.percent(fraction))\""
    }
}
