import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// What the terminal shows after an assessment.
extension ReportModel {
    private static let barWidth = 20
    private static let lineWidth = 78
    /// The lines that the headline, the domains and all that goes on in a further line share, so that the whole stays
    /// within 25.
    private static let sharedLines = 12

    func summary() -> MustacheValue {
        let width = min(24, assessment.members.map(\.title.count).max() ?? 0)
        let title = ReportModel.wrapped(reportTitle, width: ReportModel.lineWidth, lines: 2)
        let recommendations = assessment.recommendations.prefix(3).map(summaryLines)
        let review =
            words.strings.announcesReview
            ? 1 + TerminalText.lines(words("language.awaitingReview"), width: ReportModel.lineWidth).count : 0
        let further = title.count - 1 + recommendations.reduce(0) { $0 + $1.count - 1 } + review
        let headline = ReportModel.wrapped(
            headline(), width: ReportModel.lineWidth, lines: max(3, 8 - further))
        let domains = assessment.members.prefix(
            max(2, ReportModel.sharedLines - further - max(2, headline.count)))
        let furtherDomains = assessment.members.count - domains.count
        return [
            "text": words.strings.values,
            "title": .text(title.joined(separator: " ")),
            "headline": .list(headline.map(MustacheValue.text)),
            "domains": .list(domains.map { summaryLine($0, titleWidth: width) }),
            "furtherDomains": optional(
                furtherDomains > 0 ? words.plural("summary.furtherDomains", furtherDomains) : nil),
            "hasRecommendations": .flag(!recommendations.isEmpty),
            "recommendations": .list(recommendations.map { .text($0.joined(separator: " ")) }),
            "certainty": .list(
                ReportModel.wrapped(
                    certainty().prefix(3).joined(separator: " "), width: ReportModel.lineWidth, lines: 3
                ).map(MustacheValue.text)),
        ]
    }

    private func summaryLines(_ effect: RecommendationEffect) -> [String] {
        let text = words(
            "summary.recommendation",
            [
                "title": effect.recommendation.title,
                "effort": words.plural("effort.days", effect.recommendation.effortDays), "gain": overallGain(effect),
            ])
        return ReportModel.wrapped(text, width: ReportModel.lineWidth - 4, lines: 2)
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
