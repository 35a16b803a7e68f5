/// Gridlines behind the bars of each row, and the numbers of the scale once below all rows.
struct Axis {
    static let labelHeight = 18.0
    private let marks: [Measure]

    init(_ marks: [Measure]) {
        self.marks = marks.filter { $0.fraction != nil }.sorted { ($0.fraction ?? 0) < ($1.fraction ?? 0) }
    }

    var isEmpty: Bool { marks.isEmpty }

    /// The gridlines, to be placed by `grid` as high as wanted.
    func define(on canvas: inout Canvas) {
        guard !isEmpty else { return }
        let lines = marks.compactMap(\.fraction).map { place in
            let x = Markup.percent(canvas.isMirrored ? 1 - place : place)
            return "<line x1=\"\(x)\" x2=\"\(x)\" y2=\"100%\"/>"
        }
        canvas.define("<symbol id=\"\(canvas.identifier)_g\" overflow=\"visible\">\(lines.joined())</symbol>")
    }

    /// Gridlines behind a row.
    func grid(on canvas: inout Canvas, top: Double, bottom: Double) {
        guard !isEmpty else { return }
        canvas.band("g", "g", top: top, height: bottom - top)
    }

    /// Gridlines, and the line from which bars grow.
    func gridWithZero(on canvas: inout Canvas, top: Double, bottom: Double) {
        grid(on: &canvas, top: top, bottom: bottom)
        if !isEmpty { canvas.rule("z", at: 0, from: top, to: bottom) }
    }

    /// The numbers of the scale. One that would touch its neighbour or leave the scale in the narrowest room is
    /// left out.
    func labels(on canvas: inout Canvas, top: Double, width: Double) {
        var occupied = -Double.infinity
        for mark in marks {
            guard let place = mark.fraction else { continue }
            let textWidth = TextWidth.of(mark.text, .note)
            let anchor: Canvas.Anchor = place < 0.02 ? .start : place > 0.98 ? .end : .middle
            let start = place * width - (anchor == .start ? 0 : anchor == .end ? textWidth : textWidth / 2)
            guard start > occupied, start >= 0, start + textWidth <= width else { continue }
            occupied = start + textWidth + 6
            canvas.lines([mark.text], .note, at: place, anchor: anchor, top: top)
        }
    }
}
