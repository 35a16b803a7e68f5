import Foundation
import JSON
import Mustache
import Projects
import Questionnaires
import Reports
import Responses
import Scoring

/// A project of an office with its answers, judged by the shipped definition and to be reported on.
struct ProjectOffice: Sendable {
    /// What people wrote; it gets the harmless text.
    var text: @Sendable (String) -> String = { $0 }
    var outcome: ProjectRecord.Outcome?
    var records = ProjectRecords()
    var responses: [Response] = []
    var benchmarks: [BenchmarkRecord] = []
    var similar: [SimilarProject] = []
    /// The ratings of the organisation's items by their place; nothing where it has no assessment.
    var organisation: (@Sendable (Item) -> Int)? = { _ in 0 }
    var asOf: String? = "2026-06-30"

    static func questionnaire() throws -> Questionnaire { try definition.get().questionnaire }

    static func plan() throws -> ReadinessPlan { try definition.get().plan }

    private static let definition = Result { try read() }

    private static func read() throws -> (questionnaire: Questionnaire, plan: ReadinessPlan) {
        func file(_ name: String) throws -> DefinitionFile {
            let bytes = try PackageFolder.bytes("questionnaires/ml-project/\(name)")
            return DefinitionFile(name: name, document: try JSONDocument(parsing: bytes))
        }
        let main = try file("questionnaire.json")
        let decoded = Questionnaire.decode(main: main, parts: try Questionnaire.partNames(of: main.document).map(file))
        guard let questionnaire = decoded.questionnaire else { throw PackageFolder.Failure(decoded.findings) }
        let plan = ReadinessPlan.decode(
            try questionnaire.readiness.map(file), questionnaire: questionnaire,
            organisation: try PackageFolder.maturity())
        guard let plan = plan.plan else { throw PackageFolder.Failure(plan.findings) }
        return (questionnaire, plan)
    }

    /// One more person answers what the closure says; points of stages only.
    mutating func respond(
        role: String = "lead", completed: String = "2026-05-20", answer: (Item) -> Answer?
    ) throws {
        var answers: [String: Answer] = [:]
        for item in try ProjectOffice.questionnaire().items { answers[item.id] = answer(item) }
        responses.append(
            Response(
                respondent: "r-\(responses.count)", role: role, project: "reading", completed: completed,
                answers: answers))
    }

    /// Everything is met and documented.
    static func met(_ item: Item) -> Answer {
        Answer(
            .option(position: 2),
            evidence: Evidence("Minutes", kind: .documented, date: "2026-05-04", owner: "subjectMatter"))
    }

    func assessment() throws -> ProjectAssessment {
        let standing = try organisation.map { rating in
            let maturity = try PackageFolder.maturity()
            let answers = Dictionary(
                uniqueKeysWithValues: maturity.items.map { ($0.id, Answer(.option(position: rating($0)))) })
            let response = Response(respondent: "r", role: maturity.roles[0].id, wave: "2026", answers: answers)
            return OrganisationStanding(
                name: text("Statistics Merrow"),
                scores: Scores(
                    questionnaire: maturity, wave: Wave(id: "2026", collection: .consensus), responses: [response]))
        }
        let record = ProjectRecord(
            id: "reading", title: text("Reading receipts"), purpose: text("Amounts are read from photos."),
            statisticsDomain: text("household budgets"), gsbpm: text("5.1"),
            dataSources: [text("Photos"), text("Keyed receipts")], method: text("image recognition"),
            classification: text("COICOP"), ownerRole: "subjectMatter", started: "2025-10-20", outcome: outcome)
        return ProjectAssessment(
            ProjectFiles(record: record, records: records, responses: responses, benchmarks: benchmarks),
            questionnaire: try ProjectOffice.questionnaire(), plan: try ProjectOffice.plan(),
            organisation: standing, similar: similar, asOf: asOf)
    }

    func report(strings: Strings? = nil) throws -> ProjectReport {
        ProjectReport(
            try assessment(),
            provenance: Provenance(
                version: "9.9.9", questionnaireDigest: String(repeating: "a", count: 64),
                answersDigest: String(repeating: "b", count: 64), overrides: [], leftOut: []),
            strings: try strings ?? PackageFolder.strings(), library: try PackageFolder.templates())
    }

    func markdown() throws -> String { try report().markdown() }

    func page() throws -> String { try report().html(theme: PackageFolder.theme()) }
}

extension ProjectOffice {
    /// A measurement that just does what is asked for, in the eyes of the definition.
    static func benchmark(upperSeconds: Double = 3000, text: (String) -> String = { $0 }) -> BenchmarkRecord {
        BenchmarkRecord(
            host: text("node-2"), accelerator: text("none"), memoryGB: 16, workload: text("image-network"),
            date: "2026-06-19", seconds: 2800, upperSeconds: upperSeconds, peakMemoryMB: 9000, windowSeconds: 3600,
            memoryLimitMB: 16000)
    }

    /// A project that brings out every section of the report, with a text in every field that people fill.
    static func full(_ text: @escaping @Sendable (String) -> String = { $0 }) throws -> ProjectOffice {
        var office = ProjectOffice(text: text)
        office.outcome = ProjectRecord.Outcome(state: .live, date: "2026-06-02", reason: text("Released in May"))
        for role in ["lead", "it"] {
            try office.respond(role: role) { item in
                if item.id == "J2.12" { return Answer(.notApplicable(reason: text("No services are bought"))) }
                if item.ancestors.contains("stage6") { return nil }
                return Answer(
                    .option(position: item.id == "J1.03" ? 1 : 2),
                    evidence: Evidence(text("Minutes"), kind: .documented, date: "2026-05-04", owner: "it"),
                    comment: text("See the second page"))
            }
        }
        office.records = ProjectRecords(
            conditions: [
                AgreedCondition(
                    about: .check("J1.03"), action: text("Rank the qualities"), ownerRole: "lead", due: "2026-09-30"),
                AgreedCondition(
                    about: .check("J5.08"), action: text("Rewrite the pipeline"), ownerRole: "it", due: "2026-05-01"),
                AgreedCondition(
                    about: .blocker("OB2", stage: "stage1"), action: text("Ask the director"), ownerRole: "lead",
                    due: "2026-03-01", closedOn: "2026-02-20"),
            ],
            overrides: [
                Override(
                    blocker: "TB2", stage: "stage5", evidence: text("Admission of the library"), date: "2026-02-01",
                    byRole: "it")
            ],
            changes: [ChangeEvent(kind: "dataSource", date: "2026-06-08", note: text("New layout"))],
            skipped: [
                SkippedStage(stage: "stage3", reason: text("Tried elsewhere"), byRole: "lead", date: "2025-03-20")
            ])
        office.organisation = { $0.id == "TB2" || $0.id == "IB1" ? 3 : 2 }
        office.benchmarks = [benchmark(upperSeconds: 4000, text: text)]
        office.similar = [
            SimilarProject(
                id: "diary", title: text("Keying diaries"), similarity: 0.61, words: [text("receipts")],
                dataSources: [text("Photos")])
        ]
        return office
    }
}
