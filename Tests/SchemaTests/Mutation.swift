import JSON
import SeededRandomness

/// One damage to a file.
struct Mutation: CustomStringConvertible, Sendable {
    let place: [Step]
    let kind: Kind
    let change: @Sendable (JSONValue) -> JSONValue

    enum Kind: String, CaseIterable {
        case droppedKey, renamedKey, unknownKey, foreignKey, otherType, otherNumber, otherWord, otherValue, emptied
        case repeated
    }

    var description: String { "\(PathText.of(place)) \(kind)" }

    func apply(to value: JSONValue) -> JSONValue { value.replacing(place, by: change) }
}

/// Where damage comes from: the keys of all files with values that they have somewhere.
struct MutationSource {
    private var values: [String: [JSONValue]] = [:]
    private var keys: [String] = []
    /// The keys of objects that stand under the same name, such as those of all metrics.
    private var siblings: [String: Set<String>] = [:]

    init(_ files: [CheckedFile]) {
        for file in files { collect(file.value, under: "") }
        keys = values.keys.sorted()
    }

    private mutating func collect(_ value: JSONValue, under name: String) {
        switch value {
        case .object(let members):
            siblings[name, default: []].formUnion(members.keys)
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                if values[name, default: []].count < 20 { values[name, default: []].append(member) }
                collect(member, under: name)
            }
        case .array(let elements): for element in elements { collect(element, under: name) }
        default: break
        }
    }

    /// Values that a key has somewhere.
    func examples(of key: String) -> [JSONValue] { values[key] ?? [] }

    /// A damage of a kind at a place, if there is one of that kind for what stands there.
    func mutation(
        _ kind: Mutation.Kind, at place: [Step], of value: JSONValue, _ generator: inout SeededGenerator
    ) -> Mutation? {
        guard let part = value[place], let damaged = damage(kind, part, place, &generator), damaged != part else {
            return nil
        }
        return Mutation(place: place, kind: kind) { _ in damaged }
    }

    private static let others: [JSONValue] = [
        .null, true, .number(3), .string("x"), [], [:], [.string("x")], ["x": .number(1)], .string(""), .number(-0.5),
    ]
    private static let numbers: [JSONValue] = [-1e12, 1e12, 0.5, -1, 1e5, 2, 1.5].map(JSONValue.number)
    private static let words = ["zzz", "", " ", "a b", "-x", "id", "2026-02-30", "2026-13-01"]

    private func damage(
        _ kind: Mutation.Kind, _ part: JSONValue, _ place: [Step], _ generator: inout SeededGenerator
    ) -> JSONValue? {
        switch (kind, part) {
        case (.droppedKey, .object(var members)):
            guard let name = members.keys.sorted().randomElement(using: &generator) else { return nil }
            members[name] = nil
            return .object(members)
        case (.renamedKey, .object(var members)):
            guard let name = members.keys.sorted().randomElement(using: &generator) else { return nil }
            members["\(name)x"] = members.removeValue(forKey: name)
            return .object(members)
        case (.unknownKey, .object(var members)):
            members["qqqqq"] = .number(1)
            return .object(members)
        case (.foreignKey, .object(var members)):
            let parent = place.last { if case .member = $0 { true } else { false } }
            var candidates = keys
            if case .member(let name)? = parent, generator.chance(0.8) {
                candidates = siblings[name, default: []].sorted()
            }
            guard let name = candidates.randomElement(using: &generator) else { return nil }
            members[name] = values[name]?.randomElement(using: &generator)
            return .object(members)
        case (.otherType, _): return Self.others.randomElement(using: &generator)
        case (.otherNumber, .number): return Self.numbers.randomElement(using: &generator)
        case (.otherWord, .string): return Self.words.randomElement(using: &generator).map(JSONValue.string)
        case (.otherValue, _):
            guard case .member(let name)? = place.last else { return nil }
            return values[name]?.randomElement(using: &generator)
        case (.emptied, .array): return []
        case (.emptied, .object): return [:]
        case (.repeated, .array(let elements)):
            return elements.randomElement(using: &generator).map { .array(elements + [$0]) }
        default: return nil
        }
    }
}
