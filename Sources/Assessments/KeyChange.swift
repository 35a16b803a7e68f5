import Questionnaires

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
    case flag(Bool)
    /// An id, or another name that the format knows.
    case name(String)
    case names([String])
    /// A condition in one line, in the words of the format: `all(item F1 option yes, item F2 value atLeast 0.5)`.
    case condition(String)
    /// A text for people.
    case text(String)
    case texts([String])
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

    /// A condition; none means always.
    mutating func describe(_ key: String, condition: Condition?) {
        self[key] = condition.map { .condition($0.canonicalText) }
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

extension DescribedKeys {
    /// A name on the way to a key, in quotation marks where its full stops could be taken for further steps.
    static func step(_ name: String) -> String { name.contains(".") ? "\"\(name)\"" : name }
}

extension Double {
    /// The number as a definition may write it.
    var written: String { Int(exactly: self).map(String.init) ?? description }
}
