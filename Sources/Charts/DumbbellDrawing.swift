/// Draws changes from top to bottom.
struct DumbbellDrawing {
    private static let bandHeight = 18.0
    private static let rowGap = 12.0
    private static let ringRadius = 4.5
    /// From the middle of a mark to its number.
    private static let distance = 10.0

    private let chart: Dumbbell
    private let axis: Axis
    private let gutter: Gutter
    private let room: Double
    private let width: Double
    private var canvas: Canvas
    private var y = 0.0

    init(_ chart: Dumbbell, frame: ChartFrame) {
        self.chart = chart
        axis = Axis(chart.axis)
        let numbers = chart.rows.flatMap { [$0.now, $0.then] }.filter { $0.fraction != nil }
        gutter = Gutter(for: numbers.map { TextWidth.of($0.text, .number) }, distance: Self.distance)
        room = frame.narrowestWidth
        width = room - 2 * gutter.width
        canvas = Canvas(frame)
    }

    mutating func svg() -> String {
        axis.define(on: &canvas)
        let heads = chart.rows.compactMap(head)
        if heads.contains(.right) { canvas.define("<path id=\"\(canvas.identifier)-r\" d=\"M5 0-5-6V6z\"/>") }
        if heads.contains(.left) { canvas.define("<path id=\"\(canvas.identifier)-l\" d=\"M-5 0 5-6V6z\"/>") }
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { y += Self.rowGap }
            drawWords(of: row)
            drawMarks(of: row)
        }
        if !axis.isEmpty {
            axis.labels(on: &canvas, top: y + 2, width: width)
            y += 2 + Axis.labelHeight
        }
        return canvas.svg("chart-\(chart.meaning.rawValue) \(gutter.cssClass("both"))", height: y + 1)
    }

    /// Where an arrow head points on the screen; the names are the ends of its ids.
    private enum Head: String {
        case right = "r"
        case left = "l"
    }

    private func head(of row: Dumbbell.Row) -> Head? {
        guard let now = row.now.fraction, let then = row.then.fraction, now != then else { return nil }
        return (then > now) != canvas.isMirrored ? .right : .left
    }

    private func standsAtMark(_ measure: Measure) -> Bool {
        measure.fraction != nil && TextWidth.of(measure.text, .number) <= Gutter.widestText
    }

    /// The name, and below it what cannot stand at a mark.
    private mutating func drawWords(of row: Dumbbell.Row) {
        let name = LineBreaker(width: room, style: .label).lines(of: row.label ?? "")
        y = canvas.lines(name, .label, at: 0, offset: -gutter.width, top: y)
        for measure in [row.now, row.then] where !standsAtMark(measure) {
            let words = LineBreaker(width: room, style: .note).lines(of: measure.text)
            y = canvas.lines(words, .note, at: 0, offset: -gutter.width, top: y)
        }
        if y > 0 { y += 2 }
    }

    private mutating func drawMarks(of row: Dumbbell.Row) {
        let top = y
        let middle = top + Self.bandHeight / 2
        y = top + Self.bandHeight
        if axis.isEmpty {
            // Below the marks, for it would strike through the numbers.
            y += 2
            canvas.line("a", from: 0, to: 1, y: y)
        } else {
            axis.grid(on: &canvas, top: top, bottom: y)
        }
        switch (row.now.fraction, row.then.fraction) {
        case (let now?, let then?):
            if now != then { canvas.line("v", from: min(now, then), to: max(now, then), y: middle) }
            canvas.circle("y", at: now, y: middle, radius: Self.ringRadius)
            if let head = head(of: row) { canvas.shape(head.rawValue, "p", at: then, y: middle) }
            draw(row.now, at: now, isAfter: now > then, middle: middle)
            draw(row.then, at: then, isAfter: now <= then, middle: middle)
        case (let now?, nil):
            canvas.circle("y", at: now, y: middle, radius: Self.ringRadius)
            draw(row.now, at: now, isAfter: true, middle: middle)
        case (nil, let then?):
            canvas.circle("p", at: then, y: middle, radius: Self.ringRadius)
            draw(row.then, at: then, isAfter: true, middle: middle)
        case (nil, nil):
            canvas.rectangle("w", from: 0, to: 1, top: top + 0.5, height: Self.bandHeight - 1)
        }
    }

    private mutating func draw(_ measure: Measure, at place: Double, isAfter: Bool, middle: Double) {
        guard standsAtMark(measure) else { return }
        canvas.text(
            measure.text, "n", at: place, offset: isAfter ? Self.distance : -Self.distance,
            anchor: isAfter ? .start : .end, baseline: middle + TextStyle.number.baselineShift)
    }
}
