import JSON
import Questionnaires
import Responses
import Suggestions

extension ImportTarget {
    /// Reads a table of answers as a survey platform writes it: one row for each response, to the form that
    /// ``FormSource`` makes of the questionnaire.
    public func read(_ table: CSVTable, from platform: SurveyPlatform) -> ImportedFile {
        var reader = FormTableReader(table, target: self, platform: platform)
        return reader.read()
    }
}

private struct FormTableReader {
    private let table: CSVTable
    private let target: ImportTarget
    private let platform: SurveyPlatform
    private let layout: FieldLayout
    private let columns: FormColumns
    private var result: ImportedFile
    /// How many rows gave no pseudonym.
    private var unnamed = 0

    private var questionnaire: Questionnaire { target.questionnaire }

    init(_ table: CSVTable, target: ImportTarget, platform: SurveyPlatform) {
        self.table = table
        self.target = target
        self.platform = platform
        layout = FieldLayout(target.questionnaire, style: platform.style)
        columns = FormColumns(table, layout: layout, platform: platform)
        result = ImportedFile(file: table.file)
        result.notes = table.notes
    }

    mutating func read() -> ImportedFile {
        result.rowsRead = table.rows.count
        let missing = layout.items.filter { !columns.has($0.main) && columns[$0.state] == nil }
        guard missing.count < layout.items.count else {
            result.refused = [
                Finding(
                    file: table.file, position: table.header[0].position,
                    problem: "no column is an item of the questionnaire \"\(questionnaire.id)\"",
                    remedy: "check that this is the right file, and export it with \(platform.headings)")
            ]
            result.rowsRefused = table.rows.count
            return result
        }
        noteColumns(missing)
        for row in table.rows { add(row) }
        if unnamed > 0 {
            result.notes.append(
                Finding(
                    .warning, file: table.file,
                    problem: "\(unnamed) \(unnamed == 1 ? "response gives" : "responses give") no pseudonym, and are "
                        + "named after their submission",
                    remedy: "nothing is to be done, but in another wave nobody will be known again"))
        }
        return result
    }

    private mutating func noteColumns(_ missing: [FieldLayout.ItemFields]) {
        if !missing.isEmpty {
            result.notes.append(
                Finding(
                    .warning, file: table.file, position: table.header[0].position,
                    problem: "\(missing.count) of \(layout.items.count) items have no column, and count as unanswered: "
                        + missing.prefix(8).map(\.item.id).joined(separator: ", ") + (missing.count > 8 ? " …" : ""),
                    remedy: "check that the whole form was exported"))
        }
        for place in columns.strangers {
            let cell = table.header[place]
            guard table.rows.contains(where: { $0.cells.count > place && !$0.cells[place].text.isEmpty }) else {
                continue
            }
            result.notes.append(
                Finding(
                    .warning, file: table.file, position: cell.position,
                    problem: "the column \"\(cell.text.prefix(80))\" is not of this form, and is not read",
                    remedy: suggestion(for: cell.text, among: layout.allNames.sorted()).map {
                        "did you mean \"\($0)\"?"
                    }
                        ?? "keep the file, if its values matter"))
        }
    }

    private func filled(_ name: String, of row: CSVTable.Row) -> CSVTable.Cell? {
        columns[name].flatMap { place in
            place < row.cells.count && !row.cells[place].text.trimmed.isEmpty ? row.cells[place] : nil
        }
    }

    private mutating func add(_ row: CSVTable.Row) {
        if let rule = ruleAgainst(row) {
            result.leftOut.append(rule)
            return
        }
        var reader = CellReader(file: table.file, questionnaire: questionnaire)
        var notes: [Finding] = []
        var problems = table.lengthProblem(row).map { [$0] } ?? []
        let imported = problems.isEmpty ? response(row, &reader, &notes) : nil
        problems += reader.problems
        guard let imported, problems.isEmpty else {
            result.refused += problems
            result.rowsRefused += 1
            return
        }
        if filled(layout.respondent, of: row) == nil { unnamed += 1 }
        result.notes += notes
        result.rowsMapped += 1
        result.responses.append(imported)
    }

    /// Why the platform's own columns say that a row is not to be counted.
    private func ruleAgainst(_ row: CSVTable.Row) -> Finding? {
        func leftOut(_ cell: CSVTable.Cell?, _ problem: String, _ remedy: String) -> Finding {
            Finding(
                .warning, file: table.file, position: cell?.position ?? row.position, problem: problem, remedy: remedy)
        }
        switch platform {
        case .odk:
            guard let state = filled("ReviewState", of: row), state.text.trimmed == "rejected" else { return nil }
            return leftOut(
                state, "the submission was rejected in ODK Central", "change its review state, if it is to count")
        case .kobo:
            guard let state = filled("_validation_status", of: row),
                ["not approved", "validation_status_not_approved"].contains(state.text.trimmed.lowercased())
            else { return nil }
            return leftOut(
                state, "the submission was not approved in KoboToolbox",
                "change its validation status, if it is to count")
        case .limeSurvey:
            guard columns["submitdate"] != nil, filled("submitdate", of: row) == nil, !target.takesUnfinished else {
                return nil
            }
            let number = filled("id", of: row).map { " \($0.text.trimmed)" } ?? ""
            return leftOut(
                nil, "the response\(number) was never submitted, and is unfinished",
                "use --incomplete to take it as it is")
        }
    }

    private func response(
        _ row: CSVTable.Row, _ reader: inout CellReader, _ notes: inout [Finding]
    ) -> ImportedResponse? {
        reader.check(
            filled(layout.questionnaire, of: row), is: questionnaire.id, "questionnaire",
            "name it with --questionnaire, or check that this is the right file")
        if !target.takesOtherVersions {
            reader.check(
                filled(layout.version, of: row), is: questionnaire.version, "version",
                "use --any-version to take them as answers to version \(questionnaire.version)")
        }
        let noun = target.place.noun
        reader.check(
            filled(layout.place, of: row), is: target.place.id, noun,
            "name it with --\(noun), or check that this is the right file")
        let respondent = respondent(row, &reader)
        let role = role(row, &reader)
        let completed = platform.completions.lazy.compactMap { filled($0, of: row) }.first
        // LimeSurvey writes this day where a survey keeps no dates.
        let day = completed.flatMap { $0.text.hasPrefix("1980-01-01") ? nil : reader.date($0, allowsTime: true) }
        var language: String?
        if platform == .limeSurvey, let cell = filled("startlanguage", of: row) {
            language = reader.identifier(cell, kind: "language")
        }
        var answers: [String: Answer] = [:]
        for fields in layout.items {
            if let answer = answer(row, fields, &reader, &notes) { answers[fields.item.id] = answer }
        }
        guard let respondent, let role else { return nil }
        var (wave, project): (String?, String?)
        switch target.place {
        case .wave(let id): wave = id
        case .project(let id): project = id
        }
        let submitted = platform.submissions.lazy.compactMap { filled($0, of: row)?.text.trimmed }.first
        return ImportedResponse(
            Response(
                respondent: respondent, role: role, wave: wave, project: project, completed: day, language: language,
                answers: answers, file: table.file),
            file: table.file, position: row.position, submitted: submitted ?? "")
    }

    private func respondent(_ row: CSVTable.Row, _ reader: inout CellReader) -> String? {
        if let cell = filled(layout.respondent, of: row) { return reader.identifier(cell, kind: "respondent") }
        for name in platform.identities {
            guard let cell = filled(name, of: row) else { continue }
            let text = cell.text.trimmed.split { $0 == ":" }.joined(separator: "-")
            let id = platform == .limeSurvey && name == "id" ? "response-\(text)" : text
            if Identifier.isValid(id) { return id }
        }
        reader.report(
            row.cells[0], "the response does not say whose it is",
            "add a column \"\(layout.respondent)\" with a pseudonym for each person")
        return nil
    }

    private func role(_ row: CSVTable.Row, _ reader: inout CellReader) -> String? {
        guard !questionnaire.roles.isEmpty else { return "respondent" }
        guard let cell = filled(layout.role, of: row) else {
            reader.report(
                columns[layout.role].map { $0 < row.cells.count ? row.cells[$0] : row.cells[0] } ?? row.cells[0],
                "the role is missing", "write one of \(layout.roles.joined(separator: ", ")) into \(layout.role)")
            return nil
        }
        return reader.name(cell, among: layout.roles, kind: "role").map { questionnaire.roles[$0].id }
    }

    private func answer(
        _ row: CSVTable.Row, _ fields: FieldLayout.ItemFields, _ reader: inout CellReader, _ notes: inout [Finding]
    ) -> Answer? {
        let evidence = evidence(row, fields, &reader)
        let comment = filled(fields.comment, of: row)
        let before = reader.problems.count
        let content = fields.isChoice ? choice(row, fields, &reader) : words(row, fields, &reader)
        guard let content else {
            if reader.problems.count == before, let left = comment ?? filled(fields.evidence, of: row) {
                notes.append(
                    Finding(
                        .warning, file: table.file, position: left.position,
                        problem: "\(fields.item.id) is not answered, and what was written to it is not taken: "
                            + "\"\(left.text)\"", remedy: "keep the file, or this report"))
            }
            return nil
        }
        return Answer(content, evidence: evidence, comment: comment?.text)
    }

    private func evidence(
        _ row: CSVTable.Row, _ fields: FieldLayout.ItemFields, _ reader: inout CellReader
    ) -> Evidence? {
        func coded(_ name: String, _ codes: [String], _ ids: [String], _ kind: String) -> CSVTable.Cell? {
            guard let cell = filled(name, of: row), let place = reader.name(cell, among: codes, kind: kind) else {
                return nil
            }
            return CSVTable.Cell(text: ids[place], position: cell.position)
        }
        let kind = coded(
            fields.evidenceKind, layout.evidenceKinds, Evidence.Kind.allCases.map(\.rawValue), "kind of evidence")
        let owner = coded(fields.evidenceOwner, layout.roles, questionnaire.roles.map(\.id), "role")
        let date = filled(fields.evidenceDate, of: row).map { cell in
            // LimeSurvey adds the time of day.
            CSVTable.Cell(text: String(cell.text.trimmed.prefix { $0 != " " && $0 != "T" }), position: cell.position)
        }
        return reader.evidence(filled(fields.evidence, of: row), kind: kind, date: date, owner: owner)
    }

    /// An answer in numbers or words, or that it is not known or does not apply.
    private func words(
        _ row: CSVTable.Row, _ fields: FieldLayout.ItemFields, _ reader: inout CellReader
    ) -> Answer.Content? {
        guard let cell = filled(fields.main, of: row) else {
            guard let state = filled(fields.state, of: row),
                let place = reader.name(
                    state, among: [fields.dontKnow, fields.notApplicable], kind: "state of \(fields.item.id)")
            else { return nil }
            return place == 0
                ? .dontKnow : reader.notApplicable(fields.item, reason: filled(fields.reason, of: row), at: state)
        }
        if case .number = fields.item.answering { return reader.number(cell, item: fields.item).map { .number($0) } }
        return .text(cell.text)
    }

    private func choice(
        _ row: CSVTable.Row, _ fields: FieldLayout.ItemFields, _ reader: inout CellReader
    ) -> Answer.Content? {
        let codes =
            fields.options + [fields.dontKnow, fields.notApplicable] + (fields.isMultiple ? [fields.nothing] : [])
        var words: [CSVTable.Cell] = []
        if let cell = filled(fields.main, of: row) {
            let parts = fields.isMultiple ? cell.text.split(separator: " ").map(String.init) : [cell.text.trimmed]
            words = parts.map { CSVTable.Cell(text: $0, position: cell.position) }
        } else if columns[fields.main] == nil {
            words = chosen(row, fields, &reader)
        }
        guard let first = words.first else { return nil }
        var chosen: [String] = []
        for word in words {
            guard let place = reader.name(word, among: codes, kind: "code of \(fields.item.id)") else { return nil }
            chosen.append(codes[place])
        }
        let alone = [fields.dontKnow, fields.notApplicable, fields.nothing]
        if chosen.count > 1, let other = chosen.first(where: alone.contains) {
            reader.report(first, "\"\(other)\" can be chosen only alone", "remove it, or all other options")
            return nil
        }
        if chosen[0] == fields.dontKnow { return .dontKnow }
        if chosen[0] == fields.notApplicable {
            return reader.notApplicable(fields.item, reason: filled(fields.reason, of: row), at: first)
        }
        let positions = chosen.compactMap { fields.options.firstIndex(of: $0) }
        return fields.isMultiple
            ? reader.options(positions, at: first, item: fields.item) : .option(position: positions[0])
    }

    /// The codes chosen, where each has a column of its own.
    private func chosen(
        _ row: CSVTable.Row, _ fields: FieldLayout.ItemFields, _ reader: inout CellReader
    ) -> [CSVTable.Cell] {
        columns.options(of: fields.main).sorted { $0.value < $1.value }.compactMap { code, place in
            guard place < row.cells.count else { return nil }
            let cell = row.cells[place]
            switch cell.text.trimmed.lowercased() {
            case "1", "y", "yes", "true": return CSVTable.Cell(text: code, position: cell.position)
            case "", "0", "n", "no", "false", "n/a": return nil
            default:
                reader.report(
                    cell, "\"\(cell.text.prefix(40))\" does not say whether \(code) was chosen", "write 1 or 0")
                return nil
            }
        }
    }
}

extension SurveyPlatform {
    /// How a table has to be exported, in the platform's own words.
    fileprivate var headings: String {
        switch self {
        case .odk: "its group names and values"
        case .kobo: "\"XML values and headers\""
        case .limeSurvey: "question codes as headings and answer codes as responses"
        }
    }
}
