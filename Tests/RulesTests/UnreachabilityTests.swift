import JSON
import Questionnaires
import Responses
import SeededRandomness
import Testing

@testable import Rules

/// What is called impossible is impossible, whatever is answered.
@Suite struct UnreachabilityTests {
    /// Items of every kind, and the condition for one that depends on them.
    private static func definition(_ condition: String, section: String? = nil, option: String? = nil) -> String {
        let section = section.map { ", \"visibleWhen\": \($0)" } ?? ""
        let option = option.map { ", \"visibleWhen\": \($0)" } ?? ""
        return """
            {"dimensions": [{"id": "work", "title": "Work"}, {"id": "more", "title": "More"\(section)}],
             "items": [
              {"id": "one", "dimension": "work", "direction": "none", "label": "One", "scale": "level"},
              {"id": "yes", "dimension": "work", "direction": "none", "label": "Yes", "answer": {"type": "yesNo"},
               "visibleWhen": {"not": {"item": "one", "option": "no"}}},
              {"id": "many", "dimension": "work", "direction": "none", "label": "Many",
               "answer": {"type": "multipleChoice", "combine": "sum"}, "scale": {"options": [
                 {"id": "a", "value": 1}, {"id": "b", "value": 2}, {"id": "none", "value": 0, "exclusive": true}]}},
              {"id": "days", "dimension": "work", "direction": "none", "label": "Days",
               "answer": {"type": "number", "from": 0, "upTo": 10,
                          "points": [{"at": 0, "value": 0}, {"at": 10, "value": 1}]}},
              {"id": "last", "dimension": "more", "direction": "none", "label": "Last",
               "visibleWhen": \(condition),
               "scale": {"options": [{"id": "x", "value": 0}, {"id": "y", "value": 1\(option)}]}}]}
            """
    }

    private func rules(in text: String) throws -> [String] {
        try ExampleDefinition.decoded(text).findings().compactMap(\.rule)
    }

    private static func item(_ id: String, _ test: String) -> String { "{\"item\": \"\(id)\", \(test)}" }
    private static func all(_ parts: String...) -> String { "{\"all\": [\(parts.joined(separator: ", "))]}" }
    private static func any(_ parts: String...) -> String { "{\"any\": [\(parts.joined(separator: ", "))]}" }
    private static func not(_ part: String) -> String { "{\"not\": \(part)}" }

    @Test(arguments: [
        all(item("one", "\"option\": \"no\""), item("one", "\"option\": \"yes\"")),
        all(item("one", "\"option\": \"no\""), item("one", "\"value\": {\"above\": 0}")),
        all(item("one", "\"option\": \"no\""), not(item("one", "\"value\": {\"atMost\": 0.5}"))),
        all(item("one", "\"option\": \"no\""), item("one", "\"state\": \"dontKnow\"")),
        all(item("days", "\"number\": {\"below\": 3}"), item("days", "\"number\": {\"above\": 3}")),
        all(item("many", "\"includes\": \"a\""), not(item("many", "\"includes\": \"a\""))),
        all(item("many", "\"option\": \"a\""), not(item("many", "\"includes\": \"a\""))),
        all(
            item("one", "\"option\": \"no\""),
            any(
                item("one", "\"option\": \"yes\""),
                all(item("one", "\"option\": \"partly\""), item("yes", "\"option\": \"yes\"")))),
        not(
            any(
                item("one", "\"option\": \"no\""), item("one", "\"value\": {\"atLeast\": 0.5}"),
                item("one", "\"state\": \"notApplicable\""))),
        item("one", "\"value\": {\"above\": 1}"),
        item("days", "\"number\": {\"above\": 10}"),
        item("one", "\"state\": \"notShown\""),
    ])
    func whatCannotHold(condition: String) throws {
        #expect(try rules(in: Self.definition(condition)).first == "unreachableItem")
    }

    @Test(arguments: [
        all(item("one", "\"option\": \"no\""), item("yes", "\"state\": \"notShown\"")),
        all(item("one", "\"value\": {\"atLeast\": 0.5, \"atMost\": 0.5}")),
        all(item("many", "\"includes\": \"a\""), item("many", "\"includes\": \"b\"")),
        all(item("days", "\"number\": {\"atLeast\": 3}"), item("days", "\"number\": {\"atMost\": 3}")),
        any(item("one", "\"option\": \"no\""), item("yes", "\"option\": \"yes\"")),
        not(item("one", "\"option\": \"no\"")),
        item("one", "\"state\": \"notApplicable\""),
        item("days", "\"number\": {\"above\": 3, \"below\": 3.001}"),
        // Possible as far as it takes no thought about several items at once.
        all(item("one", "\"option\": \"no\""), item("yes", "\"option\": \"yes\"")),
    ])
    func whatMayHold(condition: String) throws {
        #expect(try rules(in: Self.definition(condition)) == [])
    }

    @Test func aSectionHidesItsItems() throws {
        let no = Self.item("one", "\"option\": \"no\"")
        let yes = Self.item("one", "\"option\": \"yes\"")
        let both = try ExampleDefinition.decoded(Self.definition(no, section: yes)).findings()
        #expect(both.map(\.path) == ["$.items[4].visibleWhen"])
        let section = try ExampleDefinition.decoded(Self.definition(yes, section: Self.all(no, yes))).findings()
        #expect(section.map(\.path) == ["$.dimensions[1].visibleWhen"])
        #expect(try rules(in: Self.definition(yes, section: yes)) == [])
    }

    @Test func sectionsWithinOneAnother() throws {
        let text = """
            {"dimensions": [{"id": "work", "title": "Work"},
               {"id": "outer", "title": "Outer", "visibleWhen": {"item": "one", "option": "no"}, "children": [
                 {"id": "a", "title": "Inner", "visibleWhen": {"item": "one", "option": "yes"}}]}],
             "items": [{"id": "one", "dimension": "work", "direction": "none", "label": "One", "scale": "level"},
                       {"id": "two", "dimension": "a", "direction": "none", "label": "Two", "scale": "level"},
                       {"id": "three", "dimension": "a", "direction": "none", "label": "Three", "scale": "level"}]}
            """
        let findings = try ExampleDefinition.decoded(text).findings()
        #expect(findings.map(\.path) == ["$.dimensions[1].children[0].visibleWhen"])
        #expect(findings.first?.problem.contains("those around it") == true)
    }

    @Test func anOptionOfASharedScaleIsJudgedByAllItsItems() throws {
        func text(_ second: String) -> String {
            """
            {"scales": [{"id": "level", "options": [{"id": "no", "value": 0}, {"id": "yes", "value": 1}]},
               {"id": "shared", "options": [{"id": "x", "value": 0}, {"id": "y", "value": 1,
                 "visibleWhen": {"item": "one", "option": "yes"}}]}],
             "items": [{"id": "one", "dimension": "work", "direction": "none", "label": "One", "scale": "level"},
               {"id": "two", "dimension": "work", "direction": "none", "label": "Two", "scale": "shared",
                "visibleWhen": {"item": "one", "option": "no"}},
               {"id": "three", "dimension": "work", "direction": "none", "label": "Three", "scale": "shared"\(second)}]}
            """
        }
        #expect(try rules(in: text("")) == [])
        let hidden = ", \"visibleWhen\": {\"item\": \"one\", \"state\": \"dontKnow\"}"
        #expect(try rules(in: text(hidden)) == ["unreachableOption"])
    }

    /// Random conditions against every way to answer.
    @Test func nothingPossibleIsCalledImpossible() throws {
        var generator = SeededGenerator(seed: 20)
        var unreachable = 0
        var always = 0
        for _ in 0..<400 {
            let condition = Self.randomCondition(depth: 3, using: &generator)
            let decoded = try ExampleDefinition.decoded(Self.definition(condition))
            let questionnaire = try #require(decoded.questionnaire)
            let findings = decoded.findings()
            let isUnreachable = findings.contains { $0.rule == "unreachableItem" }
            let isAlways = findings.contains {
                $0.rule == "conditionAlwaysTrue" && $0.path == "$.items[4].visibleWhen"
            }
            guard isUnreachable || isAlways else { continue }
            unreachable += isUnreachable ? 1 : 0
            always += isAlways ? 1 : 0
            for answers in Self.everyAnswer {
                let response = Response(respondent: "r", role: "r", wave: "w", answers: answers)
                let cell = response.cells(in: questionnaire)[4]
                if isUnreachable { #expect(cell.state == .notShown, "\(condition) \(answers)") }
                let isAnswered = answers.count == 5 && !answers.values.contains { !$0.content.isAnswer }
                if isAlways, isAnswered, answers["one"]?.content != .option(position: 0) {
                    #expect(cell.state != .notShown, "\(condition) \(answers)")
                }
            }
        }
        #expect(unreachable > 20 && always > 5, "\(unreachable) \(always)")
    }

    private static let everyAnswer: [[String: Answer]] = {
        let others: [Answer.Content?] = [nil, .dontKnow, .notApplicable(reason: "x")]
        let one = others + (0...2).map { .option(position: $0) }
        let yes = others + (0...1).map { .option(position: $0) }
        let sets: [[Int]] = [[], [0], [1], [0, 1], [2]]
        let many = others + sets.map { .options(positions: $0) }
        let numbers: [Double] = [0, 1, 3, 4, 5, 6, 10]
        let days = others + numbers.map { .number($0) }
        var result: [[String: Answer]] = []
        for first in one {
            for second in yes {
                for third in many {
                    for fourth in days {
                        var answers = ["last": Answer(.option(position: 0))]
                        answers["one"] = first.map { Answer($0) }
                        answers["yes"] = second.map { Answer($0) }
                        answers["many"] = third.map { Answer($0) }
                        answers["days"] = fourth.map { Answer($0) }
                        result.append(answers)
                    }
                }
            }
        }
        return result
    }()

    private static func randomCondition(depth: Int, using generator: inout SeededGenerator) -> String {
        if depth > 0, generator.chance(0.7) {
            let parts = (0..<Int.random(in: 1...3, using: &generator))
                .map { _ in randomCondition(depth: depth - 1, using: &generator) }
            if generator.chance(0.2) { return not(parts[0]) }
            return "{\"\(generator.chance(0.7) ? "all" : "any")\": [\(parts.joined(separator: ", "))]}"
        }
        let relation = ["atLeast", "above", "atMost", "below", "equals"].randomElement(using: &generator) ?? ""
        let number = [0, 1, 3, 5, 10].randomElement(using: &generator) ?? 0
        let value: Double = [0, 0.5, 1].randomElement(using: &generator) ?? 0
        let state = ["answered", "dontKnow", "notApplicable", "unanswered"].randomElement(using: &generator) ?? ""
        let id = ["one", "yes", "many", "days"].randomElement(using: &generator) ?? ""
        if generator.chance(0.1) { return item(id, "\"state\": \"\(state)\"") }
        if generator.chance(0.3) { return item(id, "\"value\": {\"\(relation)\": \(value)}") }
        switch id {
        case "one":
            let option = ["no", "partly", "yes"].randomElement(using: &generator) ?? ""
            return item(id, "\"option\": \"\(option)\"")
        case "yes": return item(id, "\"option\": \"\(generator.chance(0.5) ? "yes" : "no")\"")
        case "days": return item(id, "\"number\": {\"\(relation)\": \(number)}")
        default:
            let option = ["a", "b", "none"].randomElement(using: &generator) ?? ""
            return item(id, "\"\(generator.chance(0.5) ? "includes" : "option")\": \"\(option)\"")
        }
    }
}

extension Answer.Content {
    fileprivate var isAnswer: Bool {
        switch self {
        case .option, .options, .number, .text: true
        case .dontKnow, .notApplicable: false
        }
    }
}
