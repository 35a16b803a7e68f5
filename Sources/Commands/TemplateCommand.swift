import Arguments
import Assets

/// `waymark template`: how reports look and what they say.
enum TemplateCommand {
    static let description = CommandDescription(
        name: "template",
        summary: "List or copy the templates and words of reports",
        subcommands: [
            CommandDescription(
                name: "list", summary: "List the templates",
                examples: [CommandExample("waymark template list", "The templates in the program.")]),
            CommandDescription(
                name: "copy", summary: "Copy the templates into a workspace, to change them",
                discussion: """
                    The files go to templates/ in the folder, where they take the place of the built-in ones. Delete \
                    those you do not change, so that they follow newer versions of Waymark.
                    """,
                arguments: [ArgumentDescription(name: "DIR", help: "The workspace to copy to")],
                examples: [CommandExample("waymark template copy my-office", "Make the templates your own.")]),
        ])

    private static var templates: [Asset] { Asset.all.filter { $0.path.hasPrefix("templates/") } }

    static func list(_ invocation: Invocation, _ context: CommandContext) throws {
        try context.print(templates.map { "\($0.path)\n" }.joined())
    }

    static func copy(_ invocation: Invocation, _ context: CommandContext) throws {
        let folder = invocation.argument("DIR") ?? "."
        try AssetCopy.copy(templates, to: folder, context)
        try SchemaFiles.completeAndSay(folder, context)
    }
}
