/// What an interpolation or a section refers to.
enum TemplateName: Sendable {
    /// The implicit iterator `.`: the value on top of the context stack.
    case current

    /// A name, split at its dots.
    case path(first: String, rest: [String])

    /// The parts between the dots.
    var parts: [String] {
        switch self {
        case .current: ["."]
        case .path(let first, let rest): [first] + rest
        }
    }

    /// The name as it is written in a template.
    var text: String {
        parts.joined(separator: ".")
    }
}
