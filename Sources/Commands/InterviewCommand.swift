import Arguments
import Forms
import FoundationEssentials
import JSON
import Questionnaires
import Reports
import Responses

/// `waymark interview`: the questionnaire in a terminal.
enum InterviewCommand {
    static let description = CommandDescription(
        name: "interview",
        summary: "Answer a questionnaire in this terminal",
        discussion: """
            One question a screen; type what stands before your answer. Every answer is kept at once in a draft beside \
            the output: whatever stops you, the same command goes on where you were.
            """,
        arguments: [ArgumentDescription(name: "QUESTIONNAIRE", help: "The questionnaire: an id, or a file")],
        options: [
            WorkspaceArgument.wave,
            OptionDescription(
                name: "project", short: "p", help: "The project, where the questionnaire is about one",
                value: OptionValue("ID")),
            OptionDescription(
                name: "respondent", short: "r", help: "Who answers, by a short name of their own",
                value: OptionValue("NAME", defaultText: "asked for")),
            OptionDescription(
                name: "workspace", help: "The workspace", value: OptionValue("DIR", defaultText: "the current folder")),
            OptionDescription(
                name: "output", short: "o", help: "The file to write",
                value: OptionValue("FILE", defaultText: "<respondent>.json among the workspace's responses, or here")),
            LanguageOption.description,
        ],
        examples: [
            CommandExample("waymark interview ml-maturity --workspace my-office", "Answer for the office's last wave."),
            CommandExample(
                "waymark interview ml-project --project coding -o answers.json", "Answer about the project coding."),
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let reference = invocation.argument("QUESTIONNAIRE") ?? ""
        let folder = invocation.value(of: "workspace") ?? "."
        let isWorkspace = context.files.kind(of: Path.join(folder, WorkspaceFolder.recordName)) == .file
        if !isWorkspace, invocation.value(of: "workspace") != nil { _ = try WorkspaceFolder(folder, context) }
        let asked = LanguageOption.value(invocation)
        let workspace = isWorkspace ? try WorkspaceFolder(folder, context, language: asked) : nil
        var builtIn = workspace?.builtIn ?? BuiltInFiles(context: context, workspace: nil)
        if let asked, !isWorkspace { builtIn = try builtIn.speaking(asked) }
        let questionnaire = try builtIn.questionnaire(reference).questionnaire
        let place = try InterviewPlace(
            questionnaire, workspace, wave: invocation.value(of: "wave"), project: invocation.value(of: "project"))
        let strings = try builtIn.strings(usual: questionnaire.language).strings
        let language = strings.language
        let words = Words(strings)
        let session = InterviewSession(
            questionnaire: questionnaire, place: place, language: language, words: words, context: context)
        try session.run(
            respondent: invocation.value(of: "respondent"), output: invocation.value(of: "output"))
        if let problem = words.problems.first {
            throw CommandFailure.invalidInput([problem], summary: "a text of the interview cannot be used")
        }
    }
}

/// What a response answers for, and where a workspace keeps it.
struct InterviewPlace {
    let wave: String?
    let project: String?
    /// The folder of the responses; nothing where there is no workspace.
    let folder: String?
    /// The way from there to the schema of responses.
    let schema: String?

    init(
        _ questionnaire: Questionnaire, _ workspace: WorkspaceFolder?, wave: String?, project: String?
    ) throws(CommandFailure) {
        let home: String?
        var depth = 3
        switch try AnsweredSubject(of: questionnaire, in: workspace, wave: wave, project: project) {
        case .wave(let id):
            (self.wave, self.project) = (id, nil)
            let isOwn = workspace?.record.questionnaire == questionnaire.id
            depth = isOwn ? 3 : 4
            home = workspace.map { Path.join($0.path, "waves/\(id)" + (isOwn ? "" : "/\(questionnaire.id)")) }
        case .project(let id?):
            (self.wave, self.project) = (nil, id)
            home = try workspace?.projectFolder(id)
        case .project(nil):
            let ids = try workspace?.projectIDs() ?? []
            throw .usage(
                "name the project with --project"
                    + (ids.isEmpty ? ", as in --project coding" : "; there are: \(ids.joined(separator: ", "))"))
        }
        folder = home.map { Path.join($0, WorkspaceFolder.responsesName) }
        schema = home.map { _ in SchemaFiles.reference(to: "response", fromDepth: depth) }
    }
}

/// One sitting: reads lines, shows pages, and keeps the answers after each of them.
struct InterviewSession {
    let questionnaire: Questionnaire
    let place: InterviewPlace
    let language: String
    let words: Words
    let context: CommandContext

    func run(respondent given: String?, output: String?) throws(CommandFailure) {
        guard let respondent = try respondent(given) else { return }
        let output = output ?? Path.join(place.folder ?? ".", "\(respondent).json")
        let draft = output + ".draft"
        var interview = Interview(
            questionnaire, response: try begun(respondent, output: output, draft: draft).with(language: language),
            letters: InterviewLetters { words("interviewLetter.\($0.rawValue)") })
        let shown = InterviewWords(
            text: { words($0, $1) }, counted: { words.plural($0, $1) })
        while true {
            try show(interview.screen(shown, width: context.console.width, height: context.console.height))
            // The end of the input is somebody who left.
            guard let line = context.console.line() else { return try leave(draft) }
            switch interview.take(line) {
            case .goesOn: try keep(interview.response, in: draft)
            case .left: return try leave(draft)
            case .finished: return try finish(interview.finalResponse, output: output, draft: draft)
            }
        }
    }

    /// Who answers; nothing where they left instead.
    private func respondent(_ given: String?) throws(CommandFailure) -> String? {
        if let given {
            guard Identifier.isValid(given) else {
                throw .usage("\"\(given.prefix(60))\" cannot name a respondent; write letters, digits, - . or _")
            }
            return given
        }
        while true {
            try show([words("interview.respondent")])
            guard let line = context.console.line() else { return nil }
            let name = String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            if Identifier.isValid(name) { return name }
        }
    }

    /// The answers given before, from the draft or else the finished file; none where there is neither.
    private func begun(_ respondent: String, output: String, draft: String) throws(CommandFailure) -> Response {
        guard let path = [draft, output].first(where: { context.files.kind(of: $0) == .file }) else {
            return Response(
                respondent: respondent, role: "", wave: place.wave, project: place.project, answers: [:])
        }
        let reader = JSONReader(try JSONFile.read(path, context), file: path)
        let expected = place.project.map(Response.Place.project) ?? .wave(place.wave ?? "")
        guard let response = Response.decode(reader, questionnaire: questionnaire, place: expected) else {
            throw .invalidInput(
                reader.findings.list,
                summary: "the answers given before cannot be read; put them right, or move the "
                    + "file away to begin anew")
        }
        guard response.respondent == respondent else {
            throw .usage(
                "\(path) holds the answers of \"\(response.respondent)\"; name that respondent, or another file with "
                    + "--output")
        }
        return response
    }

    private func keep(_ response: Response, in draft: String) throws(CommandFailure) {
        // A role comes first; until then there is nothing to keep.
        guard !response.role.isEmpty || questionnaire.roles.isEmpty else { return }
        try context.write(text(response), to: draft)
    }

    private func text(_ response: Response) -> String {
        response.json(of: questionnaire, schema: place.schema).canonicalText()
    }

    private func leave(_ draft: String) throws(CommandFailure) {
        if context.files.kind(of: draft) == .file { context.note(words("interview.left", ["path": draft])) }
    }

    private func finish(_ response: Response, output: String, draft: String) throws(CommandFailure) {
        let today = String(Date.now.formatted(.iso8601).prefix(10))
        try context.write(text(response.with(completed: today)), to: output)
        context.remove(draft)
        context.note(words("interview.finished", ["path": output]))
        context.note(words("interview.finishedNext", ["path": output]))
    }

    private func show(_ lines: [String]) throws(CommandFailure) {
        let text = lines.map { VisibleText.make($0) + "\n" }.joined()
        try context.print(context.console.clearingScreen + text + "> ")
    }
}
