/// A positional argument of a command: an operand in the words of POSIX.
public struct ArgumentDescription: Hashable, Sendable {
    /// How many words an argument takes.
    public enum Cardinality: Hashable, Sendable {
        /// Exactly one word.
        case required
        /// One word or none.
        case optional
        /// One word or more.
        case oneOrMore
        /// Any number of words.
        case zeroOrMore
    }

    /// The name, as shown in the help and asked for in ``Invocation/argument(_:)``: `DIR`.
    public let name: String
    /// What the argument is, without a full stop.
    public let help: String
    /// How many words the argument takes.
    public let cardinality: Cardinality
    /// What holds when the argument is left out, as text for the help; the parser puts nothing in.
    public let defaultText: String?

    /// Describes a positional argument.
    public init(
        name: String, help: String, cardinality: Cardinality = .required, defaultText: String? = nil
    ) {
        self.name = name
        self.help = help
        self.cardinality = cardinality
        self.defaultText = defaultText
    }

    var needsWord: Bool { cardinality == .required || cardinality == .oneOrMore }

    var takesMany: Bool { cardinality == .oneOrMore || cardinality == .zeroOrMore }

    /// The argument in a synopsis, in the notation of POSIX.1-2017, XBD 12.1: brackets for what may be left out, an
    /// ellipsis for what may be repeated.
    var notation: String {
        let word = takesMany ? "\(name)..." : name
        return needsWord ? word : "[\(word)]"
    }
}
