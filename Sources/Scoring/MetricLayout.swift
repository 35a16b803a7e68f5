public import Questionnaires

/// The metrics of a questionnaire, laid out once so that many subjects can be scored by it.
public struct MetricLayout: Sendable {
    let graph: MetricGraph

    /// - Parameter metrics: the full ids of the metrics that are wanted, as in `technology.score`; what they rest on
    ///   comes with them. All metrics, where none are named.
    public init(_ questionnaire: Questionnaire, only metrics: Set<String>? = nil) {
        graph = MetricGraph(questionnaire, only: metrics)
    }
}
