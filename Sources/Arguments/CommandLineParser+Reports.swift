import Suggestions

extension CommandLineParser {
    mutating func reportUnknownCommand(_ name: String) {
        let names = scope.command.subcommands.map(\.name) + (scope.isRoot ? ["help"] : [])
        report(.unknownCommand(name, suggestion: suggestion(for: name, among: names)))
    }

    mutating func reportInvalidValue(_ item: String, for option: OptionDescription, as value: OptionValue) {
        let meant = suggestion(for: item, among: value.possibleValues)
        report(.invalidValue(item, option: option.spelling, expected: value.expectation, suggestion: meant))
    }

    /// Reports `--name`, with the option of another command or of a similar name that was probably meant.
    mutating func reportUnknownOption(named name: String, spelling: String, hasValue: Bool) {
        if reportMisplacedOption(spelling, hasValue: hasValue, where: { $0.name == name }) { return }
        let meant = suggestion(for: name, among: scope.options.map(\.name)).flatMap(scope.option(named:))
        report(.unknownOption(spelling, suggestion: meant?.spelling))
        skipValue(of: meant, hasValue: hasValue)
    }

    /// Reports a letter of a cluster. What follows the letter may be its value and is not judged.
    mutating func reportUnknownOption(short letter: Character, in cluster: String, hasValue: Bool) {
        let spelling = "-\(letter)"
        if Word.isNegativeNumber("-\(cluster)") {
            report(.unknownOption("-\(cluster)", suggestion: nil))
        } else if reportMisplacedOption(spelling, hasValue: hasValue, where: { $0.short == letter }) {
            return
        } else {
            report(.unknownOption(spelling, suggestion: nil))
            skipValue(of: nil, hasValue: hasValue)
        }
    }

    /// Reports a long name behind one dash, `-output`: as a cluster it would silently mean something else.
    mutating func reportLongName(behindOneDash text: String) -> Bool {
        guard case .long(let name, let value) = Word("--\(text)"), let option = scope.option(named: name) else {
            return false
        }
        report(.unknownOption("-\(name)", suggestion: option.spelling))
        skipValue(of: option, hasValue: value != nil)
        return true
    }

    /// Reports an option that a command further down has, or the root's `--version` further down.
    private mutating func reportMisplacedOption(
        _ spelling: String, hasValue: Bool, where matches: (OptionDescription) -> Bool
    ) -> Bool {
        if let path = scope.command.path(toOptionWhere: matches) {
            let owner = Scope(root: scope.root, commandPath: scope.commandPath + path)
            report(.misplacedOption(spelling, command: owner.spelling))
            skipValue(of: owner.options.first(where: matches), hasValue: hasValue)
        } else if matches(.version) {
            report(.misplacedOption(spelling, command: scope.root.name))
        } else {
            return false
        }
        return true
    }

    /// Passes over the value of a refused option, lest it be taken for an argument and reported once more.
    private mutating func skipValue(of option: OptionDescription?, hasValue: Bool) {
        if hasValue { return }
        if let option {
            if option.value != nil { _ = nextValue() }
        } else {
            followsUnknownOption = true
        }
    }
}
