/// A command within its tree, and the options that are understood there.
struct Scope {
    let root: CommandDescription
    /// The commands below the root, outermost first.
    private(set) var descent: [CommandDescription] = []

    init(root: CommandDescription) {
        self.root = root
    }

    /// The command at a path of names, or the last one above it that exists.
    init(root: CommandDescription, commandPath: [String]) {
        self.root = root
        for name in commandPath {
            guard enter(name) else { return }
        }
    }

    /// Descends into a subcommand, if there is one of this name.
    mutating func enter(_ name: String) -> Bool {
        guard let subcommand = command.subcommands.first(where: { $0.name == name }) else { return false }
        descent.append(subcommand)
        return true
    }

    var command: CommandDescription { descent.last ?? root }

    var isRoot: Bool { descent.isEmpty }

    var commandPath: [String] { descent.map(\.name) }

    /// The command as typed: `waymark questionnaire copy`.
    var spelling: String { ([root.name] + commandPath).joined(separator: " ") }

    /// The command's own options, then those of the groups around it, from the inside outwards.
    var declaredOptions: [OptionDescription] {
        descent.reversed().flatMap(\.options) + root.options
    }

    /// All options, the built-in ones last.
    var options: [OptionDescription] {
        declaredOptions + [.help] + (isRoot ? [.version] : [])
    }

    func option(named name: String) -> OptionDescription? {
        options.first { $0.name == name }
    }

    func option(short: Character) -> OptionDescription? {
        options.first { $0.short == short }
    }

    /// The synopsis in one line, without the word "Usage".
    var usage: String {
        var words = [spelling]
        if !declaredOptions.isEmpty { words.append("[OPTIONS]") }
        words += command.isGroup ? ["COMMAND"] : command.arguments.map(\.notation)
        return words.joined(separator: " ")
    }
}
