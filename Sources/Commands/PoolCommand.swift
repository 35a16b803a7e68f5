import Arguments
import Assessments
import Digests
import JSON
import Questionnaires
import Reports
import Responses
import Scoring
import Suggestions

/// `waymark pool`: several offices side by side.
enum PoolCommand {
    static let description = CommandDescription(
        name: "pool",
        summary: "Set several offices side by side, without showing any single one",
        discussion: """
            Each DIR is the workspace of an office. With --for, the report shows that office's own figures among the \
            median and quartiles of all; names and figures of others appear nowhere. Name earlier pools of some of \
            these offices by --earlier: two pools that differ by a few offices would show those.
            """,
        arguments: [
            ArgumentDescription(name: "DIR", help: "The workspaces, one for each office", cardinality: .oneOrMore)
        ],
        options: [
            OptionDescription(
                name: "for", help: "The office whose own figures are shown: its name, or its DIR",
                value: OptionValue("OFFICE", defaultText: "none")),
            OptionDescription(
                name: "wave", short: "w", help: "The wave of every office",
                value: OptionValue("W", defaultText: "the last one of each")),
            OptionDescription(
                name: "questionnaire", short: "q", help: "The questionnaire: an id",
                value: OptionValue("ID", defaultText: "the one each waymark.json names")),
            OptionDescription(
                name: "earlier",
                help: "The JSON of an earlier pool, from which this one has to differ by enough offices",
                value: OptionValue("FILE", isRepeatable: true)),
            OptionDescription(
                name: "format", short: "f", help: "What to write",
                value: OptionValue(
                    "FORMATS", defaultText: "html,md,json,csv", possibleValues: ReportFormat.allCases.map(\.rawValue),
                    isList: true)),
            ProjectArgument.output("pool"),
            OptionDescription(
                name: "language", help: "The language of what is written",
                value: OptionValue("CODE", defaultText: "the one of the office named, else en")),
            ProjectArgument.open,
        ],
        examples: [
            CommandExample("waymark pool a b c d e", "Five offices."),
            CommandExample(
                "waymark pool a b c d e --for b --output for-b",
                "What to send to the office b."),
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let formats = ReportFormat.chosen(invocation.values(of: "format"))
        if invocation.isSet("open"), !formats.contains(.html) {
            throw CommandFailure.usage("--open shows the HTML report, and --format leaves it out; add html")
        }
        let offices = try PoolOffices(
            invocation.arguments("DIR"), wave: invocation.value(of: "wave"),
            questionnaire: invocation.value(of: "questionnaire"), named: invocation.value(of: "for"),
            language: LanguageOption.value(invocation), context)
        let report = try offices.report(earlier: invocation.values(of: "earlier"))
        let builtIn = offices.builtIn
        let texts = try formats.map { format in
            let text =
                switch format {
                case .html: try builtIn.htmlRendering { theme throws(ReportFailure) in try report.html(theme: theme) }
                case .markdown: try builtIn.rendering(report.markdown)
                case .json: report.json()
                case .csv: report.csv()
                }
            return (name: "pool.\(format.rawValue)", text: text)
        }
        try context.print(try builtIn.rendering(report.summary))
        try ProjectArgument.write(
            texts, to: invocation.value(of: "output") ?? "pool", opening: invocation.isSet("open"), builtIn)
    }
}

/// The offices of a pool, loaded.
struct PoolOffices {
    /// Files of the office named, else of the program.
    let builtIn: BuiltInFiles
    private let offices: [Office]
    private let named: Int?
    private let context: CommandContext

    /// One office.
    private struct Office {
        let workspace: WorkspaceFolder
        let questionnaire: LoadedQuestionnaire
        let wave: String
        let answersDigest: String
        /// Nothing where its wave cannot be assessed.
        let assessment: Assessment?

        var name: String { workspace.record.organisation }
        /// What tells offices apart, however their names are written.
        var key: String { name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() }

        var basis: OfficePoolBasis.Office {
            func digest(_ text: String) -> String { SHA256.hexadecimalDigest(of: Array(text.utf8)) }
            return OfficePoolBasis.Office(name: digest(key), wave: digest("\(key)\n\(wave)"))
        }
    }

    init(
        _ folders: [String], wave: String?, questionnaire: String?, named: String?, language: String?,
        _ context: CommandContext
    ) throws(CommandFailure) {
        var offices: [Office] = []
        for folder in folders {
            let office = try PoolOffices.load(
                folder, wave: wave, questionnaire: questionnaire, language: language, context)
            if let twin = offices.first(where: { $0.key == office.key }) {
                throw .usage(
                    "\(twin.workspace.path) and \(folder) are workspaces of the same office; name each office once")
            }
            offices.append(office)
        }
        if let first = offices.first?.questionnaire.questionnaire.id,
            let other = offices.first(where: { $0.questionnaire.questionnaire.id != first })
        {
            throw .usage(
                "\(folders[0]) answers the questionnaire \(first) and \(other.workspace.path) answers "
                    + "\(other.questionnaire.questionnaire.id); name one that all answered by --questionnaire")
        }
        self.offices = offices
        self.context = context
        self.named = try named.map { (name) throws(CommandFailure) in try PoolOffices.place(of: name, among: offices) }
        if let place = self.named {
            builtIn = offices[place].workspace.builtIn
        } else {
            let plain = BuiltInFiles(context: context, workspace: ".")
            builtIn = try language.map { (language) throws(CommandFailure) in try plain.speaking(language) } ?? plain
        }
        if let place = self.named, offices[place].assessment == nil {
            throw .invalidInput(
                [], summary: "the wave of \(folders[place]) cannot be assessed, so there are no figures of its own")
        }
    }

    private static func place(of name: String, among offices: [Office]) throws(CommandFailure) -> Int {
        func isSame(_ path: String) -> Bool {
            func trimmed(_ path: String) -> Substring { path.hasSuffix("/") ? path.dropLast() : path[...] }
            return trimmed(path) == trimmed(name)
        }
        guard let place = offices.firstIndex(where: { $0.name == name || isSame($0.workspace.path) }) else {
            let hint = suggestion(for: name, among: offices.map(\.name) + offices.map(\.workspace.path))
            throw .usage(
                "--for: no workspace is of the office \"\(name.prefix(60))\"; "
                    + (hint.map { "did you mean \"\($0)\"?" } ?? "write its name as in waymark.json, or its DIR"))
        }
        return place
    }

    private static func load(
        _ folder: String, wave: String?, questionnaire: String?, language: String?, _ context: CommandContext
    ) throws(CommandFailure) -> Office {
        let workspace = try WorkspaceFolder(folder, context, language: language)
        let loaded = try workspace.builtIn.questionnaire(questionnaire ?? workspace.record.questionnaire)
        let wave = try workspace.wave(wave)
        let answers =
            workspace.furtherAnswers(to: loaded.questionnaire.id, wave: wave) ?? workspace.ownAnswers(wave: wave)
        let files = try workspace.load(answers, questionnaire: loaded.questionnaire)
        let errors = files.findings.filter { $0.severity == .error }
        guard errors.isEmpty, let record = files.wave else {
            throw .invalidInput(
                errors, summary: "nothing was written, because the answers of \(folder) must be put right first")
        }
        for finding in files.findings { context.note("\(finding)") }
        var assessment: Assessment?
        do throws(AssessmentProblem) {
            assessment = try Assessment(
                files.cohort, workspace: answers.further.map(workspace.record.about) ?? workspace.record, wave: record,
                measuresStability: false)
        } catch {
            let explanation = WorkspaceFolder.explanation(of: error, in: answers)
            if case .tooManyForOne = error { throw .invalidInput([], summary: explanation) }
            context.note("\(folder) counts as not known: \(explanation)")
        }
        return Office(
            workspace: workspace, questionnaire: loaded, wave: wave, answersDigest: files.digest,
            assessment: assessment)
    }

    // MARK: The report

    /// - Parameter earlier: the JSON files of earlier pools.
    func report(earlier: [String]) throws(CommandFailure) -> OfficePoolReport {
        let pool = try pool()
        let basis = basis(of: pool)
        for path in earlier { try check(basis, against: path, fewest: pool.rule.fewestOffices) }
        let (library, templateOverrides) = try builtIn.templates()
        let (strings, stringOverrides) = try builtIn.strings()
        let theme = try builtIn.theme()
        for finding in theme.findings { context.note("\(finding)") }
        let reference = offices[named ?? offices.firstIndex { $0.assessment != nil } ?? 0].questionnaire
        let overrides = templateOverrides + stringOverrides + theme.overrides + reference.overrides
        return OfficePoolReport(
            pool, basis: basis,
            provenance: Provenance(
                version: Waymark.version, questionnaireDigest: reference.digest, answersDigest: basis.answers,
                overrides: Set(overrides).sorted { $0.path < $1.path }, leftOut: [],
                translations: reference.translationProvenance),
            strings: strings.announcingReview(reference.isAwaitingReview), library: library)
    }

    private func pool() throws(CommandFailure) -> OfficePool {
        do throws(OfficePoolProblem) {
            return try OfficePool(offices.map(\.assessment), named: named)
        } catch {
            switch error {
            case .noRule:
                throw .usage(
                    "the questionnaire \(offices[0].questionnaire.questionnaire.id) does not say when figures of "
                        + "several offices may be shown; add \"pool\" to its \"comparison\"")
            case .tooFew(let known, let needed):
                throw .usage(
                    "figures of \(known) \(known == 1 ? "office" : "offices") are known; at least \(needed) are needed "
                        + "so that no single office is shown")
            case .notComparable(let place, let differences):
                let shown = differences.prefix(6).joined(separator: ", ")
                let more = differences.count > 6 ? " and \(differences.count - 6) more" : ""
                throw .invalidInput(
                    [],
                    summary: "the questionnaire of \(offices[place].workspace.path) would give the same answers other "
                        + "figures than that of the others; what differs: \(shown)\(more). Leave the office out, or "
                        + "have it assessed by the same questionnaire; 'waymark diff' shows all differences")
            }
        }
    }

    private func basis(of pool: OfficePool) -> OfficePoolBasis {
        let entries = offices.map(\.basis)
        let counted = entries.indices.filter { place in pool.figures.contains { $0.isKnown[place] } }
        let lacking = pool.figures.map { figure in
            (figure.id, Set(counted.filter { !figure.isKnown[$0] }.map { entries[$0].name }))
        }
        return OfficePoolBasis(
            offices: counted.map { entries[$0] },
            answers: Listing.digest(of: counted.map { (entries[$0].name, Array(offices[$0].answersDigest.utf8)) }),
            lacking: Dictionary(lacking, uniquingKeysWith: { first, _ in first }))
    }

    private func check(_ basis: OfficePoolBasis, against path: String, fewest: Int) throws(CommandFailure) {
        let reader = JSONReader(try JSONFile.read(path, context), file: path)
        guard let earlier = OfficePoolBasis.decode(reader) else {
            throw .invalidInput(
                reader.findings.list, summary: "\(path) is not the JSON of a pool, as 'waymark pool' writes it")
        }
        let remedy = "add or leave out offices until at least \(fewest) differ, or keep to the earlier pool"
        switch basis.conflict(with: earlier, fewest: fewest) {
        case nil: break
        case .fewOffices(let count):
            throw .invalidInput(
                [],
                summary: "nothing was written: this pool differs from \(path) by \(count) "
                    + "\(count == 1 ? "office" : "offices"), whose figures both together would show; \(remedy)")
        case .fewWithFigure(let id, let count):
            throw .invalidInput(
                [],
                summary: "nothing was written: of the figure \(id) this pool differs from \(path) by \(count) "
                    + "\(count == 1 ? "office" : "offices"), whose figures both together would show; \(remedy)")
        case .otherAnswers:
            throw .invalidInput(
                [],
                summary:
                    "nothing was written: \(path) rests on the same offices and waves with other answers, and both "
                    + "together could show what changed; keep to the earlier pool, or pool another wave")
        }
    }
}
