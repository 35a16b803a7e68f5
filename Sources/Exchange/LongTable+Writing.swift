public import Questionnaires
public import Responses

extension Response {
    /// Answers as a long table of comma-separated values: one row for each respondent and item, in the order of the
    /// questionnaire. Reading it gives equal responses.
    public static func longTable(of responses: [Response], questionnaire: Questionnaire) -> String {
        var writer = CSVWriter(startsWithMark: true)
        writer.add(LongTable.Column.allCases.map { .code($0.rawValue) })
        for response in responses.sorted(by: { $0.respondent < $1.respondent }) {
            for (dimension, reason) in response.notApplicable.sorted(by: { $0.key < $1.key }) {
                writer.add(
                    response.row(
                        item: LongTable.dimensionPrefix + dimension,
                        answer: Answer(.notApplicable(reason: reason)), options: [], questionnaire: questionnaire))
            }
            for item in questionnaire.items {
                let answer = response.answers[item.id]
                // Its dimension has said why it does not apply.
                if answer == nil, item.ancestors.contains(where: { response.notApplicable[$0] != nil }) { continue }
                writer.add(
                    response.row(
                        item: item.id, answer: answer, options: item.scale.options.map(\.id),
                        questionnaire: questionnaire))
            }
        }
        return writer.text
    }

    private func row(
        item: String, answer: Answer?, options: [String], questionnaire: Questionnaire
    ) -> [CSVWriter.Field] {
        var values: [LongTable.Column: CSVWriter.Field] = [
            .respondent: .code(respondent), .role: .code(role), .item: .code(item),
            .questionnaire: .code(questionnaire.id), .version: .text(questionnaire.version),
        ]
        values[.completed] = completed.map(CSVWriter.Field.code)
        values[.language] = language.map(CSVWriter.Field.code)
        values[.wave] = wave.map(CSVWriter.Field.code)
        values[.project] = project.map(CSVWriter.Field.code)
        var state = AnswerState.answered
        switch answer?.content {
        case nil: state = .unanswered
        case .option(let position): values[.answer] = .code(options[position])
        case .options(let positions): values[.answer] = .code(positions.map { options[$0] }.joined(separator: " "))
        case .number(let number): values[.answer] = .number(number)
        case .text(let text): values[.answer] = .text(text)
        case .dontKnow: state = .dontKnow
        case .notApplicable(let reason):
            state = .notApplicable
            values[.reason] = .text(reason)
        }
        values[.state] = .code(state.rawValue)
        values[.comment] = answer?.comment.map(CSVWriter.Field.text)
        if let evidence = answer?.evidence {
            values[.evidence] = evidence.text.map(CSVWriter.Field.text)
            values[.evidenceKind] = .code(evidence.kind.rawValue)
            values[.evidenceDate] = evidence.date.map(CSVWriter.Field.code)
            values[.evidenceOwner] = evidence.owner.map(CSVWriter.Field.code)
        }
        return LongTable.Column.allCases.map { values[$0] ?? .code("") }
    }
}
