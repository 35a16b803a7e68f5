import Mustache
public import Questionnaires
public import Reports
public import Responses

/// A questionnaire as one page of HTML that is filled in in a browser, from disk, and gives a response as a file.
///
/// The page is whole without its script, and so is a questionnaire on paper. The script hides what is not asked, keeps
/// what is typed, and saves the file; it scores nothing.
public struct FormPage: Sendable {
    /// What stands at the start of every form and of nothing else.
    public static let mark = "<meta name=\"generator\" content=\"waymark form\">"

    let questionnaire: Questionnaire
    let setting: Setting
    private let typesetter: Typesetter

    /// Where and about what the questionnaire is asked.
    public struct Setting: Sendable {
        public let subject: FormSubject
        let office: String?
        let collection: Wave.Collection?
        let projects: [String]
        let digest: String
        let language: String?

        /// - Parameters:
        ///   - office: who asks; nothing where that is not known.
        ///   - collection: how the answers of the wave are collected; nothing where that is not known.
        ///   - projects: the projects that there are.
        ///   - digest: a digest of the definition: answers kept for another one are not taken for its own.
        ///   - language: the language in which the questions stand; nothing where it is that of the definition.
        public init(
            _ subject: FormSubject, office: String? = nil, collection: Wave.Collection? = nil, projects: [String] = [],
            digest: String, language: String? = nil
        ) {
            self.subject = subject
            self.office = office
            self.collection = collection
            self.projects = projects
            self.digest = digest
            self.language = language
        }
    }

    public init(_ questionnaire: Questionnaire, setting: Setting, typesetter: Typesetter) {
        self.questionnaire = questionnaire
        self.setting = setting
        self.typesetter = typesetter
    }

    /// The page.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        let isRightToLeft = typesetter.strings.isRightToLeft
        let style = try part("html/form-style") { _ in ["pageEnd": .text(isRightToLeft ? "left" : "right")] }
        let script = try part("html/form-script") { _ in [:] }
        let fullStyle = FormPage.asParsed(theme.colourRules + style)
        return try typesetter.set("form.html", escaping: .visibleHTML) { words in
            var values = page(words)
            values["logo"] = theme.logo.map(MustacheValue.text) ?? .missing
            values["style"] = .text(fullStyle)
            values["script"] = .text(script)
            values["policy"] = .text(ContentPolicy.text(script: script, style: fullStyle))
            return .object(values)
        }
    }

    private func part(
        _ template: String, value: (Words) -> MustacheValue
    ) throws(ReportFailure) -> String {
        FormPage.asParsed(try typesetter.set(template, escaping: .none, value: value))
    }

    /// Text as a browser reads it from a page, and so as it takes its digest: with line breaks of one kind.
    static func asParsed(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar != "\n" || previous != "\r" { result.append(scalar == "\r" ? "\n" : scalar) }
            previous = scalar
        }
        return String(result)
    }
}
