import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// How the numbers come about, in words made from the definition itself.
extension ReportModel {
    func method() -> [String: MustacheValue] {
        [
            "established": optional(established()),
            "proposal": optional(proposal()),
            "limits": .text(words(has.caps ? "method.limitsWithCaps" : "method.limits")),
            "rules": .list(methodRules()),
            "hasBands": .flag(!questionnaire.bandSets.isEmpty),
            "bands": .list(questionnaire.bandSets.map(bandSet)),
            "caps": .list(capRows()),
            "hasCaps": .flag(!capRows().isEmpty),
            "pooling": .text(pooling()),
            "asOf": optional(
                questionnaire.readsDates
                    ? scores.asOf.map { words("method.asOf", ["date": $0]) } ?? words("method.noDate") : nil),
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

    /// What of the method others have established, as far as the questionnaire uses it.
    private func established() -> String? {
        var parts: [String] = []
        if questionnaire.items.contains(where: { !$0.anchors.isEmpty }) { parts.append(words("method.anchors")) }
        parts += questionnaire.bandSets.compactMap { set in
            citation(set.source).map { words("method.bandsOf", ["bands": set.title, "source": $0]) }
        }
        if aggregates.contains(where: { if case .geometricMean = $0.function { true } else { false } }) {
            parts.append(words("method.geometricMean"))
        }
        parts.append(words("method.bounds"))
        return words("method.established", ["parts": parts.joined(separator: words("method.separator"))])
    }

    /// What of the method is a proposal, as far as the questionnaire uses it.
    private func proposal() -> String? {
        let hasTable = aggregates.contains { $0.through != nil }
        let hasRecommendations = !questionnaire.recommendations.isEmpty
        let parts = [
            roleWeights().isEmpty ? nil : words("method.roleWeights"), hasTable ? words("method.classes") : nil,
            has.burden ? words("method.burden") : nil,
            hasRecommendations ? words("method.effort") : nil, hasRecommendations ? words("method.effects") : nil,
        ].compactMap { $0 }
        return parts.isEmpty ? nil : words("method.proposal", ["parts": words.list(parts)])
    }

    private var aggregates: [Aggregate] {
        questionnaire.metricGroups.flatMap(\.metrics).compactMap {
            if case .aggregate(let aggregate) = $0.rule { aggregate } else { nil }
        }
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
                set.intervals.map { ["title": .text($0.title), "edges": .text(edges($0, of: set))] }),
        ]
    }

    private func edges(_ interval: BandSet.Interval, of set: BandSet) -> String {
        let isNumber = display(of: set) == .number
        func text(_ edge: BandSet.Edge) -> String {
            isNumber ? numbers.shortest(edge.value) : numbers.points(edge.value)
        }
        var parts: [String] = []
        if let lower = interval.lower {
            parts.append(words(lower.isInclusive ? "edge.from" : "edge.above", ["number": text(lower)]))
        }
        if let upper = interval.upper {
            parts.append(words(upper.isInclusive ? "edge.upTo" : "edge.below", ["number": text(upper)]))
        }
        return parts.joined(separator: " ")
    }

    /// How the metrics that a set of bands names are shown; a quotient of two is a share.
    private func display(of set: BandSet) -> Metric.Display {
        let metrics = questionnaire.metricGroups.flatMap(\.metrics)
        for metric in metrics {
            guard case .band(let rule) = metric.rule, rule.bands.id == set.id else { continue }
            guard rule.relativeTo == nil else { return .points }
            let named = metrics.first { $0.id == rule.metric } ?? scores.metric(rule.metric)?.metric
            return named?.display ?? .points
        }
        return .points
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
                    "number": .text(figure(number, of: metric)),
                ])
            }
        }
        return rows
    }

    private func pooling() -> String {
        guard scores.wave.collection.isConfidential else { return words("method.single") }
        let pool = questionnaire.pool
        let values = words("method.\(pool.value.rawValue)", ["smallest": String(pool.smallestGroup)])
        guard has.blockers else { return values }
        return [values, words("method.gate", ["quantile": numbers.percent(pool.gateQuantile)])].joined(separator: " ")
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
        let own: [String: MustacheValue] = [
            "version": .text(provenance.version),
            "questionnaire": .text(name(of: questionnaire)),
            "questionnaireDigest": .text(provenance.questionnaireDigest),
            "answersDigest": .text(provenance.answersDigest),
            "lines": words.lines(provenance),
            "companions": .list(companionSources().map(MustacheValue.text)),
        ]
        return own.merging(provenance.values(words)) { own, _ in own }
    }
}
