/// Rows that show how numbers went over time on one scale: a point for each moment, joined where they may be compared.
///
/// The numbers stand in a line above the points and the names of the moments below all rows, so that no line crosses
/// them. Where a window is narrow, numbers and names that would touch are left out, the last and the first last of all.
public struct SeriesLines: Sendable {
    /// What stood at one moment.
    public struct Point: Sendable {
        public let measure: Measure
        /// Between which numbers it may lie; nothing where that is not known.
        public let interval: ClosedRange<Double>?
        /// Whether it may be compared with the point before.
        public let isJoined: Bool

        public init(_ measure: Measure, interval: ClosedRange<Double>? = nil, isJoined: Bool = true) {
            self.measure = measure
            self.interval = interval
            self.isJoined = isJoined
        }
    }

    public struct Row: Sendable {
        public let label: String
        /// One for each moment.
        public let points: [Point]

        public init(label: String, points: [Point]) {
            self.label = label
            self.points = points
        }
    }

    /// The names of the moments, the earliest first.
    public let moments: [String]
    /// Drawn in this order.
    public let rows: [Row]
    public let meaning: Meaning

    public init(moments: [String], rows: [Row], meaning: Meaning = .moreIsBetter) {
        self.moments = moments
        self.rows = rows
        self.meaning = meaning
    }

    /// The chart as an inline SVG element.
    public func svg(in frame: ChartFrame) -> String {
        var drawing = SeriesLinesDrawing(self, frame: frame)
        return drawing.svg()
    }
}
