import Foundation
import JSON
import Projects
import Questionnaires
import Responses
import SeededRandomness
import Testing

/// What happens to files about projects that are damaged at any place: findings, and never a crash.
@Suite struct ProjectDecodingRobustnessTests {
    private static let count = 500
    private static let damages: [JSONValue?] = [
        nil, .null, true, .number(-1), .number(0.5), .number(1e300), "", "x", "J1.01", "stage1", "2026-02-30", [], [[]],
        [:], ["x": .number(1)],
    ]

    /// 500 copies of a text, each with one value replaced, or taken away.
    private func damaged(_ text: String, seed: UInt64) throws -> [JSONValue] {
        let value = JSONValue(try JSONDocument(parsing: Array(text.utf8)).root)
        let places = value.places.filter { !$0.isEmpty }
        var generator = SeededGenerator(seed: seed)
        return (0..<Self.count).compactMap { _ in
            places.randomElement(using: &generator).map { place in
                value.setting(place[...], to: Self.damages.randomElement(using: &generator) ?? nil)
            }
        }
    }

    private func example(_ path: String) throws -> String {
        let folder = "ml-maturity/examples/statistics-merrow/projects/receipt-reading"
        return String(
            decoding: try Data(contentsOf: ShippedPlan.folder.appendingPathComponent("\(folder)/\(path)")),
            as: UTF8.self)
    }

    /// Damages a text and checks that whatever cannot be used has an error that says where and what to do.
    private func check<Value>(
        _ text: String, seed: UInt64, _ decode: (JSONReader) -> Value?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var refused = 0
        for value in try damaged(text, seed: seed) {
            let written = value.canonicalText()
            let reader = JSONReader(try JSONDocument(parsing: Array(written.utf8)), file: "file.json")
            let isUsed = decode(reader) != nil
            let findings = reader.findings.list
            #expect(isUsed != reader.findings.hasErrors, "\(written.prefix(300))", sourceLocation: sourceLocation)
            #expect(Set(findings).count == findings.count, "\(findings)", sourceLocation: sourceLocation)
            for finding in findings {
                #expect(
                    finding.position != nil && finding.path.hasPrefix("$") && !finding.problem.isEmpty
                        && !finding.remedy.isEmpty, "\(finding)", sourceLocation: sourceLocation)
            }
            if !isUsed { refused += 1 }
        }
        #expect(refused > Self.count / 2, sourceLocation: sourceLocation)
    }

    @Test func projects() throws {
        let roles = try ShippedPlan.get().questionnaire.roles
        try check(try example("project.json"), seed: 1) { ProjectRecord.decode($0, id: "p", roles: roles) }
    }

    @Test func records() throws {
        let shipped = try ShippedPlan.get()
        let text = """
            {"formatVersion": 1, "conditions": [{"check": "J5.08", "action": "A", "ownerRole": "it", "due": "2026-09-30",
            "closedOn": "2026-09-12"}, {"blocker": "TB2", "stage": "stage5", "ownerRole": "lead", "due": "2026-09-30"}],
            "overrides": [{"blocker": "TB1", "stage": "stage5", "evidence": "E", "date": "2026-02-01", "byRole": "it"}],
            "changes": [{"kind": "dataSource", "date": "2026-04-02", "note": "N"}],
            "skipped": [{"stage": "stage3", "reason": "R", "byRole": "lead", "date": "2026-01-01"}]}
            """
        try check(text, seed: 2) {
            ProjectRecords.decode($0, plan: shipped.plan, roles: shipped.questionnaire.roles)
        }
    }

    @Test func benchmarks() throws {
        try check(try example("benchmarks/2026-06-19-predict.json"), seed: 3, BenchmarkRecord.decode)
    }

    @Test func responses() throws {
        let questionnaire = try ShippedPlan.get().questionnaire
        let text = """
            {"formatVersion": 1, "questionnaire": "ml-project", "questionnaireVersion": "1.1.0", "project": "p",
            "respondent": "agreed", "role": "lead", "completed": "2026-06-26", "answers": {
            "J1.01": {"option": "met", "evidence": {"kind": "documented", "text": "T", "date": "2025-10-28", "owner": "it"},
            "comment": "C"}, "J1.02": "partly", "J1.03": {"state": "dontKnow", "evidence": "E"},
            "J2.12": {"state": "notApplicable", "reason": "R"}}}
            """
        try check(text, seed: 4) { Response.decode($0, questionnaire: questionnaire, place: .project("p")) }
    }

    @Test func plans() throws {
        let text = ProjectFileText.object(ReadinessPlanDecodingTests.members)
        var refused = 0
        for value in try damaged(text, seed: 5) {
            let (plan, findings) = try ReadinessPlanDecodingTests.decode([value.canonicalText()])
            #expect((plan == nil) == !findings.isEmpty, "\(value.canonicalText().prefix(300))")
            #expect(Set(findings).count == findings.count, "\(findings)")
            if plan == nil { refused += 1 }
        }
        #expect(refused > Self.count / 2)
    }

    /// The rule of similarity, of which the shipped file is the only example.
    @Test func similarity() throws {
        let required = ProjectFileText.object(ReadinessPlanDecodingTests.members)
        let text = """
            {"formatVersion": 1, "similarity": {"title": "T", "weights": {"purpose": 0.5, "data": 0.5}, "threshold": 0.3,
            "minimumPurpose": 0.1, "minimumSharedWords": 2, "shownWords": 8, "titleFactor": 2, "repeatedFactor": 0.5,
            "otherTaskFactor": 0.2, "taskWords": ["code"], "sameSource": 0.5, "rarity": {"supposedProjects": 50,
            "usualShare": 0.03, "commonShare": 0.2, "commonWords": ["survey"]}, "trimming": {"shortestStem": 3,
            "endings": {"ing": ""}}, "stopWords": {"en": ["the"]}, "sameWords": [["job", "occupation"]]}}
            """
        for value in try damaged(text, seed: 6) {
            let (plan, findings) = try ReadinessPlanDecodingTests.decode([required, value.canonicalText()])
            #expect((plan == nil) == !findings.isEmpty, "\(value.canonicalText().prefix(300))")
        }
    }

    /// Whatever is null is reported where it stands: nothing is passed over.
    @Test func everyValueOfAPlanIsRead() throws {
        let value = JSONValue(
            try JSONDocument(parsing: Array(ProjectFileText.object(ReadinessPlanDecodingTests.members).utf8)).root)
        for place in value.places where !place.isEmpty {
            let (plan, findings) = try ReadinessPlanDecodingTests.decode(
                [value.setting(place[...], to: .null).canonicalText()])
            #expect(plan == nil && findings.contains { $0.contains("this is null") }, "\(place)")
        }
    }
}

/// A step from a value to one within it.
private enum Step {
    case member(String)
    case element(Int)
}

extension JSONValue {
    fileprivate init(_ node: JSONNode) {
        switch node.content {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self = .number(number.value)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(Dictionary(members.map { ($0.name, JSONValue($0.value)) }) { first, _ in first })
        }
    }

    /// The ways to the value itself and to all that it holds.
    fileprivate var places: [[Step]] {
        switch self {
        case .array(let elements):
            [[]] + elements.enumerated().flatMap { index, element in element.places.map { [.element(index)] + $0 } }
        case .object(let members):
            [[]]
                + members.sorted { $0.key < $1.key }
                .flatMap { name, member in member.places.map { [.member(name)] + $0 } }
        default: [[]]
        }
    }

    /// The value with the part at the end of the steps replaced, or taken away.
    fileprivate func setting(_ steps: ArraySlice<Step>, to part: JSONValue?) -> JSONValue {
        guard let step = steps.first else { return part ?? .null }
        let rest = steps.dropFirst()
        switch (self, step) {
        case (.object(var members), .member(let name)):
            members[name] = rest.isEmpty ? part : members[name]?.setting(rest, to: part)
            return .object(members)
        case (.array(var elements), .element(let index)):
            if rest.isEmpty, part == nil {
                elements.remove(at: index)
            } else {
                elements[index] = elements[index].setting(rest, to: part)
            }
            return .array(elements)
        default: return self
        }
    }
}
