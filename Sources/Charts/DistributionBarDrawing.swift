/// Draws the bar of answers and, below it, the mean.
struct DistributionBarDrawing {
    private static let barHeight = 20.0

    private let chart: DistributionBar
    private let width: Double
    private var canvas: Canvas

    init(_ chart: DistributionBar, frame: ChartFrame) {
        self.chart = chart
        width = frame.narrowestWidth
        canvas = Canvas(frame)
    }

    /// One answer that somebody gave.
    private struct Answer {
        let share: DistributionBar.Share
        /// Nothing for no answer.
        let step: Int?
    }

    mutating func svg() -> String {
        var answers = chart.options.enumerated().map { index, share in
            Answer(share: share, step: ColourRamp.step(ofEntry: index, among: chart.options.count))
        }
        if let noAnswer = chart.noAnswer { answers.append(Answer(share: noAnswer, step: nil)) }
        answers.removeAll { $0.share.amount == 0 }
        var y = 0.0
        if answers.isEmpty {
            y = canvas.withheldTrack(chart.withheld, top: y, width: width)
        } else {
            draw(answers, top: y)
            y += Self.barHeight
        }
        if let mean = chart.mean { y = draw(mean, top: y + 5) }
        return canvas.svg(" chart-\(chart.meaning.rawValue)", height: y + 1)
    }

    private mutating func draw(_ answers: [Answer], top: Double) {
        let height = Self.barHeight
        let segments = Segments.of(answers.map(\.share.amount))
        if answers.contains(where: { $0.step == nil }) { canvas.define(.noAnswer) }
        if answers.count > 1 {
            // A seam of background between two lines; it is drawn over the outline of the bar and interrupts it.
            let (upper, lower) = (Markup.number(top), Markup.number(top + height))
            canvas.define(
                "<path id=\"\(canvas.identifier)_s\" d=\"M-1.5 \(upper)V\(lower)H1.5V\(upper)\"/>")
        }
        for (answer, segment) in zip(answers, segments) {
            canvas.rectangle(
                answer.step.map { "s\($0)" } ?? "o", from: segment.from, to: segment.to, top: top, height: height,
                filledWith: answer.step == nil ? .noAnswer : nil)
        }
        canvas.rectangle("r", from: 0, to: 1, top: top + 0.5, height: height - 1)
        for segment in segments.dropFirst() { canvas.shape("s", "s", at: segment.from) }
        for (answer, segment) in zip(answers, segments) {
            let textWidth = TextWidth.of(answer.share.text, .number)
            guard (segment.to - segment.from) * width >= textWidth + 8 else { continue }
            canvas.text(
                answer.share.text, answer.step.map { "n i\($0)" } ?? "n", at: (segment.from + segment.to) / 2,
                anchor: .middle, baseline: top + height / 2 + TextStyle.number.baselineShift)
        }
    }

    /// A scale from the lowest to the highest option, and on it a pointer with its number.
    ///
    /// - Returns: the lower edge.
    private mutating func draw(_ mean: Measure, top: Double) -> Double {
        guard let place = mean.fraction else { return canvas.paragraph(mean.text, .note, width: width, top: top) }
        let scale = top + TextStyle.number.lineHeight
        let textWidth = TextWidth.of(mean.text, .number)
        let distance = 9.0
        let after = (1 - place) * width >= textWidth + distance
        let fits = after || place * width >= textWidth + distance
        canvas.line("a", from: 0, to: 1, y: scale)
        canvas.define("<path id=\"\(canvas.identifier)_p\" d=\"M0 \(Markup.number(scale - 1))l-5-8h10z\"/>")
        canvas.shape("p", "p", at: place)
        guard fits else { return canvas.paragraph(mean.text, .number, width: width, top: scale + 2) }
        canvas.lines(
            [mean.text], .number, at: place, offset: after ? distance : -distance, anchor: after ? .start : .end,
            top: top - 1)
        return scale + 1
    }
}
