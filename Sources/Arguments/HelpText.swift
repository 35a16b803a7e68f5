/// The help of one command: blocks with a blank line between them.
struct HelpText {
    let scope: Scope
    let width: Int

    var rendered: String {
        let blocks = [["Usage: \(scope.usage)"]] + introduction + tables + [examples, pointer]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var introduction: [[String]] {
        ([scope.command.summary] + paragraphs(of: scope.command.discussion ?? ""))
            .map { wrapped($0, width: width) }
    }

    private var tables: [[String]] {
        let sections = [
            ("Commands:", scope.command.subcommands.map(HelpRow.init(command:))),
            ("Arguments:", scope.command.arguments.map(HelpRow.init(argument:))),
            ("Options:", scope.options.map(HelpRow.init(option:))),
        ]
        // All tables of a help share one column, as far as a third of the width allows.
        let longest = sections.flatMap(\.1).map(\.label.count).max() ?? 0
        let column = min(longest, width / 3)
        return sections.filter { !$0.1.isEmpty }.map { heading, rows in
            [heading] + rows.flatMap { $0.lines(labelWidth: column, width: width) }
        }
    }

    private var examples: [String] {
        let examples = scope.command.examples
        guard !examples.isEmpty else { return [] }
        return ["Examples:"]
            + examples.flatMap { example in
                ["  \(example.commandLine)"]
                    + wrapped(example.purpose, width: width - 6).map { "      \($0)" }
            }
    }

    private var pointer: [String] {
        scope.command.isGroup ? wrapped("See '\(scope.spelling) COMMAND --help' for each command.", width: width) : []
    }
}
