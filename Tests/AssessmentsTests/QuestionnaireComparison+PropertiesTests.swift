import Questionnaires
import Scoring
import SeededRandomness
import Testing

@testable import Assessments

/// What holds for any two definitions, tried on random ones.
@Suite struct QuestionnaireComparisonPropertiesTests {
    private static func random(_ generator: inout SeededGenerator) -> ComparedDefinition {
        var definition = ComparedDefinition()
        // These stay, as recommendations and metrics need them.
        for id in ["F1", "F2", "B1", "F3", "B2"] where generator.chance(0.4) { change(&definition[id], &generator) }
        for number in 1...6 where generator.chance(0.5) {
            let isBlocker = generator.chance(0.4)
            var line = ComparedDefinition.Line(
                "X\(number)", generator.chance(0.5) ? "left" : "right", isBlocker ? "blocker" : "facilitator",
                gate: isBlocker && generator.chance(0.5) ? "critical" : nil)
            change(&line, &generator)
            definition.items.append(line)
        }
        for (old, new) in [
            ("\"left\": 2", "\"left\": 3"), ("\"otherwise\": 1}", "\"otherwise\": 0.9}"),
            ("\"upTo\": 0.55", "\"upTo\": 0.5"),
            ("\"effortDays\": 11", "\"effortDays\": 8"), ("\"smallestGroup\": 4", "\"smallestGroup\": 5"),
            (#"{"id": "maker", "title": "Maker"}"#, #"{"id": "tester", "title": "Tester"}"#),
            ("\"1\": 0.85, ", ""),
        ] where generator.chance(0.3) {
            definition.replacements.append((old, new))
        }
        return definition
    }

    private static func change(_ line: inout ComparedDefinition.Line, _ generator: inout SeededGenerator) {
        if generator.chance(0.3) { line.concept = "C\(Int.random(in: 1...3, using: &generator))" }
        if generator.chance(0.3) { line.version = Int.random(in: 1...3, using: &generator) }
        line.comparableWith = [1, 2, 3].filter { _ in generator.chance(0.3) }
        if generator.chance(0.3) { line.prompt = "Another prompt" }
        if generator.chance(0.3) { line.weight = [0, 0.1, 0.3, 2].randomElement(using: &generator) ?? 1 }
        if generator.chance(0.2) { line.scale = "steep" }
        if generator.chance(0.2) { line.dimension = line.dimension == "left" ? "right" : "left" }
    }

    /// All that a comparison says, in lines.
    private static func lines(_ comparison: QuestionnaireComparison) -> [String] {
        var lines = comparison.addedItems.map { "+ \($0.id)" } + comparison.droppedItems.map { "- \($0.id)" }
        for pair in comparison.pairs {
            lines.append("\(pair.old.id) \(pair.new.id) \(pair.comparability) \(pair.unversioned) \(pair.changes)")
        }
        lines += comparison.settings.map { "\($0)" }
        for part in comparison.parts { lines.append("\(part.part) \(part.added) \(part.dropped) \(part.changed)") }
        // Metrics follow the order of the definition.
        return lines
            + comparison.metrics.sorted { $0.leaves.id < $1.leaves.id }.map {
                "\($0.leaves.id) \($0.share as Any) \($0.unmatched.map(\.id)) \($0.isComparable as Any)"
            }
    }

    private static let seeds: [UInt64] = Array(1...60)

    @Test(arguments: seeds)
    func withItselfInAnyOrderNothingDiffers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let definition = Self.random(&generator)
        var shuffled = definition
        shuffled.items.shuffle(using: &generator)
        shuffled.isReversed = true
        for other in [definition, shuffled] {
            let comparison = try QuestionnaireComparison(old: definition.questionnaire(), new: other.questionnaire())
            #expect(comparison.isEmpty)
            #expect(comparison.pairs.allSatisfy { $0.isComparable && $0.old.id == $0.new.id })
            #expect(comparison.metrics.allSatisfy { ($0.share ?? 1) == 1 && $0.isComparable != false })
        }
    }

    @Test(arguments: seeds)
    func theOrderOfTheFilesNeverMatters(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let older = Self.random(&generator)
        let newer = Self.random(&generator)
        let expected = try Self.lines(QuestionnaireComparison(old: older.questionnaire(), new: newer.questionnaire()))
        var (first, second) = (older, newer)
        first.items.shuffle(using: &generator)
        second.items.shuffle(using: &generator)
        first.isReversed = generator.chance(0.5)
        second.isReversed = !first.isReversed
        let lines = try Self.lines(QuestionnaireComparison(old: first.questionnaire(), new: second.questionnaire()))
        #expect(lines == expected)
    }

    @Test(arguments: seeds)
    func swappedTheyExchangeAddedAndDropped(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let older = try Self.random(&generator).questionnaire()
        let newer = try Self.random(&generator).questionnaire()
        let there = QuestionnaireComparison(old: older, new: newer)
        let back = QuestionnaireComparison(old: newer, new: older)
        func swapped(_ change: KeyChange) -> KeyChange { KeyChange(key: change.key, old: change.new, new: change.old) }
        #expect(there.addedItems.map(\.id) == back.droppedItems.map(\.id))
        #expect(there.droppedItems.map(\.id) == back.addedItems.map(\.id))
        #expect(Set(there.pairs.map { [$0.old.id, $0.new.id] }) == Set(back.pairs.map { [$0.new.id, $0.old.id] }))
        #expect(there.settings.map(swapped) == back.settings)
        #expect(there.parts.map(\.part) == back.parts.map(\.part))
        for (one, other) in zip(there.parts, back.parts) {
            #expect(one.added == other.dropped && one.dropped == other.added)
            #expect(one.changed.map { $0.changes.map(swapped) } == other.changed.map(\.changes))
        }
        #expect(there.isEmpty == back.isEmpty)
    }

    /// Each item is in one place, and the shares are what the rule of the method says.
    @Test(arguments: seeds)
    func everyItemHasItsPlace(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let older = try Self.random(&generator).questionnaire()
        let newer = try Self.random(&generator).questionnaire()
        let comparison = QuestionnaireComparison(old: older, new: newer)
        let pairs = comparison.pairs
        #expect((pairs.map(\.new.id) + comparison.addedItems.map(\.id)).sorted() == newer.items.map(\.id).sorted())
        #expect((pairs.map(\.old.id) + comparison.droppedItems.map(\.id)).sorted() == older.items.map(\.id).sorted())
        for pair in pairs {
            let (old, new) = (pair.old, pair.new)
            let isMatched =
                old.concept == new.concept && (old.version == new.version || new.comparableWith.contains(old.version))
            #expect(pair.isComparable == isMatched)
        }
        let matched = Set(pairs.filter(\.isComparable).map(\.new.id))
        for (metric, dimension) in [("left.help", "left"), ("right.help", "right")] {
            let items = newer.items.filter { $0.dimension == dimension && $0.direction == .facilitator }
            let weight = items.map(\.weight).reduce(0, +)
            let share = items.filter { matched.contains($0.id) }.map(\.weight).reduce(0, +) / weight
            let match = try #require(comparison.metrics.first { $0.leaves.id == metric })
            #expect(weight > 0 ? isClose(match.share, share) : match.share == nil)
            if let found = match.share { #expect(match.isComparable == (found >= 0.8 - 1e-9)) }
        }
    }
}
