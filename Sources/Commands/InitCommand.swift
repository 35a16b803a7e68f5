import Arguments
import JSON
import Questionnaires
import Responses

/// `waymark init`: a new workspace.
enum InitCommand {
    static let description = CommandDescription(
        name: "init",
        summary: "Make a workspace for your own office",
        discussion: """
            Writes waymark.json, a first wave, a response to copy and fill in, and the schemas by which editors help. \
            Nothing that is there already is changed.
            """,
        arguments: [ArgumentDescription(name: "DIR", help: "The folder to make")],
        options: [
            OptionDescription(
                name: "organisation", help: "The name of the office, for reports",
                value: OptionValue("NAME", defaultText: "the name of the folder")),
            OptionDescription(
                name: "language", help: "The language of reports", value: OptionValue("CODE", defaultText: "en")),
            OptionDescription(
                name: "questionnaire", short: "q", help: "The questionnaire",
                value: OptionValue("ID", defaultText: "ml-maturity")),
            OptionDescription(
                name: "wave", short: "w", help: "The name of the first wave",
                value: OptionValue("W", defaultText: "first")),
            OptionDescription(
                name: "collection", help: "How answers are collected",
                value: OptionValue(
                    "HOW", defaultText: "survey", possibleValues: Wave.Collection.allCases.map(\.rawValue))),
        ],
        examples: [
            CommandExample(
                "waymark init my-office --organisation Merrow --wave 2026",
                "A workspace with a first wave called 2026.")
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let folder = invocation.argument("DIR") ?? "."
        // A questionnaire of one's own stands in the folder before there is a workspace.
        let builtIn = try BuiltInFiles(context: context, futureWorkspace: folder)
            .speaking(invocation.value(of: "language") ?? BuiltInFiles.baseLanguage)
        let id = invocation.value(of: "questionnaire") ?? "ml-maturity"
        let questionnaire = try builtIn.questionnaire(id).questionnaire
        guard builtIn.questionnaireIDs().contains(id) else {
            throw CommandFailure.usage(
                "\(id) is a file; name a questionnaire by its id here, and copy the folder of the file to "
                    + "questionnaires/<id>/ of the workspace")
        }
        let language = builtIn.language ?? BuiltInFiles.baseLanguage
        let words = try ResultWords(builtIn)
        let wave = invocation.value(of: "wave") ?? "first"
        guard Identifier.isValid(wave) else {
            throw CommandFailure.usage(
                "\"\(wave.prefix(60))\" cannot be the name of a wave; use letters, digits, hyphen, underscore and full "
                    + "stop")
        }
        guard context.files.kind(of: Path.join(folder, WorkspaceFolder.recordName)) == nil else {
            throw CommandFailure.cannotCreate(
                FileFailure(
                    path: folder, kind: .other("it is a workspace already; look into its waymark.json")))
        }
        let collection = invocation.value(of: "collection") ?? Wave.Collection.survey.rawValue
        let name = invocation.value(of: "organisation") ?? defaultName(folder)
        guard hasLetters(name) else {
            throw CommandFailure.usage("the name of the office is empty; write it, as in --organisation Merrow")
        }
        let waveFolder = Path.join(folder, "waves/\(wave)")
        let files: [(path: String, text: String)] = [
            ("\(waveFolder)/\(WorkspaceFolder.templateName)/response.json", template(questionnaire, wave: wave)),
            ("\(waveFolder)/wave.json", waveRecord(questionnaire, wave: wave, collection: collection)),
            (
                Path.join(folder, WorkspaceFolder.recordName),
                record(questionnaire, organisation: name, language: language)
            ),
        ]
        for (path, _) in files where context.files.kind(of: path) != nil {
            throw CommandFailure.cannotCreate(
                FileFailure(path: path, kind: .other("it is there already; name another folder")))
        }
        try SchemaFiles.complete(folder, context)
        for (path, text) in files { try context.write(text, to: path) }
        do throws(FileFailure) {
            try context.files.makeFolder("\(waveFolder)/responses")
        } catch {
            throw CommandFailure(writing: error)
        }
        let plain = BuiltInFiles(context: context, workspace: nil)
        let place = plain.questionnaireIDs().contains(id) ? "" : " \(folder)"
        try context.print(
            next(
                words, folder: folder, wave: waveFolder,
                show: "waymark questionnaire show \(questionnaire.id)\(place) > questions.md"))
    }

    /// What there is now, and what to do with it.
    private static func next(_ words: ResultWords, folder: String, wave: String, show: String) -> String {
        let (read, assess) = (words(.readQuestions), words(.checkAndAssess))
        let width = max(read.count, assess.count) + 3
        func step(_ number: Int, _ title: String, _ command: String) -> String {
            "  \(number). " + title + String(repeating: " ", count: width - title.count) + command + "\n"
        }
        let copy = words(
            .copyResponse,
            ["template": "\(wave)/\(WorkspaceFolder.templateName)/response.json", "responses": "\(wave)/responses/"])
        return words(.workspaceMade, ["folder": folder]) + "\n" + step(1, read, show)
            + "  2. " + copy.split(separator: "\n").joined(separator: "\n     ") + "\n"
            + step(3, assess, "waymark check \(folder) && waymark assess \(folder)")
    }

    private static func defaultName(_ folder: String) -> String {
        let name = Path.name(of: folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
        return !hasLetters(name) || name == "." || name == ".." ? "Our office" : name
    }

    private static func hasLetters(_ name: String) -> Bool {
        name.unicodeScalars.contains { !$0.properties.isWhitespace }
    }

    private static func record(_ questionnaire: Questionnaire, organisation: String, language: String) -> String {
        let members =
            questionnaire.presentation?.members
            .members(dimensions: questionnaire.dimensions, tags: questionnaire.tags) ?? []
        return JSONValue.object([
            "$schema": .string(SchemaFiles.reference(to: "workspace", fromDepth: 0)),
            "formatVersion": .integer(Workspace.formatVersion),
            "organisation": .string(organisation),
            "questionnaire": .string(questionnaire.id),
            "language": .string(language),
            "targets": .object(Dictionary(members.map { ($0, .number(0.5)) }, uniquingKeysWith: { first, _ in first })),
            "sharing": ["comments": false],
        ]).canonicalText()
    }

    private static func waveRecord(_ questionnaire: Questionnaire, wave: String, collection: String) -> String {
        let invited = questionnaire.roles.map { ($0.id, JSONValue.integer(0)) }
        return JSONValue.object([
            "$schema": .string(SchemaFiles.reference(to: "wave", fromDepth: 2)),
            "formatVersion": .integer(Wave.formatVersion),
            "id": .string(wave),
            "collection": .string(collection),
            "invited": .object(Dictionary(invited, uniquingKeysWith: { first, _ in first })),
        ]).canonicalText()
    }

    /// A response in which nothing is answered yet. It stands as deep as the copies of it will, so that the way to the
    /// schema is the same.
    private static func template(_ questionnaire: Questionnaire, wave: String) -> String {
        let answers = questionnaire.items.map { ($0.id, JSONValue.null) }
        return JSONValue.object([
            "$schema": .string(SchemaFiles.reference(to: "response", fromDepth: 3)),
            "formatVersion": .integer(Response.formatVersion),
            "questionnaire": .string(questionnaire.id),
            "questionnaireVersion": .string(questionnaire.version),
            "wave": .string(wave),
            "respondent": "r-01",
            "role": .string(questionnaire.roles.first?.id ?? "respondent"),
            "answers": .object(Dictionary(answers, uniquingKeysWith: { first, _ in first })),
        ]).canonicalText()
    }
}
