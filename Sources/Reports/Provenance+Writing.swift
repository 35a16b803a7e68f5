import JSON
import Mustache

/// Where a report comes from, as templates and JSON name it.
extension Provenance {
    /// Sentences on the translations, and what is to be listed of overrides.
    func values(_ words: Words) -> [String: MustacheValue] {
        [
            "translations": .list(Provenance.sentences(translations, words)),
            "overrides": .list(overrides.map { ["path": .text($0.path), "digest": .text($0.digest)] }),
            "hasOverrides": .flag(!overrides.isEmpty),
            "leftOut": .list(leftOut.map { ["file": .text($0.file), "reason": .text($0.reason)] }),
            "hasLeftOut": .flag(!leftOut.isEmpty),
            "moreLeftOut": .text(words.moreLeftOut(self)),
            "hasMoreLeftOut": .flag(hasMoreLeftOut),
        ]
    }

    static func sentences(_ translations: [Translation], _ words: Words) -> [MustacheValue] {
        translations.map {
            .text(
                words(
                    "provenance.translation",
                    ["questionnaire": $0.questionnaire, "language": $0.language, "digest": $0.digest]))
        }
    }

    /// The digests of the questionnaire and the answers, with those of translations.
    var digests: JSONValue {
        let own: [String: JSONValue] = [
            "questionnaire": .string(questionnaireDigest), "answers": .string(answersDigest),
        ]
        return .object(own.merging(translationsJSON) { own, _ in own })
    }

    /// The digests with those of files that replace others, and of files with a response in each line.
    var allDigests: JSONValue {
        var members: [String: JSONValue] = [
            "questionnaire": .string(questionnaireDigest), "answers": .string(answersDigest),
            "overrides": .array(overrides.map { ["path": .string($0.path), "sha256": .string($0.digest)] }),
        ]
        // Nothing is said of lines where there are none.
        if !lines.isEmpty {
            members["lines"] = .array(lines.map { ["file": .string($0.file), "blake2b": .string($0.digest)] })
        }
        return .object(members.merging(translationsJSON) { own, _ in own })
    }

    /// The translations; nothing where there are none, so that reports in the language of the definition stay as they
    /// are.
    var translationsJSON: [String: JSONValue] {
        guard !translations.isEmpty else { return [:] }
        return [
            "translations": .array(
                translations.map {
                    [
                        "questionnaire": .string($0.questionnaire), "language": .string($0.language),
                        "sha256": .string($0.digest),
                    ]
                })
        ]
    }
}
