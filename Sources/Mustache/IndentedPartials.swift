/// The partials that a rendering has indented so far.
///
/// Partials in lists are included many times: each is indented and parsed anew only once.
struct IndentedPartials {
    private var templates: [Key: MustacheTemplate] = [:]

    private struct Key: Hashable {
        let name: String
        let indentation: String
    }

    /// A template with white space before each of its lines.
    mutating func template(
        _ template: MustacheTemplate, indentation: String
    ) throws(MustacheError) -> MustacheTemplate {
        if indentation.isEmpty { return template }
        let key = Key(name: template.name, indentation: indentation)
        if let indented = templates[key] { return indented }
        let indented = try template.indented(by: indentation)
        templates[key] = indented
        return indented
    }
}
