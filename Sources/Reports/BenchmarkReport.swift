public import Feasibility
public import Mustache

/// The report on a run of the benchmark.
public struct BenchmarkReport: Sendable {
    let result: BenchmarkResult
    let families: ModelFamilies
    let typesetter: Typesetter

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(_ result: BenchmarkResult, families: ModelFamilies, strings: Strings, library: MustacheLibrary) {
        self.result = result
        self.families = families
        typesetter = Typesetter(strings: strings, library: library)
    }

    /// A summary for the terminal, at most 25 lines.
    public func summary() throws(ReportFailure) -> String {
        TerminalText.wrapped(try set("benchmark.txt", escaping: .visible, theme: nil))
    }

    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String { try set("benchmark.md", escaping: .markdown, theme: nil) }

    /// The report as one HTML page that asks for nothing else.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        try set("benchmark.html", escaping: .visibleHTML, theme: theme)
    }

    private func set(_ template: String, escaping: Escaping, theme: Theme?) throws(ReportFailure) -> String {
        try typesetter.set(template, escaping: escaping) { words in
            .object(BenchmarkModel(result, families: families, words: words, theme: theme).values())
        }
    }
}
