import JSON
import SeededRandomness
import Testing

@testable import Questionnaires

/// What happens to definitions that are damaged at any place.
struct QuestionnaireDecodingRobustnessTests {
    /// Nothing of a definition is passed over: whatever is null is reported where it stands.
    @Test func everyValueIsRead() throws {
        let places = minimalDefinition.places
        #expect(places.count > 300)
        for steps in places where !steps.isEmpty {
            let decoded = try decode(changing: (steps, .null))
            let path = steps.path
            #expect(decoded.questionnaire == nil, "\(path)")
            #expect(
                decoded.findings.contains { $0.severity == .error && $0.path == path && $0.problem.contains("null") },
                "\(path)")
        }
    }

    /// No finding stands twice in the list, and none is without a place or words.
    @Test func everyDamageGivesSoundFindings() throws {
        let damages: [JSONValue?] = [nil, true, -1, 0.5, 1e300, "", "x", "B1", [], [[]], [:], ["x": 1]]
        let places = minimalDefinition.places
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<100 {
            let steps = places.randomElement(using: &generator) ?? []
            let damage = damages.randomElement(using: &generator) ?? nil
            let findings = try decode(changing: (steps, damage)).findings
            let name = "\(steps.path) = \(damage?.canonicalText() ?? "nothing")"
            #expect(Set(findings).count == findings.count, "\(name)")
            #expect(findings == findings.sorted(), "\(name)")
            for finding in findings {
                #expect(finding.position != nil && finding.path.hasPrefix("$"), "\(name)")
                #expect(!finding.problem.isEmpty && !finding.remedy.isEmpty, "\(name)")
            }
        }
    }
}

extension JSONValue {
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
}

extension [Step] {
    /// The way as a finding writes it.
    fileprivate var path: String {
        reduce("$") { path, step in
            switch step {
            case .element(let index): "\(path)[\(index)]"
            case .member(let name) where name.first?.isLetter == true && !name.contains("."): "\(path).\(name)"
            case .member(let name): "\(path)['\(name)']"
            }
        }
    }
}
