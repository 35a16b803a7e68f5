import JSON
import Questionnaires
import SeededRandomness
import Testing

@testable import Rules

/// Definitions of any shape and size.
@Suite struct RuleRobustnessTests {
    /// Examples with values put in the place of others: whatever can be used at all is checked without harm.
    @Test func randomDefinitions() throws {
        var generator = SeededGenerator(seed: 11)
        let texts = try Rule.all.flatMap { [$0.bad, $0.good] }.map(ExampleDefinition.completed)
        var checked = 0
        for text in texts {
            let value = JSONValue(try JSONDocument(parsing: Array(text.utf8)).root)
            let leaves = value.leaves
            for _ in 0..<40 {
                var changed = value
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let place = Int.random(in: 0..<leaves.count, using: &generator)
                    let other = leaves.randomElement(using: &generator) ?? .null
                    var count = place
                    changed = changed.replacingLeaf(&count, by: generator.chance(0.2) ? .number(-1) : other)
                }
                let file = DefinitionFile(
                    name: "q.json", document: try JSONDocument(parsing: Array(changed.canonicalText().utf8)))
                let decoded = Questionnaire.decode(main: file, parts: [])
                let findings = decoded.findings()
                guard decoded.questionnaire != nil else {
                    #expect(findings == [])
                    continue
                }
                checked += 1
                #expect(findings == findings.sorted() && Set(findings).count == findings.count)
                #expect(findings == Questionnaire.decode(main: file, parts: []).findings())
                for finding in findings { #expect(finding.position != nil && finding.path.hasPrefix("$.")) }
            }
        }
        #expect(checked > 300, "\(checked)")
    }

    @Test func findingsStandInTheFileOfTheirPart() throws {
        let main = try ExampleDefinition.completed(
            #"{"items": [{"id": "A", "dimension": "work", "direction": "none", "label": "A", "scale": "level"}]}"#)
        let part = #"""
            {"formatVersion": 1, "items": [
              {"id": "a", "dimension": "work", "direction": "none", "label": "A", "scale": "level"}]}
            """#
        func file(_ name: String, _ text: String) throws -> DefinitionFile {
            DefinitionFile(name: name, document: try JSONDocument(parsing: Array(text.utf8)))
        }
        let findings = Questionnaire.decode(main: try file("q.json", main), parts: [try file("p.json", part)])
            .findings()
        #expect(
            findings.map(\.description) == [
                "p.json:2:10: warning: $.items[0].id: the ids \"A\" and \"a\" differ only by case; "
                    + "give one of them another id [idsDifferOnlyByCase]"
            ])
    }

    /// Twice the items take about twice the time.
    @Test(.timeLimit(.minutes(1))) func largeDefinitionsAreCheckedQuickly() throws {
        let small = try time(itemCount: 1000)
        // The better of two, since other tests run beside.
        let large = try min(time(itemCount: 4000), time(itemCount: 4000))
        #expect(large < max(small, .milliseconds(20)) * 12, "\(small) \(large)")
    }

    private func time(itemCount: Int) throws -> Duration {
        let decoded = try ExampleDefinition.decoded(LargeDefinition.text(itemCount: itemCount))
        let clock = ContinuousClock()
        var count = 0
        let duration = clock.measure { count = decoded.findings().count }
        #expect(count > 0)
        return duration
    }
}

/// A definition of many items, each with a condition, in sections with conditions, and flaws here and there.
enum LargeDefinition {
    static func text(itemCount: Int) -> String {
        let sections = max(1, itemCount / 50)
        let dimensions = (0..<sections).map { section in
            let condition = section == 0 ? "" : #", "visibleWhen": {"item": "i0", "option": "yes"}"#
            return #"{"id": "d\#(section)", "title": "D"\#(condition)}"#
        }
        let items = (0..<itemCount).map { number -> String in
            let kind = ["facilitator", "blocker"][number % 2]
            let before = number % 50 == 0 ? 0 : number - 1
            let wanted =
                number % 97 == 5 ? #"{"item": "i0", "option": "no"}"# : #"{"item": "i\#(before)", "option": "yes"}"#
            let condition =
                number < 50
                ? "" : #", "visibleWhen": {"any": [{"all": [\#(wanted), {"item": "i1", "value": {"above": 0.2}}]}]}"#
            return #"""
                {"id": "i\#(number)", "dimension": "d\#(number / 50 % sections)", "direction": "\#(kind)", "label": "I",
                 "scale": "level", "weight": \#(1 + number % 3), "tags": {"t": "v\#(number % 4)"}\#(condition)}
                """#
        }
        return #"""
            {"dimensions": [{"id": "root", "title": "Root", "children": [\#(dimensions.joined(separator: ", "))]}],
             "tags": [{"id": "t", "title": "T", "values": [{"id": "v0", "title": "V"}, {"id": "v1", "title": "V"},
               {"id": "v2", "title": "V"}, {"id": "v3", "title": "V"}, {"id": "v4", "title": "V"}]}],
             "items": [\#(items.joined(separator: ",\n"))],
             "bands": [{"id": "b", "intervals": [{"id": "low", "from": 0, "upTo": 0.5}, {"id": "high", "above": 0.5, "upTo": 0.9}]}],
             "metrics": [
              {"each": {"dimension": "root"}, "define": [
               {"id": "score", "title": "S", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}},
               {"id": "share", "title": "H", "aggregate": "share", "of": {"items": {}}, "where": {"value": {"atLeast": 0.5}}},
               {"id": "less", "title": "L", "adjust": "score", "steps": [
                 {"when": {"metric": "share", "value": {"above": 0.5}}, "cap": 0.8}, {"scale": 0.5}]},
               {"id": "band", "title": "B", "band": "score", "in": "b"}]},
              {"each": {"tag": "t"}, "define": [
               {"id": "aspect", "title": "A", "aggregate": "min", "of": {"items": {}},
                "through": {"by": ["t", "gateRating"], "otherwise": 1, "table": {"v0": {"yes": 0.5}}}}]},
              {"define": [{"id": "all", "title": "A", "aggregate": "share", "of": {"items": {}},
                "where": {"any": [{"option": "yes"}, {"tag": "t", "is": "v1"}]}}]}]}
            """#
    }
}

extension JSONValue {
    init(_ node: JSONNode) {
        switch node.content {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self = .number(number.value)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, JSONValue($0.value)) }))
        }
    }

    /// The values that hold no others, in a fixed order.
    fileprivate var leaves: [JSONValue] {
        switch self {
        case .array(let elements): elements.flatMap(\.leaves)
        case .object(let members): members.sorted { $0.key < $1.key }.flatMap(\.value.leaves)
        default: [self]
        }
    }

    /// - Parameter count: how many leaves to pass over.
    fileprivate func replacingLeaf(_ count: inout Int, by other: JSONValue) -> JSONValue {
        switch self {
        case .array(let elements): return .array(elements.map { $0.replacingLeaf(&count, by: other) })
        case .object(let members):
            var result: [String: JSONValue] = [:]
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                result[name] = member.replacingLeaf(&count, by: other)
            }
            return .object(result)
        default:
            count -= 1
            return count == -1 ? other : self
        }
    }
}
