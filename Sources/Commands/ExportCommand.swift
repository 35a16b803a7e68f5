import Arguments
import Assessments
import Exchange
import JSON
import Questionnaires
import Reports
import Responses
import Scoring

/// `waymark export`: answers, forms and scores in the formats of others.
enum ExportCommand {
    static let description = CommandDescription(
        name: "export",
        summary: "Write answers, forms and scores in the formats of others",
        discussion: """
            Files go to exports/ in the workspace, unless --output names another folder. 'waymark import' brings answers \
            back from each of these formats but SDMX.
            """,
        subcommands: [csvDescription, xlsFormDescription, limeSurveyDescription, sdmxDescription])

    private static let csvDescription = CommandDescription(
        name: "csv",
        summary: "All answers as one table, a row for each respondent and item",
        discussion: """
            The table holds what every single person answered. Spreadsheets open it, and nothing in it can become a \
            formula there; 'waymark import csv' reads it back without a loss.
            """,
        arguments: [WorkspaceArgument.description], options: shared,
        examples: [
            CommandExample("waymark export csv my-office --wave 2026", "The answers of one wave."),
            CommandExample("waymark export csv my-office --project coding", "The answers about a project."),
        ])

    private static let xlsFormDescription = CommandDescription(
        name: "xlsform",
        summary: "The questionnaire as an XLSForm workbook, for ODK and KoboToolbox",
        discussion: "The form names its wave, so that answers are not brought into another one by mistake.",
        arguments: [WorkspaceArgument.description], options: shared + [evidence, languages],
        examples: [
            CommandExample("waymark export xlsform my-office --language en,fr", "One form in two languages."),
            CommandExample("waymark export xlsform my-office --with-evidence", "It also asks what answers rest on."),
        ])

    private static let limeSurveyDescription = CommandDescription(
        name: "limesurvey",
        summary: "The questionnaire as a LimeSurvey structure (.txt)",
        discussion: "The form names its wave, so that answers are not brought into another one by mistake.",
        arguments: [WorkspaceArgument.description], options: shared + [evidence, languages],
        examples: [CommandExample("waymark export limesurvey my-office", "The form for the last wave.")])

    private static let sdmxDescription = CommandDescription(
        name: "sdmx",
        summary: "The scores of a wave as SDMX-CSV 2.0, with their code lists",
        arguments: [WorkspaceArgument.description],
        options: [
            WorkspaceArgument.wave, questionnaire, WorkspaceArgument.asOf, output, LanguageOption.description,
            OptionDescription(
                name: "dataflow", help: "The dataflow that the data belong to",
                value: OptionValue("AGENCY:ID(VERSION)", defaultText: "the one that the texts name")),
            OptionDescription(
                name: "time-period", help: "The time that the scores are of",
                value: OptionValue("PERIOD", defaultText: "the wave's")),
        ],
        examples: [
            CommandExample("waymark export sdmx my-office", "The scores of the last wave."),
            CommandExample("waymark export sdmx my-office --dataflow 'NSO:ML(1.0)'", "For a dataflow of your own."),
        ])

    private static let questionnaire = OptionDescription(
        name: "questionnaire", short: "q", help: "The questionnaire: an id",
        value: OptionValue("ID", defaultText: "the one waymark.json names"))

    private static let output = OptionDescription(
        name: "output", short: "o", help: "The folder to write to",
        value: OptionValue("DIR", defaultText: "exports/<wave> in the workspace"))

    private static let evidence = OptionDescription(
        name: "with-evidence", help: "Also ask what each answer rests on, and for a comment")

    private static let languages = OptionDescription(
        name: "language", help: "The languages of the form, the first one first",
        value: OptionValue("CODES", defaultText: "the one waymark.json names", isList: true))

    private static let shared = [
        WorkspaceArgument.wave,
        OptionDescription(
            name: "project", short: "p", help: "The project, in place of a wave", value: OptionValue("PROJECT")),
        questionnaire, output,
    ]

    // MARK: Running

    static func csv(_ invocation: Invocation, _ context: CommandContext) throws {
        let workspace = try WorkspaceFolder(WorkspaceArgument.path(invocation), context)
        let place = try self.place(invocation, workspace)
        let responses = try workspace.responses(in: place)
        let text = Response.longTable(of: responses, questionnaire: place.questionnaire)
        try workspace.builtIn.writeAll(
            [(name: "\(place.questionnaire.id).csv", bytes: Array(text.utf8))],
            to: folder(invocation, workspace, place))
    }

    static func xlsForm(_ invocation: Invocation, _ context: CommandContext) throws {
        try form(invocation, context, ending: "xlsx") { $0.xlsForm() }
    }

    static func limeSurvey(_ invocation: Invocation, _ context: CommandContext) throws {
        try form(invocation, context, ending: "txt") { $0.limeSurvey() }
    }

    private static func form(
        _ invocation: Invocation, _ context: CommandContext, ending: String, _ make: (FormSource) -> FormFile
    ) throws {
        let workspace = try WorkspaceFolder(WorkspaceArgument.path(invocation), context)
        let place = try self.place(invocation, workspace)
        let asked = invocation.values(of: "language")
        var speaking: [BuiltInFiles] = asked.isEmpty ? [workspace.builtIn] : []
        for language in asked { speaking.append(try workspace.builtIn.speaking(language)) }
        var editions: [FormEdition] = []
        for files in speaking {
            let strings = try files.strings(usual: place.questionnaire.language).strings
            editions.append(
                FormEdition(
                    try files.questionnaire(place.questionnaire.id).questionnaire,
                    words: try files.rendering(strings.formWords)))
        }
        guard
            let source = FormSource(
                editions: editions, place: place.place,
                asksEvidence: invocation.isSet("with-evidence"))
        else { throw CommandFailure.defect("a form has no language") }
        let file = make(source)
        for note in file.notes { context.note("\(note)") }
        try (speaking.first ?? workspace.builtIn).writeAll(
            [(name: "\(place.questionnaire.id).\(ending)", bytes: file.bytes)],
            to: folder(invocation, workspace, place))
    }

    static func sdmx(_ invocation: Invocation, _ context: CommandContext) throws {
        let workspace = try WorkspaceFolder(invocation, context)
        let report = try workspace.report(
            wave: invocation.value(of: "wave"), questionnaire: invocation.value(of: "questionnaire"),
            skipsInvalid: false, asOf: invocation.value(of: "as-of"))
        let assessment = report.assessment
        let strings = try workspace.builtIn.strings().strings
        let named = try invocation.value(of: "dataflow") ?? workspace.builtIn.rendering(strings.sdmxStructure)
        guard let structure = SDMXReference(named) else {
            throw CommandFailure.usage(
                "\"\(named.prefix(60))\" names no dataflow; write AGENCY:ID(VERSION), as in WAYMARK:ML_READINESS(1.0)")
        }
        let wave = assessment.scores.wave
        guard
            let period = invocation.value(of: "time-period") ?? SDMXData.period(ofWave: wave.id, end: wave.period?.to)
        else {
            throw CommandFailure.usage(
                "the wave \(wave.id) names no time, and its record no period; say it with --time-period, as in 2026")
        }
        let questionnaire = assessment.scores.questionnaire
        let data = SDMXData(
            assessment, structure: structure, period: period,
            isAfterBreak: try workspace.answersOtherVersion(before: wave.id, of: questionnaire),
            words: try workspace.builtIn.rendering(strings.sdmxWords))
        let folder =
            invocation.value(of: "output") ?? Path.join(workspace.path, "exports/\(wave.id)")
        try workspace.builtIn.writeAll(
            [
                (name: "\(questionnaire.id).sdmx.csv", bytes: Array(data.csv().utf8)),
                (name: "\(questionnaire.id).codes.json", bytes: Array(data.codeLists().utf8)),
            ], to: folder)
    }

    private static func place(
        _ invocation: Invocation, _ workspace: WorkspaceFolder
    ) throws(CommandFailure) -> WorkspaceFolder.ExchangePlace {
        try workspace.exchangePlace(
            wave: invocation.value(of: "wave"), project: invocation.value(of: "project"),
            questionnaire: invocation.value(of: "questionnaire"))
    }

    private static func folder(
        _ invocation: Invocation, _ workspace: WorkspaceFolder, _ place: WorkspaceFolder.ExchangePlace
    ) -> String {
        if let output = invocation.value(of: "output") { return output }
        let name =
            switch place.place {
            case .wave(let id): id
            case .project(let id): "projects/\(id)"
            }
        return Path.join(workspace.path, "exports/\(name)")
    }
}

extension WorkspaceFolder {
    /// Whether the wave before answered another version of a questionnaire, as far as its files say.
    fileprivate func answersOtherVersion(
        before wave: String, of questionnaire: Questionnaire
    ) throws(CommandFailure) -> Bool {
        guard let earlier = try waves().last(where: { $0 < wave }) else { return false }
        let folder = furtherAnswers(to: questionnaire.id, wave: earlier) ?? ownAnswers(wave: earlier)
        let responses = Path.join(folder.path, WorkspaceFolder.responsesName)
        guard context.files.kind(of: responses) == .folder else { return false }
        for name in try context.names(in: responses) where name.hasSuffix(".json") && !name.hasPrefix(".") {
            let file = Path.join(responses, name)
            guard let document = try? JSONDocument(parsing: try context.read(file)) else { continue }
            let object = JSONReader(document, file: file).map()
            guard object?["questionnaire"]?.string() == questionnaire.id,
                let version = object?["questionnaireVersion"]?.string()
            else { continue }
            return version != questionnaire.version
        }
        return false
    }
}
