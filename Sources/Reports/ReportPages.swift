import Mustache

/// A report whose words and numbers are in place, to be written in any format that has a template.
public struct ReportPages {
    let report: AssessmentReport
    let value: MustacheValue
    let words: Words

    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try report.render("report.md", escaping: .markdown, value: value, words: words)
    }

    /// The report as HTML; only where the pages were made with a theme.
    public func html() throws(ReportFailure) -> String {
        try report.render("report.html", escaping: .visibleHTML, value: value, words: words)
    }
}
