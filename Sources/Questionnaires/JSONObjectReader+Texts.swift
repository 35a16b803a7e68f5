public import JSON

extension JSONObjectReader {
    /// An id: letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
    ///
    /// Ids become parts of paths, addresses and file names, so nothing else is allowed.
    public func identifier(_ name: String) -> String? {
        guard let reader = required(name) else { return nil }
        return reader.identifier()
    }

    /// The id as it is written, whether it can be one or not; reports nothing.
    var writtenID: String? {
        if case .string(let id)? = self["id"]?.node.content { return id }
        return nil
    }

    public func requiredText(_ name: String) -> String? { required(name)?.text() }

    public func optionalText(_ name: String) -> String? { self[name]?.text() }

    /// A text that a reader of reports will miss when it is absent.
    func expectedText(_ name: String) -> String? {
        if let value = self[name] { return value.text() }
        reader.warn("the text \"\(name)\" is missing", "write it: respondents and readers will miss it")
        return nil
    }

    /// A list of texts.
    public func texts(_ name: String) -> [String] { self[name]?.array()?.compactMap { $0.text() } ?? [] }

    /// Reports keys that are part of the format, but would be ignored here.
    ///
    /// - Parameter place: what makes them meaningless, as in `beside "items"`.
    func refuse(_ names: [String], _ place: String) {
        for name in names where self[name] != nil {
            reportName(name, "the key \"\(name)\" means nothing \(place)", "remove it")
        }
    }
}

extension JSONReader {
    /// Whether the value is an object without members.
    var isEmptyObject: Bool {
        if case .object(let members) = node.content { return members.isEmpty }
        return false
    }

    /// The value as an object, if it is one; reports nothing.
    var quietObject: JSONObjectReader? {
        if case .object = node.content { return map() }
        return nil
    }

    /// An id, as ``Identifier`` allows it.
    public func identifier() -> String? {
        guard let text = string() else { return nil }
        guard Identifier.isValid(text) else {
            report(
                "\"\(text.prefix(60))\" cannot be an id",
                "use letters a to z, digits, hyphen, underscore and full stop, beginning with a letter or digit")
            return nil
        }
        return text
    }
}
