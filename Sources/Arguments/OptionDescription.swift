/// An option of a command: a flag, or a name that takes a value.
public struct OptionDescription: Hashable, Sendable {
    /// The long name without the dashes: `skip-invalid`. It is also the name under which ``Invocation`` has the option.
    public let name: String
    /// The letter of the short form: `w` for `-w`.
    public let short: Character?
    /// What the option does, without a full stop.
    public let help: String
    /// What the option takes; `nil` for a flag.
    public let value: OptionValue?

    /// Describes an option.
    public init(name: String, short: Character? = nil, help: String, value: OptionValue? = nil) {
        self.name = name
        self.short = short
        self.help = help
        self.value = value
    }

    /// The long form with its dashes, as in messages.
    var spelling: String { "--\(name)" }

    static let help = OptionDescription(name: "help", short: "h", help: "Show help")
    static let version = OptionDescription(name: "version", help: "Show the version")
}
