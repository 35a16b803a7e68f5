import Assets

/// The schemas of the file formats (JSON Schema 2020-12), which editors read to help authors.
enum SchemaFiles {
    /// Where they stand in the package, and in a workspace: so a path from one file to another is the same in both.
    static let folder = "questionnaires/schemas/"
    private static let ending = ".schema.json"

    static var all: [Asset] { Asset.all.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(ending) } }

    /// What a schema is called: `response` for `questionnaires/schemas/response.schema.json`.
    static func name(of schema: Asset) -> String { String(Path.name(of: schema.path).dropLast(ending.utf8.count)) }

    /// How a file of a workspace refers to its schema.
    ///
    /// - Parameter depth: how many folders below the workspace the file stands.
    static func reference(to name: String, fromDepth depth: Int) -> String {
        String(repeating: "../", count: depth) + folder + name + ending
    }

    /// Puts the schemas into a workspace whose files refer to them; those that are there already stay as they are.
    ///
    /// - Returns: whether there were any to put there.
    @discardableResult
    static func complete(_ workspace: String, _ context: CommandContext) throws(CommandFailure) -> Bool {
        let missing = all.filter { context.files.kind(of: Path.join(workspace, $0.path)) == nil }
        for schema in missing { try context.write(schema.bytes, to: Path.join(workspace, schema.path)) }
        return !missing.isEmpty
    }

    /// The same, and says so, for commands that are asked for other files.
    static func completeAndSay(_ workspace: String, _ words: ResultWords, _ context: CommandContext)
        throws(CommandFailure)
    {
        guard try complete(workspace, context) else { return }
        context.note(words(.schemas, ["path": Path.join(workspace, folder)]))
    }
}
