/// Rows that show where one number lies among several: a box from the lower to the upper quartile, a bar across it at
/// the median, and a diamond at the number.
///
/// The numbers stand in a line of their own below the name, so that nothing can meet however close they lie.
public struct QuartileStrip: Sendable {
    /// One figure. What is not shown has no mark; the note says why.
    public struct Row: Sendable {
        public let label: String
        /// The numbers in words, or why they are not shown.
        public let note: String
        public let lower: Double?
        public let median: Double?
        public let upper: Double?
        public let own: Double?

        public init(
            label: String, note: String, lower: Double? = nil, median: Double? = nil, upper: Double? = nil,
            own: Double? = nil
        ) {
            self.label = label
            self.note = note
            self.lower = lower.flatMap(QuartileStrip.place)
            self.median = median.flatMap(QuartileStrip.place)
            self.upper = upper.flatMap(QuartileStrip.place)
            self.own = own.flatMap(QuartileStrip.place)
        }
    }

    /// Drawn in this order.
    public let rows: [Row]
    public let meaning: Meaning
    public let axis: [Measure]

    public init(rows: [Row], meaning: Meaning = .moreIsBetter, axis: [Measure] = Measure.quarters) {
        self.rows = rows
        self.meaning = meaning
        self.axis = axis
    }

    /// The chart as an inline SVG element.
    public func svg(in frame: ChartFrame) -> String {
        var drawing = QuartileStripDrawing(self, frame: frame)
        return drawing.svg()
    }

    private static func place(_ number: Double) -> Double? {
        number.isFinite ? min(max(number, 0), 1) : nil
    }
}
