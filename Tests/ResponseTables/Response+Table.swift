public import Questionnaires
public import Responses

extension Response {
    /// Responses from a table with a line for each respondent: the role, perhaps as `3*role` for three alike, then for
    /// each item the place of the option, `?` for don't know, `x` for not applicable, `.` for unanswered.
    public static func table(_ text: String, for questionnaire: Questionnaire) -> [Response] {
        var responses: [Response] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            let parts = words[0].split(separator: "*").map(String.init)
            var answers: [String: Answer] = [:]
            for (item, word) in zip(questionnaire.items, words.dropFirst()) {
                switch word {
                case "?": answers[item.id] = Answer(.dontKnow)
                case "x": answers[item.id] = Answer(.notApplicable(reason: "because"))
                case ".": break
                default: answers[item.id] = Int(word).map { Answer(.option(position: $0)) }
                }
            }
            for _ in 0..<(parts.count == 1 ? 1 : Int(parts[0]) ?? 0) {
                let id = "r\(1000 + responses.count)"
                responses.append(Response(respondent: id, role: parts[parts.count - 1], wave: "w", answers: answers))
            }
        }
        return responses
    }
}
