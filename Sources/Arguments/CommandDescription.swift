/// A command as data: everything that is needed to parse its command line and to print its help.
///
/// A command with subcommands is a group: its first plain word names a subcommand, and without one it answers with its
/// help. A command without subcommands is one that can be invoked. The options of a group are also understood by
/// everything below it, before and after the subcommand's name.
///
/// Nothing here traps on a contradictory description; ``mistakes()`` finds what is wrong with one.
public struct CommandDescription: Hashable, Sendable {
    /// The word that names the command; of the root, the name of the program.
    public let name: String
    /// One line on what the command does, without a full stop.
    public let summary: String
    /// More about the command, for its own help. Blank lines separate paragraphs; other line breaks are spaces.
    public let discussion: String?
    /// The positional arguments, in order. Empty for a group.
    public let arguments: [ArgumentDescription]
    /// The options, in the order of the help. `--help` is always there and not listed, nor is the root's `--version`.
    public let options: [OptionDescription]
    /// The commands of a group, in the order of the help.
    public let subcommands: [CommandDescription]
    /// Command lines that show the use of the command.
    public let examples: [CommandExample]

    /// Describes a command.
    public init(
        name: String,
        summary: String,
        discussion: String? = nil,
        arguments: [ArgumentDescription] = [],
        options: [OptionDescription] = [],
        subcommands: [CommandDescription] = [],
        examples: [CommandExample] = []
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.arguments = arguments
        self.options = options
        self.subcommands = subcommands
        self.examples = examples
    }

    var isGroup: Bool { !subcommands.isEmpty }

    /// The names of the commands that lead from here, exclusively, to the first one below with such an option.
    func path(toOptionWhere matches: (OptionDescription) -> Bool) -> [String]? {
        for subcommand in subcommands {
            if subcommand.options.contains(where: matches) { return [subcommand.name] }
            if let rest = subcommand.path(toOptionWhere: matches) { return [subcommand.name] + rest }
        }
        return nil
    }
}
