import Arguments
import Reports
import Suggestions

/// `waymark explain`: how a number came about.
enum ExplainCommand {
    static let description = CommandDescription(
        name: "explain",
        summary: "Show how a number came about, down to the answers by role",
        discussion: """
            Name a domain (technology), a metric (technology.cap, overall) or an item (TB2). In a survey no figure of \
            fewer than three people is shown.
            """,
        arguments: [
            ArgumentDescription(name: "METRIC|ITEM", help: "What to explain"), WorkspaceArgument.description,
        ],
        options: [
            WorkspaceArgument.wave,
            WorkspaceArgument.asOf,
            OptionDescription(
                name: "questionnaire", short: "q", help: "The questionnaire: an id, or a file",
                value: OptionValue("ID|FILE", defaultText: "the one waymark.json names")),
            LanguageOption.description,
            OptionDescription(name: "skip-invalid", help: "Leave invalid responses out"),
        ],
        examples: [CommandExample("waymark explain technology my-office", "The score of the domain technology.")])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let workspace = try WorkspaceFolder(invocation, context)
        let name = invocation.argument("METRIC|ITEM") ?? ""
        let report = try workspace.report(
            wave: invocation.value(of: "wave"), questionnaire: invocation.value(of: "questionnaire"),
            skipsInvalid: invocation.isSet("skip-invalid"), asOf: invocation.value(of: "as-of"))
        let explanation = try workspace.builtIn.rendering { () throws(ReportFailure) in
            try report.explanation(of: name)
        }
        guard let text = explanation else {
            let hint = suggestion(for: name, among: report.explainable).map { "did you mean \"\($0)\"?" }
            throw CommandFailure.usage(
                "there is no metric or item \"\(name.prefix(60))\"; "
                    + (hint ?? "metrics are called \(report.explainable.prefix(6).joined(separator: ", ")) and so on"))
        }
        try context.print(text)
    }
}
