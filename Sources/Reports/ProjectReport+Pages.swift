import Mustache

extension ProjectReport {
    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try typesetter.set("project.md", escaping: .markdown) { _ in [:] }
    }

    /// The report as one HTML page that asks for nothing else.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        try typesetter.set("project.html", escaping: .visibleHTML) { _ in [:] }
    }

    /// A summary for the terminal, at most 25 lines of 80 columns.
    public func summary() throws(ReportFailure) -> String {
        try typesetter.set("project.txt", escaping: .visible) { _ in [:] }
    }
}
