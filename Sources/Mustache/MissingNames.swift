/// What happens when a template asks for something that is not there.
///
/// A name that is there with nothing in it (``MustacheValue/missing``, a false flag, an empty list) is no such case:
/// it renders as nothing either way.
public enum MissingNames: Sendable, Equatable {
    /// It counts as nothing, as the Mustache specification (version 1.4) asks.
    ///
    /// Unknown names and partials render as nothing, a flag in an interpolation as `true` or `false`, a list or an
    /// object in an interpolation as nothing.
    case empty

    /// It is an error with its place in the template: for templates whose silence would mislead a reader.
    ///
    /// Refused are an unknown name in an interpolation, a section or an inverted section, a dotted name of which any
    /// part is unknown, an unknown partial, and the interpolation of a flag, a list or an object.
    case refused
}
