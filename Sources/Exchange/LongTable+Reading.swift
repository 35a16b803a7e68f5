import JSON
import Questionnaires
import Responses
import Suggestions

extension ImportTarget {
    /// Reads a long table of answers: one row for each respondent and item.
    ///
    /// Columns for respondent, item and answer must be there, in any order; all others may be missing.
    public func readLongTable(_ table: CSVTable) -> ImportedFile {
        var reader = LongTableReader(table, target: self)
        return reader.read()
    }
}

private struct LongTableReader {
    private let table: CSVTable
    private let target: ImportTarget
    private let columns: [LongTable.Column: Int]
    private var result: ImportedFile

    private var questionnaire: Questionnaire { target.questionnaire }

    init(_ table: CSVTable, target: ImportTarget) {
        self.table = table
        self.target = target
        var columns: [LongTable.Column: Int] = [:]
        for column in LongTable.Column.allCases { columns[column] = table.column(column.rawValue) }
        self.columns = columns
        result = ImportedFile(file: table.file)
        result.notes = table.notes
    }

    mutating func read() -> ImportedFile {
        result.rowsRead = table.rows.count
        let needed: [LongTable.Column] =
            [.respondent, .item, .answer] + (questionnaire.roles.isEmpty ? [] : [.role])
        let missing = needed.filter { columns[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else {
            let found = table.header.map(\.text).prefix(8).joined(separator: ", ")
            result.refused = [
                Finding(
                    file: table.file, position: table.header[0].position,
                    problem: "the header lacks \(missing.joined(separator: ", "))",
                    remedy: "name the columns so; the header has: \(found)")
            ]
            result.rowsRefused = table.rows.count
            return result
        }
        noteOtherColumns()
        var order: [String] = []
        var rows: [String: [CSVTable.Row]] = [:]
        for row in table.rows {
            // A row that is too short still tells whose response cannot be trusted.
            let id = cell(.respondent, of: row)?.text.trimmed ?? ""
            if rows[id] == nil { order.append(id) }
            rows[id, default: []].append(row)
        }
        for id in order {
            if let rows = rows[id] { add(rows, of: id) }
        }
        return result
    }

    private mutating func noteOtherColumns() {
        let known = LongTable.Column.allCases.map(\.rawValue)
        for (place, cell) in table.header.enumerated() where !columns.values.contains(place) {
            let isUsed = table.rows.contains { $0.cells.count > place && !$0.cells[place].text.isEmpty }
            guard isUsed else { continue }
            result.notes.append(
                Finding(
                    .warning, file: table.file, position: cell.position,
                    problem: "the column \"\(cell.text)\" is not read",
                    remedy: suggestion(for: cell.text, among: known).map { "did you mean \"\($0)\"?" }
                        ?? "known columns: \(known.joined(separator: ", "))"))
        }
    }

    /// The value of a column without the marks against formulas; nothing where the row or the column does not go so far.
    private func cell(_ column: LongTable.Column, of row: CSVTable.Row) -> CSVTable.Cell? {
        guard let place = columns[column], place < row.cells.count else { return nil }
        let cell = row.cells[place]
        return CSVTable.Cell(text: FormulaGuard.unguarded(cell.text), position: cell.position)
    }

    private func filled(_ column: LongTable.Column, of row: CSVTable.Row) -> CSVTable.Cell? {
        cell(column, of: row).flatMap { $0.text.trimmed.isEmpty ? nil : $0 }
    }

    /// The value that all rows of a respondent give for a column.
    private func shared(
        _ column: LongTable.Column, _ rows: [CSVTable.Row], _ reader: inout CellReader
    ) -> CSVTable.Cell? {
        let cells = rows.compactMap { filled(column, of: $0) }
        if let other = cells.first(where: { $0.text.trimmed != cells[0].text.trimmed }) {
            reader.report(
                other,
                "the respondent has two values for \(column.rawValue): \"\(cells[0].text.trimmed.prefix(60))\" "
                    + "in line \(cells[0].position.line), and this one",
                "write the same in all rows, or give each person an id of their own")
        }
        return cells.first
    }

    private mutating func add(_ rows: [CSVTable.Row], of id: String) {
        var reader = CellReader(file: table.file, questionnaire: questionnaire)
        var problems = rows.compactMap(table.lengthProblem)
        var leftover: [Finding] = []
        let response = problems.isEmpty ? response(rows, &reader, &leftover) : nil
        problems += reader.problems
        guard let response, problems.isEmpty else {
            result.refused += problems
            result.rowsRefused += rows.count
            return
        }
        result.notes += leftover
        result.rowsMapped += rows.count
        result.responses.append(
            ImportedResponse(
                response, file: table.file, position: rows[0].position, submitted: response.completed ?? ""))
    }

    private func response(
        _ rows: [CSVTable.Row], _ reader: inout CellReader, _ leftover: inout [Finding]
    ) -> Response? {
        guard let first = cell(.respondent, of: rows[0]) else { return nil }
        let respondent = reader.identifier(first, kind: "respondent")
        let version = shared(.version, rows, &reader)
        let isOther = version.map { $0.text.trimmed != questionnaire.version } ?? false
        reader.check(
            shared(.questionnaire, rows, &reader), is: questionnaire.id, "questionnaire",
            "name it with --questionnaire, or check that this is the right file")
        if !target.takesOtherVersions {
            reader.check(
                version, is: questionnaire.version, "version",
                "use --any-version to take them as answers to version \(questionnaire.version)")
        }
        let (own, other): (LongTable.Column, LongTable.Column) =
            target.place.noun == "wave" ? (.wave, .project) : (.project, .wave)
        reader.check(
            shared(own, rows, &reader), is: target.place.id, own.rawValue,
            "name it with --\(own.rawValue), or check that this is the right file")
        if let stray = rows.lazy.compactMap({ filled(other, of: $0) }).first {
            reader.report(
                stray, "the answers are of a \(other.rawValue), and are brought in for a \(own.rawValue)",
                "name the \(other.rawValue) with --\(other.rawValue)")
        }
        let role =
            questionnaire.roles.isEmpty && shared(.role, rows, &reader) == nil
            ? "respondent" : reader.role(shared(.role, rows, &reader) ?? cell(.role, of: rows[0]) ?? first)
        let completed = shared(.completed, rows, &reader).flatMap { reader.date($0) }
        let language = shared(.language, rows, &reader).flatMap { reader.identifier($0, kind: "language") }
        var answers: [String: Answer] = [:]
        var sections: [String: String] = [:]
        var lines: [String: Int] = [:]
        for row in rows {
            guard let cell = filled(.item, of: row) else {
                reader.report(
                    self.cell(.item, of: row) ?? row.cells[0], "the row names no item", "write the item's id")
                continue
            }
            let id = cell.text.trimmed
            if let line = lines.updateValue(cell.position.line, forKey: id) {
                reader.report(
                    cell, "\(id) is answered twice by this respondent, first in line \(line)",
                    "keep one of the rows, or give each person an id of their own")
            } else if id.hasPrefix(LongTable.dimensionPrefix) {
                addSection(row, cell, to: &sections, &reader)
            } else if let item = questionnaire.item(id) {
                if let answer = answer(row, item: item, &reader) { answers[item.id] = answer }
            } else if isOther, target.takesOtherVersions {
                leftover.append(leftOver(row, cell))
            } else {
                _ = reader.name(cell, among: questionnaire.items.map(\.id), kind: "item")
            }
        }
        guard let respondent, let role else { return nil }
        var (wave, project): (String?, String?)
        switch target.place {
        case .wave(let id): wave = id
        case .project(let id): project = id
        }
        return Response(
            respondent: respondent, role: role, wave: wave, project: project, completed: completed,
            language: language, answers: answers, notApplicable: sections, file: table.file)
    }

    /// An answer to what this version does not ask any more stays in the report.
    private func leftOver(_ row: CSVTable.Row, _ item: CSVTable.Cell) -> Finding {
        let words = [LongTable.Column.answer, .state, .reason, .evidence, .comment].compactMap { column in
            filled(column, of: row).map { "\(column.rawValue) \"\($0.text)\"" }
        }
        return Finding(
            .warning, file: table.file, position: item.position,
            problem: "\(item.text.trimmed) is not asked in version \(questionnaire.version); its answer was not taken: "
                + words.joined(separator: ", "),
            remedy: "keep the file, or this report")
    }

    private func addSection(
        _ row: CSVTable.Row, _ cell: CSVTable.Cell, to sections: inout [String: String], _ reader: inout CellReader
    ) {
        let id = String(cell.text.trimmed.dropFirst(LongTable.dimensionPrefix.count))
        let known = questionnaire.dimensions.flatMap(\.subtree).map(\.id)
        guard reader.name(CSVTable.Cell(text: id, position: cell.position), among: known, kind: "dimension") != nil
        else { return }
        if let fixed = questionnaire.items.first(where: { $0.ancestors.contains(id) && !$0.allowsNotApplicable }) {
            reader.report(
                cell, "\"\(id)\" cannot be called not applicable: the item \(fixed.id) applies to everyone",
                "answer its items one by one")
        }
        if let state = filled(.state, of: row), state.text.trimmed != AnswerState.notApplicable.rawValue {
            reader.report(state, "of a dimension it can only be said that it does not apply", "write notApplicable")
        }
        guard let reason = filled(.reason, of: row) else {
            reader.report(cell, "\"not applicable\" needs a reason", "write a sentence into the column reason")
            return
        }
        sections[id] = reason.text
    }

    private func answer(_ row: CSVTable.Row, item: Item, _ reader: inout CellReader) -> Answer? {
        guard let given = cell(.answer, of: row) else { return nil }
        let content = content(row, given, item: item, &reader)
        let evidence = reader.evidence(
            cell(.evidence, of: row), kind: cell(.evidenceKind, of: row), date: cell(.evidenceDate, of: row),
            owner: cell(.evidenceOwner, of: row))
        let comment = filled(.comment, of: row)
        guard let content else {
            if evidence != nil || comment != nil, reader.problems.isEmpty {
                reader.report(
                    comment ?? given, "\(item.id) has evidence or a comment, but no answer",
                    "answer it, or say dontKnow in the column answer")
            }
            return nil
        }
        return Answer(content, evidence: evidence, comment: comment?.text)
    }

    /// What is answered; nothing where the item is unanswered, or after a problem.
    private func content(
        _ row: CSVTable.Row, _ given: CSVTable.Cell, item: Item, _ reader: inout CellReader
    ) -> Answer.Content? {
        let states = AnswerState.allCases.filter { $0 != .notShown }
        var state: AnswerState?
        if let cell = filled(.state, of: row) {
            guard let place = reader.name(cell, among: states.map(\.rawValue), kind: "state") else { return nil }
            state = states[place]
        } else if item.scale.position(of: given.text.trimmed) == nil, item.answering != .text {
            // Where the table has no column for the state, the answer says it.
            state = states.first { $0 != .answered && $0.rawValue == given.text.trimmed }
        }
        if let state, state != .answered, columns[.state] != nil, filled(.state, of: row) != nil,
            !given.text.trimmed.isEmpty
        {
            reader.report(
                given, "\(item.id) has an answer and the state \"\(state.rawValue)\"", "keep the one that is meant")
            return nil
        }
        switch state {
        case .unanswered, .notShown: return nil
        case .dontKnow: return .dontKnow
        case .notApplicable: return reader.notApplicable(item, reason: cell(.reason, of: row), at: given)
        case .answered, nil: break
        }
        let isEmpty = given.text.trimmed.isEmpty
        if isEmpty, state == nil { return nil }
        switch item.answering {
        case .text: return .text(given.text)
        case .multipleChoice:
            let words = given.text.split { " ;|,\n\r\t".contains($0) }.map(String.init)
            let positions = words.compactMap {
                reader.name(
                    CSVTable.Cell(text: $0, position: given.position), among: item.scale.options.map(\.id),
                    kind: "option of \(item.id)")
            }
            guard positions.count == words.count else { return nil }
            return reader.options(positions, at: given, item: item)
        case .singleChoice, .number:
            if isEmpty {
                reader.report(given, "\(item.id) is called answered, but has no answer", "write it, or unanswered")
                return nil
            }
            if case .number = item.answering { return reader.number(given, item: item).map { .number($0) } }
            return reader.name(given, among: item.scale.options.map(\.id), kind: "option of \(item.id)")
                .map { .option(position: $0) }
        }
    }
}
