/// A line of a table in the help: a label and, in a column beside it, what it means.
struct HelpRow {
    let label: String
    let text: String

    init(command: CommandDescription) {
        label = command.name
        text = command.summary
    }

    init(argument: ArgumentDescription) {
        label = argument.takesMany ? "\(argument.name)..." : argument.name
        text = argument.help + Self.notes([argument.defaultText.map { "default: \($0)" }])
    }

    init(option: OptionDescription) {
        let short = option.short.map { "-\($0), " } ?? "    "
        label = short + option.spelling + (option.value.map { " \($0.placeholder)" } ?? "")
        text = option.help + (option.value.map(Self.notes(on:)) ?? "")
    }

    /// The row at an indentation of two spaces; a label that does not fit has its text on the next line.
    func lines(labelWidth: Int, width: Int) -> [String] {
        let indentation = String(repeating: " ", count: labelWidth + 4)
        let textLines = wrapped(text, width: width - indentation.count)
        guard let first = textLines.first else { return ["  \(label)"] }
        guard label.count <= labelWidth else { return ["  \(label)"] + textLines.map { indentation + $0 } }
        let padding = String(repeating: " ", count: labelWidth - label.count)
        return ["  \(label)\(padding)  \(first)"] + textLines.dropFirst().map { indentation + $0 }
    }

    private static func notes(on value: OptionValue) -> String {
        notes([
            value.possibleValues.isEmpty ? nil : value.expectation,
            value.possibleValues.isEmpty && value.isList ? "separated by commas" : nil,
            value.isRepeatable ? "may be repeated" : nil,
            value.defaultText.map { "default: \($0)" },
        ])
    }

    private static func notes(_ notes: [String?]) -> String {
        let given = notes.compactMap { $0 }
        return given.isEmpty ? "" : " (\(given.joined(separator: "; ")))"
    }
}
