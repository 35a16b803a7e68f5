import Assessments
import JSON
import Mustache
import Questionnaires
import Reports
import Responses

extension WorkspaceFolder {
    /// Everything a report needs, for one wave.
    ///
    /// - Parameters:
    ///   - skipsInvalid: whether invalid responses are left out and listed; otherwise one of them stops it.
    ///   - asOf: the day for which dated conditions are judged; the latest that the answers name, where none is given.
    ///   - showsSensitivity: whether the report says how far the result depends on choices of the method.
    func report(
        wave name: String?, questionnaire reference: String?, skipsInvalid: Bool, asOf: String?,
        showsSensitivity: Bool = false
    ) throws(CommandFailure) -> AssessmentReport {
        if let asOf, !CalendarDate.isValid(asOf) {
            throw .usage("--as-of: \"\(asOf.prefix(40))\" is not a date; write year-month-day, as in 2026-03-31")
        }
        let unknown = unknownNames(checksQuestionnaire: reference == nil)
        guard unknown.isEmpty else { throw .invalidInput(unknown, summary: "the workspace cannot be used") }
        let loaded = try builtIn.questionnaire(reference ?? record.questionnaire)
        let waveName = try wave(name)
        let folder = try answers(to: loaded.questionnaire, named: reference, wave: waveName)
        let files = try load(folder, questionnaire: loaded.questionnaire)
        let companions = try loadCompanions(of: loaded, wave: waveName)
        // Targets are of the workspace's own questionnaire.
        let recordFindings = folder.further == nil ? findings(against: loaded.questionnaire) : []
        let findings =
            recordFindings + files.findings + (try furtherFolders(in: waveName).findings)
            // A record that companions take over is of the wave, and was read already.
            + companions.flatMap { $0.findings + $0.files.findings.filter { $0.file != folder.recordPath } }
        let invalidFiles = companions.reduce(files.invalidPaths) { $0.union($1.files.invalidPaths) }
        let blocking = findings.filter {
            $0.severity == .error && !(skipsInvalid && invalidFiles.contains($0.file))
        }
        guard blocking.isEmpty, let wave = files.wave else {
            let count = blocking.count + files.unlistedErrors(skipsInvalid: skipsInvalid)
            let hint = blocking.contains { invalidFiles.contains($0.file) } && !skipsInvalid
            throw .invalidInput(
                findings.filter { $0.severity == .error },
                summary:
                    "nothing was written, because \(count) \(count == 1 ? "problem" : "problems") "
                    + "must be put right first" + (hint ? "; --skip-invalid leaves invalid responses out" : ""))
        }
        for finding in findings where finding.severity == .warning { context.note("\(finding)") }
        let beside = try assess(companions, of: loaded.questionnaire)
        let about = folder.further.map(record.about) ?? record
        let awaitsReview = ([loaded] + companions.map(\.questionnaire)).contains(where: \.isAwaitingReview)
        // What the report is written with and the files of projects are read while the organisation is assessed. What
        // projects inherit comes from the office's own questionnaire.
        let (outcome, read) = SideBySide.both(
            { [cohort = files.cohort] in
                Result { () throws(AssessmentProblem) -> Assessment in
                    try Assessment(
                        cohort, workspace: about, wave: wave, companions: beside, asOf: asOf, by: SideBySide.workers)
                }
            },
            {
                (
                    texts: Result { () throws(CommandFailure) in try reportTexts(announcesReview: awaitsReview) },
                    projects: Result { () throws(CommandFailure) -> ReadProjects? in
                        folder.further == nil ? try readProjects() : nil
                    }
                )
            })
        let texts = try read.texts.get()
        let assessed: Assessment
        do throws(AssessmentProblem) {
            assessed = try outcome.get()
        } catch {
            throw .invalidInput([], summary: WorkspaceFolder.explanation(of: error, in: files.folder))
        }
        let provenance = Provenance(
            version: Waymark.version, questionnaireDigest: loaded.digest, answersDigest: files.digest,
            lines: files.lines + companions.flatMap(\.lines),
            // A companion may share files with the questionnaire it stands beside.
            overrides: Set(loaded.overrides + texts.overrides + companions.flatMap(\.questionnaire.overrides))
                .sorted { $0.path < $1.path },
            leftOut: files.invalid + companions.flatMap(\.leftOut),
            leftOutCount: companions.reduce(files.answers.invalidCount) { $0 + $1.files.answers.invalidCount },
            companions: companions.map(\.provenance),
            translations: loaded.translationProvenance + companions.flatMap(\.questionnaire.translationProvenance))
        let projects = try read.projects.get().map { self.projects($0, of: assessed) }
        return AssessmentReport(
            assessed, provenance: provenance, projects: projects,
            sensitivity: showsSensitivity ? Sensitivity(assessed) : nil, strings: texts.strings, library: texts.library)
    }

    /// What a report is written with.
    private struct ReportTexts {
        let library: MustacheLibrary
        let strings: Strings
        /// The files of the workspace that take the place of the program's own.
        let overrides: [Provenance.Override]
    }

    private func reportTexts(announcesReview: Bool) throws(CommandFailure) -> ReportTexts {
        let (library, templateOverrides) = try builtIn.templates()
        let (strings, stringOverrides) = try builtIn.strings()
        let theme = try builtIn.theme()
        for finding in theme.findings { context.note("\(finding)") }
        return ReportTexts(
            library: library, strings: strings.announcingReview(announcesReview).preparedForTemplates(),
            overrides: templateOverrides + stringOverrides + theme.overrides)
    }

    /// - Parameter reference: how the questionnaire was asked for: an id, a file, or not at all.
    private func answers(
        to questionnaire: Questionnaire, named reference: String?, wave: String
    ) throws(CommandFailure) -> AnswersFolder {
        if let folder = furtherAnswers(to: questionnaire.id, wave: wave) { return folder }
        // Another questionnaire of the workspace has its answers in a folder of its own; a file may be a draft of any.
        let known = builtIn.questionnaireIDs()
        if reference == questionnaire.id, questionnaire.id != record.questionnaire, known.contains(record.questionnaire)
        {
            let folder = Path.join(path, "waves/\(wave)/\(questionnaire.id)")
            throw .missingInput(
                "\(folder): the wave has no answers to \(questionnaire.id); put a file for each respondent into "
                    + "\(folder)/\(WorkspaceFolder.responsesName)")
        }
        return ownAnswers(wave: wave)
    }

    static func explanation(of problem: AssessmentProblem, in answers: AnswersFolder) -> String {
        let folder = answers.path
        // Another way of collection is written where it holds for these answers alone.
        let record = Path.join(folder, WorkspaceFolder.waveRecordName)
        switch problem {
        case .noResponses:
            return "\(folder)/\(WorkspaceFolder.responsesName) holds no valid response; put a file there for each "
                + "respondent, or all of them into \(folder)/\(WorkspaceFolder.linesName)"
        case .tooFewForSurvey(let count, let needed):
            return "\(folder) is a survey with \(count) \(count == 1 ? "response" : "responses"); at least "
                + "\(needed) are needed so that nobody's answers are shown. Collect more, or record one "
                + "agreed response and write \"collection\": \"consensus\" in \(record)"
        case .tooManyForOne(let count, let collection):
            return "\(folder) is a \(collection) with \(count) responses; it must be one. Keep the agreed response, or "
                + "write \"collection\": \"survey\" in \(record)"
        }
    }
}
