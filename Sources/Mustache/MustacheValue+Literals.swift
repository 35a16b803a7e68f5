extension MustacheValue: ExpressibleByStringLiteral {
    /// A literal string is a ``text(_:)``.
    public init(stringLiteral value: String) {
        self = .text(value)
    }
}

extension MustacheValue: ExpressibleByBooleanLiteral {
    /// A literal `true` or `false` is a ``flag(_:)``.
    public init(booleanLiteral value: Bool) {
        self = .flag(value)
    }
}

extension MustacheValue: ExpressibleByArrayLiteral {
    /// A literal array is a ``list(_:)``.
    public init(arrayLiteral elements: MustacheValue...) {
        self = .list(elements)
    }
}

extension MustacheValue: ExpressibleByDictionaryLiteral {
    /// A literal dictionary is an ``object(_:)``. Of two entries with the same name the later counts.
    public init(dictionaryLiteral elements: (String, MustacheValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, later in later }))
    }
}
