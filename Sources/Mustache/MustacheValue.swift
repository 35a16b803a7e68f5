/// What a template is rendered with: the five kinds of data that a Mustache template can tell apart.
///
/// Numbers and dates arrive as ``text(_:)``: how they are written is a matter of language, which a template engine
/// does not know.
public enum MustacheValue: Sendable, Equatable {
    /// Words to be written. Empty text counts as false in a section.
    case text(String)

    /// A condition for sections.
    case flag(Bool)

    /// What a section is repeated for, in this order. An empty list counts as false in a section.
    case list([MustacheValue])

    /// Values by name. An object, even an empty one, counts as true in a section.
    case object([String: MustacheValue])

    /// The `null` of JSON: the name exists, but there is nothing. Written as nothing, false in a section.
    case missing
}

extension MustacheValue {
    /// Whether a section shows its content for this value (and an inverted section hides it).
    var isTruthy: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .flag(let flag): flag
        case .list(let values): !values.isEmpty
        case .object: true
        case .missing: false
        }
    }

    /// How messages speak of this kind of value.
    var kindInWords: String {
        switch self {
        case .text: "a text"
        case .flag: "a flag (true or false)"
        case .list: "a list"
        case .object: "an object"
        case .missing: "missing (null)"
        }
    }
}
