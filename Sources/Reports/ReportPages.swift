import JSON
import Mustache

/// A report whose words and numbers are in place, to be written in any format that has a template.
public struct ReportPages: Sendable {
    let report: AssessmentReport
    let value: MustacheValue
    /// What is wrong with the texts that it is made from.
    let problems: [Finding]

    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try report.render("report.md", escaping: .markdown, value: value, problems: problems)
    }

    /// The report as HTML; only where the pages were made with a theme.
    public func html() throws(ReportFailure) -> String {
        try report.render("report.html", escaping: .visibleHTML, value: value, problems: problems)
    }
}
