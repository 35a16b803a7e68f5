import Questionnaires
import Scoring

extension Rule {
    static let unusedMetric = Rule(
        "unusedMetric", "a metric that nothing uses or shows",
        why: """
            No other metric, condition, ranking or presentation names it, so no page of the report shows it. Where a \
            definition has no "presentation", every metric counts as a result.
            """,
        bad: """
            {
              "metrics": [
                {"each": {"dimension": "work"}, "define": [
                  {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                  {"id": "worst", "title": "Worst", "aggregate": "min", "of": {"items": {}}}]}],
              "dimensions": [{"id": "work", "title": "Work", "children": [{"id": "tools", "title": "Tools"}]}],
              "items": [{"id": "A", "dimension": "tools", "direction": "none", "label": "A", "scale": "level"}],
              "presentation": {"members": {"dimension": "work"}, "score": "score"}
            }
            """,
        at: "$.metrics[0].define[1].id",
        good: """
            {
              "metrics": [
                {"each": {"dimension": "work"}, "define": [
                  {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}}]}],
              "dimensions": [{"id": "work", "title": "Work", "children": [{"id": "tools", "title": "Tools"}]}],
              "items": [{"id": "A", "dimension": "tools", "direction": "none", "label": "A", "scale": "level"}],
              "presentation": {"members": {"dimension": "work"}, "score": "score"}
            }
            """
    ) { facts in
        guard let presentation = facts.questionnaire.presentation else { return [] }
        var named = Set(presentation.metrics)
        for case .gain(let coefficients) in facts.questionnaire.recommendationPolicy?.rankBy ?? [] {
            named.formUnion(coefficients.map(\.metric))
        }
        for recommendation in facts.questionnaire.recommendations {
            named.formUnion(recommendation.when?.metrics ?? [])
        }
        var used: Set<Int> = []
        for metric in facts.metrics {
            used.formUnion(metric.rule.metrics.compactMap { facts.index[$0] })
            if case .metrics(let inputs) = metric.inputs { used.formUnion(inputs.map(\.index)) }
        }
        return facts.defined.compactMap { definition, metric, places in
            let isUsed =
                named.contains(metric.id) || places.contains { used.contains($0) }
                || places.contains { named.contains(facts.metrics[$0].id) }
            if isUsed { return nil }
            return Flaw(
                definition.part, ["id"], "nothing uses or shows the metric \"\(metric.id)\"",
                "show it in \"presentation\", as under \"beside\" or in a lens, or remove it")
        }
    }
}

extension Presentation {
    /// The metrics that it names.
    fileprivate var metrics: [String] {
        [facilitators, burden, cap, score, band, overall, overallBand].compactMap { $0 } + beside
            + lenses.flatMap(\.metrics)
    }
}
