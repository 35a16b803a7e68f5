import Questionnaires
import Responses
import SeededRandomness

/// Random answers to a questionnaire.
struct RandomWave {
    var dontKnow = 0.1
    var unanswered = 0.1
    var notApplicable = 0.05
    var respondents = 3...12
    /// How many roles there are to draw from.
    var roles = 6

    func responses(to questionnaire: Questionnaire, using generator: inout SeededGenerator) -> [Response] {
        let roles = questionnaire.roles.prefix(self.roles).map(\.id)
        return (0..<Int.random(in: respondents, using: &generator)).map { number in
            Response(
                respondent: "r\(1000 + number)", role: roles.randomElement(using: &generator) ?? "any", wave: "w",
                answers: answers(to: questionnaire, using: &generator))
        }
    }

    private func answers(to questionnaire: Questionnaire, using generator: inout SeededGenerator) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for item in questionnaire.items {
            let draw = Double.random(in: 0..<1, using: &generator)
            if draw < unanswered { continue }
            if draw < unanswered + dontKnow {
                answers[item.id] = Answer(.dontKnow)
            } else if draw < unanswered + dontKnow + notApplicable {
                answers[item.id] = Answer(.notApplicable(reason: "because"))
            } else {
                answers[item.id] = Answer(
                    .option(position: Int.random(in: item.scale.options.indices, using: &generator)))
            }
        }
        return answers
    }
}

extension Response {
    /// The same response with one answer replaced.
    func replacing(_ item: String, by content: Answer.Content?) -> Response {
        var answers = answers
        answers[item] = content.map { Answer($0) }
        return Response(respondent: respondent, role: role, wave: wave, answers: answers)
    }

    /// The place of the option chosen for an item.
    func position(of item: String) -> Int? {
        if case .option(let position)? = answers[item]?.content { return position }
        return nil
    }
}
