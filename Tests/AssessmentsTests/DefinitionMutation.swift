import JSON

/// A way to change a definition as JSON: a value put in place of another, a key under another name, something taken
/// away. Whether what comes out is still a definition is for the decoder to say.
struct DefinitionMutation: CustomStringConvertible {
    let path: [Step]
    let change: Change

    enum Step: Hashable {
        case member(String)
        case element(Int)
    }

    enum Change {
        case replaced(JSONValue)
        case removed
        /// A member under another name.
        case renamed(String)
        /// An id under another name wherever it stands.
        case renamedEverywhere(String)
    }

    var description: String { "\(path.map(\.text).joined(separator: ".")) \(change)" }

    func applied(to definition: JSONValue) -> JSONValue {
        switch change {
        case .replaced(let value): definition.replacing(path, with: value)
        case .removed: definition.replacing(path, with: nil)
        case .renamedEverywhere(let id): definition.renaming(id, to: "\(id)X")
        case .renamed(let name):
            definition.replacing(path, with: nil).adding(definition.part(path), path.dropLast(), name)
        }
    }

    /// A place in a definition, and ways to change what stands there, those most likely to be right first.
    struct Place {
        let path: [Step]
        let replacements: [DefinitionMutation]
        let removals: [DefinitionMutation]
        let renamings: [DefinitionMutation]

        /// The keys on the way, whatever the entries of the lists.
        var keys: String {
            path.compactMap { if case .member(let name) = $0 { name } else { nil } }.joined(separator: ".")
        }
    }

    static func places(of definition: JSONValue) -> [Place] {
        let paths = definition.paths
        let vocabulary = Vocabulary(paths)
        return paths.filter { !$0.path.isEmpty }.map { path, value in
            func mutations(_ changes: [Change]) -> [DefinitionMutation] {
                changes.map { DefinitionMutation(path: path, change: $0) }
            }
            var replacements = vocabulary.others(for: value, at: path).map(Change.replaced)
            if replacements.isEmpty, case .string(let id) = value { replacements = [.renamedEverywhere(id)] }
            var renamings: [Change] = []
            if case .member(let name)? = path.last { renamings = vocabulary.otherNames(for: name).map(Change.renamed) }
            return Place(
                path: path, replacements: mutations(replacements), removals: mutations([.removed]),
                renamings: mutations(renamings))
        }
    }
}

/// What may stand in place of something else.
private struct Vocabulary {
    /// The strings that stand under a name, at any place.
    private var byName: [String: [String]] = [:]
    private var ids: Set<String> = []

    /// Words of the format by the keys under which they stand.
    private static let words = [
        "direction": ["facilitator", "blocker", "none"], "combine": ["max", "count"], "shownAs": ["points", "number"],
        "type": ["yesNo"], "option": ["no"], "aggregate": ["sum", "mean", "max"], "round": ["halfUp", "floor"],
        "unknown": ["apply", "skip", "withhold", "holds"], "empty": ["fails", "passes"], "origin": ["ours"],
        "value": ["roleBalancedMean"], "state": ["answered", "unanswered"], "subject": ["organisation"],
        "atLeast": ["2026-07-01"], "below": ["2028-07-01"], "by": ["team"],
        "unanswered": ["fails", "exclude"], "dontKnow": ["leaveOut", "exclude"], "version": ["2.0"],
        "notApplicable": ["leaveOut", "exclude"], "withheld": ["fails", "condition"], "language": ["de"],
    ]

    /// Keys of which one may stand for another.
    private static let exchangeable: [Set<String>] = [
        ["atLeast", "above", "atMost", "below", "equals"], ["from", "above"], ["upTo", "below"],
        ["scale", "add", "cap", "floor"], ["all", "any"], ["option", "includes"], ["value", "number"],
        ["value", "coverage"], ["band", "outcome"], ["builds", "removes"], ["aggregate", "possible"],
    ]

    init(_ paths: [(path: [DefinitionMutation.Step], value: JSONValue)]) {
        for (path, value) in paths {
            guard case .string(let text) = value else { continue }
            byName[Vocabulary.name(path), default: []].append(text)
            if path.last == .member("id") { ids.insert(text) }
        }
    }

    /// The name under which something stands, in a list or alone.
    private static func name(_ path: [DefinitionMutation.Step]) -> String {
        for case .member(let name) in path.reversed() { return name }
        return ""
    }

    func others(for value: JSONValue, at path: [DefinitionMutation.Step]) -> [JSONValue] {
        switch value {
        case .number(let number):
            // A little more or less where order matters, and whole numbers where only those are allowed.
            return [number - 0.01, number + 0.01, number + 1, number - 1].map(JSONValue.number)
        case .bool(let flag): return [.bool(!flag)]
        case .string(let text):
            // What has an id is renamed with all that speaks of it.
            if path.last == .member("id"), path.count > 1 { return [] }
            if path.last == .member("each") { return [["dimension": "whole"]] }
            let name = Vocabulary.name(path)
            var seen: Set<String> = [text]
            let near = (Vocabulary.words[name] ?? []) + ["\(text) more", "\(text)more"] + (byName[name] ?? [])
            return (near + ids.sorted()).filter { seen.insert($0).inserted }.map(JSONValue.string)
        case .integer, .null, .array, .object: return []
        }
    }

    func otherNames(for name: String) -> [String] {
        let words = Vocabulary.exchangeable.filter { $0.contains(name) }.reduce(Set()) { $0.union($1) }
        if !words.isEmpty { return words.subtracting([name]).sorted() }
        let isName = name.split(separator: ".").contains { ids.contains(String($0)) }
        return isName ? ids.subtracting([name]).sorted() : []
    }
}

extension DefinitionMutation.Step {
    fileprivate var text: String {
        switch self {
        case .member(let name): name
        case .element(let index): String(index)
        }
    }
}

extension JSONValue {
    /// All values in it with the way to them, from the outside in, members in the order of their names.
    var paths: [(path: [DefinitionMutation.Step], value: JSONValue)] {
        let inner: [(path: [DefinitionMutation.Step], value: JSONValue)] =
            switch self {
            case .array(let elements):
                elements.enumerated().flatMap { index, element in
                    element.paths.map { ([.element(index)] + $0.path, $0.value) }
                }
            case .object(let members):
                members.sorted { $0.key < $1.key }.flatMap { name, member in
                    member.paths.map { ([.member(name)] + $0.path, $0.value) }
                }
            default: []
            }
        return [([], self)] + inner
    }

    /// The value with another at the end of a path, or none.
    func replacing(_ path: some Collection<DefinitionMutation.Step>, with value: JSONValue?) -> JSONValue {
        guard let step = path.first else { return value ?? .null }
        let rest = path.dropFirst()
        switch (self, step) {
        case (.object(var members), .member(let name)):
            members[name] = rest.isEmpty ? value : members[name]?.replacing(rest, with: value)
            return .object(members)
        case (.array(var elements), .element(let index)):
            if rest.isEmpty, value == nil {
                elements.remove(at: index)
            } else {
                elements[index] = elements[index].replacing(rest, with: value)
            }
            return .array(elements)
        default: preconditionFailure("there is no \(step)")
        }
    }

    /// What stands at the end of a path.
    fileprivate func part(_ path: [DefinitionMutation.Step]) -> JSONValue {
        path.reduce(self) { value, step in
            switch (value, step) {
            case (.object(let members), .member(let name)): members[name] ?? .null
            case (.array(let elements), .element(let index)): elements[index]
            default: .null
            }
        }
    }

    /// The value with a member added to the object at the end of a path, unless it has one of that name.
    fileprivate func adding(
        _ value: JSONValue, _ path: some Collection<DefinitionMutation.Step>, _ name: String
    ) -> JSONValue {
        guard let step = path.first else {
            guard case .object(var members) = self else { return self }
            members[name] = members[name] ?? value
            return .object(members)
        }
        let rest = path.dropFirst()
        switch (self, step) {
        case (.object(var members), .member(let next)):
            members[next] = members[next]?.adding(value, rest, name)
            return .object(members)
        case (.array(var elements), .element(let index)):
            elements[index] = elements[index].adding(value, rest, name)
            return .array(elements)
        default: preconditionFailure("there is no \(step)")
        }
    }

    /// The value with another id wherever it stands, alone or in the full name of a metric.
    fileprivate func renaming(_ id: String, to new: String) -> JSONValue {
        func renamed(_ text: String) -> String {
            text.split(separator: ".", omittingEmptySubsequences: false).map { $0 == id ? new : String($0) }
                .joined(separator: ".")
        }
        return switch self {
        case .string(let text): .string(renamed(text))
        case .array(let elements): .array(elements.map { $0.renaming(id, to: new) })
        case .object(let members):
            .object(
                Dictionary(
                    members.map { (renamed($0.key), $0.value.renaming(id, to: new)) },
                    uniquingKeysWith: { first, _ in first }))
        default: self
        }
    }
}
