import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// What the terminal shows after an assessment.
extension ReportModel {
    private static let barWidth = 20

    func summary() -> MustacheValue {
        let width = min(24, assessment.members.map(\.title.count).max() ?? 0)
        return [
            "text": words.strings.values,
            "title": .text(reportTitle),
            "headline": .list(ReportModel.wrapped(headline(), width: 78).map(MustacheValue.text)),
            "domains": .list(assessment.members.prefix(10).map { summaryLine($0, titleWidth: width) }),
            "furtherDomains": optional(
                assessment.members.count > 10
                    ? words.plural("summary.furtherDomains", assessment.members.count - 10) : nil),
            "hasRecommendations": .flag(!assessment.recommendations.isEmpty),
            "recommendations": .list(
                assessment.recommendations.prefix(3).map { effect in
                    .text(
                        words(
                            "summary.recommendation",
                            [
                                "title": effect.recommendation.title,
                                "effort": words.plural("effort.days", effect.recommendation.effortDays),
                                "gain": numbers.signedPoints(
                                    assessment.overall.flatMap { effect.change(of: $0.id)?.gain } ?? 0),
                            ]))
                }),
            "certainty": .list(
                ReportModel.wrapped(certainty().prefix(3).joined(separator: " "), width: 78).prefix(3)
                    .map(MustacheValue.text)),
        ]
    }

    private func summaryLine(_ member: MemberAssessment, titleWidth: Int) -> MustacheValue {
        let title = String(member.title.prefix(titleWidth))
        let padding = String(repeating: " ", count: titleWidth - title.count)
        var note = ""
        if member.capBinds, let blocker = member.capSetBy.first {
            note = words("summary.capped", ["blocker": label(ofItem: blocker)])
        } else if member.score.status != .firm {
            note = status(member.score)
        }
        let score = numbers.points(member.score.value)
        return .text(
            "\(title)\(padding)  \(numbers.bar(member.score.value, width: ReportModel.barWidth)) "
                + String(repeating: " ", count: max(0, 5 - score.count)) + score + (note.isEmpty ? "" : "  \(note)"))
    }

    /// Breaks a text into lines of at most `width` characters.
    static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= width {
                line += " \(word)"
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
