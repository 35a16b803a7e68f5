import Mustache

/// Renders one template, the way most tests need it: HTML, and silent about missing names as the specification is.
func render(
    _ template: String,
    with value: MustacheValue = [:],
    partials: [String: String] = [:],
    escaping: Escaping = .html,
    missingNames: MissingNames = .empty
) throws(MustacheError) -> String {
    var templates = [try MustacheTemplate(template, name: "page")]
    for (name, source) in partials {
        templates.append(try MustacheTemplate(source, name: name))
    }
    let library = MustacheLibrary(templates)
    return try library.render("page", with: value, escaping: escaping, missingNames: missingNames)
}

/// The error that reading or rendering a template must end with; `nil` when it does not.
func renderError(
    _ template: String,
    with value: MustacheValue = [:],
    partials: [String: String] = [:],
    missingNames: MissingNames = .refused
) -> MustacheError? {
    do {
        _ = try render(template, with: value, partials: partials, missingNames: missingNames)
        return nil
    } catch {
        return error
    }
}
