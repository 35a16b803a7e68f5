import Assessments
import Questionnaires
import Responses
import Scoring

extension WaveComparisonReport {
    /// The comparison as comma-separated values: a row for each figure, cap, score, matched item and item of a
    /// recommendation of each step.
    public func csv() -> String {
        let header = [
            "organisation", "questionnaire", "earlier", "later", "kind", "id", "title", "member", "earlierValue",
            "laterValue", "change", "contribution", "earlierRating", "laterRating", "matchedShare", "comparedShare",
            "smallest", "probability", "adjusted", "result", "status", "wholeChange", "ratings", "people", "items",
            "weights",
        ]
        var text = CSVText.line(header.map(CSVText.Field.text))
        for step in comparison.steps {
            for row in rows(step) {
                let shared = [
                    step.later.subject, step.later.scores.questionnaire.id, step.earlier.scores.wave.id,
                    step.later.scores.wave.id,
                ]
                text += CSVText.line(shared.map(CSVText.Field.text) + row.fields)
            }
        }
        return text
    }

    private struct Row {
        let kind: String
        let id: String
        let title: String
        var member: String?
        var earlier: Double?
        var later: Double?
        var contribution: Double?
        var earlierRating: String?
        var laterRating: String?
        var matchedShare: Double?
        var comparedShare: Double?
        var finding: WaveTest.Finding?
        var result = ""
        var status: WaveFigureChange.ObservationStatus?
        var parts: WaveParts?

        var fields: [CSVText.Field] {
            let change = earlier.flatMap { from in later.map { $0 - from } }
            return [
                .text(kind), .text(id), .text(title), .text(member ?? ""), .number(earlier), .number(later),
                .number(change), .number(contribution), .text(earlierRating ?? ""), .text(laterRating ?? ""),
                .number(matchedShare), .number(comparedShare),
                .number(WaveTestRounding.smallest(finding?.smallest)),
                .number((finding?.probability).map(WaveTestRounding.probability)),
                .number((finding?.adjusted).map(WaveTestRounding.probability)), .text(result),
                .text(status?.rawValue ?? ""), .number(parts?.whole), .number(parts?.matched.ratings),
                .number(parts?.matched.people), .number(parts?.items), .number(parts?.weights),
            ]
        }
    }

    private func rows(_ step: WaveStep) -> [Row] {
        var rows: [Row] = []
        var contributions: [String: Double] = [:]
        for member in step.members {
            for figure in member.figures {
                for part in figure.contributions ?? [] { contributions[part.item.id] = part.amount }
                let result =
                    figure.obstacle?.rawValue ?? figure.test.reason.map(WaveComparisonReport.name)
                    ?? (figure.test.finding?.isFound == true ? "found" : "notFound")
                rows.append(
                    Row(
                        kind: "figure", id: figure.id, title: figure.metric.title, member: member.id,
                        earlier: figure.earlier, later: figure.later, matchedShare: figure.matchedShare,
                        comparedShare: figure.comparedShare, finding: figure.test.finding, result: result,
                        status: figure.status, parts: figure.parts))
            }
            if let cap = member.cap, let result = member.reportedLater.cap {
                rows.append(
                    Row(
                        kind: "cap", id: result.id, title: result.metric.title, member: member.id, earlier: cap.earlier,
                        later: cap.later))
            }
            let score = member.reportedLater.score
            rows.append(
                Row(
                    kind: "score", id: score.id, title: score.metric.title, member: member.id,
                    earlier: member.score.earlier, later: member.score.later))
        }
        func option(_ position: Int?, of item: Item) -> String? { position.map { item.scale.options[$0].id } }
        rows += step.items.map { item in
            Row(
                kind: "item", id: item.pair.new.id, title: item.pair.new.label, member: item.member,
                earlier: item.earlier, later: item.later, contribution: contributions[item.pair.new.id],
                earlierRating: option(item.earlierGate, of: item.pair.new),
                laterRating: option(item.laterGate, of: item.pair.new))
        }
        for recommendation in step.recommendations {
            rows += recommendation.items.map { item in
                Row(
                    kind: "recommendation", id: recommendation.recommendation.id, title: item.item.id,
                    earlier: item.earlier, later: item.later, result: item.outcome.rawValue)
            }
        }
        return rows
    }
}
