public import Assessments
public import Mustache

/// The report on what changed between waves.
public struct WaveComparisonReport: Sendable {
    public let comparison: WaveComparison
    /// Where each wave comes from, in their order.
    public let provenances: [Provenance]
    let typesetter: Typesetter

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(_ comparison: WaveComparison, provenances: [Provenance], strings: Strings, library: MustacheLibrary) {
        self.comparison = comparison
        self.provenances = provenances
        typesetter = Typesetter(strings: strings, library: library)
    }

    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try typesetter.set("compare.md", escaping: .markdown) {
            WaveComparisonModel(self, setting: PageSetting($0)).values()
        }
    }

    /// The report as one HTML page that asks for nothing else.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        try typesetter.set("compare.html", escaping: .visibleHTML) {
            WaveComparisonModel(self, setting: PageSetting($0, theme: theme)).values()
        }
    }

    /// A summary for the terminal, at most 25 lines of 80 columns.
    public func summary() throws(ReportFailure) -> String {
        try typesetter.terminal("compare.txt") {
            WaveComparisonModel(self, setting: PageSetting($0)).summary()
        }
    }
}
