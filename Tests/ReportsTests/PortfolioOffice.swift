import Foundation
import Projects
import Questionnaires
import Responses
import Scoring

@testable import Reports

/// Projects of an office, made from the questionnaire and the plan that are shipped.
///
/// Every field that people can fill holds the text given.
struct PortfolioOffice {
    var text: String
    var organisation: OrganisationStanding?
    var asOf: String? = "2026-06-30"

    init(_ text: String = "harmless", hasOrganisation: Bool = true) throws {
        self.text = text
        organisation = hasOrganisation ? try Self.organisation(text) : nil
    }

    /// An organisation whose first blocker that reaches projects stops work.
    private static func organisation(_ name: String) throws -> OrganisationStanding {
        let questionnaire = try PackageFolder.maturity()
        let worst = try ProjectOffice.plan().inheritance?.blockers.first { $0.stages.values.contains(.stop) }?.blocker
        var answers: [String: Answer] = [:]
        for item in questionnaire.items {
            answers[item.id] = Answer(.option(position: item.direction == .blocker ? (item.id == worst ? 4 : 0) : 3))
        }
        let response = Response(respondent: "r", role: questionnaire.roles[0].id, wave: name, answers: answers)
        return OrganisationStanding(
            name: name,
            scores: Scores(
                questionnaire: questionnaire, wave: Wave(id: name, collection: .consensus), responses: [response]))
    }

    /// A project with some answers, everything on file about it that there can be, and one that looks like it.
    func project(_ id: String = "first", answers given: Bool = true, outcome: ProjectRecord.Outcome? = nil) throws
        -> ProjectAssessment
    {
        let questionnaire = try ProjectOffice.questionnaire()
        let plan = try ProjectOffice.plan()
        let record = ProjectRecord(
            id: id, title: text, purpose: text, statisticsDomain: text, gsbpm: text, dataSources: [text, text],
            method: text, classification: text, ownerRole: questionnaire.roles[0].id, started: "2026-01-02",
            outcome: outcome)
        let stage = plan.stages[plan.stages.count - 1].id
        let reach = plan.inheritance?.blockers.first { $0.stages.values.contains(.stop) }
        let blocker = reach?.blocker ?? ""
        let records = ProjectRecords(
            conditions: [
                AgreedCondition(about: .check(plan.points[0].id), action: text, ownerRole: nil, due: "2026-05-01"),
                AgreedCondition(
                    about: .blocker(blocker, stage: stage), action: text, ownerRole: "it", due: "2026-12-01"),
            ],
            overrides: [
                Override(
                    blocker: blocker, stage: reach?.stages.keys.sorted().first ?? "", evidence: text,
                    date: "2026-02-02", byRole: "it")
            ],
            changes: [ChangeEvent(kind: plan.changes[0].id, date: "2026-06-01", note: text)],
            skipped: [SkippedStage(stage: stage, reason: text, byRole: "lead", date: "2026-03-03")])
        let responses = given ? [response(questionnaire, project: id)] : []
        let benchmark = BenchmarkRecord(
            host: text, accelerator: text, memoryGB: 16, workload: text, date: "2026-06-02", seconds: 10,
            upperSeconds: 12, peakMemoryMB: 15_000, windowSeconds: 11, file: text)
        let similar = SimilarProject(
            id: "other", title: text, similarity: 0.45, words: [text, text], dataSources: [text])
        return ProjectAssessment(
            ProjectFiles(record: record, records: records, responses: responses, benchmarks: given ? [benchmark] : []),
            questionnaire: questionnaire, plan: plan, organisation: organisation, similar: [similar], asOf: asOf)
    }

    /// One person's answers: in turn every kind of answer there is.
    private func response(_ questionnaire: Questionnaire, project: String) -> Response {
        var answers: [String: Answer] = [:]
        for (place, item) in questionnaire.items.enumerated() {
            let evidence = Evidence(
                text, kind: Evidence.Kind.allCases[place % 3], date: "2026-05-05", owner: questionnaire.roles[0].id)
            switch place % 6 {
            case 0: answers[item.id] = Answer(.dontKnow, comment: text)
            case 1: break
            case 2: answers[item.id] = Answer(.notApplicable(reason: text))
            default:
                answers[item.id] = Answer(.option(position: place % 6 - 3), evidence: evidence, comment: text)
            }
        }
        return Response(
            respondent: "r", role: questionnaire.roles[0].id, project: project, completed: "2026-05-06",
            answers: answers, file: "responses/r.json")
    }

    var provenance: Provenance {
        Provenance(
            version: "9.9.9", questionnaireDigest: String(repeating: "a", count: 64),
            answersDigest: String(repeating: "b", count: 64),
            overrides: [Provenance.Override(path: text, digest: String(repeating: "c", count: 64))], leftOut: [])
    }

    func portfolio(_ projects: [ProjectAssessment]) throws -> PortfolioReport {
        PortfolioReport(
            Portfolio(projects), organisation: text, provenance: provenance, strings: try PackageFolder.strings(),
            library: try PackageFolder.templates())
    }

    /// Two projects, of which one is over.
    func portfolio() throws -> PortfolioReport {
        let outcome = ProjectRecord.Outcome(state: .shelved, date: "2026-06-03", reason: text)
        return try portfolio([project("first"), project("second", outcome: outcome)])
    }

    func draft(answers: Bool = true) throws -> BusinessCaseReport {
        let report = ProjectReport(
            try project(answers: answers), provenance: provenance, strings: try PackageFolder.strings(),
            library: try PackageFolder.templates())
        guard let draft = report.businessCase else { throw PackageFolder.Failure([]) }
        return draft
    }
}
