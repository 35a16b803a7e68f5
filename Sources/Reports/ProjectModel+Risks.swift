import Mustache
import Projects
import Questionnaires
import Scoring

/// The difficulties that others met: those of the stages at hand first.
extension ProjectModel {
    func risks() -> [String: MustacheValue] {
        var current = Set(assessment.stages.filter(\.hasBegun).map(\.stage.id))
        if let next = assessment.next { current.insert(next.stage.id) }
        let isAtHand: (RiskStanding) -> Bool = { risk in risk.risk.stages.first.map(current.contains) ?? true }
        let (near, far) = (assessment.risks.filter(isAtHand), assessment.risks.filter { !isAtHand($0) })
        return [
            "hasAny": .flag(!assessment.risks.isEmpty), "summary": .text(riskSummary()),
            "near": .list(sorted(near).map(risk)), "hasNear": .flag(!near.isEmpty),
            "far": .list(sorted(far).map(risk)), "hasFar": .flag(!far.isEmpty),
            "farTitle": .text(words.plural("project.risks.far", far.count)),
            "all": .list(assessment.risks.map(risk)),
        ]
    }

    /// Those that call for attention first, else in the order of the catalogue.
    private func sorted(_ risks: [RiskStanding]) -> [RiskStanding] {
        let order: [StatusRule.Tone] = [.poor, .fair, .idle, .good]
        return order.flatMap { tone in risks.filter { $0.standing.tone == tone } }
    }

    /// How many stand how.
    private func riskSummary() -> String {
        let standings = plan.risks.standings + [plan.risks.notAsked].compactMap { $0 }
        let parts = standings.map { standing in
            words(
                "project.risks.count",
                [
                    "count": words.count(assessment.risks.count { $0.standing.id == standing.id }),
                    "standing": standing.title,
                ])
        }
        return words(
            "project.risks.summary",
            ["all": words.count(assessment.risks.count), "counts": parts.joined(separator: words("list.separator"))])
    }

    private func risk(_ standing: RiskStanding) -> MustacheValue {
        let risk = standing.risk
        let help = (risk.toolFamilies + risk.approaches).compactMap { plan.risks.help($0)?.title }
        let places = risk.stages.map { String(number(of: $0)) }
        let isShown = standing.share?.value != nil && standing.standing.id != plan.risks.notAsked?.id
        return [
            "id": .text(risk.id), "title": .text(risk.title), "question": .text(risk.question),
            "standing": StageStatusValue(standing.standing, words: words).value,
            "share": .text(isShown ? numbers.percent(standing.share?.value) : "–"),
            "coverage": .text(numbers.percent(standing.share?.coverage)),
            "isShown": .flag(isShown),
            "signs": .list(risk.signs.map(MustacheValue.text)),
            "help": optional(help.isEmpty ? nil : help.joined(separator: words("project.fact.separator"))),
            "stages": .text(places.joined(separator: words("list.separator"))),
            "isOptional": .flag(risk.isOptional),
            "hasPoints": .flag(!standing.points.isEmpty),
            "points": .list(
                standing.points.map { point in
                    .text(
                        words(
                            "project.risks.point", ["point": quoted(point), "standing": self.standing(point)]))
                }),
        ]
    }
}
