import Arguments
import Assets
import Questionnaires
import Reports

/// `waymark questionnaire`: what can be asked.
enum QuestionnaireCommand {
    static let description = CommandDescription(
        name: "questionnaire",
        summary: "List, show or copy questionnaires",
        subcommands: [
            CommandDescription(
                name: "list", summary: "List the questionnaires",
                arguments: [WorkspaceArgument.description], options: [LanguageOption.description],
                examples: [CommandExample("waymark questionnaire list", "The questionnaires in the program.")]),
            CommandDescription(
                name: "show", summary: "Show a questionnaire with all its items and anchors, in Markdown",
                arguments: [
                    ArgumentDescription(name: "ID", help: "The questionnaire"), WorkspaceArgument.description,
                ],
                options: [LanguageOption.description],
                examples: [
                    CommandExample("waymark questionnaire show ml-maturity > questions.md", "The questions to read.")
                ]),
            CommandDescription(
                name: "copy", summary: "Copy a questionnaire into a workspace, to change it",
                discussion: """
                    The files go to questionnaires/<ID>/ in the folder, and those that the questionnaire takes from another \
                    one to the folder of that one, where files that are there already stay as they are. There they take \
                    the place of the built-in ones; delete those you do not change.
                    """,
                arguments: [
                    ArgumentDescription(name: "ID", help: "The questionnaire"),
                    ArgumentDescription(name: "DIR", help: "The workspace to copy to"),
                ],
                examples: [
                    CommandExample(
                        "waymark questionnaire copy ml-maturity my-office", "Make the questionnaire your own.")
                ]),
        ])

    static func list(_ invocation: Invocation, _ context: CommandContext) throws {
        let builtIn = try BuiltInFiles(context: context, workspace: WorkspaceArgument.path(invocation))
            .speaking(invocation)
        var text = ""
        for id in builtIn.questionnaireIDs() {
            let decoded = try builtIn.decode(id)
            guard let questionnaire = decoded.result.questionnaire else {
                text += "\(id)  (cannot be used; see 'waymark check')\n"
                continue
            }
            let origin = decoded.files.contains(where: \.file.isOverride) ? ", changed in this workspace" : ""
            text +=
                "\(id)  \(questionnaire.version)  \(questionnaire.title) "
                + "(\(questionnaire.items.count) items\(origin))\n"
        }
        try context.print(text)
    }

    static func show(_ invocation: Invocation, _ context: CommandContext) throws {
        let builtIn = try BuiltInFiles(context: context, workspace: WorkspaceArgument.path(invocation))
            .speaking(invocation)
        let loaded = try builtIn.questionnaire(invocation.argument("ID") ?? "")
        let questionnaire = loaded.questionnaire
        let (library, _) = try builtIn.templates()
        let (strings, _) = try builtIn.strings(usual: questionnaire.language)
        let sheet = QuestionnaireSheet(
            questionnaire, strings: strings.announcingReview(loaded.isAwaitingReview), library: library)
        try context.print(try builtIn.rendering(sheet.markdown))
    }

    static func copy(_ invocation: Invocation, _ context: CommandContext) throws {
        let id = invocation.argument("ID") ?? ""
        let folder = "questionnaires/\(id)/"
        let builtIn = BuiltInFiles(context: context, workspace: nil)
        // Says what there is where the id is wrong.
        let decoded = try builtIn.decode(id)
        // Translations follow the built-in texts, and leave alone what is worded anew; 'waymark translate' copies them.
        let leftOut = ["examples/", "translations/"].map { folder + $0 }
        let own = Asset.all.filter { asset in
            asset.path.hasPrefix(folder) && !leftOut.contains { asset.path.hasPrefix($0) }
        }
        guard !own.isEmpty else {
            throw CommandFailure.usage(
                "\(id) is a file; name a questionnaire by its id: \(builtIn.questionnaireIDs().joined(separator: ", "))"
            )
        }
        let target = invocation.argument("DIR") ?? "."
        // What another questionnaire shares may have been copied with that one, and changed since.
        let shared = decoded.files.map(\.file.path).filter { !$0.hasPrefix(folder) }
        let kept = shared.filter { context.files.kind(of: Path.join(target, $0)) == .file }
        try AssetCopy.copy(own + shared.filter { !kept.contains($0) }.compactMap(Asset.at), to: target, context)
        try SchemaFiles.completeAndSay(target, try ResultWords(BuiltInFiles(context: context, workspace: nil)), context)
        for path in kept { context.note("\(Path.join(target, path)) is there already and was left as it is") }
    }
}

/// Copies of built-in files in a workspace, to be changed there.
enum AssetCopy {
    /// Copies files that are not there yet; if one is, nothing is copied.
    static func copy(_ files: [Asset], to folder: String, _ context: CommandContext) throws {
        for file in files {
            let path = Path.join(folder, file.path)
            guard context.files.kind(of: path) == nil else {
                throw CommandFailure.cannotCreate(
                    FileFailure(
                        path: path,
                        kind: .other("it is there already; nothing was copied. Move it away to get a fresh copy")))
            }
        }
        for file in files { try context.write(file.bytes, to: Path.join(folder, file.path)) }
        try context.print(files.map { "\(Path.join(folder, $0.path))\n" }.joined())
    }
}
