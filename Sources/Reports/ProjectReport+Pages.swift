import Mustache

extension ProjectReport {
    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try typesetter.set("project.md", escaping: .markdown) { ProjectModel(self, words: $0).report() }
    }

    /// The report as one HTML page that asks for nothing else.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        try typesetter.set("project.html", escaping: .visibleHTML) {
            ProjectModel(self, words: $0, theme: theme).report()
        }
    }

    /// A summary for the terminal, at most 25 lines of 80 columns.
    public func summary() throws(ReportFailure) -> String {
        try typesetter.terminal("project.txt") { ProjectModel(self, words: $0).summary() }
    }
}
