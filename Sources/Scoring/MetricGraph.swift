import Questionnaires

/// The metrics of a questionnaire, spread over the members of their families, each after the ones it needs.
struct MetricGraph: Sendable {
    let nodes: [Node]
    /// The place of a metric by its full id, as in `technology.score`.
    let index: [String: Int]
    /// The places of items by their ids.
    let itemPlaces: [String: Int]
    /// The sets of items on which metrics rest; several metrics may rest on the same.
    let leafSets: [[Int]]
    /// What the metrics ask of item estimates.
    let keys: Set<ItemEstimates.Key>
    /// The most that metrics could reach, for those that say so, by their place.
    private(set) var possible: [Int: Possible]

    struct Node: Sendable {
        let id: String
        /// The member of the family, such as a domain; nothing for a single metric.
        let member: String?
        let metric: Metric
        /// The rule with the full ids of the metrics it names.
        let rule: Metric.Rule
        /// What goes in. Of an adjustment the first is the metric that is adjusted.
        let inputs: Inputs
        /// The inputs of each level, for a metric that consists of levels.
        let levels: [Inputs]
        /// The place of the items on which the metric rests in the end, among ``leafSets``.
        let leafSet: Int
    }

    enum Inputs: Sendable {
        case items([Input])
        case metrics([Input])
    }

    /// An item or metric by its place, and its weight or coefficient.
    struct Input: Sendable {
        let index: Int
        let weight: Double
    }

    init(_ questionnaire: Questionnaire, only wanted: Set<String>? = nil) {
        var builder = MetricGraphBuilder(questionnaire)
        builder.build(wanted)
        var keys: Set<ItemEstimates.Key> = [.plain]
        for node in builder.nodes {
            guard case .aggregate(let aggregate) = node.rule else { continue }
            keys.formUnion([
                ItemEstimates.Key(aggregate), ItemEstimates.Key(aggregate).lasting,
                ItemEstimates.Key(worst: .none, channel: aggregate.channel),
            ])
        }
        self.init(builder, keys: keys, questionnaire)
        possible = MetricGraph.possible(in: self, questionnaire)
    }

    private init(
        _ builder: MetricGraphBuilder, keys: Set<ItemEstimates.Key>, _ questionnaire: Questionnaire
    ) {
        nodes = builder.nodes
        index = builder.index
        leafSets = builder.leafSets.list
        self.keys = keys
        possible = [:]
        itemPlaces = Dictionary(
            questionnaire.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The items on which a metric rests in the end.
    func leaves(of node: Node) -> [Int] { leafSets[node.leafSet] }

    /// Something for each node that depends only on the items it rests on, worked out once for each set of items.
    func byLeaves<Result>(_ result: ([Int]) -> Result) -> [Result] {
        let results = leafSets.map(result)
        return nodes.map { results[$0.leafSet] }
    }
}
