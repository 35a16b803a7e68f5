public import Questionnaires
public import Responses

/// What a form on a survey platform says beside the questions themselves, in one language.
public struct FormWords: Sendable {
    /// The language as a BCP 47 tag, and its name in itself.
    public let language: String
    public let languageName: String
    public let dontKnow: String
    public let notApplicable: String
    /// That none of several options is chosen.
    public let nothing: String
    /// The question that stands in for a choice where a number or words are asked for.
    public let state: String
    public let reason: String
    public let evidence: String
    public let evidenceKind: String
    public let evidenceKinds: [Evidence.Kind: String]
    public let evidenceDate: String
    public let evidenceOwner: String
    public let comment: String
    public let respondent: String
    public let respondentHint: String
    /// What is said where a pseudonym has other signs than it may.
    public let respondentConstraint: String
    /// What is said where options are chosen together that exclude one another.
    public let exclusiveConstraint: String
    public let role: String

    public init(
        language: String, languageName: String, dontKnow: String, notApplicable: String, nothing: String,
        state: String, reason: String, evidence: String, evidenceKind: String, evidenceKinds: [Evidence.Kind: String],
        evidenceDate: String, evidenceOwner: String, comment: String, respondent: String, respondentHint: String,
        respondentConstraint: String, exclusiveConstraint: String, role: String
    ) {
        self.language = language
        self.languageName = languageName
        self.dontKnow = dontKnow
        self.notApplicable = notApplicable
        self.nothing = nothing
        self.state = state
        self.reason = reason
        self.evidence = evidence
        self.evidenceKind = evidenceKind
        self.evidenceKinds = evidenceKinds
        self.evidenceDate = evidenceDate
        self.evidenceOwner = evidenceOwner
        self.comment = comment
        self.respondent = respondent
        self.respondentHint = respondentHint
        self.respondentConstraint = respondentConstraint
        self.exclusiveConstraint = exclusiveConstraint
        self.role = role
    }
}

/// A questionnaire in one language, with the words of a form in that language.
public struct FormEdition: Sendable {
    public let questionnaire: Questionnaire
    public let words: FormWords

    public init(_ questionnaire: Questionnaire, words: FormWords) {
        self.questionnaire = questionnaire
        self.words = words
    }
}
