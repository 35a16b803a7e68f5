/// The difficulties that others met when they put models to work, and what is known to help.
public struct RiskCatalogue: Sendable, Hashable {
    public let risks: [Risk]
    public let toolFamilies: [Help]
    public let approaches: [Help]
    /// The standings from the lowest share of points met to the highest.
    public let standings: [Standing]
    /// The standing of a risk about which no point was answered.
    public let notAsked: Standing?
    /// The tag whose values are the risks, and the metric that says how far each is answered.
    public let tag: String?
    public let metric: String?

    public init(
        risks: [Risk] = [], toolFamilies: [Help] = [], approaches: [Help] = [], standings: [Standing] = [],
        notAsked: Standing? = nil, tag: String? = nil, metric: String? = nil
    ) {
        self.risks = risks
        self.toolFamilies = toolFamilies
        self.approaches = approaches
        self.standings = standings
        self.notAsked = notAsked
        self.tag = tag
        self.metric = metric
    }

    public struct Risk: Sendable, Hashable {
        public let id: String
        public let title: String
        /// The question it raises.
        public let question: String
        /// By what one notices that it bites.
        public let signs: [String]
        /// The stages in which it is met, the principal one first.
        public let stages: [String]
        /// Items of the organisation that have to do with it.
        public let related: [String]
        public let toolFamilies: [String]
        public let approaches: [String]
        /// Whether it concerns only some projects.
        public let isOptional: Bool
    }

    /// A family of tools, or a way of working.
    public struct Help: Sendable, Hashable {
        public let id: String
        public let title: String
        public let purpose: String
        public let examples: [String]
        /// What it costs.
        public let caveat: String?
    }

    public struct Standing: Sendable, Hashable {
        public let id: String
        public let title: String
        public let description: String?
        public let tone: StatusRule.Tone
        /// The share of points met up to which it holds; nothing for the highest.
        public let limit: Limit?

        public enum Limit: Sendable, Hashable {
            case upTo(Double)
            case below(Double)
        }
    }

    public func help(_ id: String) -> Help? { (toolFamilies + approaches).first { $0.id == id } }
}
