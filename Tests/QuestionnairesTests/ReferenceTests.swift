import Foundation
import JSON
import Testing

@testable import Questionnaires

/// `questionnaires/README.md` is the reference of the format: it leaves nothing out.
@Suite struct ReferenceTests {
    private static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: package.appendingPathComponent(path), encoding: .utf8)
    }

    /// The words that stand in code, in blocks and in lines.
    private static func wordsInCode() throws -> Set<String> {
        let code = try text("questionnaires/README.md").matches(of: /(?s)```.*?```|`[^`\n]+`/).map { String($0.output) }
        return Set(code.flatMap { $0.matches(of: /[$\w]+/).map { String($0.output) } })
    }

    /// The keys that the decoders of a module know, as they stand in the sources.
    private static func keys(of module: String) throws -> Set<String> {
        let folder = package.appendingPathComponent("Sources/\(module)").path
        var keys: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".swift") {
            let source = try text("Sources/\(module)/\(name)")
            for list in source.matches(of: /(?:keys: |[kK]eys = )\[([^\]]*)\]/) {
                keys.formUnion(list.1.matches(of: /"([^"]+)"/).map { String($0.1) })
            }
        }
        return keys
    }

    @Test func everyKeyIsExplained() throws {
        let definition = try Self.keys(of: "Questionnaires")
        // Lists in each of the ways in which they are written.
        let samples: Set = ["$schema", "notApplicableFlag", "canBeNotApplicable", "relativeTo", "otherwise", "places"]
        #expect(definition.isSuperset(of: samples) && definition.count > 110)
        let answers = try Self.keys(of: "Responses")
        #expect(answers.isSuperset(of: ["questionnaireVersion", "gateRatings", "sharing", "reason"]))
        let projects = try Self.keys(of: "Projects")
        #expect(projects.isSuperset(of: ["closedOn", "windowSeconds", "effectAt", "raisedBy", "optional", "endings"]))
        let missing = try definition.union(answers).union(projects).subtracting(Self.wordsInCode())
        #expect(missing == [], "not mentioned in questionnaires/README.md")
    }

    @Test func everyChoiceIsExplained() throws {
        func names<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> [String] {
            type.allCases.map(\.rawValue)
        }
        let choices =
            names(Questionnaire.Subject.self) + names(Item.Direction.self) + names(AnswerType.self)
            + names(MultipleChoice.Combination.self) + names(AnswerState.self) + names(Condition.Relation.self)
            + names(Pool.ValueMethod.self) + names(MissingPolicy.Treatment.self) + names(LevelRule.Treatment.self)
            + names(AdjustRule.WhenUnknown.self) + names(VerdictRule.WhenUnknown.self) + names(RoundingMode.self)
            + names(Metric.Display.self) + names(Recommendation.Origin.self) + [YesNo.yes, YesNo.no, "passes", "fails"]
        let aggregates = try Self.text("Sources/Questionnaires/QuestionnaireDecoder+Metrics.swift")
            .firstMatch(of: /enum FunctionName: String, CaseIterable \{\s*case ([\w, ]+)/)
        let functions = try #require(aggregates).1.components(separatedBy: ", ")
        #expect(functions.contains("geometricMean"))
        let missing = try Set(choices + functions).subtracting(Self.wordsInCode())
        #expect(missing == [], "not mentioned in questionnaires/README.md")
    }

    /// Examples are JSON, with … for what is left out.
    @Test func everyExampleIsJSON() throws {
        let blocks = try Self.text("questionnaires/README.md").matches(of: /(?s)```json\n(.*?)```/).map { String($0.1) }
        #expect(blocks.count > 8)
        for block in blocks {
            let text = block.hasPrefix("\"") ? "{\(block)}" : block
            #expect(throws: Never.self, "\(text)") { try JSONDocument(parsing: Array(text.utf8)) }
        }
    }

    @Test func everyExampleOfLinesIsJSONLineByLine() throws {
        let blocks = try Self.text("questionnaires/README.md").matches(of: /(?s)```jsonl\n(.*?)```/)
        #expect(blocks.count == 1)
        for line in blocks.flatMap({ $0.1.split(separator: "\n") }) {
            #expect(throws: Never.self, "\(line)") { try JSONDocument(parsingLine: Array(line.utf8), number: 1) }
        }
    }
}
