import Questionnaires
import Responses

@testable import Exchange

/// Responses as a survey platform would export them, had they been given in the form.
struct PlatformTable {
    let platform: SurveyPlatform
    let questionnaire: Questionnaire
    /// Whether each option of several has a column of its own, and there is no other.
    var splits = false
    var separator = ","

    private var layout: FieldLayout { FieldLayout(questionnaire, style: platform.style) }

    func text(_ responses: [Response]) -> String {
        let columns = self.columns
        let lines =
            [columns.map { header(of: $0) }]
            + responses.enumerated().map { index, response in
                let values = self.values(response, number: index + 1)
                return columns.map { values[$0.key] ?? "" }
            }
        let text = lines.map { $0.map(quoted).joined(separator: separator) }.joined(separator: "\n")
        return (platform == .odk ? "" : "\u{FEFF}") + text + "\n"
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private struct Column {
        let key: String
        var isInForm = true
    }

    private var columns: [Column] {
        let layout = layout
        let before: [String] =
            switch platform {
            case .odk: ["SubmissionDate", "start", "end", "today"]
            case .kobo: ["start", "end", "today"]
            case .limeSurvey: ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"]
            }
        let after: [String] =
            switch platform {
            case .odk:
                ["KEY", "SubmitterID", "SubmitterName", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
            case .kobo: ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "__version__", "_index"]
            case .limeSurvey: []
            }
        var fields = [layout.questionnaire, layout.version, layout.place, layout.respondent, layout.role]
            .map { Column(key: $0, isInForm: false) }
        for item in layout.items {
            if item.isMultiple, splits || platform == .limeSurvey {
                fields += item.allCodes.map { Column(key: split(item.main, $0)) }
            } else {
                fields.append(Column(key: item.main))
            }
            fields += [
                item.state, item.reason, item.evidence, item.evidenceKind, item.evidenceDate, item.evidenceOwner,
                item.comment,
            ].map { Column(key: $0) }
        }
        return before.map { Column(key: $0, isInForm: false) } + fields + after.map { Column(key: $0, isInForm: false) }
    }

    private func split(_ main: String, _ code: String) -> String {
        platform == .limeSurvey ? "\(main)[\(code)]" : "\(main)/\(code)"
    }

    private func header(of column: Column) -> String {
        guard column.isInForm else { return column.key }
        switch platform {
        case .odk: return "area-page-\(column.key)"
        case .kobo: return "area/page/\(column.key)"
        case .limeSurvey: return column.key
        }
    }

    private func values(_ response: Response, number: Int) -> [String: String] {
        let layout = layout
        let day = response.completed ?? "1980-01-01"
        var values = [
            layout.questionnaire: questionnaire.id, layout.version: questionnaire.version,
            layout.place: response.wave ?? response.project ?? "", layout.respondent: response.respondent,
            "SubmissionDate": response.completed.map { "\($0)T10:00:00.000Z" } ?? "",
            "end": response.completed.map { "\($0)T09:00:00.000+02:00" } ?? "", "KEY": "uuid:\(number)",
            "_uuid": "00-\(number)", "id": String(number), "submitdate": "\(day) 10:00:00",
            "startlanguage": response.language ?? "",
        ]
        if let place = questionnaire.roles.firstIndex(where: { $0.id == response.role }) {
            values[layout.role] = layout.roles[place]
        }
        for fields in layout.items {
            guard let answer = response.answers[fields.item.id] else { continue }
            set(answer, of: fields, in: &values)
        }
        return values
    }

    private func set(_ answer: Answer, of fields: FieldLayout.ItemFields, in values: inout [String: String]) {
        var codes: [String] = []
        switch answer.content {
        case .option(let position): codes = [fields.options[position]]
        case .options(let positions):
            codes = positions.isEmpty ? [fields.nothing] : positions.map { fields.options[$0] }
        case .number(let number): values[fields.main] = "\(number)"
        case .text(let text): values[fields.main] = text
        case .dontKnow: codes = [fields.dontKnow]
        case .notApplicable(let reason):
            codes = [fields.notApplicable]
            values[fields.reason] = reason
        }
        if !fields.isChoice {
            values[fields.state] = codes.first ?? ""
        } else if fields.isMultiple, splits || platform == .limeSurvey {
            let (yes, no) = platform == .limeSurvey ? ("Y", "") : ("1", "0")
            for code in fields.allCodes { values[split(fields.main, code)] = codes.contains(code) ? yes : no }
        } else {
            values[fields.main] = codes.joined(separator: " ")
        }
        values[fields.comment] = answer.comment
        if let evidence = answer.evidence {
            let layout = layout
            values[fields.evidence] = evidence.text
            if let place = Evidence.Kind.allCases.firstIndex(of: evidence.kind) {
                values[fields.evidenceKind] = layout.evidenceKinds[place]
            }
            values[fields.evidenceDate] = evidence.date.map { platform == .limeSurvey ? "\($0) 00:00:00" : $0 }
            if let place = questionnaire.roles.firstIndex(where: { $0.id == evidence.owner }) {
                values[fields.evidenceOwner] = layout.roles[place]
            }
        }
    }
}
