public import Questionnaires

/// The metrics of a questionnaire, laid out once so that many subjects can be scored by it.
public struct MetricLayout: Sendable {
    let graph: MetricGraph

    public init(_ questionnaire: Questionnaire) {
        graph = MetricGraph(questionnaire)
    }
}
