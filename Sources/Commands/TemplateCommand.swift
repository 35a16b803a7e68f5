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
                options: [
                    OptionDescription(
                        name: "language", help: "A language whose words are copied beside the English ones",
                        value: OptionValue("CODE", defaultText: "the one waymark.json names"))
                ],
                examples: [CommandExample("waymark template copy my-office", "Make the templates your own.")]),
        ])

    private static var templates: [Asset] { Asset.all.filter { $0.path.hasPrefix("templates/") } }

    static func list(_ invocation: Invocation, _ context: CommandContext) throws {
        try context.print(templates.map { "\($0.path)\n" }.joined())
    }

    static func copy(_ invocation: Invocation, _ context: CommandContext) throws {
        let folder = invocation.argument("DIR") ?? "."
        // Words of other languages follow the program; 'waymark translate' copies those of one.
        let language = try BuiltInFiles(context: context, workspace: folder).speaking(invocation).language
        let strings = Set([BuiltInFiles.baseLanguage, language].compactMap { $0 }.map { "\($0).json" })
        let copied = templates.filter {
            !$0.path.hasPrefix("\(BuiltInFiles.stringsFolder)/") || strings.contains(Path.name(of: $0.path))
        }
        try AssetCopy.copy(copied, to: folder, context)
        try SchemaFiles.completeAndSay(folder, try ResultWords(BuiltInFiles(context: context, workspace: nil)), context)
    }
}
