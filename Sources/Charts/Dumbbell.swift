/// Rows that show a change on one scale: a ring where it stands now, an arrow head where it stands then.
///
/// The numbers stand on the outer sides of the two marks, so they cannot meet however small the change.
public struct Dumbbell: Sendable {
    /// One change. Where a measure has no number, its text stands below the name.
    public struct Row: Sendable {
        /// Nothing where the surroundings name the row, as in a card.
        public let label: String?
        public let now: Measure
        public let then: Measure

        public init(label: String? = nil, now: Measure, then: Measure) {
            self.label = label
            self.now = now
            self.then = then
        }
    }

    /// Drawn in this order.
    public let rows: [Row]
    public let meaning: Meaning
    /// The marks of the scale; none leaves the plain line, for a single row in a card.
    public let axis: [Measure]

    public init(rows: [Row], meaning: Meaning = .moreIsBetter, axis: [Measure] = Measure.quarters) {
        self.rows = rows
        self.meaning = meaning
        self.axis = axis
    }

    /// The chart as an inline SVG element.
    public func svg(in frame: ChartFrame) -> String {
        var drawing = DumbbellDrawing(self, frame: frame)
        return drawing.svg()
    }
}
