/// Names that a file may refer to, found without looking through all of them.
public struct KnownNames: Sendable, ExpressibleByArrayLiteral {
    /// The names in the order in which they were added, each once.
    public private(set) var list: [String] = []
    private var spellings: [String: String] = [:]

    public init(_ names: some Sequence<String> = []) {
        for name in names { insert(name) }
    }

    public init(arrayLiteral elements: String...) {
        self.init(elements)
    }

    public mutating func insert(_ name: String) {
        if spellings.updateValue(spellings[name] ?? name, forKey: name) == nil { list.append(name) }
    }

    public func contains(_ name: String) -> Bool { spellings[name] != nil }

    /// The name as it was added, which may differ from an equal text in its normal form.
    public subscript(name: String) -> String? { spellings[name] }
}

extension JSONReader {
    /// A text that is one of the names given.
    public func name(among names: KnownNames, kind: String) -> String? {
        guard let text = string() else { return nil }
        return names[text] ?? name(among: names.list, kind: kind)
    }
}

extension JSONObjectReader {
    /// Whether the name of a member is among the names defined; reports it otherwise, with the nearest one.
    public func checkName(_ name: String, among names: KnownNames, kind: String) -> Bool {
        names.contains(name) || checkName(name, among: names.list, kind: kind)
    }
}
