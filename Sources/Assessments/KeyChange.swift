/// A key of a definition whose value differs between two questionnaires.
public struct KeyChange: Sendable, Hashable {
    /// The key with the names on the way to it, as the definition writes them: `weights.technology`.
    public let key: String
    /// The older value; nothing where the key was not there.
    public let old: DefinitionValue?
    public let new: DefinitionValue?
}

/// What a definition says under a key.
public enum DefinitionValue: Sendable, Hashable {
    case number(Double)
    /// An id, or another name that the format knows.
    case name(String)
    case names([String])
    /// A text for people.
    case text(String)
    case texts([String])
    /// Something with a shape of its own, such as a condition.
    case structure(Structure)

    /// Something that can only be said to be the same or not.
    public struct Structure: Sendable, Hashable {
        private let content: any Hashable & Sendable

        init(_ content: any Hashable & Sendable) {
            self.content = content
        }

        public static func == (left: Structure, right: Structure) -> Bool {
            AnyHashable(left.content) == AnyHashable(right.content)
        }

        public func hash(into hasher: inout Hasher) { content.hash(into: &hasher) }
    }
}

/// What a part of a definition says, by key; keys that are left out have no value.
///
/// Two parts are compared through this alone, so whatever an author can change has to be described.
struct DescribedKeys: Sendable, Hashable {
    private(set) var values: [String: DefinitionValue] = [:]

    subscript(key: String) -> DefinitionValue? {
        get { values[key] }
        set { values[key] = newValue }
    }

    mutating func describe(_ key: String, number: Double?) { self[key] = number.map(DefinitionValue.number) }
    mutating func describe(_ key: String, name: String?) { self[key] = name.map(DefinitionValue.name) }
    mutating func describe(_ key: String, text: String?) { self[key] = text.map(DefinitionValue.text) }

    /// Names; a list without any is the same as no list.
    mutating func describe(_ key: String, names: [String]) { self[key] = names.isEmpty ? nil : .names(names) }

    mutating func describe(_ key: String, structure: (some Hashable & Sendable)?) {
        self[key] = structure.map { .structure(DefinitionValue.Structure($0)) }
    }

    /// Adds what another part says, under a key of its own.
    mutating func describe(_ key: String, _ part: DescribedKeys) {
        for (name, value) in part.values { self["\(key).\(name)"] = value }
    }

    /// The keys that differ, in alphabetical order.
    func changes(to newer: DescribedKeys) -> [KeyChange] {
        Set(values.keys).union(newer.values.keys).sorted().compactMap { key in
            self[key] == newer[key] ? nil : KeyChange(key: key, old: self[key], new: newer[key])
        }
    }
}
