import Questionnaires
import Scoring

/// A definition, and what several rules ask of it.
struct DefinitionFacts {
    let questionnaire: Questionnaire
    let places: DefinitionPlaces
    /// The metrics of every member, each after those it needs.
    let metrics: [MetricInFull]
    /// The place of a metric by its full id.
    let index: [String: Int]
    /// The places of the metrics that one definition of a metric makes, one for each member.
    let members: [Defined: [Int]]
    /// Between which numbers each metric lies, whatever is answered.
    let ranges: [ClosedRange<Double>]
    /// For each item, the metrics that take it in directly.
    let readers: [[Int]]
    /// What each condition comes to.
    let judgements: [ConditionJudgement]

    /// A metric as it is defined.
    struct Defined: Hashable {
        let group: Int
        let id: String

        var part: DefinitionPart { .metric(group: group, id) }
    }

    init(_ questionnaire: Questionnaire, places: DefinitionPlaces) {
        self.questionnaire = questionnaire
        self.places = places
        metrics = questionnaire.metricsInFull()
        index = Dictionary(metrics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var members: [Defined: [Int]] = [:]
        for (group, definition) in questionnaire.metricGroups.enumerated() {
            let names = definition.each?.members(dimensions: questionnaire.dimensions, tags: questionnaire.tags)
            for metric in definition.metrics {
                let ids = names?.map { "\($0).\(metric.id)" } ?? [metric.id]
                members[Defined(group: group, id: metric.id)] = ids.compactMap { [index] in index[$0] }
            }
        }
        self.members = members
        ranges = MetricRanges(metrics, index: index, items: questionnaire.items).list
        var readers = [[Int]](repeating: [], count: questionnaire.items.count)
        for (place, metric) in metrics.enumerated() {
            if case .items(let inputs) = metric.inputs {
                for input in inputs { readers[input.index].append(place) }
            }
        }
        self.readers = readers
        judgements = ConditionJudgement.all(
            in: questionnaire, places: places, metrics: metrics, index: index, members: members, ranges: ranges)
    }

    var judge: ConditionJudge {
        ConditionJudge(questionnaire: questionnaire, metrics: metrics, index: index, ranges: ranges)
    }

    /// The metrics as they are defined, in the order of the file, with the places of what they make.
    var defined: [(definition: Defined, metric: Metric, places: [Int])] {
        questionnaire.metricGroups.enumerated().flatMap { group, content in
            content.metrics.map { metric in
                let definition = Defined(group: group, id: metric.id)
                return (definition, metric, members[definition] ?? [])
            }
        }
    }
}
