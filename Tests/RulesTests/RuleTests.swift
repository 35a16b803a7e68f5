import JSON
import Questionnaires
import Testing

@testable import Rules

/// Every rule by its own examples, which are its documentation.
@Suite struct RuleTests {
    static let ids = Rule.all.map(\.id)

    private func rule(_ id: String) throws -> Rule { try #require(Rule.all.first { $0.id == id }) }

    @Test(arguments: ids)
    func theBadExampleHasThisFlawAndNoOther(id: String) throws {
        let rule = try rule(id)
        let findings = try ExampleDefinition.decoded(rule.bad).findings()
        let finding = try #require(findings.first, "nothing was found")
        #expect(findings.count == 1, "\(findings)")
        #expect(finding.rule == rule.id)
        #expect(finding.path == rule.place)
        #expect(finding.severity == .warning && finding.file == "q.json")
        let document = try JSONDocument(parsing: Array(rule.bad.utf8))
        let offset = try #require(document.root.offset(at: rule.place))
        #expect(finding.position == document.position(of: offset))
    }

    @Test(arguments: ids)
    func theGoodExampleHasNoFlaw(id: String) throws {
        let rule = try rule(id)
        #expect(try ExampleDefinition.decoded(rule.good).findings() == [])
        #expect(rule.good != rule.bad)
    }

    @Test func theSmallestDefinitionHasNoFlaw() throws {
        #expect(try ExampleDefinition.decoded("{}").findings() == [])
    }

    @Test(arguments: ids)
    func textsAreSound(id: String) throws {
        let rule = try rule(id)
        #expect(rule.id.first?.isLowercase == true && rule.id.allSatisfy { $0.isLetter })
        #expect(rule.summary.first?.isLowercase == true && !rule.summary.hasSuffix("."))
        #expect(rule.why.hasSuffix(".") && rule.why.first?.isUppercase == true)
        // They stand in a terminal.
        for line in (rule.bad + "\n" + rule.good).split(separator: "\n") { #expect(line.count <= 120, "\(line)") }
    }

    @Test func idsAreUniqueAndInOrder() {
        #expect(Self.ids == Set(Self.ids).sorted() && Self.ids.count >= 20)
    }

    @Test func nothingIsFoundInWhatCannotBeUsed() {
        #expect(DecodedQuestionnaire(questionnaire: nil, findings: []).findings() == [])
    }

    @Test func onlyTheRulesThatAreAskedForAreApplied() throws {
        let decoded = try ExampleDefinition.decoded(Rule.unusedScale.bad)
        #expect(decoded.findings(of: [.unusedTag]) == [])
        #expect(decoded.findings(of: [.unusedScale]).count == 1)
    }

    /// What a plan for projects reads stands in files that the rules do not see.
    @Test func anotherSubjectIsUsedWhereThereIsAPlan() throws {
        let bad = try ExampleDefinition.completed(Rule.unusedSubject.bad)
        #expect(try ExampleDefinition.decoded(whole: bad).findings().map(\.rule) == ["unusedSubject"])
        let planned = bad.dropLast() + #", "readiness": ["readiness.json"]}"#
        #expect(try ExampleDefinition.decoded(whole: String(planned)).findings() == [])
    }
}
