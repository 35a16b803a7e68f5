import Mustache
import Projects
import Questionnaires
import Responses
import Scoring

/// What was answered, on what it rests, and what is missing.
extension BusinessCaseModel {
    func point(_ point: PointStanding) -> MustacheValue {
        [
            "label": setting.alone(point.item.label), "id": .text(point.item.id),
            "answer": setting.sentence(answer(point)),
            "isMust": .flag(point.isMust), "isOpen": .flag(point.isOpen),
            "notes": setting.sentences(
                point.evidence.map(evidence) + (point.evidence.isEmpty ? [words("businessCase.noEvidence")] : [])
                    + point.comments.map { words("businessCase.comment", ["text": setting.name($0)]) }),
        ]
    }

    /// The answer in words; what is not met, not known or blank is said as such.
    private func answer(_ point: PointStanding) -> String {
        if let change = point.reopenedBy {
            return words(
                "businessCase.answer.reopened",
                [
                    "change": setting.name(project.plan.change(change.kind)?.title ?? change.kind),
                    "date": change.date,
                ])
        }
        switch point.state {
        case .rated(let position):
            let label = setting.name(point.item.scale.options[position].label)
            let count = point.pooled.answered
            return count > 1
                ? words("businessCase.answer.pooled", ["answer": label, "count": words.count(count)]) : label
        case .dontKnow: return words("businessCase.answer.dontKnow")
        case .blank: return words("businessCase.answer.blank")
        case .notApplicable:
            let reasons = point.reasons.map(setting.name)
            return reasons.isEmpty
                ? words("businessCase.answer.notApplicable")
                : words(
                    "businessCase.answer.notApplicableBecause",
                    ["reason": reasons.joined(separator: words("businessCase.separator"))])
        }
    }

    private func evidence(_ evidence: Evidence) -> String {
        let kind =
            switch evidence.kind {
            case .asserted: words("businessCase.evidence.asserted")
            case .documented: words("businessCase.evidence.documented")
            case .measured: words("businessCase.evidence.measured")
            }
        let details = [
            evidence.text.map { words("businessCase.evidence.text", ["text": setting.name($0)]) },
            evidence.date, evidence.owner.map { setting.role($0, of: project) },
        ].compactMap { $0 }
        return words(
            "businessCase.evidence.line",
            ["kind": kind, "details": ([kind] + details).joined(separator: words("list.separator"))])
    }

    /// How many points of a section are met, and how many are not.
    func count(_ points: [PointStanding]) -> String {
        var counts: [(key: String, count: Int)] = []
        func add(_ key: String, _ holds: (PointStanding) -> Bool) {
            let count = points.filter(holds).count
            if count > 0 { counts.append((key, count)) }
        }
        func rated(_ point: PointStanding) -> Int? {
            if case .rated(let position) = point.state { position } else { nil }
        }
        add("businessCase.count.met") { $0.isMet }
        add("businessCase.count.partly") { point in rated(point).map { $0 > 0 && !point.isMet } ?? false }
        add("businessCase.count.notMet") { point in rated(point) == 0 && !point.isMet }
        add("businessCase.count.notApplicable") { $0.state == .notApplicable }
        add("businessCase.count.reopened") { $0.reopenedBy != nil }
        add("businessCase.count.dontKnow") { $0.state == .dontKnow && $0.reopenedBy == nil }
        add("businessCase.count.blank") { $0.state == .blank }
        guard counts.contains(where: { $0.key != "businessCase.count.blank" }) else {
            return words("businessCase.nothingAnswered")
        }
        let parts = counts.map { words($0.key, ["count": words.count($0.count)]) }
        return words.plural("businessCase.counted", points.count, ["parts": words.list(parts)])
    }
}
