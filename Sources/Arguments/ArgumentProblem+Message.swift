extension ArgumentProblem {
    /// What is wrong and, where it can be said, what to do: one line for a person.
    public var message: String {
        switch self {
        case .unknownCommand(let name, let suggestion):
            "Unknown command \(quoted(name)).\(question(suggestion))"
        case .unknownOption(let name, _) where Word.isNegativeNumber(name):
            "Unknown option \(quoted(name)). If it is an argument, write it after '--'."
        case .unknownOption(let name, let suggestion):
            "Unknown option \(quoted(name)).\(question(suggestion))"
        case .misplacedOption(let name, let command):
            "Misplaced option \(quoted(name)): write \(quoted("\(command) \(name)"))."
        case .missingValue(let option, let placeholder):
            "Option \(quoted(option)) needs a value: write \(quoted(option + separator(after: option) + placeholder))."
        case .unexpectedValue(let value, let option):
            "Option \(quoted(option)) takes no value: leave out \(quoted("=\(value)"))."
        case .missingArgument(let name, let help):
            "Missing argument \(quoted(name)) (\(help))."
        case .unexpectedArgument(let word, let allowed):
            "Unexpected argument \(quoted(word)): this command takes \(amount(allowed))."
        case .invalidValue(let value, let option, let expected, let suggestion):
            "Invalid value \(quoted(value)) for \(quoted(option)): expected \(expected).\(question(suggestion))"
        case .repeatedOption(let option, isList: false):
            "Option \(quoted(option)) is given more than once: keep one."
        case .repeatedOption(let option, isList: true):
            "Option \(quoted(option)) is given more than once: write all values in one, separated by commas."
        }
    }

    private func question(_ suggestion: String?) -> String {
        suggestion.map { " Did you mean \(quoted($0))?" } ?? ""
    }

    private func separator(after option: String) -> String {
        option.hasPrefix("--") ? "=" : " "
    }

    private func amount(_ allowed: Int) -> String {
        switch allowed {
        case 0: "none"
        case 1: "only one"
        default: "at most \(allowed)"
        }
    }
}
