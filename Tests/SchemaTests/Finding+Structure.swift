import JSON

extension Finding {
    /// Whether a schema could say the same: everything, but for what depends on other values than those on the way to
    /// the place of the finding, or on another file.
    var isStructural: Bool { !Self.beyondSchemas.contains { $0.isMeant(self) } }

    /// What the decoders find and no schema can say.
    private static let beyondSchemas = [
        // Names of things that are defined elsewhere, or not at all.
        Beyond("an unknown id", ["there is no "]) { finding in
            // These are words of the format, which happen to be reported in the same way.
            finding.problem.contains("\"")
                && ["criterion", "direction", "treatment"].allSatisfy {
                    !finding.problem.hasPrefix("there is no \($0) ")
                        && !finding.problem.hasPrefix("there is no \($0) of ")
                }
        },
        Beyond(
            "an id or a metric that occurs twice",
            [
                " occurs twice", "another file defines", " is defined twice", " is set twice", " is set beside ",
                "another file of the plan has the key", "is asked of ",
            ]),
        Beyond("a circle", ["this depends on itself"]),
        Beyond(
            "the order of numbers, days or levels",
            [
                "no number lies between", "the point does not lie right of", "\"provisional\" is above",
                "\"tentative\" is above", "the range ends before it begins",
                "the interval is empty", " overlap", "is not worth more than", "the period ends before it begins",
            ]),
        Beyond(
            "values that are the same",
            [
                "the scale has no worst and best answer", "yes and no stand for the same",
                "all points have the same value", "two outcomes have the same value",
            ]),
        Beyond("what other files must add", ["the questionnaire has no items", "no file of the plan has the key"]),
        Beyond("an anchor for each option of the scale", ["the anchor for option"]),
        Beyond(
            "what suits the kind of another item, metric or family",
            [
                "is a facilitator too", "is a blocker too", "is a none too", "the metric names no bands",
                " is no verdict",
                "the family has no members", "is a blocker: to build", "is no blocker: to remove", "is not a blocker",
                "may not set the gate rating", "cannot stand beside itself",
            ]),
        Beyond(
            "what the policy of recommendations, perhaps in another file, leaves open",
            ["no floor is given", "no ceiling is given", "no ceiling of the gate rating is given", "the scale of "]),
        Beyond("the range of an item that a recommendation changes", [" is out of range"]) {
            $0.path.contains(".builds") || $0.path.contains(".removes")
        },
        Beyond("a day that a month does not have", [" is not a date"]) { $0.problem.contains("\"2026-02-30\"") },
        Beyond("whether the logo can be used", ["the logo "]),
        // Translations against their definition.
        Beyond("how many texts there are", ["the list has "]) { $0.path.hasPrefix("$.texts") },
        Beyond(
            "whether a text, texts in a list or texts by name belong there",
            ["this is a text, not", "this is a list, not", "this is an object, not"]
        ) { $0.path.hasPrefix("$.texts.") },
        Beyond("separators that are the same", ["groups of digits are kept apart by what stands before decimals"]),
        // Responses and waves against their questionnaire.
        Beyond(
            "another questionnaire, version, wave or project",
            ["the response answers ", "the response belongs to the ", "the record is of the wave"]),
        Beyond(
            "what the item asks for",
            [
                "can be chosen only alone", " is too low for", " is too high for", " applies to everyone",
                "cannot be called not applicable", "the answer has neither",
            ]),
        Beyond("the kind of answer that the item asks for", ["this is a"]) { finding in
            // What is neither text, list nor number is no answer to anything.
            isOneAnswer(finding.path)
                && ["a text", "a list", "a number"].contains { finding.problem.hasPrefix("this is \($0),") }
        },
        Beyond("the kind of answer that the item asks for", ["the key "]) { finding in
            finding.path.hasPrefix("$.answers")
                && ["option", "options", "number", "text"].contains {
                    finding.problem == "the key \"\($0)\" is not known here"
                }
        },
        Beyond("a role, of a questionnaire that has roles", ["the key \"role\" is missing"]) { $0.path == "$" },
    ]

    private struct Beyond: Sendable {
        let name: String
        let phrases: [String]
        let also: @Sendable (Finding) -> Bool

        init(_ name: String, _ phrases: [String], also: @escaping @Sendable (Finding) -> Bool = { _ in true }) {
            self.name = name
            self.phrases = phrases
            self.also = also
        }

        func isMeant(_ finding: Finding) -> Bool {
            phrases.contains { finding.problem.contains($0) } && also(finding)
        }
    }

    /// Whether a path leads to an answer, and no further; ids with full stops stand in brackets.
    private static func isOneAnswer(_ path: String) -> Bool {
        guard path.hasPrefix("$.answers") else { return false }
        let rest = path.dropFirst("$.answers".count)
        if rest.hasPrefix("['") { return rest.hasSuffix("']") && !rest.dropFirst(2).dropLast(2).contains("']") }
        return rest.first == "." && !rest.dropFirst().contains { ".[".contains($0) }
    }
}
