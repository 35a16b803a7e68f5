import Arguments
import Forms
import JSON
import Questionnaires
import Reports
import Responses

/// `waymark form`: a questionnaire as one page that is filled in in a browser.
enum FormCommand {
    static let description = CommandDescription(
        name: "form",
        summary: "Write a questionnaire as one HTML file to fill in in a browser",
        discussion: """
            The file opens from disk or an intranet and asks the network for nothing. Whoever fills it in saves a \
            response, which goes into the folder responses of the wave or project. Printed, it is a questionnaire on \
            paper.
            """,
        arguments: [ArgumentDescription(name: "QUESTIONNAIRE", help: "The questionnaire: an id, or a file")],
        options: [
            LanguageOption.description,
            WorkspaceArgument.wave,
            OptionDescription(
                name: "project", short: "p", help: "The project, where the questionnaire is about one",
                value: OptionValue("ID", defaultText: "the page asks for it")),
            OptionDescription(
                name: "workspace", help: "The workspace", value: OptionValue("DIR", defaultText: "the current folder")),
            OptionDescription(
                name: "output", short: "o", help: "The file to write",
                value: OptionValue("FILE", defaultText: "<questionnaire>-<wave>.html in the workspace, or here")),
            OptionDescription(name: "open", help: "Open the page when it is written"),
        ],
        examples: [
            CommandExample(
                "waymark form ml-maturity --workspace my-office", "The page to send to colleagues for the last wave."),
            CommandExample("waymark form mlops-practice --wave 2026 -o practice.html", "Without a workspace."),
            CommandExample("waymark form ml-project --project coding", "About one project."),
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let folder = invocation.value(of: "workspace") ?? "."
        let isWorkspace = context.files.kind(of: Path.join(folder, WorkspaceFolder.recordName)) == .file
        let asked = LanguageOption.value(invocation)
        let workspace =
            isWorkspace || invocation.value(of: "workspace") != nil
            ? try WorkspaceFolder(folder, context, language: asked) : nil
        var builtIn = workspace?.builtIn ?? BuiltInFiles(context: context, workspace: nil)
        if let asked, workspace == nil { builtIn = try builtIn.speaking(asked) }
        let loaded = try builtIn.questionnaire(invocation.argument("QUESTIONNAIRE") ?? "")
        let questionnaire = loaded.questionnaire
        let setting = try setting(
            loaded, workspace, wave: invocation.value(of: "wave"), project: invocation.value(of: "project"), context)
        let strings = try builtIn.strings(usual: questionnaire.language).strings
        let said = try ResultWords(builtIn, usual: questionnaire.language)
        let (library, _) = try builtIn.templates()
        let page = FormPage(
            questionnaire, setting: setting,
            typesetter: Typesetter(strings: strings, library: library))
        let theme = try builtIn.theme()
        for finding in theme.findings { context.note("\(finding)") }
        let html = try builtIn.rendering { () throws(ReportFailure) in try page.html(theme: theme.theme) }

        let path =
            invocation.value(of: "output")
            ?? Path.join(
                workspace?.path ?? ".", name(questionnaire, setting, language: asked == nil ? nil : strings.language))
        try refuseToReplace(path, context)
        try context.write(html, to: path)
        said.noteWritten(path, context)
        if invocation.isSet("open") { said.open(path, context) }
    }

    /// - Parameter language: the language, where one was asked for, so that pages in several can stand side by side.
    private static func name(
        _ questionnaire: Questionnaire, _ setting: FormPage.Setting, language: String?
    ) -> String {
        let language = language.map { "-\($0)" } ?? ""
        return switch setting.subject {
        case .wave(let id), .project(let id?): "\(questionnaire.id)-\(id)\(language).html"
        case .project(nil): "\(questionnaire.id)\(language).html"
        }
    }

    /// A form takes the place of an earlier one, and of nothing else.
    private static func refuseToReplace(_ path: String, _ context: CommandContext) throws(CommandFailure) {
        switch context.files.kind(of: path) {
        case nil: return
        case .folder: throw .cannotCreate(FileFailure(path: path, kind: .isFolder))
        case .file: break
        }
        var start: [UInt8] = []
        do throws(FileFailure) {
            try context.files.readParts(path) { part in
                start += part.prefix(4096)
                return start.count < 4096
            }
        } catch {
            throw CommandFailure(reading: error)
        }
        guard String(decoding: start, as: UTF8.self).contains(FormPage.mark) else {
            throw .cannotCreate(
                FileFailure(
                    path: path,
                    kind: .other("it is there already and is no form; move it away, or name another file by --output")))
        }
    }

    // MARK: What it is about

    private static func setting(
        _ loaded: LoadedQuestionnaire, _ workspace: WorkspaceFolder?, wave: String?, project: String?,
        _ context: CommandContext
    ) throws(CommandFailure) -> FormPage.Setting {
        let questionnaire = loaded.questionnaire
        let office = workspace?.record.organisation
        switch try AnsweredSubject(of: questionnaire, in: workspace, wave: wave, project: project) {
        case .wave(let id):
            return FormPage.Setting(
                .wave(id), office: office,
                collection: try workspace.flatMap { workspace throws(CommandFailure) in
                    try workspace.collection(of: id, questionnaire: questionnaire.id)
                }, digest: loaded.digest, language: loaded.languageOfTexts)
        case .project(let id):
            return FormPage.Setting(
                .project(id), office: office, projects: try workspace?.projectIDs() ?? [], digest: loaded.digest,
                language: loaded.languageOfTexts)
        }
    }
}

extension WorkspaceFolder {
    /// How the answers of a wave are collected; nothing where its record does not say so in a way that can be read.
    fileprivate func collection(of wave: String, questionnaire: String) throws(CommandFailure) -> Wave.Collection? {
        let path = (furtherAnswers(to: questionnaire, wave: wave) ?? ownAnswers(wave: wave)).recordPath
        guard context.files.kind(of: path) == .file else { return nil }
        return Wave.decodeCollection(JSONReader(try JSONFile.read(path, context), file: path), id: wave)?.collection
    }
}
