import JSON
import Testing

@testable import Questionnaires

/// What a definition says about other questionnaires that are set beside its members.
struct CompanionDecodingTests {
    private static let first: [Step] = ["presentation", "companions", 0]
    private static let path = "$.presentation.companions"

    @Test func companionsNeedNotBeDeclared() throws {
        #expect(try questionnaire(changing: (["presentation", "companions"], nil)).presentation?.companions == [])
    }

    @Test(
        arguments: [
            Mistake(
                "no such member", first + ["member"], "staf", "\(path)[0].member",
                "there is no member of that family \"staf\"", "did you mean \"staff\"?"),
            Mistake(
                "beside itself", first + ["questionnaire"], "sample", "\(path)[0].questionnaire",
                "a questionnaire cannot stand beside itself", "name another questionnaire"),
            Mistake(
                "no id", first + ["questionnaire"], "../x", "\(path)[0].questionnaire", "\"../x\" cannot be an id",
                "use letters a to z, digits, hyphen, underscore and full stop, beginning with a letter or digit"),
            Mistake(
                "no title", first + ["title"], nil, "\(path)[0]", "the key \"title\" is missing", "add it"),
            Mistake(
                "no metrics", first + ["metrics"], [], "\(path)[0].metrics", "no metric is named",
                "name at least one metric of the other questionnaire"),
            Mistake(
                "a misspelt key", first + ["metrcs"], [], "\(path)[0].metrcs",
                "the key \"metrcs\" is not known here", "did you mean \"metrics\"?"),
            Mistake(
                "the same twice", ["presentation", "companions", 1],
                ["questionnaire": "practice", "member": "staff", "title": "Again", "metrics": ["total"]],
                "\(path)[1]", "\"practice\" is set beside \"staff\" twice", "keep one, and list all metrics there"),
        ])
    func mistakeInACompanion(mistake: Mistake) throws {
        try mistake.check()
    }

    /// - Parameter metrics: what the definition wants shown of a questionnaire that is the definition under another id.
    private func findings(
        metrics: [String], among ids: [String]?, against known: [String] = ["practice"]
    ) throws -> [String] {
        let main = minimalDefinition.setting(Self.first + ["metrics"], to: .array(metrics.map(JSONValue.string)))
        let other = try questionnaire(changing: (["id"], "practice"), (["presentation"], nil))
        let reader = JSONReader(try JSONDocument(parsing: Array(main.canonicalText().utf8)), file: "q.json")
        Questionnaire.checkCompanions(
            reader, among: ids, against: Dictionary(uniqueKeysWithValues: known.map { ($0, other) }))
        #expect(reader.findings.list.allSatisfy { $0.position != nil && $0.severity == .error })
        return reader.findings.list.map { "\($0.path): \($0.problem); \($0.remedy)" }
    }

    /// Single metrics and those of members are both named in full.
    @Test func metricsAreLookedForInTheOtherQuestionnaire() throws {
        #expect(try findings(metrics: ["overall", "staff.score"], among: ["practice"]) == [])
        #expect(
            try findings(metrics: ["overal", "overall", "staff.scor"], among: ["practice"]) == [
                "\(Self.path)[0].metrics[0]: there is no metric of practice \"overal\"; did you mean \"overall\"?",
                "\(Self.path)[0].metrics[2]: there is no metric of practice \"staff.scor\"; did you mean "
                    + "\"staff.score\"?",
            ])
        // The metric of a family has no value of its own.
        #expect(try findings(metrics: ["score"], among: ["practice"]).count == 1)
    }

    @Test func anUnknownQuestionnaireIsReportedWhereAllAreKnown() throws {
        #expect(
            try findings(metrics: ["none"], among: ["practise", "other"], against: []) == [
                "\(Self.path)[0].questionnaire: there is no questionnaire \"practice\"; did you mean \"practise\"?"
            ])
        #expect(try findings(metrics: ["none"], among: nil, against: []) == [])
    }

    /// What is of another type was reported when the definition was read.
    @Test(arguments: [[:], ["companions": 1], ["companions": [1, ["questionnaire": 2]]], 7] as [JSONValue])
    func whatIsOfAnotherTypeIsNotReportedAgain(presentation: JSONValue) throws {
        let main = minimalDefinition.setting(["presentation"], to: presentation)
        let reader = JSONReader(try JSONDocument(parsing: Array(main.canonicalText().utf8)), file: "q.json")
        Questionnaire.checkCompanions(reader, among: [], against: [:])
        #expect(reader.findings.list.isEmpty)
    }
}
