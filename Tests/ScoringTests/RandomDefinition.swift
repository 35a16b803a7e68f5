import Questionnaires
import Responses
import SeededRandomness

/// A random definition with all kinds of items, conditions and metrics, and random answers to it.
struct RandomDefinition {
    /// The JSON of each item and each metric, so that they can stand in another order.
    private(set) var items: [String] = []
    private(set) var metrics: [String] = []
    /// Metrics that never fall when a facilitator rises.
    private(set) var rising: [String] = []
    private let members: String

    init(using generator: inout SeededGenerator) {
        let dimensions = (0..<Int.random(in: 1...4, using: &generator)).map { number in
            // A section is sometimes asked only after a certain answer.
            let condition = generator.chance(0.3) ? #", "visibleWhen": {"item": "a0", "option": "2"}"# : ""
            return #"{"id": "d\#(number)", "title": "D"\#(number == 0 ? "" : condition)}"#
        }
        members = """
            "formatVersion": 1, "id": "random", "version": "1", "language": "en", "title": "R",
            "channels": [{"id": "cost", "title": "C"}],
            "dimensions": [{"id": "all", "title": "All", "children": [\(dimensions.joined(separator: ","))]}],
            "tags": [{"id": "kind", "title": "K", "values": [{"id": "x", "title": "X"}, {"id": "y", "title": "Y"}]}],
            "roles": [{"id": "p", "title": "P", "weights": {"d0": 2}}, {"id": "q", "title": "Q"}],
            "scales": [{"id": "three", "options": [{"id": "0", "value": 0, "scores": {"cost": 3}},
                {"id": "1", "value": 0.5}, {"id": "2", "value": 1, "scores": {"cost": -1}}]}],
            "bands": [{"id": "halves", "intervals": [{"id": "low", "below": 0.5}, {"id": "high", "from": 0.5}]}]
            """
        addItems(dimensions: dimensions.count, using: &generator)
        addMetrics(using: &generator)
    }

    private mutating func addItems(dimensions: Int, using generator: inout SeededGenerator) {
        items.append(RandomDefinition.item("a0", "d0", "facilitator", #""scale": "three""#))
        for number in 1..<Int.random(in: 4...14, using: &generator) {
            let earlier = Int.random(in: 0..<number, using: &generator)
            var parts: [String] = []
            switch Int.random(in: 0..<10, using: &generator) {
            case 0:
                parts.append(
                    #""answer": {"type": "number", "points": [{"at": 0, "value": 0}, {"at": 10, "value": 1}]}"#)
            case 1:
                parts.append(#""scale": "three", "answer": {"type": "multipleChoice", "combine": "max"}"#)
            case 2:
                parts.append(#""scale": "three", "answer": {"type": "multipleChoice", "combine": "sum", "atMost": 1}"#)
            case 3: parts.append(#""answer": {"type": "yesNo"}"#)
            default: parts.append(#""scale": "three""#)
            }
            if generator.chance(0.4) {
                parts.append(#""visibleWhen": \#(RandomDefinition.visibility(earlier, using: &generator))"#)
            }
            if generator.chance(0.5) { parts.append(#""tags": {"kind": "\#(generator.chance(0.5) ? "x" : "y")"}"#) }
            if generator.chance(0.3) { parts.append(#""weight": \#(Int.random(in: 1...4, using: &generator))"#) }
            let direction =
                ["facilitator", "facilitator", "blocker", "none"].randomElement(using: &generator) ?? "none"
            let dimension = "d\(Int.random(in: 0..<dimensions, using: &generator))"
            items.append(RandomDefinition.item("a\(number)", dimension, direction, parts.joined(separator: ", ")))
        }
    }

    private static func item(_ id: String, _ dimension: String, _ direction: String, _ rest: String) -> String {
        #"{"id": "\#(id)", "dimension": "\#(dimension)", "direction": "\#(direction)", "label": "L", \#(rest)}"#
    }

    private static func visibility(_ earlier: Int, using generator: inout SeededGenerator) -> String {
        let about = #""item": "a\#(earlier)""#
        return [
            #"{\#(about), "value": {"atLeast": 0.5}}"#, #"{"not": {\#(about), "value": {"above": 0}}}"#,
            #"{"any": [{\#(about), "state": "dontKnow"}, {\#(about), "value": {"below": 0.9}}]}"#,
            #"{"all": [{\#(about), "state": "answered"}, {"item": "a0", "value": {"above": 0}}]}"#,
        ].randomElement(using: &generator) ?? ""
    }

    private mutating func addMetrics(using generator: inout SeededGenerator) {
        let missing = [
            "", #", "missing": {"unanswered": "worst"}"#, #", "missing": {"dontKnow": "worst"}"#,
            #", "missing": {"unanswered": "withhold", "dontKnow": "withhold"}"#, #", "empty": 0"#,
        ]
        let functions = [
            #""sum""#, #""mean""#, #""min""#, #""max""#, #""median""#, #""quantile", "quantile": 0.25"#,
            #""geometricMean", "offset": 0.01"#,
        ]
        let selections = [
            "{}", #"{"direction": "facilitator"}"#, #"{"tags": {"kind": "x"}}"#, #"{"dimension": "d0"}"#,
            #"{"direction": "facilitator", "dimension": "d0"}"#,
        ]
        var numbers: [String] = []
        for _ in 0..<Int.random(in: 2...5, using: &generator) {
            let selection = selections.randomElement(using: &generator) ?? "{}"
            let function = functions.randomElement(using: &generator) ?? ""
            let policy = missing.randomElement(using: &generator) ?? ""
            add(#""aggregate": \#(function), "of": {"items": \#(selection)}\#(policy)"#, to: &numbers)
            if selection.contains("facilitator") { rising.append(numbers[numbers.count - 1]) }
        }
        add(#""aggregate": "sum", "of": {"items": {}}, "channel": "cost""#, to: &numbers)
        add(#""aggregate": "share", "where": {"value": {"atLeast": 0.5}}, "of": {"items": {}}"#, to: &numbers)
        for _ in 0..<Int.random(in: 2...6, using: &generator) { addDerived(&numbers, using: &generator) }
    }

    private mutating func addDerived(_ numbers: inout [String], using generator: inout SeededGenerator) {
        let one = numbers.randomElement(using: &generator) ?? "m0"
        let other = numbers.filter { $0 != one }.randomElement(using: &generator) ?? "m0"
        let isRising = rising.contains(one)
        switch Int.random(in: 0..<7, using: &generator) {
        case 0:
            add(#""aggregate": "sum", "of": {"metrics": {"\#(one)": 0.5, "\#(other)": 0.25}}"#, to: &numbers)
            if isRising, rising.contains(other) { rising.append(numbers[numbers.count - 1]) }
        case 1: add(#""possible": "\#(one)""#, to: &numbers)
        case 2:
            add(
                #""adjust": "\#(one)", "steps": [{"scale": 2}, {"add": -0.25}, {"cap": 1}, {"floor": 0}]"#, to: &numbers
            )
            if isRising { rising.append(numbers[numbers.count - 1]) }
        case 3:
            add(
                """
                "adjust": "\(one)", "steps": [
                {"when": {"metric": "\(other)", "value": {"atLeast": 0.5}}, "unknown": "skip", "scale": 0.5},
                {"when": {"item": "a0", "option": "1"}, "unknown": "apply", "add": {"metric": "\(other)", "times": -1}},
                {"round": "halfUp", "places": 1}]
                """, to: &numbers)
        case 4:
            add(
                """
                "level": {"levels": [{"id": "x", "of": {"items": {"tags": {"kind": "x"}}}},
                {"id": "y", "of": {"items": {"tags": {"kind": "y"}}}, "empty": "passes"}],
                "at": {"value": {"atLeast": 0.5}}, "below": {"value": {"above": 0}},
                "missing": {"dontKnow": "withhold"}}
                """, to: &numbers)
        case 5: add(#""band": "\#(one)", "in": "halves""#, to: &numbers)
        default:
            add(
                """
                "verdict": {"outcomes": [{"id": "bad", "title": "B"}, {"id": "fair", "title": "F"},
                {"id": "good", "title": "G"}], "rules": [
                {"when": {"metric": "\(one)", "value": {"below": 0.3}}, "is": "bad"},
                {"when": {"item": "a0", "state": "unanswered"}, "is": "bad", "unknown": "skip"},
                {"when": {"metric": "\(other)", "value": {"below": 0.8}}, "is": "fair", "unknown": "holds"}],
                "otherwise": {"is": "good"}}
                """, to: &numbers)
        }
    }

    private mutating func add(_ body: String, to numbers: inout [String]) {
        let id = "m\(numbers.count)"
        numbers.append(id)
        metrics.append(#"{"id": "\#(id)", "title": "M", \#(body)}"#)
    }

    /// The definition, its items and metrics in the order given.
    func questionnaire(items: [String]? = nil, metrics: [String]? = nil) throws -> Questionnaire {
        try DefinitionFixture.text(
            """
            {\(members), "items": [\((items ?? self.items).joined(separator: ","))],
            "metrics": [{"define": [\((metrics ?? self.metrics).joined(separator: ","))]}]}
            """)
    }

    /// Responses in which a share of the answers is missing, not known or not applicable.
    static func responses(
        to questionnaire: Questionnaire, _ count: Int, missing: Double, using generator: inout SeededGenerator
    ) -> [Response] {
        (0..<count).map { number in
            var answers: [String: Answer] = [:]
            for item in questionnaire.items where !generator.chance(missing) {
                answers[item.id] = Answer(content(item, missing: missing, using: &generator))
            }
            return Response(
                respondent: "r\(100 + number)", role: number.isMultiple(of: 2) ? "p" : "q", wave: "w", answers: answers)
        }
    }

    static func content(
        _ item: Item, missing: Double, using generator: inout SeededGenerator
    ) -> Answer.Content {
        if generator.chance(missing / 2) { return .dontKnow }
        if generator.chance(missing / 4) { return .notApplicable(reason: "because") }
        switch item.answering {
        case .singleChoice: return .option(position: Int.random(in: item.scale.options.indices, using: &generator))
        case .multipleChoice:
            return .options(positions: item.scale.options.indices.filter { _ in generator.chance(0.5) })
        case .number: return .number(Double(Int.random(in: -2...12, using: &generator)))
        case .text: return .text("words")
        }
    }
}
