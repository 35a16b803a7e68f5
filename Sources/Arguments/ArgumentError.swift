/// Why a command line cannot be carried out: all that is wrong with it.
///
/// By convention the program then ends with exit code 64 (`EX_USAGE` in BSD's `sysexits.h`).
public struct ArgumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in the order of the command line; what concerns its arguments comes last.
    public let problems: [ArgumentProblem]
    /// The command's synopsis, in one line: `waymark assess [OPTIONS] [DIR]`.
    public let usage: String
    /// The command as typed, as far as it was understood: `waymark assess`.
    public let command: String

    /// Makes an error about a command, also for what only the command itself can tell, such as a value that is no
    /// number.
    ///
    /// - Parameters:
    ///   - problems: What is wrong.
    ///   - commandPath: The command, as in ``Invocation/commandPath``.
    ///   - root: The description of the whole program.
    public init(_ problems: [ArgumentProblem], at commandPath: [String], of root: CommandDescription) {
        self.init(problems, in: Scope(root: root, commandPath: commandPath))
    }

    init(_ problems: [ArgumentProblem], in scope: Scope) {
        self.problems = problems
        self.usage = scope.usage
        self.command = scope.spelling
    }

    /// The whole message: a line for each problem, the synopsis, and where to find help.
    public var description: String {
        let lines = problems.map(\.message) + ["Usage: \(usage)", "See '\(command) --help'."]
        return lines.joined(separator: "\n")
    }
}
