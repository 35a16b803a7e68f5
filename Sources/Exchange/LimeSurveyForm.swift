import JSON
import Questionnaires
import Responses

extension FormSource {
    /// The form as LimeSurvey's structure in tab-separated values (`.txt`), in every language.
    public func limeSurvey() -> FormFile {
        var form = LimeSurveyWriter(self)
        return form.file()
    }
}

/// Writes the rows of a LimeSurvey structure: the whole form in the base language, then again in each other.
private struct LimeSurveyWriter {
    private let source: FormSource
    private let layout: FieldLayout
    private let conditions: FormConditions
    private var text = "\u{FEFF}"
    private var notes: [Finding] = []
    /// The place of the language that is being written.
    private var language = 0
    private var question = 0
    private var group = 0

    private static let columns = [
        "id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language", "validation",
        "mandatory", "encrypted", "other", "default", "same_default", "same_script", "hidden", "exclude_all_others",
        "min_num_value_n", "max_num_value_n",
    ]

    init(_ source: FormSource) {
        self.source = source
        layout = FieldLayout(source.questionnaire, style: .limeSurvey)
        conditions = FormConditions(layout)
    }

    mutating func file() -> FormFile {
        line(Dictionary(LimeSurveyWriter.columns.map { ($0, $0) }, uniquingKeysWith: { first, _ in first }))
        setting("language", code(0))
        setting("additional_languages", source.editions.indices.dropFirst().map(code).joined(separator: " "))
        // A page for each group, and a date and time for each response.
        setting("format", "G")
        setting("datestamp", "Y")
        for place in source.editions.indices {
            row(
                "SL",
                [
                    "name": "surveyls_title", "text": source.editions[place].questionnaire.title,
                    "language": code(place),
                ])
        }
        for place in source.editions.indices {
            language = place
            (question, group) = (0, 0)
            addForm()
        }
        return FormFile(bytes: Array(text.utf8), notes: notes)
    }

    private func code(_ place: Int) -> String { source.editions[place].words.language }

    private var words: FormWords { source.editions[language].words }

    // MARK: Rows

    private mutating func line(_ values: [String: String]) {
        text +=
            LimeSurveyWriter.columns.map { column in
                let value = values[column] ?? ""
                guard value.unicodeScalars.contains(where: { "\t\n\r\"".unicodeScalars.contains($0) }) else {
                    return value
                }
                return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                    + "\""
            }.joined(separator: "\t") + "\r\n"
    }

    private mutating func row(_ kind: String, _ values: [String: String]) {
        line(values.merging(["class": kind]) { given, _ in given })
    }

    private mutating func setting(_ name: String, _ value: String) { row("S", ["name": name, "text": value]) }

    private mutating func addGroup(_ title: String) {
        group += 1
        row(
            "G",
            [
                "id": String(group), "type/scale": String(group), "name": LimeSurveyWriter.plain(title), "relevance": "1",
                "language": code(language),
            ])
    }

    private mutating func addQuestion(
        _ type: String, _ name: String, _ text: String, help: String = "", relevance: FormExpression = .always,
        isMandatory: Bool = false, _ further: [String: String] = [:]
    ) {
        question += 1
        let values = [
            "id": String(question), "type/scale": type, "name": name, "relevance": relevance.simplified.limeSurvey,
            "text": text, "help": help, "language": code(language), "mandatory": isMandatory ? "Y" : "N",
            "encrypted": "N", "other": "N", "same_default": "0", "same_script": "0",
        ]
        row("Q", values.merging(further) { _, given in given })
    }

    private mutating func addChoice(_ kind: String, _ name: String, _ text: String) {
        row(
            kind,
            [
                "id": String(question), "type/scale": "0", "name": name, "relevance": kind == "SQ" ? "1" : "0",
                "text": LimeSurveyWriter.html(text), "language": code(language),
            ])
    }

    /// Texts are HTML, in which a brace would begin an expression.
    private static func html(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "{": result.append(contentsOf: "&#123;".unicodeScalars)
            case "}": result.append(contentsOf: "&#125;".unicodeScalars)
            case "\n": result.append(contentsOf: "<br />".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func plain(_ text: String) -> String {
        text.split { $0 == "\n" || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
    }

    // MARK: The form

    private mutating func addForm() {
        let questionnaire = source.editions[language].questionnaire
        addGroup(questionnaire.title)
        addHidden(layout.questionnaire, source.questionnaire.id)
        addHidden(layout.version, source.questionnaire.version)
        addHidden(layout.place, source.place.id)
        addQuestion(
            "S", layout.respondent, LimeSurveyWriter.html(words.respondent),
            help: LimeSurveyWriter.html(words.respondentHint),
            ["validation": "/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/"])
        if !questionnaire.roles.isEmpty {
            addQuestion("L", layout.role, LimeSurveyWriter.html(words.role), isMandatory: true)
            addRoles()
        }
        var dimension: String?
        for fields in layout.items {
            if fields.item.dimension != dimension {
                dimension = fields.item.dimension
                addGroup(questionnaire.dimension(fields.item.dimension)?.title ?? fields.item.dimension)
            }
            addItem(fields)
        }
    }

    /// A field that respondents do not see: an equation whose result is kept with the answers.
    private mutating func addHidden(_ name: String, _ value: String) {
        let quote = value.contains("\"") ? "'" : "\""
        addQuestion("*", name, "{\(quote)\(value)\(quote)}", ["hidden": "1"])
    }

    private mutating func addRoles() {
        for (place, role) in source.questionnaire.roles.enumerated() {
            addChoice(
                "A", layout.roles[place],
                source.texts { $0.questionnaire.role(role.id)?.title }[language])
        }
    }

    private mutating func addItem(_ fields: FieldLayout.ItemFields) {
        let item = fields.item
        let known = conditions.shows(item)
        if language == 0 {
            if known == nil { notes.append(FormSource.alwaysShown(source.questionnaire.id, item.id)) }
            for option in item.scale.options where option.visibility != nil {
                notes.append(FormSource.alwaysShown(source.questionnaire.id, "the option \(option.id) of \(item.id)"))
            }
        }
        let shows = known ?? .always
        func text(_ text: (Item) -> String?) -> String {
            LimeSurveyWriter.html(source.texts(of: item, text)[language])
        }
        let (question, help) = (text(\.question), text(\.help))
        var further: [String: String] = [:]
        var type = "L"
        switch item.answering {
        case .singleChoice: break
        case .multipleChoice:
            type = "M"
            let exclusive = zip(item.scale.options, fields.options).filter(\.0.isExclusive).map(\.1)
            let others = [fields.nothing, fields.dontKnow] + (item.allowsNotApplicable ? [fields.notApplicable] : [])
            further["exclude_all_others"] = (exclusive + others).joined(separator: ";")
        case .number(let line):
            type = "N"
            further["min_num_value_n"] = line.lowest.map(CSVWriter.plain)
            further["max_num_value_n"] = line.highest.map(CSVWriter.plain)
        case .text: type = "T"
        }
        addQuestion(type, fields.main, question, help: help, relevance: shows, further)
        if fields.isChoice {
            addOptions(fields)
        } else {
            addQuestion(
                "L", fields.state, LimeSurveyWriter.html(words.state),
                relevance: .all([shows, .isEmpty(field: fields.main, codes: [])]))
            addStates(fields, "A")
        }
        if item.allowsNotApplicable {
            addQuestion(
                "T", fields.reason, LimeSurveyWriter.html(words.reason), relevance: fields.isNotApplicable,
                isMandatory: true)
        }
        if source.asksEvidence { addEvidence(fields) }
    }

    private mutating func addOptions(_ fields: FieldLayout.ItemFields) {
        let kind = fields.isMultiple ? "SQ" : "A"
        for (place, code) in fields.options.enumerated() {
            addChoice(kind, code, source.texts(ofOption: place, of: fields.item)[language])
        }
        if fields.isMultiple { addChoice(kind, fields.nothing, words.nothing) }
        addStates(fields, kind)
    }

    private mutating func addStates(_ fields: FieldLayout.ItemFields, _ kind: String) {
        addChoice(kind, fields.dontKnow, words.dontKnow)
        if fields.item.allowsNotApplicable { addChoice(kind, fields.notApplicable, words.notApplicable) }
    }

    private mutating func addEvidence(_ fields: FieldLayout.ItemFields) {
        let isGiven = FormExpression.not(fields.isUnanswered)
        let hasEvidence = FormExpression.not(.isEmpty(field: fields.evidence, codes: []))
        addQuestion(
            "T", fields.evidence, LimeSurveyWriter.html(words.evidence),
            help: LimeSurveyWriter.html(source.texts(of: fields.item, \.evidence)[language]), relevance: isGiven)
        addQuestion("L", fields.evidenceKind, LimeSurveyWriter.html(words.evidenceKind), relevance: hasEvidence)
        for (kind, code) in zip(Evidence.Kind.allCases, layout.evidenceKinds) {
            addChoice("A", code, words.evidenceKinds[kind] ?? kind.rawValue)
        }
        addQuestion("D", fields.evidenceDate, LimeSurveyWriter.html(words.evidenceDate), relevance: hasEvidence)
        if !source.questionnaire.roles.isEmpty {
            addQuestion("L", fields.evidenceOwner, LimeSurveyWriter.html(words.evidenceOwner), relevance: hasEvidence)
            addRoles()
        }
        addQuestion("T", fields.comment, LimeSurveyWriter.html(words.comment), relevance: isGiven)
    }
}
