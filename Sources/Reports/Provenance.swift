import JSON
import Mustache

/// Where a report comes from: exactly which inputs, and which program.
public struct Provenance: Sendable {
    /// The version of Waymark.
    public let version: String
    /// SHA-256 over the files of the questionnaire, and over the answers.
    public let questionnaireDigest: String
    public let answersDigest: String
    /// The files of the answers that hold a response in each line, by BLAKE2b.
    public let lines: [Lines]
    public let overrides: [Override]
    /// Responses that were left out, as far as they are listed.
    public let leftOut: [LeftOut]
    /// How many responses were left out.
    public let leftOutCount: Int
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

    /// A file that holds a response in each line.
    public struct Lines: Sendable, Hashable {
        /// Seen from the folder of the wave.
        public let file: String
        /// BLAKE2b over the file, as `b2sum` prints it.
        public let digest: String

        public init(file: String, digest: String) {
            self.file = file
            self.digest = digest
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

    /// Whether more responses were left out than are listed.
    var hasMoreLeftOut: Bool { leftOutCount > leftOut.count }

    public init(
        version: String, questionnaireDigest: String, answersDigest: String, lines: [Lines] = [],
        overrides: [Override], leftOut: [LeftOut], leftOutCount: Int? = nil, companions: [Companion] = [],
        translations: [Translation] = []
    ) {
        self.translations = translations
        self.version = version
        self.questionnaireDigest = questionnaireDigest
        self.answersDigest = answersDigest
        self.lines = lines
        self.overrides = overrides
        self.leftOut = leftOut
        self.leftOutCount = leftOutCount ?? leftOut.count
        self.companions = companions
    }
}

extension Words {
    /// The digests of files that hold a response in each line.
    func lines(_ provenance: Provenance) -> MustacheValue {
        .list(
            provenance.lines.map {
                ["label": .text(self("provenance.lines", ["file": $0.file])), "digest": .text($0.digest)]
            })
    }

    /// How many responses were left out and are not listed.
    func moreLeftOut(_ provenance: Provenance) -> String {
        plural("provenance.moreLeftOut", provenance.leftOutCount - provenance.leftOut.count)
    }
}
