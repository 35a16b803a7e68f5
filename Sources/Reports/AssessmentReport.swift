public import Assessments
import JSON
public import Mustache
import Questionnaires
import Scoring

/// The report on an assessment: one model, from which every format is written.
public struct AssessmentReport: Sendable {
    public let assessment: Assessment
    public let provenance: Provenance
    public let strings: Strings
    /// What its blockers do to its projects; nothing where there are none, or the assessment is of something else.
    public let projects: OrganisationProjects?
    /// How far the overall result depends on choices, where that was asked for.
    public let sensitivity: Sensitivity?
    private let library: MustacheLibrary

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(
        _ assessment: Assessment, provenance: Provenance, projects: OrganisationProjects? = nil,
        sensitivity: Sensitivity? = nil, strings: Strings, library: MustacheLibrary
    ) {
        self.sensitivity = sensitivity
        self.assessment = assessment
        self.provenance = provenance
        self.projects = projects
        self.strings = strings
        self.library = library
    }

    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String { try pages().markdown() }

    /// The report as one HTML page that asks for nothing else: style and charts stand in it.
    public func html(theme: Theme) throws(ReportFailure) -> String { try pages(theme: theme).html() }

    /// The report made ready for Markdown and, with a theme, for HTML, so that the work is done once for both.
    public func pages(theme: Theme? = nil) -> ReportPages {
        let words = Words(strings)
        let value = ReportModel(self, words: words, theme: theme).report()
        return ReportPages(report: self, value: value, problems: words.problems)
    }

    /// A summary for the terminal, at most 25 lines of 80 columns.
    public func summary() throws(ReportFailure) -> String {
        TerminalText.wrapped(try render("summary.txt", escaping: .visible) { $0.summary() })
    }

    /// How a metric, a member or an item came about, for the terminal; nothing where there is none of that name.
    public func explanation(of name: String) throws(ReportFailure) -> String? {
        try wideExplanation(of: name).map(TerminalText.wrapped)
    }

    /// The same with a line for each statement, however wide.
    func wideExplanation(of name: String) throws(ReportFailure) -> String? {
        let words = Words(strings)
        guard let value = ReportModel(self, words: words).explanation(of: name) else { return nil }
        return try render("explain.txt", escaping: .visible, value: value.with(words), problems: words.problems)
    }

    /// The names that can be explained.
    public var explainable: [String] {
        assessment.members.map(\.id) + assessment.scores.metrics.map(\.id) + assessment.scores.items.map(\.item.id)
    }

    private func render(
        _ template: String, escaping: Escaping, model: (ReportModel) -> MustacheValue
    ) throws(ReportFailure) -> String {
        let words = Words(strings)
        let value = model(ReportModel(self, words: words))
        return try render(template, escaping: escaping, value: value.with(words), problems: words.problems)
    }

    /// - Parameter problems: what is wrong with the texts from which the value was made.
    func render(
        _ template: String, escaping: Escaping, value: MustacheValue, problems: [Finding]
    ) throws(ReportFailure) -> String {
        guard problems.isEmpty else { throw ReportFailure(problems) }
        do throws(MustacheError) {
            return try library.render(template, with: value, escaping: escaping, missingNames: .refused)
        } catch {
            throw ReportFailure(error)
        }
    }
}

extension Escaping {
    /// For HTML: nothing invisible, and nothing that is markup.
    public static let visibleHTML = Escaping { HTMLEscaping.escape($0) }

    /// For terminals: nothing invisible, and nothing that ends the line; everything else as it is.
    static let visible = Escaping { VisibleText.unbroken($0) }
}
