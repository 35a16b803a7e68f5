public import Questionnaires

/// A metric of one member of its family, with everything that goes in.
public struct MetricInFull: Sendable {
    /// The full id, as in `technology.score`.
    public let id: String
    /// The member of the family, such as a domain; nothing for a single metric.
    public let member: String?
    public let metric: Metric
    /// The rule with the full ids of the metrics it names.
    public let rule: Metric.Rule
    public let inputs: Inputs
    /// The inputs of each level, for a metric that consists of levels.
    public let levels: [Inputs]

    public enum Inputs: Sendable {
        /// Items by their places in the questionnaire.
        case items([Input])
        /// Metrics by their places in the list.
        case metrics([Input])
    }

    /// An item or metric by its place, and its weight or coefficient.
    public struct Input: Sendable {
        public let index: Int
        public let weight: Double
    }
}

extension Questionnaire {
    /// The metrics, spread over the members of their families, each after the ones it needs.
    public func metricsInFull() -> [MetricInFull] {
        MetricGraph(self).nodes.map { node in
            MetricInFull(
                id: node.id, member: node.member, metric: node.metric, rule: node.rule,
                inputs: MetricInFull.Inputs(node.inputs), levels: node.levels.map(MetricInFull.Inputs.init))
        }
    }
}

extension MetricInFull.Inputs {
    init(_ inputs: MetricGraph.Inputs) {
        func open(_ list: [MetricGraph.Input]) -> [MetricInFull.Input] {
            list.map { MetricInFull.Input(index: $0.index, weight: $0.weight) }
        }
        switch inputs {
        case .items(let list): self = .items(open(list))
        case .metrics(let list): self = .metrics(open(list))
        }
    }
}
