public import Exchange
import JSON
public import Mustache
import Questionnaires
import Responses

/// What came of an import: which rows were read, what they became, and what was refused and why.
public struct ImportReport: Sendable {
    private let outcome: ImportOutcome
    private let typesetter: Typesetter

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(_ outcome: ImportOutcome, strings: Strings, library: MustacheLibrary) {
        self.outcome = outcome
        typesetter = Typesetter(strings: strings, library: library)
    }

    private var refused: [Finding] { outcome.files.flatMap(\.refused) + outcome.plan.refused }
    private var leftOut: [Finding] { outcome.files.flatMap(\.leftOut) }
    private var notes: [Finding] { outcome.files.flatMap(\.notes) + outcome.plan.notes }

    private func unanswered(_ write: ImportPlan.Write) -> Int {
        write.response.unanswered(in: outcome.questionnaire).count
    }

    // MARK: For people

    /// The report for the terminal.
    public func text() throws(ReportFailure) -> String {
        try typesetter.terminal("import.txt") { value($0) }
    }

    private func value(_ words: Words) -> MustacheValue {
        let plan = outcome.plan
        let place =
            switch outcome.place {
            case .wave(let id): words("exchange.wave", ["id": id])
            case .project(let id): words("exchange.project", ["id": id])
            }
        func number(_ count: Int) -> String { String(count) }
        let unfinished = plan.writes.compactMap { write -> String? in
            let count = unanswered(write)
            guard count > 0 else { return nil }
            return words.plural("exchange.unanswered", count, ["respondent": write.response.respondent])
        }
        let ending: String =
            switch outcome.ending {
            case .written where plan.writes.isEmpty: words("exchange.nothingNew")
            case .written: words.plural("exchange.written", plan.writes.count, ["folder": outcome.folder])
            case .rehearsed: words.plural("exchange.rehearsed", plan.writes.count, ["folder": outcome.folder])
            case .stopped: words("exchange.stopped")
            }
        func lines(_ key: String, _ writes: [ImportPlan.Write]) -> MustacheValue {
            guard !writes.isEmpty else { return .missing }
            let names = writes.map(\.response.respondent).joined(separator: ", ")
            return .text(words.plural(key, writes.count, ["names": names]))
        }
        return [
            "text": words.strings.values,
            "title": .text(
                words.plural(
                    "exchange.title", outcome.files.count,
                    [
                        "questionnaire": outcome.questionnaire.id, "version": outcome.questionnaire.version,
                        "place": place,
                    ])),
            "rows": .text(
                words.plural(
                    "exchange.rows", outcome.rowsRead,
                    [
                        "mapped": number(outcome.rowsMapped), "leftOut": number(outcome.rowsLeftOut),
                        "refused": number(outcome.rowsRefused),
                    ])),
            "new": lines("exchange.new", plan.writes.filter { !$0.replaces }),
            "replaced": lines("exchange.replaced", plan.writes.filter(\.replaces)),
            "unchanged": plan.unchanged.isEmpty
                ? .missing
                : .text(
                    words.plural(
                        "exchange.unchanged", plan.unchanged.count,
                        ["names": plan.unchanged.joined(separator: ", ")])),
            "unfinished": .list(unfinished.map(MustacheValue.text)),
            "hasUnfinished": .flag(!unfinished.isEmpty),
            "refused": .list(refused.map { .text("\($0)") }), "hasRefused": .flag(!refused.isEmpty),
            "leftOut": .list(leftOut.map { .text("\($0)") }), "hasLeftOut": .flag(!leftOut.isEmpty),
            "notes": .list(notes.map { .text("\($0)") }), "hasNotes": .flag(!notes.isEmpty),
            "ending": .text(ending),
        ]
    }

    // MARK: For programs

    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// The report as JSON. The format is described in `questionnaires/EXCHANGE.md`.
    public func json() -> String {
        let plan = outcome.plan
        var members: [String: JSONValue] = [
            "formatVersion": .integer(ImportReport.jsonFormatVersion),
            "questionnaire": .string(outcome.questionnaire.id),
            "questionnaireVersion": .string(outcome.questionnaire.version),
            "folder": .string(outcome.folder), "ending": .string(outcome.ending.rawValue),
            "rows": [
                "read": .integer(outcome.rowsRead), "mapped": .integer(outcome.rowsMapped),
                "leftOut": .integer(outcome.rowsLeftOut), "refused": .integer(outcome.rowsRefused),
            ],
            "files": .array(
                outcome.files.map { file in
                    [
                        "file": .string(file.file), "read": .integer(file.rowsRead),
                        "mapped": .integer(file.rowsMapped), "leftOut": .integer(file.leftOut.count),
                        "refused": .integer(file.rowsRefused),
                    ]
                }),
            "responses": .array(
                plan.writes.map { write in
                    [
                        "respondent": .string(write.response.respondent), "file": .string(write.name),
                        "replaces": .bool(write.replaces), "unanswered": .integer(unanswered(write)),
                    ]
                }),
            "unchanged": .array(plan.unchanged.map(JSONValue.string)),
            "refused": .array(refused.map(ImportReport.json)), "leftOut": .array(leftOut.map(ImportReport.json)),
            "notes": .array(notes.map(ImportReport.json)),
        ]
        switch outcome.place {
        case .wave(let id): members["wave"] = .string(id)
        case .project(let id): members["project"] = .string(id)
        }
        return JSONValue.object(members).canonicalText()
    }

    private static func json(_ finding: Finding) -> JSONValue {
        [
            "file": .string(finding.file), "line": finding.position.map { .integer($0.line) } ?? .null,
            "column": finding.position.map { .integer($0.column) } ?? .null, "path": .string(finding.path),
            "problem": .string(finding.problem), "remedy": .string(finding.remedy),
        ]
    }
}
