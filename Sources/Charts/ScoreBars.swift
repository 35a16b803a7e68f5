/// Rows of two bars from one zero line: what facilitates above, what burdens below, and where a cap cuts off.
///
/// Each row has its name, its note and its score on a line of their own, then the callout of a cap that binds, then the
/// bar of the facilitators with a diamond at the target, then the thinner hatched bar of the burden. What the facilitators earn above
/// the cap is outlined: earned, not counted.
public struct ScoreBars: Sendable {
    /// One domain. A measure without a number is drawn as an empty outlined track with the measure's text.
    public struct Row: Sendable {
        public let label: String
        public let score: Measure?
        public let facilitators: Measure
        public let burden: Measure?
        /// What is said beside the score in small print, such as the target in words and numbers.
        public let note: String?
        /// The score wanted, from 0 to 1.
        public let target: Double?
        /// The most that the score can be; its text says so and names what sets it. Drawn only where it binds,
        /// that is, where it is less than the facilitators.
        public let cap: Measure?

        public init(
            label: String, score: Measure? = nil, note: String? = nil, facilitators: Measure, burden: Measure? = nil,
            target: Double? = nil, cap: Measure? = nil
        ) {
            self.label = label
            self.score = score
            self.note = note
            self.facilitators = facilitators
            self.burden = burden
            self.target = target.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil }
            self.cap = cap
        }
    }

    /// Drawn in this order.
    public let rows: [Row]
    /// What the scores at the ends of the first lines are called; nothing leaves their heading out.
    public let scoreHeading: String?
    /// The marks of the scale; none draws no axis.
    public let axis: [Measure]

    public init(rows: [Row], scoreHeading: String? = nil, axis: [Measure] = Measure.quarters) {
        self.rows = rows
        self.scoreHeading = scoreHeading
        self.axis = axis
    }

    /// The chart as an inline SVG element.
    public func svg(in frame: ChartFrame) -> String {
        var drawing = ScoreBarsDrawing(self, frame: frame)
        return drawing.svg()
    }
}
