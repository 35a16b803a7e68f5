import Mustache

extension PortfolioReport {
    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try typesetter.set("portfolio.md", escaping: .markdown) {
            PortfolioModel(self, setting: PageSetting($0)).values()
        }
    }

    /// The report as one HTML page that asks for nothing else.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        try typesetter.set("portfolio.html", escaping: .visibleHTML) {
            PortfolioModel(self, setting: PageSetting($0, theme: theme)).values()
        }
    }

    /// A summary for the terminal, at most 25 lines of 80 columns.
    public func summary() throws(ReportFailure) -> String {
        try typesetter.terminal("portfolio.txt") {
            PortfolioModel(self, setting: PageSetting($0)).summary()
        }
    }
}
