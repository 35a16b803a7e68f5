public import JSON

extension JSONObjectReader {
    /// An id: letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
    ///
    /// Ids become parts of paths, addresses and file names, so nothing else is allowed.
    func identifier(_ name: String) -> String? {
        guard let reader = required(name) else { return nil }
        return reader.identifier()
    }

    func requiredText(_ name: String) -> String? { required(name)?.text() }

    func optionalText(_ name: String) -> String? { self[name]?.text() }

    /// A text that a reader of reports will miss when it is absent.
    func expectedText(_ name: String) -> String? {
        if let value = self[name] { return value.text() }
        reader.warn("the text \"\(name)\" is missing", "write it: respondents and readers will miss it")
        return nil
    }

    /// A list of texts.
    func texts(_ name: String) -> [String] { self[name]?.array()?.compactMap { $0.text() } ?? [] }
}

extension JSONReader {
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
