/// Draws series from top to bottom, each in a field of its own.
struct SeriesLinesDrawing {
    private static let fieldHeight = 64.0
    private static let rowGap = 14.0
    private static let radius = 3.5
    /// Room at both ends for the scale and for names that are wider than their share.
    private static let gutters = Gutters(start: 46, end: 46)
    /// The least that lies between two texts beside one another.
    private static let space = 6.0

    private let chart: SeriesLines
    private let room: Double
    /// The width of the scale in the narrowest window.
    private let width: Double
    private var canvas: Canvas
    private var y = 0.0

    init(_ chart: SeriesLines, frame: ChartFrame) {
        self.chart = chart
        room = frame.narrowestWidth
        width = room - Self.gutters.total
        canvas = Canvas(frame)
    }

    mutating func svg() -> String {
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { y += Self.rowGap }
            y = canvas.paragraph(row.label, .label, width: room, offset: -Self.gutters.start, top: y)
            drawNumbers(of: row)
            drawField(of: row)
        }
        drawMoments()
        return canvas.svg(" chart-\(chart.meaning.rawValue)\(Self.gutters.cssClasses)", height: y + 1)
    }

    private func place(_ moment: Int) -> Double { (Double(moment) + 0.5) / Double(max(1, chart.moments.count)) }

    /// The moments whose texts have room beside one another: the last, the first, and then as many as can be.
    private func standing(_ widths: [Double]) -> [Int] {
        let order = [widths.count - 1, 0] + (1..<max(1, widths.count - 1)).reversed()
        var chosen: [Int] = []
        for moment in order where widths.indices.contains(moment) && !chosen.contains(moment) {
            let middle = place(moment) * width
            let half = widths[moment] / 2
            guard half > 0, middle - half >= -Self.gutters.start, middle + half <= width + Self.gutters.end else {
                continue
            }
            let isFree = chosen.allSatisfy { other in
                abs(place(other) * width - middle) >= half + widths[other] / 2 + Self.space
            }
            if isFree { chosen.append(moment) }
        }
        return chosen.sorted()
    }

    private mutating func drawNumbers(of row: SeriesLines.Row) {
        let texts = row.points.prefix(chart.moments.count).map { $0.measure.text }
        for moment in standing(texts.map { TextWidth.of($0, .number) }) {
            canvas.text(
                texts[moment], "n", at: place(moment), anchor: .middle,
                baseline: y + TextStyle.number.lineHeight / 2 + TextStyle.number.baselineShift)
        }
        y += TextStyle.number.lineHeight
    }

    private mutating func drawField(of row: SeriesLines.Row) {
        // The scale's own numbers reach beyond the field by half a line.
        let top = y + TextStyle.note.lineHeight / 2 + 2
        let bottom = top + Self.fieldHeight
        func height(_ fraction: Double) -> Double { bottom - min(max(fraction, 0), 1) * Self.fieldHeight }
        for mark in [Measure.quarters[4], Measure.quarters[2], Measure.quarters[0]] {
            guard let fraction = mark.fraction else { continue }
            canvas.line(fraction == 0 ? "a" : "g", from: 0, to: 1, y: height(fraction))
            canvas.text(
                mark.text, "m", at: 0, offset: -8, anchor: .end,
                baseline: height(fraction) + TextStyle.note.baselineShift)
        }
        let points = Array(row.points.prefix(chart.moments.count))
        for (moment, (former, point)) in zip(points, points.dropFirst()).enumerated() where point.isJoined {
            guard let from = former.measure.fraction, let to = point.measure.fraction else { continue }
            canvas.slope("j", from: (place(moment), height(from)), to: (place(moment + 1), height(to)))
        }
        for (moment, point) in points.enumerated() {
            guard let fraction = point.measure.fraction else { continue }
            if let interval = point.interval {
                canvas.rule(
                    "u", at: place(moment), from: height(interval.upperBound), to: height(interval.lowerBound))
            }
            canvas.circle("p", at: place(moment), y: height(fraction), radius: Self.radius)
        }
        y = bottom
    }

    private mutating func drawMoments() {
        guard !chart.rows.isEmpty else { return }
        let widest = max(width / Double(max(1, chart.moments.count)) - Self.space, 40)
        let breaker = LineBreaker(width: widest, style: .note)
        let names = chart.moments.map(breaker.lines)
        let widths = names.map { lines in lines.map { TextWidth.of($0, .note) }.max() ?? 0 }
        let top = y + TextStyle.note.lineHeight / 2 + 2
        y = top
        for moment in standing(widths) {
            y = max(y, canvas.lines(names[moment], .note, at: place(moment), anchor: .middle, top: top))
        }
    }
}
