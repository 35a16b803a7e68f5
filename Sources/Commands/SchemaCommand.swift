import Arguments
import Assets
import JSON
import Suggestions

/// `waymark schema`: by what editors help the authors of files.
enum SchemaCommand {
    static let description = CommandDescription(
        name: "schema",
        summary: "List, show or copy the schemas by which editors help authors",
        discussion: """
            Every file can name its schema in "$schema" (JSON Schema, draft 2020-12). Editors then complete keys, explain \
            them, and underline what is wrong. What a schema cannot say, such as whether an id is defined, \
            'waymark check' says.
            """,
        subcommands: [
            CommandDescription(
                name: "list", summary: "List the schemas",
                examples: [CommandExample("waymark schema list", "The schemas in the program.")]),
            CommandDescription(
                name: "show", summary: "Show a schema",
                arguments: [ArgumentDescription(name: "NAME", help: "The schema, as 'list' names it")],
                examples: [CommandExample("waymark schema show response", "What a response may hold.")]),
            CommandDescription(
                name: "copy", summary: "Copy the schemas into a workspace",
                discussion: """
                    The files go to questionnaires/schemas/ in the folder, where the files of a workspace look for them. \
                    Those of an earlier version of Waymark are replaced. 'init', 'questionnaire copy' and \
                    'template copy' put the schemas there, too, if there are none.
                    """,
                arguments: [ArgumentDescription(name: "DIR", help: "The workspace to copy to")],
                examples: [CommandExample("waymark schema copy my-office", "Give editors the schemas.")]),
        ])

    static func list(_ invocation: Invocation, _ context: CommandContext) throws {
        try context.print(SchemaFiles.all.map { "\(SchemaFiles.name(of: $0))  \(title(of: $0))\n" }.joined())
    }

    static func show(_ invocation: Invocation, _ context: CommandContext) throws {
        let name = invocation.argument("NAME") ?? ""
        guard let schema = SchemaFiles.all.first(where: { SchemaFiles.name(of: $0) == name }) else {
            let names = SchemaFiles.all.map(SchemaFiles.name(of:))
            let hint = suggestion(for: name, among: names).map { "did you mean \"\($0)\"?" }
            throw CommandFailure.missingInput(
                "there is no schema \"\(name.prefix(60))\"; \(hint ?? "there are: \(names.joined(separator: ", "))")")
        }
        try context.print(String(decoding: schema.bytes, as: UTF8.self))
    }

    static func copy(_ invocation: Invocation, _ context: CommandContext) throws {
        let folder = invocation.argument("DIR") ?? "."
        for schema in SchemaFiles.all { try context.write(schema.bytes, to: Path.join(folder, schema.path)) }
        try context.print(SchemaFiles.all.map { "\(Path.join(folder, $0.path))\n" }.joined())
    }

    private static func title(of schema: Asset) -> String {
        guard let document = try? JSONDocument(parsing: schema.bytes) else { return "" }
        return JSONReader(document, file: schema.path).map()?["title"]?.string() ?? ""
    }
}
