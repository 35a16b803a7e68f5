/// One pass over a command line, from left to right, that collects what is given and what is wrong.
struct CommandLineParser {
    var scope: Scope
    var remaining: ArraySlice<String>
    var flags: Set<String> = []
    var values: [String: [String]] = [:]
    var operands: [Operand] = []
    /// Whether the next word, if it is plain, may be the value of an option that is not known.
    var followsUnknownOption = false
    private var optionsHaveEnded = false
    private var helpIsWanted = false
    private var versionIsWanted = false
    private var commandIsUnknown = false
    private var problems: [ArgumentProblem] = []
    private var reported: Set<ArgumentProblem> = []

    init(root: CommandDescription, words: [String]) {
        scope = Scope(root: root)
        remaining = words[...]
    }

    mutating func parse() throws(ArgumentError) -> CommandRequest {
        while let word = remaining.popFirst() { read(word) }
        if versionIsWanted, !helpIsWanted { return .version }
        if helpIsWanted, !commandIsUnknown { return .help(commandPath: scope.commandPath) }
        let arguments = scope.command.isGroup ? [:] : assignOperands()
        guard problems.isEmpty else { throw ArgumentError(problems, in: scope) }
        if scope.command.isGroup { return .help(commandPath: scope.commandPath) }
        return .invocation(
            Invocation(commandPath: scope.commandPath, flags: flags, options: values, arguments: arguments))
    }

    /// Notes a problem, once however often it occurs.
    mutating func report(_ problem: ArgumentProblem) {
        if reported.insert(problem).inserted { problems.append(problem) }
    }

    mutating func set(_ flag: OptionDescription) {
        switch flag {
        case .help: helpIsWanted = true
        case .version: versionIsWanted = true
        default: flags.insert(flag.name)
        }
    }

    private mutating func read(_ text: String) {
        let isDoubtful = followsUnknownOption
        followsUnknownOption = false
        switch optionsHaveEnded ? .plain(text) : Word(text) {
        case .endOfOptions:
            optionsHaveEnded = true
        case .long(let name, let value):
            readLong(name, value: value)
        case .cluster(let letters):
            readCluster(letters)
        case .plain where scope.command.isGroup:
            readCommand(text, isDoubtful: isDoubtful)
        case .plain:
            operands.append(Operand(text: text, isDoubtful: isDoubtful))
        }
    }

    private mutating func readCommand(_ name: String, isDoubtful: Bool) {
        if scope.enter(name) { return }
        if scope.isRoot, name == "help" {
            helpIsWanted = true
        } else if !isDoubtful {
            reportUnknownCommand(name)
            commandIsUnknown = true
            remaining = []
        }
    }
}
