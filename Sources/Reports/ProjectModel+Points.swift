import Mustache
import Projects
import Questionnaires
import Responses
import Scoring

/// Points with their answers, evidence and remarks.
extension ProjectModel {
    /// What was answered, in words; of several people, how many said what.
    func answer(_ point: PointStanding) -> String {
        let word: String
        switch point.state {
        case .rated(let position): word = point.item.scale.options[position].label
        case .dontKnow: word = words("state.dontKnow")
        case .blank: word = words("state.unanswered")
        case .notApplicable: word = words("state.notApplicable")
        }
        let pooled = point.pooled
        let said = pooled.answered + pooled.dontKnow + pooled.notApplicable
        guard said > 1 else { return word }
        var counts = zip(point.item.scale.options, pooled.counts).filter { $1 > 0 }.map { ($0.label, $1) }
        if pooled.dontKnow > 0 { counts.append((words("state.dontKnow"), pooled.dontKnow)) }
        if pooled.notApplicable > 0 { counts.append((words("state.notApplicable"), pooled.notApplicable)) }
        let texts = counts.map { words("project.point.count", ["count": words.count($0.1), "answer": $0.0]) }
        return words(
            "project.point.several", ["answer": word, "counts": texts.joined(separator: words("list.separator"))])
    }

    func pointRow(_ point: PointStanding) -> MustacheValue {
        let kind = plan.gate.map(\.tag).flatMap { tag in
            point.item.tags[tag]?.first.map { tagWord(tag, $0) }
        }
        return [
            "id": .text(point.item.id), "label": .text(point.item.label), "kind": .text(kind ?? ""),
            "isAlert": .flag(point.isMust && !point.holds && point.state != .blank),
            "answer": .text(standing(point)),
            "evidence": .list(point.evidence.map { page.sentence(evidence($0)) }),
            "hasEvidence": .flag(!point.evidence.isEmpty),
            "remarks": .list(
                (point.reasons.map { words("project.point.reason", ["reason": page.name($0)]) }
                    + point.comments.map(page.name)).map { page.sentence($0) }),
        ]
    }

    private func evidence(_ evidence: Evidence) -> String {
        let details = [
            evidence.date, evidence.owner.map(role),
        ].compactMap { $0 }
        let kind = evidenceKind(evidence.kind)
        let text = evidence.text.map { words("project.evidence.text", ["kind": kind, "text": page.name($0)]) } ?? kind
        guard !details.isEmpty else { return text }
        return words(
            "project.evidence.details",
            ["evidence": text, "details": details.joined(separator: words("list.separator"))])
    }
}
