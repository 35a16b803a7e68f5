import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// How the numbers come about, in words made from the definition itself.
extension ReportModel {
    func method() -> [String: MustacheValue] {
        [
            "rules": .list(methodRules()),
            "bands": .list(questionnaire.bandSets.map(bandSet)),
            "caps": .list(capRows()),
            "hasCaps": .flag(!capRows().isEmpty),
            "pooling": .text(pooling()),
            "coverage": optional(
                questionnaire.coverage.map {
                    words(
                        "method.coverage",
                        ["firm": numbers.percent($0.firm), "provisional": numbers.percent($0.provisional)])
                }),
            "groups": .list(
                scores.groups.map {
                    ["title": .text(groupTitle($0.roles)), "count": .text(String($0.count))]
                }),
            "sources": .list(questionnaire.sources.map(source)),
            "hasSources": .flag(!questionnaire.sources.isEmpty),
            "hasWeights": .flag(!roleWeights().isEmpty),
            "weights": .list(roleWeights()),
        ]
    }

    /// Each metric of the definition once, with its rule in words.
    private func methodRules() -> [MustacheValue] {
        questionnaire.metricGroups.flatMap(\.metrics).map { metric in
            [
                "title": .text(metric.title),
                "symbol": optional(metric.symbol),
                "description": optional(metric.description),
                "rule": .text(rule(metric.rule)),
            ]
        }
    }

    /// A rule in words.
    func rule(_ rule: Metric.Rule) -> String {
        switch rule {
        case .band(let band): return words("rule.band", ["bands": band.bands.title])
        case .possible: return words("rule.possible")
        case .adjust: return words("rule.adjust")
        case .level: return words("rule.level")
        case .verdict: return words("rule.verdict")
        case .reference(let reference): return words("rule.reference", ["subject": reference.subject])
        case .aggregate(let aggregate):
            let function: String
            switch aggregate.function {
            case .sum: function = words("rule.sum")
            case .mean: function = words("rule.mean")
            case .min: function = words("rule.min")
            case .max: function = words("rule.max")
            case .median: function = words("rule.median")
            case .quantile(let probability):
                function = words("rule.quantile", ["share": numbers.percent(probability)])
            case .geometricMean(let offset):
                function = words("rule.geometricMean", ["offset": numbers.points(offset)])
            case .share: function = words("rule.share")
            case .count: function = words("rule.count")
            }
            return aggregate.through == nil ? function : words("rule.through", ["function": function])
        }
    }

    private func bandSet(_ set: BandSet) -> MustacheValue {
        [
            "title": .text(set.title),
            "source": optional(citation(set.source)),
            "intervals": .list(
                set.intervals.map { ["title": .text($0.title), "edges": .text(edges($0))] }),
        ]
    }

    private func edges(_ interval: BandSet.Interval) -> String {
        var parts: [String] = []
        if let lower = interval.lower {
            parts.append(words(lower.isInclusive ? "edge.from" : "edge.above", ["number": numbers.points(lower.value)]))
        }
        if let upper = interval.upper {
            parts.append(words(upper.isInclusive ? "edge.upTo" : "edge.below", ["number": numbers.points(upper.value)]))
        }
        return parts.joined(separator: " ")
    }

    /// The rows of every table on the way from an item to a number.
    private func capRows() -> [MustacheValue] {
        var rows: [MustacheValue] = []
        for metric in questionnaire.metricGroups.flatMap(\.metrics) {
            guard case .aggregate(let aggregate) = metric.rule, let table = aggregate.through else { continue }
            for (key, number) in table.rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                let names = zip(table.keys, key).map { part, value -> String in
                    switch part {
                    case .tag(let tag):
                        questionnaire.tag(tag)?.values.first { $0.id == value }?.title ?? value
                    case .gateRating:
                        questionnaire.items.first { $0.direction == .blocker }?.scale.options
                            .first { $0.id == value }?.label ?? value
                    }
                }
                rows.append([
                    "metric": .text(metric.title), "row": .text(names.joined(separator: ", ")),
                    "number": .text(numbers.points(number)),
                ])
            }
        }
        return rows
    }

    private func pooling() -> String {
        guard scores.wave.collection.isConfidential else { return words("method.single") }
        return words(
            "method.\(questionnaire.pool.value.rawValue)",
            [
                "quantile": numbers.percent(questionnaire.pool.gateQuantile),
                "smallest": String(questionnaire.pool.smallestGroup),
            ])
    }

    private func source(_ source: Source) -> MustacheValue {
        var text = source.title
        if let author = source.author { text = words("source.author", ["title": text, "author": author]) }
        if let year = source.year { text = words("source.year", ["title": text, "year": String(year)]) }
        return .text(text)
    }

    /// Weights that differ from one.
    private func roleWeights() -> [MustacheValue] {
        questionnaire.roles.compactMap { role in
            let weights = assessment.members.compactMap { member -> String? in
                let weight = role.weight(in: member.id)
                return weight == 1
                    ? nil
                    : words("method.weight", ["domain": member.title, "weight": numbers.fixed(weight, decimals: 1)])
            }
            return weights.isEmpty
                ? nil : ["role": .text(role.title), "weights": .text(weights.joined(separator: ", "))]
        }
    }

    func provenanceValues() -> [String: MustacheValue] {
        [
            "version": .text(provenance.version),
            "questionnaire": .text(
                words(
                    "provenance.questionnaire",
                    ["title": questionnaire.title, "id": questionnaire.id, "version": questionnaire.version])),
            "questionnaireDigest": .text(provenance.questionnaireDigest),
            "answersDigest": .text(provenance.answersDigest),
            "overrides": .list(
                provenance.overrides.map { ["path": .text($0.path), "digest": .text($0.digest)] }),
            "hasOverrides": .flag(!provenance.overrides.isEmpty),
            "leftOut": .list(provenance.leftOut.map { ["file": .text($0.file), "reason": .text($0.reason)] }),
            "hasLeftOut": .flag(!provenance.leftOut.isEmpty),
        ]
    }
}
