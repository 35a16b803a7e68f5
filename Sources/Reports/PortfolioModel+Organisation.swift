import Assessments
import JSON
import Mustache
import Projects

/// What the report on an organisation says of its projects.
extension PortfolioModel {
    init(_ projects: OrganisationProjects, of report: ReportModel, setting: PageSetting) {
        self.init(
            projects.portfolio, organisation: report.assessment.subject, provenance: report.provenance,
            setting: setting)
    }

    /// The section on projects that blockers hold back.
    func heldBack(_ projects: OrganisationProjects) -> MustacheValue {
        var notes = portfolio.projects.isEmpty ? [] : [asOfSentence]
        if !projects.later.isEmpty {
            notes.append(
                words.plural(
                    "portfolio.heldBack.later", projects.later.count,
                    ["projects": words.list(projects.later.map(setting.name))]))
        }
        if !projects.leftOut.isEmpty {
            notes.append(
                words.plural(
                    "portfolio.heldBack.leftOut", projects.leftOut.count,
                    ["projects": words.list(projects.leftOut.map(setting.name))]))
        }
        let blockers = portfolio.blockers
        return [
            "headline": .text(headline),
            "lead": setting.sentence(portfolio.projects.isEmpty ? nil : blockerSentence),
            "blockers": .list(blockers.map(blocker)), "hasBlockers": .flag(!blockers.isEmpty),
            "notes": setting.sentences(notes),
            "digests": .text(
                words(
                    "portfolio.heldBack.digests",
                    ["questionnaire": projects.questionnaireDigest, "answers": projects.answersDigest])),
        ]
    }
}

extension ReportModel {
    /// What is told of the organisation's projects; nothing where it has none.
    ///
    /// - Parameter theme: the look of the page; nothing for other formats.
    func heldBack(on theme: Theme?) -> MustacheValue {
        projects.map { projects in
            PortfolioModel(projects, of: self, setting: PageSetting(words, theme: theme)).heldBack(projects)
        } ?? .missing
    }
}

extension OrganisationProjects {
    func json() -> JSONValue {
        func ids(_ list: [String]) -> JSONValue { .array(list.map { .string($0) }) }
        let live = portfolio.projects.filter { $0.record.outcome?.state == .live }
        let over = portfolio.projects.filter(\.record.isOver)
        return [
            "projects": ids(portfolio.projects.map(\.record.id)), "live": ids(live.map(\.record.id)),
            "over": ids(over.map(\.record.id)), "later": ids(later), "leftOut": ids(leftOut),
            "asOf": JSONValue(portfolio.projects.first?.asOf),
            "blockers": .array(portfolio.blockers.map(PortfolioReport.json)),
            "digests": .object([
                "questionnaire": .string(questionnaireDigest), "answers": .string(answersDigest),
            ]),
        ]
    }
}
