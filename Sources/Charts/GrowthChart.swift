/// How an amount grows with size: points that were measured, linked by a line, and forecasts with their intervals.
///
/// Both scales run from 0 to 1; whoever makes the chart decides what stands for that, such as logarithms.
public struct GrowthChart: Sendable {
    public struct Point: Sendable {
        /// Where the size stands on its scale.
        public let size: Double
        /// The amount, with its text where it is to stand at the point.
        public let amount: Measure
        /// The ends between which a forecast lies; nothing for what was measured.
        public let interval: ClosedRange<Double>?

        public init(size: Double, amount: Measure, interval: ClosedRange<Double>? = nil) {
            self.size = size
            self.amount = amount
            self.interval = interval
        }
    }

    /// Drawn by size.
    public let points: [Point]
    /// Marks of the scale of sizes, below the chart.
    public let sizes: [Measure]
    /// Marks of the scale of amounts, each on its line.
    public let amounts: [Measure]
    /// What an amount must not exceed.
    public let limit: Measure?

    public init(points: [Point], sizes: [Measure], amounts: [Measure], limit: Measure? = nil) {
        self.points = points.sorted { $0.size < $1.size }
        self.sizes = sizes
        self.amounts = amounts
        self.limit = limit
    }

    /// The chart as an inline SVG element.
    public func svg(in frame: ChartFrame) -> String {
        var drawing = GrowthChartDrawing(self, frame: frame)
        return drawing.svg()
    }
}
