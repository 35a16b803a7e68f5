import Arguments
import JSON
import Questionnaires
import Reports
import Responses
import Rules
import Suggestions

/// `waymark check`: every problem in definitions, responses and workspaces.
enum CheckCommand {
    static let description = CommandDescription(
        name: "check",
        summary: "Find every problem in questionnaires, responses and workspaces",
        discussion: """
            Each problem is a line with file, line, column, JSON path, what is wrong and what to do. The exit code is 1 \
            when there are errors, 0 when there are none or only warnings.

            In a questionnaire without errors it also looks for what probably does not say what its author meant, such as \
            items that nobody is ever asked. Such warnings end with the name of a rule, which --explain-rule explains. Of \
            each language it says how much is translated; --format json names every text that is not.
            """,
        arguments: [operands],
        options: [
            OptionDescription(
                name: "format", short: "f", help: "How to write the problems",
                value: OptionValue("FORMAT", defaultText: "text", possibleValues: ["text", "json"])),
            OptionDescription(name: "list-rules", help: "List the rules for questionnaires and check nothing"),
            OptionDescription(
                name: "explain-rule", help: "Explain a rule by examples and check nothing", value: OptionValue("RULE")),
        ],
        examples: [
            CommandExample("waymark check my-office", "The workspace with all its waves and responses."),
            CommandExample("waymark check questionnaire.json", "A questionnaire that you are writing."),
            CommandExample("waymark check --explain-rule unreachableItem", "What a warning is about."),
        ])

    /// One or more, unless only rules are asked for.
    private static let operands = ArgumentDescription(
        name: "FILE|DIR", help: "What to check", cardinality: .zeroOrMore)

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        if let id = invocation.value(of: "explain-rule") { return try context.print(explanation(ofRule: id)) }
        if invocation.isSet("list-rules") { return try context.print(listOfRules) }
        guard !invocation.arguments(operands.name).isEmpty else {
            throw ArgumentError(
                [.missingArgument(operands.name, help: operands.help)], at: invocation.commandPath, of: Waymark.root)
        }
        var findings: [Finding] = []
        var languages: [TranslationSummary] = []
        var count = 0
        let isJSON = invocation.value(of: "format") == "json"
        for path in invocation.arguments(operands.name) {
            var check = PathCheck(context: context, namesEveryText: isJSON)
            try check.check(path)
            findings += check.findings
            languages += check.languages.filter { !languages.contains($0) }
            count += check.fileCount
        }
        findings = Array(Set(findings)).sorted()
        let errors = findings.filter { $0.severity == .error }.count
        let warnings = findings.count - errors
        if isJSON {
            try context.print(JSONValue.array(findings.map(json)).canonicalText())
        } else {
            try context.print(
                findings.map { "\($0)\n" }.joined() + languages.map { "\($0)\n" }.joined()
                    + "\(number(count, "file")) checked: \(number(errors, "error")), \(number(warnings, "warning"))\n")
        }
        if errors > 0 { throw CommandFailure.problemsFound }
    }

    private static func number(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private static var listOfRules: String {
        let width = Rule.all.map(\.id.count).max() ?? 0
        return Rule.all.map { rule in
            rule.id + String(repeating: " ", count: width - rule.id.count + 2) + rule.summary + "\n"
        }.joined()
    }

    private static func explanation(ofRule id: String) throws(CommandFailure) -> String {
        guard let rule = Rule.all.first(where: { $0.id == id }) else {
            let hint = suggestion(for: id, among: Rule.all.map(\.id)).map { "did you mean \"\($0)\"?" }
            throw .usage("there is no rule \"\(id)\"; \(hint ?? "'waymark check --list-rules' lists them")")
        }
        return """
            \(rule.id): \(rule.summary)

            \(rule.why)

            The examples leave out whatever does not matter here.

            Found in this, at \(rule.place):

            \(rule.bad)

            Not found in this:

            \(rule.good)

            """
    }

    private static func json(_ finding: Finding) -> JSONValue {
        var members: [String: JSONValue] = [
            "severity": .string(finding.severity.rawValue), "file": .string(finding.file),
            "line": finding.position.map { .integer($0.line) } ?? .null,
            "column": finding.position.map { .integer($0.column) } ?? .null, "path": .string(finding.path),
            "problem": .string(finding.problem), "remedy": .string(finding.remedy),
        ]
        if let rule = finding.rule { members["rule"] = .string(rule) }
        return .object(members)
    }
}
