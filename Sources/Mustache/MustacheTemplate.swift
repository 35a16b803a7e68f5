/// A template, read once, to be rendered as often as one likes by a ``MustacheLibrary``.
///
/// The language is that of the Mustache specification, version 1.4, without its optional modules: interpolation
/// `{{name}}`, `{{{raw}}}`, `{{&raw}}`, sections `{{#name}} … {{/name}}`, inverted sections `{{^name}} … {{/name}}`,
/// partials `{{>template}}`, comments `{{! … }}` and delimiters `{{=<% %>=}}`; dotted names and the implicit iterator
/// `{{.}}` included. Delimiters may not contain an equals sign.
public struct MustacheTemplate: Sendable {
    /// What partials, and errors, call this template.
    public var name: String { source.name }

    let source: TemplateSource

    /// The text and the tags in their order.
    let nodes: [TemplateNode]

    /// What the nodes refer to by index.
    let names: [TemplateName]
    let partials: [String]

    /// Reads a template.
    ///
    /// - Throws: An error at the opening tag in question when a tag or a section is not closed, or closed by another's
    ///   tag, or when a name or a pair of delimiters is not well formed.
    public init(_ source: String, name: String) throws(MustacheError) {
        try self.init(TemplateSource(source, name: name))
    }

    private init(_ source: TemplateSource) throws(MustacheError) {
        var parser = TemplateParser(source)
        try parser.parse()
        self.source = source
        nodes = parser.nodes
        names = parser.names
        partials = parser.partials
    }

    /// The same template with white space before every line of its text, as a standalone partial tag asks for.
    func indented(by indentation: String) throws(MustacheError) -> MustacheTemplate {
        try MustacheTemplate(source.indented(by: indentation))
    }
}
