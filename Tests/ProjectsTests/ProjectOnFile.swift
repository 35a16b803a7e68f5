import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// A project as its files have it, to be assessed by the shipped plan.
struct ProjectOnFile {
    static let today = "2026-06-30"
    static let met = Answer(
        .option(position: 2), evidence: Evidence("Note", kind: .documented, date: "2026-06-01"))
    static let partly = Answer(
        .option(position: 1), evidence: Evidence("Note", kind: .documented, date: "2026-06-01"))
    static let notMet = Answer(.option(position: 0))
    static let notKnown = Answer(.dontKnow)
    static let notApplicable = Answer(.notApplicable(reason: "There is no such thing."))

    let shipped: ShippedPlan
    var id = "project"
    /// The answers of the lead.
    var answers: [String: Answer] = [:]
    var completed: String? = "2026-06-01"
    /// What others answered.
    var others: [Response] = []
    var conditions: [AgreedCondition] = []
    var overrides: [Override] = []
    var changes: [ChangeEvent] = []
    var skipped: [SkippedStage] = []
    var benchmarks: [BenchmarkRecord] = []
    /// The organisation; by itself one without obstacles.
    var organisation: OrganisationStanding?
    var similar: [SimilarProject]? = []
    var outcome: ProjectRecord.Outcome?

    /// - Parameter stages: those of which everything is met and documented.
    init(met stages: Int...) throws {
        shipped = try ShippedPlan.get()
        organisation = try Self.organisation()
        for stage in stages { set(shipped.ids(stage), to: Self.met) }
    }

    /// An organisation without obstacles, but for some blockers, and with the ratings of other items that are given.
    static func organisation(_ ratings: [String: Int] = [:]) throws -> OrganisationStanding {
        let questionnaire = try ShippedPlan.get().organisation
        let clear = questionnaire.items.filter { $0.direction == .blocker }.map { ($0.id, 0) }
        let all = Dictionary(uniqueKeysWithValues: clear).merging(ratings) { $1 }
        return organisation(questionnaire, [all.mapValues { Answer(.option(position: $0)) }])
    }

    /// An organisation of which each of the responses says something.
    static func organisation(
        _ questionnaire: Questionnaire, _ responses: [[String: Answer]],
        collection: Wave.Collection = .consensus
    ) -> OrganisationStanding {
        OrganisationStanding(
            name: "Statistics Merrow",
            scores: Scores(
                questionnaire: questionnaire, wave: Wave(id: "2026", collection: collection),
                responses: responses.enumerated().map { number, answers in
                    Response(
                        respondent: "r\(number)", role: questionnaire.roles[0].id, wave: "2026", answers: answers)
                }))
    }

    mutating func set(_ ids: some Sequence<String>, to answer: Answer?) {
        for id in ids { answers[id] = answer }
    }

    /// Adds others who say what the lead says, but for some points.
    mutating func join(_ count: Int, but changes: [String: Answer] = [:]) {
        for _ in 0..<count {
            others.append(
                Response(
                    respondent: "r\(others.count)", role: "lead", project: id, completed: completed,
                    answers: answers.merging(changes) { $1 }))
        }
    }

    var files: ProjectFiles {
        let own = Response(respondent: "agreed", role: "lead", project: id, completed: completed, answers: answers)
        return ProjectFiles(
            record: ProjectRecord(id: id, title: "Title", purpose: "Purpose", outcome: outcome),
            records: ProjectRecords(
                conditions: conditions, overrides: overrides, changes: changes, skipped: skipped),
            responses: (answers.isEmpty ? [] : [own]) + others, benchmarks: benchmarks)
    }

    func assessed(on day: String? = today) -> ProjectAssessment {
        ProjectAssessment(
            files, questionnaire: shipped.questionnaire, plan: shipped.plan, organisation: organisation,
            similar: similar, asOf: day)
    }

    func stage(_ number: Int, on day: String? = today) -> StageAssessment { assessed(on: day).stages[number - 1] }

    func status(_ number: Int, on day: String? = today) -> String { stage(number, on: day).status.id }

    /// The same project with something else.
    func with(_ change: (inout ProjectOnFile) -> Void) -> ProjectOnFile {
        var copy = self
        change(&copy)
        return copy
    }
}

extension ProjectAssessment {
    func point(_ id: String) -> PointStanding? {
        (stages.flatMap(\.points) + around).first { $0.item.id == id }
    }
}

extension StageMatter {
    /// What it is about, in a word and the ids.
    var summary: String {
        switch about {
        case .point(let point): "point \(point.item.id)"
        case .weighed(let points): "weighed \(points.map(\.item.id).joined(separator: " "))"
        case .unproven(let point): "unproven \(point.item.id)"
        case .inherited(let effect): "inherited \(effect.blocker)"
        case .inheritedUnknown(let effects): "inheritedUnknown \(effects.map(\.blocker).joined(separator: " "))"
        case .reliedOn(let reliance, let skipped, _): "reliedOn \(reliance.on) of \(skipped.stage)"
        case .agreed(let agreed, _): "agreed \(agreed.about)"
        }
    }
}
