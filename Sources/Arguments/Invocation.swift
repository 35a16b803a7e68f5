/// A command with what was given to it.
///
/// It holds what the command line says and nothing else: no defaults, and values as text. Asking for a name that the
/// description does not have gives the same answer as for one that was not given.
public struct Invocation: Hashable, Sendable {
    /// The names of the commands from the root, exclusively, to the one to be run: `["questionnaire", "copy"]`.
    public let commandPath: [String]
    /// The long names of the flags that were given.
    public let flags: Set<String>
    /// The values of the options that were given, by long name; lists are split.
    public let options: [String: [String]]
    /// The positional values that were given, by the name of the argument.
    public let arguments: [String: [String]]

    /// Makes an invocation without a command line, for callers in a program.
    public init(
        commandPath: [String],
        flags: Set<String> = [],
        options: [String: [String]] = [:],
        arguments: [String: [String]] = [:]
    ) {
        self.commandPath = commandPath
        self.flags = flags
        self.options = options
        self.arguments = arguments
    }

    /// Whether the flag with this long name was given.
    public func isSet(_ flag: String) -> Bool {
        flags.contains(flag)
    }

    /// The value of an option that takes one, by its long name; `nil` if it was not given.
    public func value(of option: String) -> String? {
        options[option]?.first
    }

    /// The values of an option that takes a list or may be repeated; empty if it was not given.
    public func values(of option: String) -> [String] {
        options[option] ?? []
    }

    /// The value of an argument that takes one word; `nil` if it was not given.
    public func argument(_ name: String) -> String? {
        arguments[name]?.first
    }

    /// The values of an argument that takes any number of words; empty if none was given.
    public func arguments(_ name: String) -> [String] {
        arguments[name] ?? []
    }
}
