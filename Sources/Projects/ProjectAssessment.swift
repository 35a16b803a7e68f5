public import Questionnaires
public import Responses
public import Scoring

/// Where a project stands, what stops it, what it inherits, and whether it looks like one that will be put aside.
public struct ProjectAssessment: Sendable {
    public let record: ProjectRecord
    public let records: ProjectRecords
    public let plan: ReadinessPlan
    public let scores: Scores
    /// The day for which dated rules are judged, as an ISO 8601 date; nothing where no input names a day.
    public let asOf: String?
    public let organisation: OrganisationStanding?
    /// How many people answered, by role.
    public let respondents: [String: Int]
    public let stages: [StageAssessment]
    /// What has to be done, the most urgent first.
    public let actions: [ProjectAction]
    public let shelving: ShelvingAssessment?
    public let risks: [RiskStanding]
    public let hardware: HardwareFinding?
    public let contradictions: [HardwareContradiction]
    /// Other projects that look alike, the most alike first.
    public let similar: [SimilarProject]
    /// Points outside the stages, such as signs.
    public let around: [PointStanding]
    /// The latest day on which an answer was given.
    public let lastChange: String?

    /// Assesses a project.
    ///
    /// - Parameters:
    ///   - similar: other projects that look alike; nothing where nobody looked.
    ///   - asOf: the day for which it is assessed, as an ISO 8601 date.
    public init(
        _ project: ProjectFiles, questionnaire: Questionnaire, plan: ReadinessPlan,
        organisation: OrganisationStanding?, similar: [SimilarProject]?, asOf: String?
    ) {
        self.init(
            project, by: ProjectScheme(questionnaire, plan: plan, depth: .everything), organisation: organisation,
            similar: similar, asOf: asOf)
    }

    /// Assesses a project like others.
    public init(
        _ project: ProjectFiles, by scheme: ProjectScheme, organisation: OrganisationStanding?,
        similar: [SimilarProject]?, asOf: String?
    ) {
        let questionnaire = scheme.questionnaire
        let plan = scheme.plan
        let records = project.records.inOrder
        let hardware = plan.hardware?.finding(project.benchmarks, changes: plan.changes(records, by: asOf), on: asOf)
        let answers = ProjectAnswers(
            project.responses, records: records, plan: plan, questionnaire: questionnaire, hardware: hardware,
            asOf: asOf)
        let scores = Scores(
            questionnaire: questionnaire, wave: Wave(id: project.record.id, collection: .consensus),
            responses: answers.responses, asOf: asOf, layout: scheme.layout)
        var points: [String: PointStanding] = [:]
        var pointsOfStage: [String: [PointStanding]] = [:]
        for item in plan.points {
            guard let stage = plan.stageOfPoint[item.id],
                let point = PointStanding(
                    item, stage: stage, scores: scores, answers: answers, said: project.responses, gate: plan.gate)
            else { continue }
            points[item.id] = point
            pointsOfStage[stage, default: []].append(point)
        }
        let inputs = StageInputs(
            plan: plan, scores: scores, records: records, organisation: organisation, asOf: asOf, points: points,
            pointsOfStage: pointsOfStage)
        let stages = plan.stages.map { StageAssessment($0, inputs) }
        record = project.record.asOf(asOf)
        self.records = records
        self.plan = plan
        self.scores = scores
        self.asOf = asOf
        self.organisation = organisation
        respondents = Dictionary(project.responses.map { ($0.role, 1) }, uniquingKeysWith: +)
        self.stages = stages
        let next = StageAssessment.next(of: stages)
        let others = stages.filter { !$0.isSettled && $0.stage.id != next?.stage.id }
        actions = ProjectAction.all(stages: [next].compactMap { $0 } + others, plan: plan)
        lastChange = answers.changedOn.values.max()
        shelving = plan.shelving?.assessment(
            value: { scores.value(ofItem: $0) }, similarProjects: similar?.count, lastChange: lastChange, asOf: asOf)
        risks =
            scheme.depth == .standing
            ? [] : plan.risks.standings(scores: scores, points: points, pointsOfRisk: plan.pointsOfRisk)
        self.hardware = hardware
        contradictions =
            hardware.flatMap { finding in
                plan.hardware?.contradictions(
                    finding, said: answers.saidOfHardware, questionnaire: questionnaire, organisation: organisation)
            } ?? []
        self.similar = similar ?? []
        let outside = questionnaire.items.filter { plan.stageOfPoint[$0.id] == nil && scheme.depth == .everything }
        around = outside.compactMap {
            PointStanding(
                $0, stage: $0.dimension, scores: scores, answers: answers, said: project.responses, gate: nil)
        }
    }

    /// The stage to be settled next: the first in the usual order that may not go on or has not begun, else the first
    /// with something open. Nothing where the project is over or nothing is left to do.
    public var next: StageAssessment? { record.isOver ? nil : StageAssessment.next(of: stages) }

    /// Whether anybody answered anything.
    public var hasAnswers: Bool { stages.contains(where: \.hasBegun) }
}

/// Everything that is on file about a project.
public struct ProjectFiles: Sendable {
    public let record: ProjectRecord
    public let records: ProjectRecords
    public let responses: [Response]
    public let benchmarks: [BenchmarkRecord]

    public init(
        record: ProjectRecord, records: ProjectRecords = ProjectRecords(), responses: [Response] = [],
        benchmarks: [BenchmarkRecord] = []
    ) {
        self.record = record
        self.records = records
        self.responses = responses
        self.benchmarks = benchmarks
    }

    /// The latest day that the files speak of; days by which something is due lie in the future and do not count.
    public var latestDate: String? {
        var days = responses.compactMap(\.completed)
        days += responses.flatMap { $0.answers.values.compactMap(\.evidence?.date) }
        days += records.conditions.compactMap(\.closedOn) + records.overrides.map(\.date)
        days += records.changes.map(\.date) + records.skipped.compactMap(\.date) + benchmarks.map(\.date)
        days += [record.started, record.outcome?.date].compactMap { $0 }
        return days.max()
    }
}
