public import Questionnaires
public import Responses
public import Scoring

/// What follows from the scores of a wave: where the subject stands, what caps it, what to do.
public struct Assessment: Sendable {
    /// The name of what is assessed.
    public let subject: String
    public let scores: Scores
    /// The members the questionnaire presents, such as the domains, in its order.
    public let members: [MemberAssessment]
    /// Blockers from the one that matters most to the one that matters least.
    public let blockers: [RankedBlocker]
    /// Recommendations that would change something, the most useful first.
    public let recommendations: [RecommendationEffect]
    /// Recommendations that would change nothing as things stand.
    public let settled: [Recommendation]
    public let contradictions: [Contradiction]
    public let participation: Participation
    /// What respondents wrote, where the workspace allows it to be shown.
    public let remarks: [Remark]
    /// How many more remarks there are than are shown, by item.
    public let remarksLeftOut: [String: Int]
    /// What other questionnaires say, to be set beside members.
    public let companions: [CompanionAssessment]
    /// How far the results would move with other respondents; nothing where that was not asked for.
    public let stability: Stability?
    /// How far people said the same; nothing where one person or the office speaks, or the method does not say.
    public let agreement: Agreement?
    /// Whether other choices would change the overall band; nothing where there is none, or that was not asked for.
    public let robustness: Robustness?

    /// Assesses the responses of a wave.
    ///
    /// - Parameters:
    ///   - companions: what was answered to other questionnaires; it is kept beside and changes nothing here.
    ///   - asOf: the day for which dated conditions are judged; the latest that the answers name, where none is given.
    ///   - measuresStability: whether the respondents are drawn anew many times.
    /// - Throws: ``AssessmentProblem`` where there are too few responses, or too many for the way of collection.
    public init(
        questionnaire: Questionnaire, workspace: Workspace, wave: Wave, responses: [Response],
        companions: [CompanionAssessment] = [], asOf: String? = nil, measuresStability: Bool = true
    ) throws(AssessmentProblem) {
        var cohort = Cohort(questionnaire, sharing: workspace.sharing)
        for response in responses { cohort.add(response) }
        try self.init(
            cohort, workspace: workspace, wave: wave, companions: companions, asOf: asOf,
            measuresStability: measuresStability)
    }

    /// Assesses what the responses of a wave say together.
    ///
    /// - Parameters:
    ///   - companions: what was answered to other questionnaires; it is kept beside and changes nothing here.
    ///   - asOf: the day for which dated conditions are judged; the latest that the answers name, where none is given.
    ///   - measuresStability: whether the respondents are drawn anew many times.
    ///   - workers: who does what can be done at the same time.
    /// - Throws: ``AssessmentProblem`` where there are too few responses, or too many for the way of collection.
    public init(
        _ cohort: Cohort, workspace: Workspace, wave: Wave, companions: [CompanionAssessment] = [], asOf: String? = nil,
        measuresStability: Bool = true, by workers: any Workers = OneWorker()
    ) throws(AssessmentProblem) {
        let questionnaire = cohort.questionnaire
        try AssessmentProblem.check(wave: wave, responses: cohort.count, pool: questionnaire.pool)
        let scores = Scores(cohort.tally, wave: wave, asOf: asOf ?? Assessment.latestDate(wave, cohort))
        self.scores = scores
        subject = workspace.organisation
        let without = LeftOutGroup.all(scores, by: workers)
        members = MemberAssessment.all(scores: scores, targets: workspace.targets, without: without)
        blockers = RankedBlocker.ranking(scores: scores, members: members)
        let effects = questionnaire.recommendations.map { RecommendationEffect($0, scores: scores) }
        recommendations = RecommendationEffect.ranked(effects.filter(\.applies), scores: scores)
        settled = effects.filter { !$0.applies }.map(\.recommendation)
        contradictions = Contradiction.all(in: scores)
        participation = Participation(wave: wave, tally: cohort.tally)
        remarks = cohort.remarks?.remarks(scores) ?? []
        remarksLeftOut = cohort.remarks?.leftOut(scores) ?? [:]
        self.companions = companions
        agreement = Agreement(scores: scores, members: members)
        guard measuresStability else {
            (robustness, stability) = (nil, nil)
            return
        }
        (robustness, stability) = workers.both(
            { Robustness(scores: scores, without: without) },
            { [members] in Stability(scores: scores, members: members, by: workers) })
    }

    /// The latest day that the answers speak of; nothing where they name none. In a survey the day on which a single
    /// person answered is left aside.
    static func latestDate(_ wave: Wave, _ cohort: Cohort) -> String? {
        let completed = wave.collection.isConfidential ? nil : cohort.lastCompleted
        // ISO 8601 dates are ordered as texts.
        return (wave.gateRatings.map(\.date) + [completed, wave.period?.to].compactMap { $0 }).max()
    }

    /// The metric that sums everything up, where the questionnaire names one.
    public var overall: MetricResult? {
        scores.questionnaire.presentation?.overall.flatMap(scores.metric)
    }

    public var overallBand: MetricResult? {
        scores.questionnaire.presentation?.overallBand.flatMap(scores.metric)
    }

    /// What is set beside a member, in the order of the definition.
    public func companions(of member: String) -> [CompanionAssessment] {
        companions.filter { $0.companion.member == member }
    }

    public func member(_ id: String) -> MemberAssessment? { members.first { $0.id == id } }
}

/// Why responses cannot be assessed as they are.
public enum AssessmentProblem: Error, Sendable, Equatable {
    case noResponses
    /// A survey of individuals needs at least three responses, so that nobody's answers are shown.
    case tooFewForSurvey(Int, needed: Int)
    /// A consensus or self-assessment is one response.
    case tooManyForOne(Int, collection: String)

    static func check(wave: Wave, responses: Int, pool: Pool) throws(AssessmentProblem) {
        guard responses > 0 else { throw .noResponses }
        if wave.collection.isConfidential {
            let needed = max(pool.smallestGroup, Pool.fewestRespondents)
            guard responses >= needed else { throw .tooFewForSurvey(responses, needed: needed) }
        } else if responses > 1 {
            throw .tooManyForOne(responses, collection: wave.collection.rawValue)
        }
    }
}
