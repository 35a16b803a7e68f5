import Arguments
import Assessments
import JSON
import Questionnaires
import Reports
import Responses
import Scoring
import Suggestions

/// `waymark compare`: what really changed between waves.
enum CompareCommand {
    static let description = CommandDescription(
        name: "compare",
        summary: "Say what really changed between waves, and what could be chance",
        discussion: """
            Waves are compared in the order in which they are named, by the items that both asked alike. Reports go to \
            reports/compare-<wave>-<wave>.* in the workspace. A wave that answered an earlier version of the \
            questionnaire needs that version: --questionnaire 2025=old/questionnaire.json.
            """,
        arguments: [
            ArgumentDescription(name: "WAVE1", help: "The earliest wave"),
            ArgumentDescription(name: "WAVE2", help: "The wave after it, and further ones", cardinality: .oneOrMore),
        ],
        options: [
            OptionDescription(
                name: "workspace", help: "The workspace", value: OptionValue("DIR", defaultText: "the current folder")),
            OptionDescription(
                name: "questionnaire", short: "q", help: "The questionnaire of all waves, or of the one named before =",
                value: OptionValue(
                    "[WAVE=]ID|FILE", defaultText: "the one waymark.json names", isRepeatable: true)),
            OptionDescription(
                name: "format", short: "f", help: "What to write",
                value: OptionValue(
                    "FORMATS", defaultText: "html,md,json,csv", possibleValues: ReportFormat.allCases.map(\.rawValue),
                    isList: true)),
            ProjectArgument.output("reports in the workspace"), LanguageOption.description, ProjectArgument.open,
            OptionDescription(name: "skip-invalid", help: "Leave invalid responses out"),
        ],
        examples: [
            CommandExample(
                "waymark compare 2025 2026 --workspace my-office", "What changed from 2025 to 2026."),
            CommandExample(
                "waymark compare 2025 2026 --questionnaire 2025=old/questionnaire.json",
                "The same, where 2025 answered an earlier version."),
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let formats = ReportFormat.chosen(invocation.values(of: "format"))
        if invocation.isSet("open"), !formats.contains(.html) {
            throw CommandFailure.usage("--open shows the HTML report, and --format leaves it out; add html")
        }
        let names = invocation.arguments("WAVE1") + invocation.arguments("WAVE2")
        if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
            throw CommandFailure.usage(
                "the wave \"\(names[twice].prefix(60))\" is named twice; a wave cannot be compared with itself")
        }
        let workspace = try WorkspaceFolder(
            invocation.value(of: "workspace") ?? ".", context, language: LanguageOption.value(invocation))
        let questionnaires = try references(invocation.values(of: "questionnaire"), waves: names)
        let report = try workspace.comparison(
            of: names, questionnaires: questionnaires, skipsInvalid: invocation.isSet("skip-invalid"))
        let texts = try workspace.texts(report, of: names, formats)
        try context.print(try workspace.builtIn.rendering(report.summary))
        let folder = invocation.value(of: "output") ?? Path.join(workspace.path, "reports")
        try ProjectArgument.write(texts, to: folder, opening: invocation.isSet("open"), workspace.builtIn)
    }

    /// The questionnaire of each wave, as far as the command line names it.
    private static func references(
        _ values: [String], waves: [String]
    ) throws(CommandFailure) -> [String: String] {
        var references: [String: String] = [:]
        for value in values {
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                for wave in waves where references[wave] == nil { references[wave] = value }
                continue
            }
            guard waves.contains(parts[0]) else {
                let hint = suggestion(for: parts[0], among: waves).map { "did you mean \"\($0)\"?" }
                throw .usage(
                    "--questionnaire: \"\(parts[0].prefix(60))\" is not among the waves; "
                        + (hint ?? "they are: \(waves.joined(separator: ", "))"))
            }
            references[parts[0]] = parts[1]
        }
        return references
    }
}

extension WorkspaceFolder {
    /// The comparison of waves in some formats, by the names of the files.
    func texts(
        _ report: WaveComparisonReport, of names: [String], _ formats: [ReportFormat]
    ) throws -> [(name: String, text: String)] {
        try formats.map { format in
            let text =
                switch format {
                case .html: try builtIn.htmlRendering { theme throws(ReportFailure) in try report.html(theme: theme) }
                case .markdown: try builtIn.rendering(report.markdown)
                case .json: report.json()
                case .csv: report.csv()
                }
            return ("\(WorkspaceFolder.fileName(of: names)).\(format.rawValue)", text)
        }
    }

    /// Of many waves only the first and the last are named, since a folder takes names of some length only.
    private static func fileName(of names: [String]) -> String {
        let all = "compare-\(names.joined(separator: "-"))"
        guard all.utf8.count > 100, let first = names.first, let last = names.last else { return all }
        return "compare-\(first.prefix(40))-to-\(last.prefix(40))-\(names.count)-waves"
    }

    /// Says where a wave is compared as if it came before one that it seems to follow.
    private func noteOrder(_ waves: [Wave]) {
        for (earlier, later) in zip(waves, waves.dropFirst()) {
            let isTurned =
                if let then = earlier.period?.from, let now = later.period?.from { now < then } else {
                    later.id < earlier.id
                }
            guard isTurned else { continue }
            context.note(
                "the wave \"\(later.id)\" seems to come before \"\(earlier.id)\"; waves are compared in the order in "
                    + "which they are named, so name the earliest first")
        }
    }

    /// The comparison of waves, each with the questionnaire that it answers.
    ///
    /// - Parameter questionnaires: how the questionnaires were asked for, by wave; the workspace's own where they were not.
    func comparison(
        of names: [String], questionnaires: [String: String], skipsInvalid: Bool
    ) throws(CommandFailure) -> WaveComparisonReport {
        let unknown = unknownNames(checksQuestionnaire: names.contains { questionnaires[$0] == nil })
        guard unknown.isEmpty else { throw .invalidInput(unknown, summary: "the workspace cannot be used") }
        var waves: [AnsweredWave] = []
        var provenances: [Provenance] = []
        var awaitsReview = false
        let (library, templateOverrides) = try builtIn.templates()
        let (strings, stringOverrides) = try builtIn.strings()
        let theme = try builtIn.theme()
        for finding in theme.findings { context.note("\(finding)") }
        // Lines over three waves and more are drawn with intervals.
        let isSeries = names.count > 2
        for name in names {
            let waveName = try wave(name)
            let loaded = try builtIn.questionnaire(questionnaires[name] ?? record.questionnaire)
            if let first = waves.first?.assessment.scores.questionnaire, first.id != loaded.questionnaire.id {
                throw .usage(
                    "the wave \(names[0]) answers the questionnaire \(first.id) and \(name) answers "
                        + "\(loaded.questionnaire.id); only waves of one questionnaire, if in different versions, can "
                        + "be compared")
            }
            if loaded.isAwaitingReview { awaitsReview = true }
            let folder = furtherAnswers(to: loaded.questionnaire.id, wave: waveName) ?? ownAnswers(wave: waveName)
            let files = try load(folder, questionnaire: loaded.questionnaire, isFull: true)
            let blocking = files.findings.filter {
                $0.severity == .error && !(skipsInvalid && files.invalidPaths.contains($0.file))
            }
            guard blocking.isEmpty, let record = files.wave else {
                let count = blocking.count + files.unlistedErrors(skipsInvalid: skipsInvalid)
                let isOfResponses = blocking.contains { files.invalidPaths.contains($0.file) } && !skipsInvalid
                throw .invalidInput(
                    files.findings.filter { $0.severity == .error },
                    summary:
                        "nothing was written, because \(count) "
                        + "\(count == 1 ? "problem" : "problems") must be put right first"
                        + (isOfResponses
                            ? "; where the wave answered an earlier version of the questionnaire, name that by "
                                + "--questionnaire \(name)=FILE; --skip-invalid leaves invalid responses out" : ""))
            }
            for finding in files.findings where finding.severity == .warning { context.note("\(finding)") }
            do throws(AssessmentProblem) {
                let assessment = try Assessment(
                    files.cohort, workspace: folder.further.map(self.record.about) ?? self.record, wave: record,
                    measuresStability: isSeries, by: SideBySide.workers)
                waves.append(
                    AnsweredWave(
                        assessment, responses: files.answers.responses,
                        intervals: assessment.stability?.intervals ?? [:]))
            } catch {
                throw .invalidInput([], summary: WorkspaceFolder.explanation(of: error, in: files.folder))
            }
            let overrides = loaded.overrides + templateOverrides + stringOverrides + theme.overrides
            provenances.append(
                Provenance(
                    version: Waymark.version, questionnaireDigest: loaded.digest, answersDigest: files.digest,
                    lines: files.lines,
                    overrides: Set(overrides).sorted { $0.path < $1.path }, leftOut: files.invalid,
                    leftOutCount: files.answers.invalidCount, translations: loaded.translationProvenance))
        }
        noteOrder(waves.map(\.assessment.scores.wave))
        return WaveComparisonReport(
            WaveComparison(waves), provenances: provenances, strings: strings.announcingReview(awaitsReview),
            library: library)
    }
}
