import Foundation
import Projects
import Responses
import Testing

/// `questionnaires/README.md` explains every choice that files about projects offer.
@Suite struct ProjectReferenceTests {
    @Test func everyChoiceIsExplained() throws {
        func names<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> [String] {
            type.allCases.map(\.rawValue)
        }
        let choices =
            names(Evidence.Kind.self) + names(ProjectRecord.Outcome.State.self) + names(StatusRule.Tone.self)
            + names(PlanTest.Fact.self) + names(Inheritance.Strength.self) + names(Inheritance.Effect.self)
            + names(HardwareResult.self) + names(BusinessCasePlan.Kind.self) + names(BusinessCasePlan.Fact.self)
            + names(SimilarityPart.self)
        #expect(choices.count > 45)
        let reference = try String(
            contentsOf: ShippedPlan.folder.appendingPathComponent("README.md"), encoding: .utf8)
        let code = reference.matches(of: /(?s)```.*?```|`[^`\n]+`/).map { String($0.output) }
        let words = Set(code.flatMap { $0.matches(of: /[$\w]+/).map { String($0.output) } })
        #expect(Set(choices).subtracting(words) == [], "not mentioned in questionnaires/README.md")
    }
}
