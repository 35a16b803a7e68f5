/// What a command line asks for.
public enum CommandRequest: Hashable, Sendable {
    /// To run a command.
    case invocation(Invocation)
    /// To show the help of a command; the path is as in ``Invocation/commandPath``.
    case help(commandPath: [String])
    /// To show the version of the program.
    case version
}
