import Questionnaires
import Responses
import Scoring

/// What the judgement of a stage rests on.
struct StageInputs {
    let plan: ReadinessPlan
    let scores: Scores
    let records: ProjectRecords
    let organisation: OrganisationStanding?
    let asOf: String?
    /// All points of all stages.
    let points: [String: PointStanding]
    /// The same by stage, in the order of the questionnaire.
    let pointsOfStage: [String: [PointStanding]]
}

extension StageAssessment {
    init(_ stage: Dimension, _ inputs: StageInputs) {
        let plan = inputs.plan
        let own = inputs.scores.metric(plan.ownStatus, of: stage.id)?.verdict
        let points = inputs.pointsOfStage[stage.id] ?? []
        let hasBegun = points.contains { $0.state != .blank }
        let inherited =
            plan.inheritance?.effects(
                on: stage.id, organisation: inputs.organisation, records: inputs.records, asOf: inputs.asOf) ?? []
        let agreed = inputs.records.conditions.filter { plan.stage(of: $0) == stage.id }
        let open = agreed.filter { !$0.isClosed(by: inputs.asOf) }
        let matters = StageMatters(
            stage: stage.id, inputs: inputs, points: points, inherited: inherited, open: open, hasBegun: hasBegun,
            own: own.flatMap { plan.status.byOwnPoints($0.outcome) })
        var facts: [PlanTest.Fact: Double] = [:]
        facts[.inheritedStops] = Double(inherited.count(where: \.stops))
        facts[.inheritedConditions] = Double(inherited.count { $0.isOpenCondition(on: inputs.asOf) })
        facts[.inheritedUnknown] = Double(inherited.count(where: \.isUnknown))
        facts[.openConditions] = Double(open.count)
        facts[.lapsedConditions] = Double(open.count { $0.hasLapsed(by: inputs.asOf) })
        facts[.unproven] = Double(matters.unproven.count)
        facts[.skippedReliedOn] = Double(matters.reliedOn.count)
        let conclusion = plan.status.conclusion(PlanFacts(facts: facts, own: own?.outcome))
        self.stage = stage
        status = plan.status.outcome(conclusion.outcome) ?? plan.status.outcomes[0]
        // Where the own points alone decide, their reason says more.
        because = conclusion.because ?? own?.because
        self.own = own
        share = inputs.scores.metric(plan.share, of: stage.id)
        self.points = points
        self.inherited = inherited
        obstacles = matters.obstacles
        conditions = matters.conditions
        closed = agreed.filter { $0.isClosed(by: inputs.asOf) }
        skipped = inputs.records.skipped(stage.id, by: inputs.asOf)
        reliance = plan.reliance.compactMap { reliance in
            guard let point = inputs.points[reliance.point], point.stage == stage.id, case .rated = point.state,
                point.holds, let on = inputs.points[reliance.on], on.isOpen
            else { return nil }
            return RelianceWarning(reliance: reliance, point: point, on: on)
        }
    }
}

/// What is open in a stage, sorted by whether it stops it.
private struct StageMatters {
    var obstacles: [StageMatter] = []
    var conditions: [StageMatter] = []
    var unproven: [PointStanding] = []
    var reliedOn: [ReadinessPlan.Reliance] = []

    init(
        stage: String, inputs: StageInputs, points: [PointStanding], inherited: [InheritedEffect],
        open: [AgreedCondition], hasBegun: Bool, own: StatusRule.Outcome?
    ) {
        var told: Set<AgreedCondition> = []
        func matter(_ about: StageMatter.Subject, _ subject: AgreedCondition.Subject?) -> StageMatter {
            let agreed = subject.flatMap { subject in open.first { $0.about == subject } }
            if let agreed { told.insert(agreed) }
            return StageMatter(
                about: about, stage: stage, agreed: agreed, isLapsed: agreed?.hasLapsed(by: inputs.asOf) ?? false)
        }
        for point in points where point.isMust && point.isOpen {
            let entry = matter(.point(point), .check(point.item.id))
            if point.holds, !entry.isLapsed { conditions.append(entry) } else { obstacles.append(entry) }
        }
        if let own, hasBegun, !own.isSettled, obstacles.isEmpty, own.isStop || conditions.isEmpty,
            let rule = inputs.plan.weighed
        {
            let entry = matter(.weighed(points.filter { $0.isOpen && rule.contains($0.item) }), nil)
            if own.isStop { obstacles.append(entry) } else { conditions.append(entry) }
        }
        for effect in inherited where effect.stops {
            obstacles.append(matter(.inherited(effect), .blocker(effect.blocker, stage: stage)))
        }
        if let proof = inputs.plan.proof, proof.stages.contains(stage), hasBegun {
            unproven = points.filter { point in
                point.isMust && point.holds && point.state != .notApplicable
                    && point.proof.map { $0 < proof.atLeast } ?? true
            }
            conditions += unproven.map { matter(.unproven($0), .check($0.item.id)) }
        }
        for effect in inherited where effect.isOpenCondition(on: inputs.asOf) {
            conditions.append(matter(.inherited(effect), .blocker(effect.blocker, stage: stage)))
        }
        let unknown = inherited.filter(\.isUnknown)
        if !unknown.isEmpty { conditions.append(matter(.inheritedUnknown(unknown), nil)) }
        if hasBegun {
            for reliance in inputs.plan.reliance where inputs.points[reliance.point]?.stage == stage {
                guard let on = inputs.points[reliance.on], on.isMust, on.isOpen,
                    let skipped = inputs.records.skipped(on.stage, by: inputs.asOf)
                else { continue }
                reliedOn.append(reliance)
                conditions.append(matter(.reliedOn(reliance, skipped, on), .check(on.item.id)))
            }
        }
        for agreed in open where !told.contains(agreed) {
            var point: PointStanding?
            if case .check(let id) = agreed.about { point = inputs.points[id] }
            let entry = StageMatter(
                about: .agreed(agreed, point), stage: stage, agreed: agreed,
                isLapsed: agreed.hasLapsed(by: inputs.asOf))
            if entry.isLapsed { obstacles.append(entry) } else { conditions.append(entry) }
        }
        // What was agreed for a day that has passed stops the stage, whatever it is about.
        obstacles += conditions.filter(\.isLapsed)
        conditions.removeAll(where: \.isLapsed)
    }
}

extension ReadinessPlan {
    /// The stage to which an agreed condition belongs.
    func stage(of condition: AgreedCondition) -> String? {
        switch condition.about {
        case .check(let id): stage(ofPoint: id)?.id
        case .blocker(_, let stage): stage
        }
    }
}
