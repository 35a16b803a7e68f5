public import Assessments
public import Mustache
import Questionnaires
import Scoring

/// The report on several offices side by side.
public struct OfficePoolReport: Sendable {
    let pool: OfficePool
    let basis: OfficePoolBasis
    let provenance: Provenance
    let typesetter: Typesetter

    /// - Parameters:
    ///   - basis: on which offices the pool rests; it stands in the JSON.
    ///   - library: the templates, by their path below `templates/` without `.mustache`.
    public init(
        _ pool: OfficePool, basis: OfficePoolBasis, provenance: Provenance, strings: Strings, library: MustacheLibrary
    ) {
        self.pool = pool
        self.basis = basis
        self.provenance = provenance
        typesetter = Typesetter(strings: strings, library: library)
    }

    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try typesetter.set("pool.md", escaping: .markdown) {
            OfficePoolModel(self, setting: PageSetting($0)).values()
        }
    }

    /// The report as one HTML page that asks for nothing else.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        try typesetter.set("pool.html", escaping: .visibleHTML) {
            OfficePoolModel(self, setting: PageSetting($0, theme: theme)).values()
        }
    }

    /// A summary for the terminal, at most 25 lines of 80 columns.
    public func summary() throws(ReportFailure) -> String {
        try typesetter.terminal("pool.txt") {
            OfficePoolModel(self, setting: PageSetting($0)).summary()
        }
    }
}
