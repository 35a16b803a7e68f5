/// Where a report comes from: exactly which inputs, and which program.
public struct Provenance: Sendable {
    /// The version of Waymark.
    public let version: String
    /// SHA-256 over the files of the questionnaire, and over the answers.
    public let questionnaireDigest: String
    public let answersDigest: String
    public let overrides: [Override]
    public let leftOut: [LeftOut]
    /// The same of the answers to other questionnaires that the report sets beside its own.
    public let companions: [Companion]
    /// The texts of questionnaires in another language than their own.
    public let translations: [Translation]

    /// Where the results of another questionnaire come from.
    public struct Companion: Sendable, Hashable {
        public let questionnaire: String
        public let questionnaireDigest: String
        public let answersDigest: String

        public init(questionnaire: String, questionnaireDigest: String, answersDigest: String) {
            self.questionnaire = questionnaire
            self.questionnaireDigest = questionnaireDigest
            self.answersDigest = answersDigest
        }
    }

    /// A file of the workspace that takes the place of a built-in one.
    public struct Override: Sendable, Hashable {
        public let path: String
        public let digest: String

        public init(path: String, digest: String) {
            self.path = path
            self.digest = digest
        }
    }

    /// The files from which the texts of a questionnaire come, where it is written in another language; its digest is
    /// that of the rules.
    public struct Translation: Sendable, Hashable {
        public let questionnaire: String
        public let language: String
        public let digest: String

        public init(questionnaire: String, language: String, digest: String) {
            self.questionnaire = questionnaire
            self.language = language
            self.digest = digest
        }
    }

    /// A response that was left out because it is invalid.
    public struct LeftOut: Sendable, Hashable {
        public let file: String
        public let reason: String

        public init(file: String, reason: String) {
            self.file = file
            self.reason = reason
        }
    }

    public init(
        version: String, questionnaireDigest: String, answersDigest: String, overrides: [Override], leftOut: [LeftOut],
        companions: [Companion] = [], translations: [Translation] = []
    ) {
        self.translations = translations
        self.version = version
        self.questionnaireDigest = questionnaireDigest
        self.answersDigest = answersDigest
        self.overrides = overrides
        self.leftOut = leftOut
        self.companions = companions
    }
}
