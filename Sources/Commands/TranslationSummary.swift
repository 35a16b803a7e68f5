import Questionnaires

/// How much of something stands in another language, as a line for whoever works on it.
struct TranslationSummary: Hashable, CustomStringConvertible {
    /// What is translated: the id of a questionnaire, or what else has texts.
    let subject: String
    let language: String
    let count: TranslationCount
    let isAwaitingReview: Bool

    var description: String {
        var parts = ["\(count.all - count.missing.count) of \(count.all) texts are translated"]
        if count.same > 0 { parts.append("\(count.same) of these read as in the original") }
        if isAwaitingReview { parts.append("a review is awaited") }
        return "\(subject) in \(language): \(parts.joined(separator: ", "))"
    }
}
