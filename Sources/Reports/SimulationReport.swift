import JSON
public import Mustache
public import Statistics

/// The report on a simulation of intervals or of tests.
public struct SimulationReport: Sendable {
    /// What was simulated, with what came out.
    public enum Outcome: Sendable {
        case coverage(CoverageStudy, [CoverageStudy.Row])
        case changes(ChangeStudy, [ChangeStudy.Row])
    }

    let outcome: Outcome
    /// The version of Waymark.
    let version: String
    let typesetter: Typesetter

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(_ outcome: Outcome, version: String, strings: Strings, library: MustacheLibrary) {
        self.outcome = outcome
        self.version = version
        typesetter = Typesetter(strings: strings, library: library)
    }

    /// The report in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try typesetter.set("simulate.md", escaping: .markdown) {
            SimulationModel(self, setting: PageSetting($0)).values()
        }
    }

    /// The report as one HTML page that asks for nothing else.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        try typesetter.set("simulate.html", escaping: .visibleHTML) {
            SimulationModel(self, setting: PageSetting($0, theme: theme)).values()
        }
    }

    /// A summary for the terminal, at most 25 lines of 80 columns.
    public func summary() throws(ReportFailure) -> String {
        try typesetter.terminal("simulate.txt") {
            SimulationModel(self, setting: PageSetting($0)).summary()
        }
    }

    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// The simulation as JSON, for programs. The format is described in `reports/README.md`.
    public func json() -> String {
        var members: [String: JSONValue] = [
            "formatVersion": .integer(SimulationReport.jsonFormatVersion), "waymark": .string(version),
        ]
        func json(_ structure: SimulationStructure) -> JSONValue {
            [
                "roles": .array(structure.roleSizes.map { .integer($0) }),
                "strata": .array(structure.strata.map { .integer($0) }),
                "weights": .array(structure.stratumWeights.map { .number($0) }),
            ]
        }
        func json(_ share: CoverageStudy.Share) -> JSONValue {
            ["value": .number(share.value), "simulationError": .number(share.standardError)]
        }
        func setting(_ runs: Int, _ draws: Int, _ seed: UInt64) -> JSONValue {
            [
                // A text, since not every reader of JSON keeps whole numbers of this size.
                "runs": .integer(runs), "draws": .integer(draws), "seed": .string(String(seed)),
                "leaning": .number(SimulationStructure.leaning), "error": .number(SimulationStructure.error),
            ]
        }
        switch outcome {
        case .coverage(let study, let rows):
            members["kind"] = "coverage"
            members["setting"] = setting(study.surveys, study.draws, study.seed)
            members["promise"] = [
                "level": .number(CoverageStudy.level), "from": .number(CoverageStudy.promised.lowerBound),
                "to": .number(CoverageStudy.promised.upperBound),
            ]
            members["rows"] = .array(
                rows.map { row in
                    [
                        "structure": json(row.structure), "method": .string("\(row.method)"),
                        "domains": json(row.domains), "overall": json(row.overall), "width": JSONValue(row.width),
                        "promise": JSONValue(row.promise?.rawValue),
                    ]
                })
        case .changes(let study, let rows):
            members["kind"] = "changes"
            members["setting"] = setting(study.pairs, study.draws, study.seed)
            members["promise"] = ["atMost": .number(ChangeStudy.promised.upperBound)]
            members["rows"] = .array(
                rows.map { row in
                    [
                        "structure": json(row.structure), "respondents": .string("\(row.respondents)"),
                        "found": json(row.found), "single": .number(row.single),
                        "promise": .string(row.promise.rawValue),
                    ]
                })
        }
        return JSONValue.object(members).canonicalText()
    }
}
