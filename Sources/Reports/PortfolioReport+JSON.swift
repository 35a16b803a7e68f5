import JSON
import Projects
import Questionnaires

extension PortfolioReport {
    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// The portfolio as JSON, for programs. The format is described in `reports/README.md`.
    public func json() -> String {
        JSONValue.object([
            "formatVersion": .integer(PortfolioReport.jsonFormatVersion), "waymark": .string(provenance.version),
            "organisation": .string(organisation),
            "asOf": JSONValue(portfolio.projects.first?.asOf),
            "digests": provenance.digests,
            "projects": .array(portfolio.projects.map(project)),
            "blockers": .array(portfolio.blockers.map(PortfolioReport.json)),
            "stuck": .array(portfolio.stuck.map { .string($0.record.id) }),
            "duplicates": .array(
                portfolio.duplicates.map { pair in
                    [
                        "first": .string(pair.first), "second": .string(pair.second.id),
                        "similarity": .number(pair.second.similarity),
                        "words": .array(pair.second.words.map { .string($0) }),
                        "dataSources": .array(pair.second.dataSources.map { .string($0) }),
                    ]
                }),
        ]).canonicalText()
    }

    private func project(_ project: ProjectAssessment) -> JSONValue {
        [
            "id": .string(project.record.id), "title": .string(project.record.title),
            "outcome": JSONValue(project.record.outcome?.state.rawValue), "next": JSONValue(project.next?.stage.id),
            "lastChange": JSONValue(project.lastChange), "shelving": JSONValue(project.shelving?.level.id),
            "stages": .object(
                Dictionary(
                    project.stages.map { ($0.stage.id, .string($0.status.id)) }, uniquingKeysWith: { first, _ in first }
                )),
        ]
    }

    static func json(_ blocker: BlockedProjects) -> JSONValue {
        [
            "blocker": .string(blocker.blocker), "rating": JSONValue(blocker.rating?.id),
            "stopped": .array(blocker.stopped.map { .string($0) }),
            "conditioned": .array(blocker.conditioned.map { .string($0) }),
            "overridden": .array(blocker.overridden.map { .string($0) }),
        ]
    }
}
