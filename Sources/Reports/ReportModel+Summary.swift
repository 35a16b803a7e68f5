import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// What the terminal shows after an assessment.
extension ReportModel {
    private static let barWidth = 20
    private static let lineWidth = 78
    /// The lines that the headline and the domains share, so that the whole stays within 25.
    private static let sharedLines = 12

    func summary() -> MustacheValue {
        let width = min(24, assessment.members.map(\.title.count).max() ?? 0)
        let headline = ReportModel.wrapped(headline(), width: ReportModel.lineWidth, lines: 8)
        let domains = assessment.members.prefix(ReportModel.sharedLines - max(2, headline.count))
        let further = assessment.members.count - domains.count
        return [
            "text": words.strings.values,
            "title": .text(reportTitle),
            "headline": .list(headline.map(MustacheValue.text)),
            "domains": .list(domains.map { summaryLine($0, titleWidth: width) }),
            "furtherDomains": optional(further > 0 ? words.plural("summary.furtherDomains", further) : nil),
            "hasRecommendations": .flag(!assessment.recommendations.isEmpty),
            "recommendations": .list(
                assessment.recommendations.prefix(3).map { effect in
                    .text(
                        words(
                            "summary.recommendation",
                            [
                                "title": effect.recommendation.title,
                                "effort": words.plural("effort.days", effect.recommendation.effortDays),
                                "gain": overallGain(effect),
                            ]))
                }),
            "certainty": .list(
                ReportModel.wrapped(
                    certainty().prefix(3).joined(separator: " "), width: ReportModel.lineWidth, lines: 3
                ).map(MustacheValue.text)),
        ]
    }

    private func summaryLine(_ member: MemberAssessment, titleWidth: Int) -> MustacheValue {
        let isLong = member.title.count > titleWidth
        let title = isLong ? String(member.title.prefix(titleWidth - 1)) + "…" : member.title
        let padding = String(repeating: " ", count: titleWidth - title.count)
        var note = member.score.status == .firm ? "" : "  " + status(member.score)
        if member.capBinds, let blocker = member.capSetBy.first {
            note += "  " + words("summary.capped", ["blocker": label(ofItem: blocker)])
        }
        let score = figure(member.score)
        let line =
            "\(title)\(padding)  \(numbers.bar(member.score.value, width: ReportModel.barWidth)) "
            + String(repeating: " ", count: max(0, 5 - score.count)) + score + note
        let width = ReportModel.lineWidth
        return .text(line.count > width ? line.prefix(width - 1) + "…" : line)
    }

    /// Breaks a text into lines of at most `width` characters; what does not fit into so many lines is cut off.
    static func wrapped(_ text: String, width: Int, lines count: Int) -> [String] {
        let lines = TerminalText.lines(text, width: width)
        guard lines.count > count else { return lines }
        return lines.prefix(count - 1) + [lines[count - 1] + " …"]
    }
}
