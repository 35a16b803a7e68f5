import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

extension ReportModel {
    func recommendation(_ effect: RecommendationEffect) -> MustacheValue {
        made.value("recommendation \(effect.recommendation.id)") { makeRecommendation(effect) }
    }

    private func makeRecommendation(_ effect: RecommendationEffect) -> MustacheValue {
        let recommendation = effect.recommendation
        let overall = assessment.overall.flatMap { effect.change(of: $0.id) }
        let home = assessment.member(recommendation.dimension)
        let score = home.flatMap { effect.change(of: $0.score.id) }
        var values: [String: MustacheValue] = [
            "id": .text(recommendation.id),
            "title": .text(recommendation.title),
            "summary": .text(recommendation.summary),
            "why": optional(recommendation.why.isEmpty ? nil : recommendation.why),
            "domain": .text(home?.title ?? recommendation.dimension),
            "responsible": .text(title(ofRole: recommendation.responsible)),
            "effort": .text(words.plural("effort.days", recommendation.effortDays)),
            "effortDays": .text(words.count(recommendation.effortDays)),
            "domainChange": .text(change(of: home?.score, then: score?.then)),
            "overallChange": .text(change(of: assessment.overall, then: overall?.then)),
            "overallGain": .text(overallGain(effect)),
            "effects": .list(effectSentences(effect).map(MustacheValue.text)),
            "items": .list(effect.items.map(itemChange)),
            "firstSteps": .list(recommendation.firstSteps.map(MustacheValue.text)),
            "requires": .text(words.list(recommendation.requires.map(title(ofRecommendation:)))),
            "area": optional(area(recommendation)),
            "isOurs": .flag(recommendation.origin == .ours),
            "source": optional(citation(recommendation.source)),
            "sourceLabel": .text(
                words(recommendation.origin == .ours ? "recommendation.seeAlso" : "recommendation.source")),
        ]
        if theme != nil {
            values["changeChart"] = .text(changeChart(effect))
            values["domainChart"] = .text(domainChart(effect))
        }
        return .object(values)
    }

    /// From now to then; what would not change stays as it is.
    private func change(of result: MetricResult?, then: Double?) -> String {
        let now = figure(result)
        let changed = result.flatMap { result in then.map { figure($0, of: result.metric) } }
        return words("front.change", ["now": now, "then": changed ?? now])
    }

    /// What the overall figure would gain; a dash where there is none.
    func overallGain(_ effect: RecommendationEffect) -> String {
        guard let overall = assessment.overall, overall.value != nil else { return "–" }
        return signedFigure(effect.change(of: overall.id)?.gain ?? 0, of: overall.metric)
    }

    private func title(ofRecommendation id: String) -> String {
        questionnaire.recommendations.first { $0.id == id }?.title ?? id
    }

    /// What would change in which domain, and why a score stays where it is.
    private func effectSentences(_ effect: RecommendationEffect) -> [String] {
        assessment.members.flatMap { member -> [String] in
            let changes: [(String, MetricResult?)] = [
                ("effect.score", member.score), ("effect.facilitators", has.facilitators ? member.facilitators : nil),
                ("effect.burden", member.burden),
            ]
            let sentences = changes.compactMap { key, metric -> String? in
                guard let metric, let change = effect.change(of: metric.id) else { return nil }
                return words(
                    key,
                    ["now": figure(change.now, of: metric.metric), "then": figure(change.then, of: metric.metric)])
            }
            guard !sentences.isEmpty else { return [] }
            var text = words("effect.domain", ["domain": member.title, "changes": words.list(sentences)])
            if member.capBinds, effect.change(of: member.score.id) == nil { text += words("effect.held") }
            return [text]
        }
    }

    private func itemChange(_ change: RecommendationEffect.ItemChange) -> MustacheValue {
        .text(
            words(
                "effect.item",
                [
                    "label": label(ofItem: change.item), "now": numbers.points(change.now),
                    "then": numbers.points(change.then),
                ]))
    }

    /// The activity area, from the last tag that recommendations carry.
    private func area(_ recommendation: Recommendation) -> String? {
        let areas = questionnaire.tags.compactMap { tag -> String? in
            guard let id = recommendation.tags[tag.id]?.first,
                let value = tag.values.first(where: { $0.id == id })
            else { return nil }
            return words("recommendation.tag", ["tag": tag.title, "value": value.title])
        }
        return areas.isEmpty ? nil : words.row(areas)
    }

    /// Recommendations by who would do them, in the order of the best of each.
    func recommendationGroups() -> [MustacheValue] {
        var roles: [String] = []
        for effect in assessment.recommendations where !roles.contains(effect.recommendation.responsible) {
            roles.append(effect.recommendation.responsible)
        }
        return roles.map { role in
            let effects = assessment.recommendations.filter { $0.recommendation.responsible == role }
            return [
                "role": .text(title(ofRole: role)),
                "effort": .text(
                    words.plural("effort.days", effects.reduce(0) { $0 + $1.recommendation.effortDays })),
                "recommendations": .list(effects.map(recommendation)),
            ]
        }
    }

    func settledRecommendation(_ recommendation: Recommendation) -> MustacheValue {
        ["title": .text(recommendation.title), "summary": .text(recommendation.summary)]
    }
}
