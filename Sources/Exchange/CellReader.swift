import JSON
import Questionnaires
import Responses
import Suggestions

/// Reads the values of cells, and keeps what is wrong with them.
struct CellReader {
    let file: String
    let questionnaire: Questionnaire
    private(set) var problems: [Finding] = []

    init(file: String, questionnaire: Questionnaire) {
        self.file = file
        self.questionnaire = questionnaire
    }

    mutating func report(_ cell: CSVTable.Cell, _ problem: String, _ remedy: String) {
        problems.append(Finding(file: file, position: cell.position, problem: problem, remedy: remedy))
    }

    /// The place of the name that a cell holds.
    mutating func name(_ cell: CSVTable.Cell, among names: [String], kind: String) -> Int? {
        let text = cell.text.trimmed
        if let place = names.firstIndex(of: text) { return place }
        report(
            cell, "there is no \(kind) \"\(text.prefix(60))\"",
            suggestion(for: text, among: names).map { "did you mean \"\($0)\"?" }
                ?? (names.isEmpty
                    ? "none is defined"
                    : "known: \(names.prefix(12).joined(separator: ", "))"
                        + (names.count > 12 ? " and \(names.count - 12) more" : "")))
        return nil
    }

    mutating func role(_ cell: CSVTable.Cell) -> String? {
        let roles = questionnaire.roles.map(\.id)
        let text = cell.text.trimmed
        guard !roles.isEmpty else { return text.isEmpty ? "respondent" : identifier(cell, kind: "role") }
        guard !text.isEmpty else {
            report(cell, "the role is missing", "write one of \(roles.joined(separator: ", "))")
            return nil
        }
        return name(cell, among: roles, kind: "role").map { roles[$0] }
    }

    mutating func identifier(_ cell: CSVTable.Cell, kind: String) -> String? {
        let text = cell.text.trimmed
        guard Identifier.isValid(text) else {
            report(
                cell, "\"\(text.prefix(60))\" cannot be the id of a \(kind)",
                "use a pseudonym of up to 100 letters a to z, digits, hyphen, underscore and full stop")
            return nil
        }
        return text
    }

    /// A date; the time of day may follow it.
    mutating func date(_ cell: CSVTable.Cell, allowsTime: Bool = false) -> String? {
        let text = cell.text.trimmed
        let day = allowsTime ? String(text.prefix { $0 != "T" && $0 != " " }) : text
        guard CalendarDate.isValid(day) else {
            report(cell, "\"\(text.prefix(40))\" is not a date", "write year-month-day, as in 2026-03-31")
            return nil
        }
        return day
    }

    /// A number with a point or, as in many countries, a comma before its decimals.
    mutating func number(_ cell: CSVTable.Cell, item: Item) -> Double? {
        guard case .number(let line) = item.answering else { return nil }
        let text = cell.text.trimmed
        guard let number = CellReader.number(text) else {
            report(
                cell, "\"\(text.prefix(40))\" is not a number",
                "write digits without separators of thousands, as in 12.5")
            return nil
        }
        if let lowest = line.lowest, number < lowest {
            report(cell, "\(text) is too low for \(item.id)", "write a number of at least \(CSVWriter.plain(lowest))")
            return nil
        }
        if let highest = line.highest, number > highest {
            report(cell, "\(text) is too high for \(item.id)", "write a number of at most \(CSVWriter.plain(highest))")
            return nil
        }
        return number
    }

    static func number(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        let isPlain = bytes.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.,eE".utf8.contains(byte)
        }
        guard isPlain, bytes.contains(where: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        let commas = bytes.count { $0 == UInt8(ascii: ",") }
        // With both, or with several commas, some of them separate thousands: a guess could be wrong a thousandfold.
        guard commas == 0 || commas == 1 && !bytes.contains(UInt8(ascii: ".")) else { return nil }
        let point = String(decoding: bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
        return Double(point).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Options chosen together, in ascending order.
    mutating func options(_ positions: [Int], at cell: CSVTable.Cell, item: Item) -> Answer.Content? {
        let chosen = Set(positions).sorted()
        if chosen.count > 1, let alone = chosen.first(where: { item.scale.options[$0].isExclusive }) {
            report(
                cell, "\"\(item.scale.options[alone].id)\" can be chosen only alone",
                "remove it, or all other options")
            return nil
        }
        return .options(positions: chosen)
    }

    /// That the item does not apply, if it may be said and a reason is given.
    mutating func notApplicable(_ item: Item, reason: CSVTable.Cell?, at cell: CSVTable.Cell) -> Answer.Content? {
        guard item.allowsNotApplicable else {
            report(cell, "\(item.id) applies to everyone", "answer it, or say \"dontKnow\"")
            return nil
        }
        guard let text = reason?.text, !text.trimmed.isEmpty else {
            report(reason ?? cell, "\"not applicable\" needs a reason", "write a sentence that says why")
            return nil
        }
        return .notApplicable(reason: text)
    }

    /// What an answer rests on; nothing, and no problem, where all cells are empty.
    mutating func evidence(
        _ text: CSVTable.Cell?, kind: CSVTable.Cell?, date: CSVTable.Cell?, owner: CSVTable.Cell?
    ) -> Evidence? {
        func filled(_ cell: CSVTable.Cell?) -> CSVTable.Cell? { cell.flatMap { $0.text.trimmed.isEmpty ? nil : $0 } }
        let (text, kind, date, owner) = (filled(text), filled(kind), filled(date), filled(owner))
        guard text != nil || kind != nil || date != nil || owner != nil else { return nil }
        let kinds = Evidence.Kind.allCases
        var known = Evidence.Kind.asserted
        if let kind, let place = name(kind, among: kinds.map(\.rawValue), kind: "kind of evidence") {
            known = kinds[place]
        }
        let roles = questionnaire.roles.map(\.id)
        return Evidence(
            text?.text, kind: known, date: date.flatMap { self.date($0) },
            owner: owner.flatMap { name($0, among: roles, kind: "role") }.map { roles[$0] })
    }

    /// Whether a cell names the wanted value; an empty one does not object.
    mutating func check(_ cell: CSVTable.Cell?, is wanted: String, _ noun: String, _ remedy: String) {
        guard let cell, !cell.text.trimmed.isEmpty, cell.text.trimmed != wanted else { return }
        report(cell, "the answers are of the \(noun) \"\(cell.text.trimmed.prefix(60))\", not \"\(wanted)\"", remedy)
    }
}
