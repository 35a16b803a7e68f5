import Questionnaires
import SeededRandomness
import Testing

@testable import Assessments

@Suite struct ConditionDescriptionTests {
    private static let half = [Condition.Comparison(relation: .atLeast, number: 0.5)]
    private static let between = [
        Condition.Comparison(relation: .below, number: 30), Condition.Comparison(relation: .atLeast, number: -1.5),
    ]

    /// Conditions without others in them, and their texts.
    static let leaves: [(condition: Condition, text: String)] = [
        (.item("F1", .value(half)), "item F1 value atLeast 0.5"), (.item(nil, .value(half)), "value atLeast 0.5"),
        (.item("F1", .number(between)), "item F1 number atLeast -1.5 below 30"),
        (.item("F1", .option("yes")), "item F1 option yes"), (.item("F1", .includes("yes")), "item F1 includes yes"),
        (.item("F1", .state(.dontKnow)), "item F1 state dontKnow"),
        (.item("F1", .gateRating([.atLeast: "2"])), "item F1 gateRating atLeast 2"),
        (.item(nil, .gateRating([.atMost: "2", .above: "0"])), "gateRating above 0 atMost 2"),
        (.metric("left.score", .value(half, relativeTo: nil)), "metric left.score value atLeast 0.5"),
        (
            .metric("left.score", .value(half, relativeTo: "all")),
            "metric left.score value atLeast 0.5 relativeTo all"
        ),
        (.metric("place", .band([.equals: "low"])), "metric place band equals low"),
        (.metric(nil, .band([.below: "low"])), "band below low"),
        (.metric("end", .outcome("go")), "metric end outcome go"),
        (.metric("end", .coverage(half)), "metric end coverage atLeast 0.5"),
        (.tag("class", value: "hard"), "tag class is hard"),
        (.asOf([.below: "2029-01-01", .atLeast: "2027-01-01"]), "asOf atLeast 2027-01-01 below 2029-01-01"),
        (.subject("bureau", .metric("all", .outcome("go"))), "subject bureau metric all outcome go"),
        (.subject("bureau", .item("F1", .option("2"))), "subject bureau item F1 option 2"),
    ]

    @Test func eachHasItsText() {
        for (condition, text) in Self.leaves { #expect(condition.canonicalText == text) }
        #expect(Set(Self.leaves.map(\.text)).count == Self.leaves.count)
    }

    @Test func joined() {
        let (first, second) = (Condition.item("A", .option("1")), Condition.item("B", .option("2")))
        let pair = "item A option 1, item B option 2"
        #expect(Condition.all([second, first]).canonicalText == "all(\(pair))")
        #expect(Condition.any([first, second]).canonicalText == "any(\(pair))")
        #expect(Condition.not(.any([first, second])).canonicalText == "not(any(\(pair)))")
        // What is said twice, or nested for nothing, says the same.
        #expect(Condition.all([first, .all([second, first]), .any([second])]).canonicalText == "all(\(pair))")
        #expect(Condition.any([first]).canonicalText == "item A option 1")
        #expect(Condition.all([first, .any([second, first])]).canonicalText == "all(any(\(pair)), item A option 1)")
    }

    private static func random(_ generator: inout SeededGenerator, depth: Int) -> Condition {
        guard depth > 0, generator.chance(0.7) else {
            return leaves.randomElement(using: &generator)?.condition ?? leaves[0].condition
        }
        let parts = (0...Int.random(in: 0...3, using: &generator)).map { _ in random(&generator, depth: depth - 1) }
        switch Int.random(in: 0...2, using: &generator) {
        case 0: return .all(parts)
        case 1: return .any(parts)
        default: return .not(parts[0])
        }
    }

    private static func shuffled(_ condition: Condition, _ generator: inout SeededGenerator) -> Condition {
        func rearranged(_ parts: [Condition]) -> [Condition] {
            var result = parts.map { shuffled($0, &generator) }
            if let twice = result.first, generator.chance(0.3) { result.append(twice) }
            result.shuffle(using: &generator)
            return result
        }
        switch condition {
        case .all(let parts): return .all(rearranged(parts))
        case .any(let parts): return .any(rearranged(parts))
        case .not(let part): return .not(shuffled(part, &generator))
        default: return condition
        }
    }

    /// Whether it holds when the leaves do whose texts are given.
    private static func holds(_ condition: Condition, _ truths: Set<String>) -> Bool {
        switch condition {
        case .all(let parts): parts.allSatisfy { holds($0, truths) }
        case .any(let parts): parts.contains { holds($0, truths) }
        case .not(let part): !holds(part, truths)
        default: truths.contains(condition.canonicalText)
        }
    }

    private static let seeds: [UInt64] = Array(1...200)

    @Test(arguments: seeds)
    func theOrderOfThePartsPlaysNoPart(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let condition = Self.random(&generator, depth: 4)
        #expect(Self.shuffled(condition, &generator).canonicalText == condition.canonicalText)
    }

    /// Among many conditions of few leaves, those with one text hold and fail together.
    @Test func oneTextMeansOneCondition() {
        var generator = SeededGenerator(seed: 7)
        let conditions = (1...3000).map { _ in Self.random(&generator, depth: 3) }
        let few = Dictionary(grouping: conditions, by: \.canonicalText).filter { $0.value.count > 1 }
        #expect(few.count > 20)
        let truths = (1...16).map { _ in Set(Self.leaves.map(\.text).filter { _ in generator.chance(0.5) }) }
        for (text, same) in few {
            for truth in truths {
                #expect(Set(same.map { Self.holds($0, truth) }).count == 1, "\(text)")
            }
        }
    }
}
