public import Questionnaires
public import Responses

extension Response {
    /// The items that are asked as things stand and not answered, in the order of the questionnaire.
    public func unanswered(in questionnaire: Questionnaire) -> [String] {
        zip(questionnaire.items, cells(in: questionnaire)).filter { $1.state == .unanswered }.map(\.0.id)
    }
}
