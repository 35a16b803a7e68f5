import JSON
import Questionnaires
import Responses

extension FormSource {
    /// The form as an XLSForm workbook, for ODK, Kobo and whoever else reads it.
    public func xlsForm() -> FormFile {
        var form = XLSFormWriter(self)
        return form.file()
    }
}

/// Writes the sheets of an XLSForm.
private struct XLSFormWriter {
    private let source: FormSource
    private let layout: FieldLayout
    private let conditions: FormConditions
    private var names: FieldNames
    private var survey: [[String: [String]]] = []
    private var choices: [[String: [String]]] = []
    private var notes: [Finding] = []

    private static let surveyColumns = [
        "type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "calculation",
        "choice_filter", "appearance",
    ]
    private static let choiceColumns = ["list_name", "name", "label", "offered"]
    /// Columns that have one text for each language.
    private static let translated: Set<String> = ["label", "hint", "constraint_message"]

    init(_ source: FormSource) {
        self.source = source
        layout = FieldLayout(source.questionnaire, style: .xlsForm)
        conditions = FormConditions(layout)
        names = layout.names
    }

    mutating func file() -> FormFile {
        for type in ["start", "end", "today"] { add([("type", [type]), ("name", [names.name(type)])]) }
        addHidden(layout.questionnaire, source.questionnaire.id)
        addHidden(layout.version, source.questionnaire.version)
        addHidden(layout.place, source.place.id)
        addRespondent()
        addItems()
        addSharedChoices()
        let workbook = Workbook([
            sheet("survey", survey, XLSFormWriter.surveyColumns),
            sheet("choices", choices, XLSFormWriter.choiceColumns), settings,
        ])
        return FormFile(bytes: workbook.bytes, notes: notes)
    }

    // MARK: Sheets

    private var languages: [String] {
        source.editions.map { "\($0.words.languageName) (\($0.words.language))" }
    }

    private var settings: Workbook.Sheet {
        Workbook.Sheet(
            name: "settings",
            rows: [
                ["form_title", "form_id", "version", "default_language", "style"],
                [
                    source.questionnaire.title, source.questionnaire.id, source.questionnaire.version, languages[0],
                    "pages",
                ],
            ])
    }

    private func sheet(_ name: String, _ rows: [[String: [String]]], _ columns: [String]) -> Workbook.Sheet {
        // A column that nothing uses would only be asked about.
        let used = columns.filter { column in rows.contains { $0[column] != nil } }
        let header = used.flatMap { column in
            XLSFormWriter.translated.contains(column) ? languages.map { "\(column)::\($0)" } : [column]
        }
        let lines = rows.map { row in
            used.flatMap { column -> [String] in
                guard XLSFormWriter.translated.contains(column) else { return row[column] ?? [""] }
                let none = Array(repeating: "", count: languages.count)
                return (row[column] ?? none).map(XLSFormWriter.withoutReferences)
            }
        }
        return Workbook.Sheet(name: name, rows: [header] + lines)
    }

    /// In texts `${` would name a field.
    private static func withoutReferences(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "{", result.last == "$" { result.append(" ") }
            result.append(scalar)
        }
        return String(result)
    }

    private mutating func add(_ values: [(String, [String]?)]) {
        var row: [String: [String]] = [:]
        for (column, texts) in values {
            if let texts, texts.contains(where: { !$0.isEmpty }) { row[column] = texts }
        }
        survey.append(row)
    }

    // MARK: Who answers what

    private mutating func addHidden(_ name: String, _ value: String) {
        // XPath has no way to write a quotation mark within its own kind.
        let quote = value.contains("'") ? "\"" : "'"
        add([("type", ["calculate"]), ("name", [name]), ("calculation", [quote + value + quote])])
    }

    private mutating func addRespondent() {
        add([
            ("type", ["text"]), ("name", [layout.respondent]), ("label", source.texts(\.words.respondent)),
            ("hint", source.texts(\.words.respondentHint)),
            ("constraint", ["regex(., '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$')"]),
            ("constraint_message", source.texts(\.words.respondentConstraint)),
        ])
        guard !source.questionnaire.roles.isEmpty else { return }
        add([
            ("type", ["select_one roles"]), ("name", [layout.role]), ("label", source.texts(\.words.role)),
            ("required", ["yes"]),
        ])
    }

    private mutating func addSharedChoices() {
        for role in source.questionnaire.roles {
            addChoice("roles", role.id, source.texts { $0.questionnaire.role(role.id)?.title })
        }
        if source.asksEvidence {
            for kind in Evidence.Kind.allCases {
                addChoice("evidence_kinds", kind.rawValue, source.texts { $0.words.evidenceKinds[kind] })
            }
        }
        let others = layout.items.filter { !$0.isChoice }
        for allows in [true, false] where others.contains(where: { $0.item.allowsNotApplicable == allows }) {
            let list = allows ? "states" : "states_known"
            addChoice(list, "dk", source.texts(\.words.dontKnow))
            if allows { addChoice(list, "na", source.texts(\.words.notApplicable)) }
        }
    }

    private mutating func addChoice(_ list: String, _ name: String, _ label: [String], offered: String? = nil) {
        var row = ["list_name": [list], "name": [name], "label": label]
        if let offered { row["offered"] = [offered] }
        choices.append(row)
    }

    // MARK: Items

    /// The items in their order, within groups for the dimensions that are open.
    private mutating func addItems() {
        var open: [String] = []
        for fields in layout.items {
            let path = source.questionnaire.path(to: fields.item.dimension)
            let shared = zip(open, path).prefix { $0 == $1 }.count
            for _ in open[shared...] { add([("type", ["end_group"])]) }
            for id in path[shared...] {
                add([
                    ("type", ["begin_group"]), ("name", [names.name(id)]),
                    ("label", source.texts { $0.questionnaire.dimension(id)?.title }),
                ])
            }
            open = path
            addItem(fields)
        }
        for _ in open { add([("type", ["end_group"])]) }
    }

    private mutating func addItem(_ fields: FieldLayout.ItemFields) {
        let item = fields.item
        let shows = conditions.shows(item)
        if shows == nil { notes.append(FormSource.alwaysShown(source.questionnaire.id, item.id)) }
        // One page for the item and what belongs to it.
        add([
            ("type", ["begin_group"]), ("name", [names.name("\(fields.main)_page")]),
            ("label", source.texts(of: item, \.label)), ("relevant", (shows ?? .always).xpath.map { [$0] }),
            ("appearance", ["field-list"]),
        ])
        addQuestion(fields)
        let isGiven = FormExpression.not(fields.isUnanswered)
        if item.allowsNotApplicable {
            add([
                ("type", ["text"]), ("name", [fields.reason]), ("label", source.texts(\.words.reason)),
                ("required", ["yes"]), ("relevant", fields.isNotApplicable.xpath.map { [$0] }),
            ])
        }
        if source.asksEvidence { addEvidence(fields, when: isGiven) }
        add([("type", ["end_group"])])
    }

    private mutating func addQuestion(_ fields: FieldLayout.ItemFields) {
        let item = fields.item
        let list = "list_\(fields.main)"
        var values: [(String, [String]?)] = [
            ("name", [fields.main]), ("label", source.texts(of: item, \.question)), ("hint", hint(of: item)),
        ]
        switch item.answering {
        case .singleChoice, .multipleChoice:
            let filters = addChoices(fields, to: list)
            values.append(("type", [(fields.isMultiple ? "select_multiple " : "select_one ") + list]))
            values.append(("choice_filter", filters.map { [$0] }))
            if fields.isMultiple {
                let alone =
                    zip(item.scale.options, fields.options).filter(\.0.isExclusive).map(\.1)
                    + [fields.nothing, fields.dontKnow] + (item.allowsNotApplicable ? [fields.notApplicable] : [])
                let rules = alone.map { "not(selected(., '\($0)') and count-selected(.) > 1)" }
                values.append(("constraint", [rules.joined(separator: " and ")]))
                values.append(("constraint_message", source.texts(\.words.exclusiveConstraint)))
            }
            add(values)
        case .number(let line):
            let limits =
                (line.lowest.map { [". >= \(CSVWriter.plain($0))"] } ?? [])
                + (line.highest.map { [". <= \(CSVWriter.plain($0))"] } ?? [])
            add(values + [("type", ["decimal"]), ("constraint", [limits.joined(separator: " and ")])])
            addState(fields)
        case .text:
            add(values + [("type", ["text"])])
            addState(fields)
        }
    }

    /// The help, and what is counted.
    private func hint(of item: Item) -> [String] {
        source.texts(of: item) { item in
            var parts = [item.help ?? ""]
            if case .number(let line) = item.answering { parts.append(line.unit.map { "(\($0))" } ?? "") }
            return parts.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// That the item cannot be answered by a number or words.
    private mutating func addState(_ fields: FieldLayout.ItemFields) {
        add([
            ("type", ["select_one \(fields.item.allowsNotApplicable ? "states" : "states_known")"]),
            ("name", [fields.state]), ("label", source.texts(\.words.state)),
            ("relevant", ["${\(fields.main)} = ''"]),
        ])
    }

    /// Adds the choices of an item.
    ///
    /// - Returns: the filter by which some of them are offered only at times.
    private mutating func addChoices(_ fields: FieldLayout.ItemFields, to list: String) -> String? {
        let item = fields.item
        let isFiltered = item.scale.options.contains { $0.visibility != nil }
        var rules: [String] = []
        for (position, option) in item.scale.options.enumerated() {
            var offered = isFiltered ? "always" : nil
            if let condition = option.visibility {
                if let rule = conditions.holds(condition)?.simplified.xpath {
                    offered = "c\(position)"
                    rules.append("(offered = 'c\(position)' and (\(rule)))")
                } else if conditions.holds(condition)?.simplified != .always {
                    notes.append(
                        FormSource.alwaysShown(source.questionnaire.id, "the option \(option.id) of \(item.id)"))
                }
            }
            addChoice(list, fields.options[position], source.texts(ofOption: position, of: item), offered: offered)
        }
        let always = isFiltered ? "always" : nil
        if fields.isMultiple { addChoice(list, fields.nothing, source.texts(\.words.nothing), offered: always) }
        addChoice(list, fields.dontKnow, source.texts(\.words.dontKnow), offered: always)
        if item.allowsNotApplicable {
            addChoice(list, fields.notApplicable, source.texts(\.words.notApplicable), offered: always)
        }
        return isFiltered ? (["offered = 'always'"] + rules).joined(separator: " or ") : nil
    }

    private mutating func addEvidence(_ fields: FieldLayout.ItemFields, when isGiven: FormExpression) {
        let given = isGiven.simplified.xpath.map { [$0] }
        let hasEvidence = ["${\(fields.evidence)} != ''"]
        add([
            ("type", ["text"]), ("name", [fields.evidence]), ("label", source.texts(\.words.evidence)),
            ("hint", source.texts(of: fields.item, \.evidence)), ("relevant", given),
        ])
        add([
            ("type", ["select_one evidence_kinds"]), ("name", [fields.evidenceKind]),
            ("label", source.texts(\.words.evidenceKind)), ("relevant", hasEvidence),
        ])
        add([
            ("type", ["date"]), ("name", [fields.evidenceDate]), ("label", source.texts(\.words.evidenceDate)),
            ("relevant", hasEvidence),
        ])
        if !source.questionnaire.roles.isEmpty {
            add([
                ("type", ["select_one roles"]), ("name", [fields.evidenceOwner]),
                ("label", source.texts(\.words.evidenceOwner)), ("relevant", hasEvidence),
            ])
        }
        add([
            ("type", ["text"]), ("name", [fields.comment]), ("label", source.texts(\.words.comment)),
            ("relevant", given),
        ])
    }
}

extension Item {
    /// The question as it is put; the label where there is none.
    var question: String { prompt.isEmpty ? label : prompt }
}

extension Questionnaire {
    /// The dimensions from the outermost to one.
    func path(to dimension: String) -> [String] {
        func path(in list: [Dimension]) -> [String]? {
            for candidate in list {
                if candidate.id == dimension { return [candidate.id] }
                if let rest = path(in: candidate.children) { return [candidate.id] + rest }
            }
            return nil
        }
        return path(in: dimensions) ?? []
    }
}
