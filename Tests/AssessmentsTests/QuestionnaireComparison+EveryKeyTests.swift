import JSON
import Questionnaires
import SeededRandomness
import Testing

@testable import Assessments

/// Whatever a definition says is compared: no key can change unseen, and nothing but a change is told.
@Suite struct QuestionnaireComparisonEveryKeyTests {
    /// The keys at the top of the definition, each with all that it holds.
    static let heads = [
        "bands", "channels", "comparison", "contradiction", "coverage", "description", "dimensions", "id",
        "items", "language", "metrics", "notApplicableFlag", "pool", "presentation", "readiness",
        "recommendationPolicy", "recommendations", "roles", "scales", "sources", "stability", "subject", "subjects",
        "tags",
        "title", "version",
    ]

    @Test func theDefinitionIsRight() throws {
        let value = try EveryKindDefinition.value()
        let document = try JSONDocument(parsing: Array(value.canonicalText().utf8))
        let decoded = Questionnaire.decode(main: DefinitionFile(name: "test", document: document), parts: [])
        #expect(decoded.findings.filter { $0.severity == .error }.map(\.description) == [])
        guard case .object(let members) = value else { return }
        #expect(members.keys.sorted().filter { $0 != "formatVersion" } == Self.heads)
    }

    /// Every value put in place of another, every key under another name, everything taken away: if it is still a
    /// definition, it is another one.
    @Test(arguments: heads)
    func everyChangeIsTold(head: String) throws {
        let definition = try EveryKindDefinition.value()
        let questionnaire = try #require(try EveryKindDefinition.questionnaire(definition))
        var keys: Set<String> = []
        var changed: Set<String> = []
        /// Whether one of some ways to change a place leads to a definition; what is told of it is looked at.
        func isChanged(_ mutations: some Sequence<DefinitionMutation>) throws -> Bool {
            for mutation in mutations {
                guard let newer = try EveryKindDefinition.questionnaire(mutation.applied(to: definition)) else {
                    continue
                }
                let isTold = !QuestionnaireComparison(old: questionnaire, new: newer).isEmpty
                #expect(isTold, "\(mutation)")
                return true
            }
            return false
        }
        var visits: [String: Int] = [:]
        for place in DefinitionMutation.places(of: definition) where place.path.first == .member(head) {
            // The same key in many items of a list is the same code; one of them, and on until one could be changed.
            visits[place.keys, default: 0] += 1
            if visits[place.keys, default: 0] > 1, place.replacements.isEmpty || changed.contains(place.keys) {
                continue
            }
            if !place.replacements.isEmpty { keys.insert(place.keys) }
            // Long searches only for a key of which no value could be changed so far.
            let limit = changed.contains(place.keys) ? 6 : place.replacements.count
            if try isChanged(place.replacements.prefix(limit)) { changed.insert(place.keys) }
            _ = try isChanged(place.removals)
            _ = try isChanged(place.renamings)
        }
        // What others rest on cannot be changed alone, but each key must be somewhere.
        #expect(keys.subtracting(changed) == [])
        #expect(!changed.isEmpty)
    }

    /// The definition with some changes, and still a definition.
    private static func random(_ generator: inout SeededGenerator) throws -> JSONValue {
        var definition = try EveryKindDefinition.value()
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            guard let place = DefinitionMutation.places(of: definition).randomElement(using: &generator),
                let mutation = (generator.chance(0.3) ? place.removals : place.replacements).first
            else { continue }
            let newer = mutation.applied(to: definition)
            if try EveryKindDefinition.questionnaire(newer) != nil { definition = newer }
        }
        return definition
    }

    /// The definition with all lists in another order whose order means nothing.
    private static func shuffled(
        _ value: JSONValue, at path: [String] = [], _ generator: inout SeededGenerator
    ) -> JSONValue {
        switch value {
        case .object(let members):
            // One after the other, so that the same seed gives the same order.
            var result: [String: JSONValue] = [:]
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                result[name] = shuffled(member, at: path + [name], &generator)
            }
            return .object(result)
        case .array(let elements):
            var result: [JSONValue] = []
            for element in elements { result.append(shuffled(element, at: path, &generator)) }
            let (key, above) = (path.last ?? "", path.dropLast().last)
            let isFree = [
                "sources", "subjects", "channels", "dimensions", "children", "tags", "roles", "scales", "items",
                "bands", "define", "all", "any", "ids", "authority", "requires", "exclusive", "comparableWith",
                "recommendations",
            ]
            if isFree.contains(key) || key == "metrics" && above == "of" || path == ["metrics"]
                || key == "values" && above == "tags"
            {
                result.shuffle(using: &generator)
            }
            return .array(result)
        default: return value
        }
    }

    @Test(arguments: Array(1...20) as [UInt64])
    func withItselfNothingDiffers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let definition = try Self.random(&generator)
        let questionnaire = try #require(try EveryKindDefinition.questionnaire(definition))
        let shuffled = Self.shuffled(definition, &generator)
        #expect(shuffled != definition)
        let other = try #require(try EveryKindDefinition.questionnaire(shuffled))
        for newer in [questionnaire, other] {
            let comparison = QuestionnaireComparison(old: questionnaire, new: newer)
            #expect(comparison.isEmpty)
            // What is told, where something is.
            let told =
                comparison.settings + comparison.parts.flatMap(\.changed).flatMap(\.changes)
                + comparison.changedItems.flatMap(\.changes).map(\.change)
            #expect(told == [])
        }
    }
}
