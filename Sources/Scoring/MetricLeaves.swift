public import Questionnaires

/// A metric of a questionnaire in full, and the items on which it rests in the end.
public struct MetricLeaves: Sendable {
    /// The full id, as in `technology.score`.
    public let id: String
    /// The member of the family, such as a domain; nothing for a single metric.
    public let member: String?
    public let metric: Metric
    public let items: [Item]
}

extension Questionnaire {
    /// The metrics, spread over the members of their families, each after the ones it needs and with its leaves.
    public func metricLeaves() -> [MetricLeaves] {
        let graph = MetricGraph(self)
        return graph.nodes.map { node in
            MetricLeaves(
                id: node.id, member: node.member, metric: node.metric,
                items: graph.leaves(of: node).map { items[$0] })
        }
    }
}
