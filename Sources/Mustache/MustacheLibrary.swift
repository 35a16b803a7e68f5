/// Templates that can include each other by name.
public struct MustacheLibrary: Sendable {
    private let templates: [String: MustacheTemplate]

    /// Brings templates together.
    ///
    /// - Parameter templates: Of two with the same name the later counts, so that somebody's own templates can follow
    ///   the ones that they replace.
    public init(_ templates: [MustacheTemplate]) {
        self.templates = Dictionary(templates.map { ($0.name, $0) }, uniquingKeysWith: { _, later in later })
    }

    /// Renders a template. The same arguments always give the same text.
    ///
    /// - Parameters:
    ///   - name: The name of one of the templates.
    ///   - value: The data, usually an object.
    ///   - escaping: What happens to the text of `{{name}}`.
    ///   - missingNames: What happens when a name or a partial is not there.
    /// - Throws: An error without a position when there is no template of that name. An error with a position when
    ///   partials include each other more than 64 deep; and with ``MissingNames/refused``, when a name or a partial is
    ///   unknown, or something that is not text is to be written.
    public func render(
        _ name: String,
        with value: MustacheValue,
        escaping: Escaping,
        missingNames: MissingNames
    ) throws(MustacheError) -> String {
        guard let template = self[name] else {
            throw MustacheError(
                template: name,
                position: nil,
                kind: .unknownTemplate,
                message: "There is no template '\(name)'. \(hint(for: name))"
            )
        }
        var renderer = Renderer(template, of: self, with: value, escaping: escaping, missingNames: missingNames)
        try renderer.render()
        return String(decoding: renderer.output, as: UTF8.self)
    }

    subscript(name: String) -> MustacheTemplate? {
        templates[name]
    }

    /// What to do about the name of a template that is not here.
    func hint(for name: String) -> String {
        NameHint.text(for: name, among: templates.keys)
    }
}
