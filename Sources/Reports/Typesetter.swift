public import Mustache

/// The words and templates from which a report is set.
public struct Typesetter: Sendable {
    public let strings: Strings
    /// The templates, by their path below `templates/` without `.mustache`.
    let library: MustacheLibrary

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(strings: Strings, library: MustacheLibrary) {
        self.strings = strings
        self.library = library
    }

    /// Sets a template for the terminal.
    func terminal(_ template: String, value: (Words) -> MustacheValue) throws(ReportFailure) -> String {
        TerminalText.wrapped(try set(template, escaping: .visible, value: value))
    }

    /// Sets a template with a value that is made from words; a word or name that is missing is an error.
    public func set(
        _ template: String, escaping: Escaping, value: (Words) -> MustacheValue
    ) throws(ReportFailure) -> String {
        let words = Words(strings)
        let value = value(words).with(words)
        guard words.problems.isEmpty else { throw ReportFailure(words.problems) }
        do throws(MustacheError) {
            return try library.render(template, with: value, escaping: escaping, missingNames: .refused)
        } catch {
            throw ReportFailure(error)
        }
    }
}

extension MustacheValue {
    /// The value with all texts, for templates that name some by themselves.
    func with(_ words: Words) -> MustacheValue {
        guard case .object(var members) = self, members["text"] == nil else { return self }
        members["text"] = words.strings.values
        return .object(members)
    }
}
