import Mustache
import Questionnaires
import Reports
import Responses

/// What the page shows around the questions.
extension FormPage {
    /// Minutes that a question takes, with its descriptions read; people are told the sum, rounded to five.
    private static let minutesPerItem = 2.0 / 3

    func page(_ words: Words) -> [String: MustacheValue] {
        let strings = words.strings
        let sections = sections(words)
        let subject = [setting.office, subjectName].compactMap { $0 }.joined(separator: ", ")
        let title =
            subject.isEmpty
            ? questionnaire.title : words("form.head", ["questionnaire": questionnaire.title, "subject": subject])
        var values: [String: MustacheValue] = [
            "text": strings.values, "language": .text(strings.language),
            "direction": .text(strings.isRightToLeft ? "rtl" : "ltr"),
            "title": .text(title), "head": .text(title),
            "foot": .text(words("form.foot", ["id": questionnaire.id, "version": questionnaire.version])),
            "questionnaireTitle": .text(questionnaire.title),
            "description": .text(questionnaire.description),
            "textLanguage": .text(textLanguage(strings)),
            "textTag": .text(language),
            "length": .text(length(words)),
            "sections": .list(sections),
            "firstPage": .text(questionnaire.askedDimensions.first.map { "section:\($0)" } ?? "review"),
            "lastSection": .text(questionnaire.askedDimensions.last.map { "section:\($0)" } ?? "start"),
            "hasRoles": .flag(!questionnaire.roles.isEmpty),
            "roles": .list(
                questionnaire.roles.map {
                    ["id": .text($0.id), "title": .text($0.title), "description": .text($0.description ?? "")]
                }),
            "data": .text(data(words).text),
        ]
        values.merge(subjectValues(words)) { first, _ in first }
        return values
    }

    /// The language of what the questionnaire says.
    private var language: String { setting.language ?? questionnaire.language }

    private var subjectName: String? {
        switch setting.subject {
        case .wave(let id): id
        case .project(let id): id
        }
    }

    private func subjectValues(_ words: Words) -> [String: MustacheValue] {
        var wave: String?
        var project: String?
        let use: String
        switch setting.subject {
        case .wave(let id):
            wave = id
            use = setting.collection?.rawValue ?? "unknown"
        case .project(let id):
            project = id
            use = "project"
        }
        let after = [
            words("form.review.after.find"), words("form.review.after.send"),
            wave.map { words("form.review.after.wave", ["wave": $0, "questionnaire": questionnaire.id]) }
                ?? words("form.review.after.project", ["project": project ?? "…"]),
            words("form.review.after.change"),
        ]
        return [
            "office": .text(setting.office ?? ""), "wave": .text(wave ?? ""), "project": .text(project ?? ""),
            "asksForProject": .flag(setting.subject == .project(nil)),
            "projectHint": .text(
                setting.projects.isEmpty
                    ? words("form.start.projectHint")
                    : words(
                        "form.start.projectHintKnown",
                        ["projects": setting.projects.joined(separator: words("list.separator"))])),
            "how": .list(
                ["form.start.howOne", "form.start.howUnknown", "form.start.howOpen"].map { .text(words($0)) }),
            "use": .text(words("formUse.\(use)")),
            "after": .list(after.map { .text($0) }),
        ]
    }

    /// The language of what the questionnaire says, as an attribute, where it is not that of the page.
    private func textLanguage(_ strings: Strings) -> String {
        guard language != strings.language else { return "" }
        // A tag of a language has no other characters; whatever else is written there never becomes markup.
        let tag = language.utf8.filter { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return " lang=\"\(String(decoding: tag, as: UTF8.self))\" dir=\"auto\""
    }

    private func length(_ words: Words) -> String {
        let count = questionnaire.items.count
        let minutes = max(5, Int((Double(count) * FormPage.minutesPerItem / 5).rounded(.up)) * 5)
        return words(
            "form.start.lengthText",
            ["minutes": String(minutes), "questions": words.plural("form.start.questions", count)])
    }

    private func data(_ words: Words) -> FormData {
        // A text that is lent by another language may have fewer forms; then the page takes the one for all others.
        let keys = FormWords.keys(forms: words.strings.forms).filter { key in
            FormWords.plain.contains(key) || key.hasSuffix(".other") || words.strings.texts["formScript.\(key)"] != nil
        }
        let texts =
            keys.map { ($0, words.unfilled("formScript.\($0)")) }
            + FormWords.punctuation.map { ($0, words("punctuation.\($0)")) }
        let subject =
            switch setting.subject {
            case .wave(let id): "wave/\(id)"
            case .project(let id): "project/\(id ?? "")"
            }
        return FormData(
            questionnaire: questionnaire, subject: setting.subject,
            key: "\(questionnaire.id)/\(setting.digest.prefix(16))/\(subject)", language: language,
            decimalSeparator: words.strings.decimalSeparator,
            words: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
    }
}
