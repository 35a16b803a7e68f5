/// How the answers to one item spread over its options: one bar of shares, and below it the mean on a scale of its own.
///
/// The mean has its own scale because the bar measures answers, and the mean the rating: on one scale the mark would
/// point at a segment that has nothing to do with it.
public struct DistributionBar: Sendable {
    /// How many gave one answer.
    public struct Share: Sendable, Equatable {
        /// A count or a weight.
        public let amount: Double
        /// What stands in the segment where it fits, usually the count.
        public let text: String

        /// - Parameter amount: What is negative or not finite counts as zero; a zero draws nothing.
        public init(_ amount: Double, _ text: String) {
            self.amount = amount.isFinite ? min(max(amount, 0), 1e12) : 0
            self.text = text
        }
    }

    /// In the order of the answer scale, the lowest value first.
    public let options: [Share]
    /// Don't know, not applicable and left blank together.
    public let noAnswer: Share?
    /// Without a number, its text stands below the bar.
    public let mean: Measure?
    public let meaning: Meaning
    /// The word in the empty track that is drawn where there is nothing to show.
    public let withheld: String

    public init(
        options: [Share], noAnswer: Share? = nil, mean: Measure? = nil, meaning: Meaning, withheld: String = ""
    ) {
        self.options = options
        self.noAnswer = noAnswer
        self.mean = mean
        self.meaning = meaning
        self.withheld = withheld
    }

    /// The chart as an inline SVG element.
    public func svg(in frame: ChartFrame) -> String {
        var drawing = DistributionBarDrawing(self, frame: frame)
        return drawing.svg()
    }
}
