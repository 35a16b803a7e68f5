import Questionnaires
import Responses

@testable import Exchange

/// Forms of a questionnaire, with words that are told apart by language.
enum FormSources {
    static func words(_ language: String, name: String) -> FormWords {
        func word(_ text: String) -> String { "\(text) [\(language)]" }
        return FormWords(
            language: language, languageName: name, dontKnow: word("dontKnow"), notApplicable: word("notApplicable"),
            nothing: word("nothing"), state: word("state"), reason: word("reason"), evidence: word("evidence"),
            evidenceKind: word("kind"),
            evidenceKinds: [.asserted: word("asserted"), .documented: word("documented"), .measured: word("measured")],
            evidenceDate: word("date"), evidenceOwner: word("owner"), comment: word("comment"),
            respondent: word("respondent"), respondentHint: word("hint"), respondentConstraint: word("constraint"),
            exclusiveConstraint: word("exclusive"), role: word("role"))
    }

    static func make(
        _ questionnaire: Questionnaire, languages: [(code: String, name: String)] = [("en", "English")],
        evidence: Bool = true
    ) throws -> FormSource {
        let editions = languages.map { FormEdition(questionnaire, words: words($0.code, name: $0.name)) }
        guard let source = FormSource(editions: editions, place: .wave("2026"), asksEvidence: evidence) else {
            throw CancellationError()
        }
        return source
    }
}
