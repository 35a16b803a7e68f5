extension CommandDescription {
    /// What is wrong with the description of a whole program, a sentence each; empty if it is sound.
    ///
    /// It is meant for a test of the program. It finds names that are malformed, given twice or kept for help and
    /// version; groups with arguments of their own; arguments that cannot be told apart; texts that would read badly;
    /// and examples that do not parse.
    public func mistakes() -> [String] {
        mistakes(in: Scope(root: self))
    }

    private func mistakes(in scope: Scope) -> [String] {
        let own =
            commandMistakes(in: scope) + argumentMistakes + optionMistakes(in: scope)
            + examples.compactMap { mistake(in: $0, of: scope.root) }
        return own.map { "\(scope.spelling): \($0)" }
            + subcommands.flatMap { subcommand in
                var inner = scope
                return inner.enter(subcommand.name) ? subcommand.mistakes(in: inner) : []
            }
    }

    private func commandMistakes(in scope: Scope) -> [String] {
        var mistakes: [String] = []
        if !isWellFormed(name) { mistakes.append("the name is not made of lower-case letters, digits and hyphens") }
        if isGroup, !arguments.isEmpty { mistakes.append("a group takes no arguments") }
        if !readsWell(summary) { mistakes.append("the summary is empty or ends with a full stop") }
        let reserved = scope.isRoot ? [OptionDescription.help.name] : []
        return mistakes + repetitions(in: subcommands.map(\.name) + reserved).map { "two commands are '\($0)'" }
    }

    private var argumentMistakes: [String] {
        var mistakes = repetitions(in: arguments.map(\.name)).map { "two arguments are '\($0)'" }
        if arguments.count(where: \.takesMany) > 1 { mistakes.append("two arguments take any number of words") }
        for argument in arguments where !readsWell(argument.help) {
            mistakes.append("the help of '\(argument.name)' is empty or ends with a full stop")
        }
        return mistakes
    }

    private func optionMistakes(in scope: Scope) -> [String] {
        let letters = scope.options.compactMap { $0.short.map(String.init) }
        return repetitions(in: scope.options.map(\.name)).map { "two options are '--\($0)'" }
            + repetitions(in: letters).map { "two options are '-\($0)'" }
            + options.flatMap { option in option.mistakes.map { "option '--\(option.name)': \($0)" } }
    }

    private func mistake(in example: CommandExample, of root: CommandDescription) -> String? {
        guard let words = example.words(after: root.name) else {
            return "the example '\(example.commandLine)' does not call '\(root.name)'"
        }
        do throws(ArgumentError) {
            _ = try root.parse(words)
            return nil
        } catch {
            let messages = error.problems.map(\.message).joined(separator: " ")
            return "the example '\(example.commandLine)' does not parse: \(messages)"
        }
    }
}

extension OptionDescription {
    fileprivate var mistakes: [String] {
        var mistakes: [String] = []
        if !isWellFormed(name) || name.utf8.count < 2 {
            mistakes.append("the name is not made of two or more lower-case letters, digits and hyphens")
        }
        if let short, !short.isASCII || !short.isLetter {
            mistakes.append("'-\(short)' is not an ASCII letter (a digit would be a negative number)")
        }
        if !readsWell(help) { mistakes.append("the help is empty or ends with a full stop") }
        guard let value else { return mistakes }
        if value.placeholder.isEmpty { mistakes.append("the value has no placeholder") }
        mistakes += repetitions(in: value.possibleValues).map { "two possible values are '\($0)'" }
        for possible in value.possibleValues where value.values(in: possible) != [possible] {
            mistakes.append("the possible value '\(possible)' has a comma")
        }
        return mistakes
    }
}

private func isWellFormed(_ name: String) -> Bool {
    let isLetter = { (byte: UInt8) in UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
    let isDigit = { (byte: UInt8) in UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
    guard let first = name.utf8.first, isLetter(first) else { return false }
    return name.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
}

/// Whether a text can stand in a table, and in front of a note in brackets.
private func readsWell(_ text: String) -> Bool {
    !text.isEmpty && !text.hasSuffix(".")
}

/// The names that occur more than once, each once, in the order of their second occurrence.
private func repetitions(in names: [String]) -> [String] {
    var seen: Set<String> = []
    var repeated: [String] = []
    for name in names where !seen.insert(name).inserted && !repeated.contains(name) { repeated.append(name) }
    return repeated
}
