/// Draws figures from top to bottom.
struct QuartileStripDrawing {
    private static let bandHeight = 22.0
    private static let boxHeight = 12.0
    private static let rowGap = 12.0

    private let chart: QuartileStrip
    private let axis: Axis
    private let width: Double
    private var canvas: Canvas
    private var y = 0.0

    init(_ chart: QuartileStrip, frame: ChartFrame) {
        self.chart = chart
        axis = Axis(chart.axis)
        width = frame.narrowestWidth
        canvas = Canvas(frame)
    }

    mutating func svg() -> String {
        axis.define(on: &canvas)
        if chart.rows.contains(where: { $0.own != nil }) {
            canvas.define("<path id=\"\(canvas.identifier)_o\" d=\"M0-7L5 0L0 7L-5 0z\"/>")
        }
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { y += Self.rowGap }
            y = canvas.paragraph(row.label, .label, width: width, top: y)
            y = canvas.paragraph(row.note, .note, width: width, top: y) + 2
            draw(row)
        }
        if !axis.isEmpty {
            axis.labels(on: &canvas, top: y + 2, width: width)
            y += 2 + Axis.labelHeight
        }
        return canvas.svg(" chart-\(chart.meaning.rawValue)", height: y + 1)
    }

    private mutating func draw(_ row: QuartileStrip.Row) {
        let top = y
        let middle = top + Self.bandHeight / 2
        y = top + Self.bandHeight
        axis.grid(on: &canvas, top: top, bottom: y)
        canvas.line("a", from: 0, to: 1, y: middle)
        if let lower = row.lower, let upper = row.upper {
            let boxTop = middle - Self.boxHeight / 2
            canvas.rectangle("s1", from: lower, to: upper, top: boxTop, height: Self.boxHeight)
            canvas.rectangle("r", from: lower, to: upper, top: boxTop, height: Self.boxHeight)
        }
        // A mark that stands out from the box by its length.
        if let median = row.median { canvas.rule("v", at: median, from: top + 2, to: y - 2) }
        if let own = row.own { canvas.shape("o", "t", at: own, y: middle) }
    }
}
