/// Draws changes from top to bottom.
struct DumbbellDrawing {
    private static let bandHeight = 18.0
    private static let rowGap = 12.0
    private static let ringRadius = 4.5

    private let chart: Dumbbell
    private let axis: Axis
    private let gutters: Gutters
    private let room: Double
    private let width: Double
    private var canvas: Canvas
    private var y = 0.0

    init(_ chart: Dumbbell, frame: ChartFrame) {
        self.chart = chart
        axis = Axis(chart.axis)
        room = frame.narrowestWidth
        gutters = chart.gutters(room: room)
        width = room - gutters.total
        canvas = Canvas(frame)
    }

    mutating func svg() -> String {
        axis.define(on: &canvas)
        let heads = chart.rows.compactMap(head)
        if heads.contains(.right) { canvas.define("<path id=\"\(canvas.identifier)_r\" d=\"M5 0-5-6V6z\"/>") }
        if heads.contains(.left) { canvas.define("<path id=\"\(canvas.identifier)_l\" d=\"M-5 0 5-6V6z\"/>") }
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { y += Self.rowGap }
            drawWords(of: row)
            drawMarks(of: row)
        }
        if !axis.isEmpty {
            axis.labels(on: &canvas, top: y + 2, width: width)
            y += 2 + Axis.labelHeight
        }
        return canvas.svg(" chart-\(chart.meaning.rawValue)\(gutters.cssClasses)", height: y + 1)
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

    /// The name, and below it what cannot stand at a mark.
    private mutating func drawWords(of row: Dumbbell.Row) {
        y = canvas.paragraph(row.label ?? "", .label, width: room, offset: -gutters.start, top: y)
        for measure in [row.now, row.then] where !Dumbbell.standsAtMark(measure) {
            y = canvas.paragraph(measure.text, .note, width: room, offset: -gutters.start, top: y)
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
        if let now = row.now.fraction, let then = row.then.fraction, now != then {
            canvas.line("v", from: min(now, then), to: max(now, then), y: middle)
        }
        if let now = row.now.fraction { canvas.circle("y", at: now, y: middle, radius: Self.ringRadius) }
        if let then = row.then.fraction {
            if let head = head(of: row) {
                // Where the ring may be under the head, a seam keeps them apart.
                let isNear = abs(then - (row.now.fraction ?? then)) * width < 16
                canvas.shape(head.rawValue, isNear ? "p k" : "p", at: then, y: middle)
            } else if row.now.fraction == nil {
                canvas.circle("p", at: then, y: middle, radius: Self.ringRadius)
            }
        }
        for number in row.numbers {
            canvas.text(
                number.text, "n", at: number.place, offset: number.isAfter ? Dumbbell.distance : -Dumbbell.distance,
                anchor: number.isAfter ? .start : .end, baseline: middle + TextStyle.number.baselineShift)
        }
    }
}
