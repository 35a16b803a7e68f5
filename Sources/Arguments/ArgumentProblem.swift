/// One thing that is wrong with a command line.
///
/// Options stand as `--name`, or as `-n` where that is what was written.
public enum ArgumentProblem: Hashable, Sendable {
    /// A group has no command of this name.
    case unknownCommand(String, suggestion: String?)
    /// Neither the command nor a group around it has this option.
    case unknownOption(String, suggestion: String?)
    /// The option is one of another command, here given as typed: of a subcommand named later, or of the root.
    case misplacedOption(String, command: String)
    /// An option that takes a value ends the line or is followed by another option.
    case missingValue(option: String, placeholder: String)
    /// A flag was written with a value: `--quiet=yes`.
    case unexpectedValue(String, option: String)
    /// An argument that must be given is not; with its help.
    case missingArgument(String, help: String)
    /// A word is left over; with the number of words that the command takes at most.
    case unexpectedArgument(String, allowed: Int)
    /// An option does not accept the value. What it accepts completes the sentence "expected …".
    case invalidValue(String, option: String, expected: String, suggestion: String?)
    /// An option that may be given once was given again.
    case repeatedOption(String, isList: Bool)
}
