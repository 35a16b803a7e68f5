public import Assessments
public import Mustache
import Questionnaires

/// What has changed between two questionnaires, for people and for programs.
public struct ComparisonReport: Sendable {
    let comparison: QuestionnaireComparison
    private let strings: Strings
    private let library: MustacheLibrary

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(_ comparison: QuestionnaireComparison, strings: Strings, library: MustacheLibrary) {
        self.comparison = comparison
        self.strings = strings
        self.library = library
    }

    /// The comparison for the terminal; of texts it says only that they have changed.
    public func text() throws(ReportFailure) -> String {
        TerminalText.wrapped(try wideText())
    }

    /// The same with a line for each statement, however wide.
    func wideText() throws(ReportFailure) -> String {
        try render("diff.txt", escaping: .visible, showsTexts: false)
    }

    /// The comparison in Markdown, with both wordings of each text.
    public func markdown() throws(ReportFailure) -> String {
        try render("diff.md", escaping: .markdown, showsTexts: true)
    }

    private func render(_ template: String, escaping: Escaping, showsTexts: Bool) throws(ReportFailure) -> String {
        let words = Words(strings)
        let value = ComparisonModel(comparison, words: words, showsTexts: showsTexts).value()
        guard words.problems.isEmpty else { throw ReportFailure(words.problems) }
        do throws(MustacheError) {
            return try library.render(template, with: value, escaping: escaping, missingNames: .refused)
        } catch {
            throw ReportFailure(error)
        }
    }
}
