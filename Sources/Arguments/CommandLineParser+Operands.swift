/// A plain word that is not the name of a command.
struct Operand: Equatable {
    let text: String
    /// Whether it may be the value of an unknown option before it.
    let isDoubtful: Bool
}

extension CommandLineParser {
    /// Gives the plain words to the command's arguments, in order, and reports what is missing or left over.
    ///
    /// An argument that may be left out, or that takes many words, leaves enough of them for those that follow:
    /// `[SOURCE...] TARGET` reads a single word as `TARGET`.
    mutating func assignOperands() -> [String: [String]] {
        let arguments = scope.command.arguments
        var words = plausibleOperands()[...]
        var result: [String: [String]] = [:]
        var needed = arguments.count(where: \.needsWord)
        for argument in arguments {
            if argument.needsWord { needed -= 1 }
            let free = max(words.count - needed, argument.needsWord ? 1 : 0)
            let taken = words.prefix(argument.takesMany ? free : min(free, 1))
            words = words.dropFirst(taken.count)
            if !taken.isEmpty {
                result[argument.name] = Array(taken)
            } else if argument.needsWord {
                report(.missingArgument(argument.name, help: argument.help))
            }
        }
        for word in words { report(.unexpectedArgument(word, allowed: arguments.count)) }
        return result
    }

    /// The plain words without those that are too many and probably values of unknown options: they are no further
    /// mistake.
    private func plausibleOperands() -> [String] {
        let arguments = scope.command.arguments
        var excess = arguments.contains(where: \.takesMany) ? 0 : operands.count - arguments.count
        var result: [String] = []
        for operand in operands {
            if operand.isDoubtful, excess > 0 {
                excess -= 1
            } else {
                result.append(operand.text)
            }
        }
        return result
    }
}
