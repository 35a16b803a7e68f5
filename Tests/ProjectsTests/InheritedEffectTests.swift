import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// What the organisation hands down to the stages of a project.
@Suite struct InheritedEffectTests {
    /// A letter for each stage: s stops, c sets a condition, a dot neither.
    static let table = [
        "OB1": "c..s.c", "OB2": "c..c..", "OB3": "...ccc", "OB4": "cc...c", "CB1": ".cc...", "CB2": "...c.c",
        "CB3": "c..c..", "EB1": "....cc", "EB2": "..c.c.", "EB3": "..c.cc", "EB4": ".....c", "TB1": ".cc.ss",
        "TB2": ".cc.ss", "TB3": "...ccs", "IB1": ".cc.s.", "IB2": ".c.cs.",
    ]

    private func ready() throws -> ProjectOnFile { try ProjectOnFile(met: 1, 2, 3, 4, 5, 6) }

    /// All blockers in all stages at all ratings: the effect, and the status of a stage that is ready by its points.
    @Test(arguments: 0...4)
    func theTableOfBlockersAndStages(_ rating: Int) throws {
        var project = try ready()
        let blockers = project.shipped.organisation.items.filter { $0.direction == .blocker }.map(\.id)
        #expect(Set(Self.table.keys) == Set(blockers))
        for (blocker, row) in Self.table {
            project.organisation = try ProjectOnFile.organisation([blocker: rating])
            let stages = project.assessed().stages
            for (stage, letter) in zip(stages, row) {
                let found = stage.inherited.first { $0.blocker == blocker }
                let name = "\(blocker) at \(rating) in \(stage.stage.id)"
                guard letter != "." else {
                    #expect(found == nil && stage.status.id == "ready", "\(name)")
                    continue
                }
                let (effect, status): (InheritedEffect.Effect, String) =
                    switch (rating, letter) {
                    case (..<2, _): (.nothing, "ready")
                    case (3..., "s"): (.stop, "notReady")
                    default: (.condition, "readyWithConditions")
                    }
                #expect(found?.effect == effect && stage.status.id == status, "\(name)")
                #expect(found?.rating?.id == String(rating) && found?.item?.id == blocker, "\(name)")
                let told = ["inherited \(blocker)"]
                #expect(stage.obstacles.map(\.summary) == (status == "notReady" ? told : []), "\(name)")
                #expect(stage.conditions.map(\.summary) == (status == "readyWithConditions" ? told : []), "\(name)")
            }
        }
    }

    /// What nobody knows is a condition, what does not apply is nothing.
    @Test func whatIsNotKnownOfTheOrganisation() throws {
        var project = try ready()
        project.organisation = nil
        #expect(project.assessed().stages.map(\.status.id) == Array(repeating: "readyWithConditions", count: 6))
        #expect(project.stage(5).conditions.map(\.summary) == ["inheritedUnknown OB3 EB1 EB2 EB3 TB1 TB2 TB3 IB1 IB2"])
        #expect(project.assessed().actions.allSatisfy { $0.kind == .assessOrganisation && $0.actor == .organisation })

        let questionnaire = project.shipped.organisation
        func answers(_ changes: [String: Answer?]) -> [String: Answer] {
            var all = Dictionary(
                uniqueKeysWithValues: questionnaire.items.map { ($0.id, Answer(.option(position: 0))) })
            for (id, answer) in changes { all[id] = answer }
            return all
        }
        for (answer, effect, status): (Answer?, InheritedEffect.Effect, String) in [
            (ProjectOnFile.notApplicable, .nothing, "ready"),
            (ProjectOnFile.notKnown, .notKnown, "readyWithConditions"),
            (nil, .notKnown, "readyWithConditions"),
        ] {
            project.organisation = ProjectOnFile.organisation(questionnaire, [answers(["TB1": answer])])
            let stage = project.stage(5)
            #expect(stage.inherited.first { $0.blocker == "TB1" }?.effect == effect)
            #expect(stage.status.id == status)
        }
        // What is known to stop a stage stops it even if other blockers have no rating.
        project.organisation = ProjectOnFile.organisation(questionnaire, [["IB2": Answer(.option(position: 3))]])
        #expect(project.status(5) == "notReady")
        // Ratings of a survey of two are withheld, those of three are not.
        let severe = answers(["TB1": Answer(.option(position: 4))])
        project.organisation = ProjectOnFile.organisation(questionnaire, [severe, severe], collection: .survey)
        #expect(project.stage(5).inherited.allSatisfy { $0.effect == .notKnown && $0.rating == nil })
        #expect(project.status(5) == "readyWithConditions")
        project.organisation = ProjectOnFile.organisation(questionnaire, [severe, severe, severe], collection: .survey)
        #expect(project.status(5) == "notReady")
    }

    /// What the organisation hands down neither begins a stage nor lifts one.
    @Test func theOwnPointsComeFirst() throws {
        var project = try ProjectOnFile(met: 5)
        project.organisation = try ProjectOnFile.organisation(["TB1": 4])
        #expect(project.status(6) == "notYetStarted" && project.status(5) == "notReady")
        project.organisation = try ProjectOnFile.organisation()
        #expect(project.with { $0.answers["J5.01"] = ProjectOnFile.notMet }.status(5) == "notReady")
    }

    // MARK: Overrides

    private func override(_ blocker: String = "TB1", stage: Int = 5, date: String = "2026-06-30") -> Override {
        Override(blocker: blocker, stage: "stage\(stage)", evidence: "Own workspace", date: date, byRole: "it")
    }

    @Test func evidenceLiftsAStopFromItsDayOn() throws {
        var project = try ready()
        project.organisation = try ProjectOnFile.organisation(["TB1": 4])
        project.overrides = [override()]
        #expect(
            ["2026-06-29", "2026-06-30", "2026-07-01"].map { project.status(5, on: $0) } == [
                "notReady", "ready", "ready",
            ])
        #expect(project.status(5, on: nil) == "ready")
        let effect = project.stage(5).inherited.first { $0.blocker == "TB1" }
        #expect(effect?.effect == .stop && effect?.stops == false && effect?.override?.evidence == "Own workspace")
        // The same blocker still stops the next stage, and evidence against another lifts nothing.
        #expect(project.status(6) == "notReady")
        project.overrides = [override("TB2"), override(stage: 6)]
        #expect((5...6).map { project.status($0) } == ["notReady", "ready"])
    }

    @Test func evidenceLiftsAConditionAndWhatIsNotKnown() throws {
        var project = try ready()
        project.organisation = try ProjectOnFile.organisation(["TB1": 2])
        #expect(project.status(5) == "readyWithConditions")
        project.overrides = [override()]
        #expect(project.status(5) == "ready")
        project.organisation = nil
        let reached = project.shipped.plan.inheritance?.blockers.filter { $0.stages["stage5"] != nil }.map(\.blocker)
        project.overrides = (reached ?? []).map { override($0) }
        #expect(project.overrides.count == 9 && project.status(5) == "ready")
        project.overrides.removeLast()
        #expect(project.status(5) == "readyWithConditions")
    }

    // MARK: Conditions

    @Test func aConditionThatIsSettledLeavesNothingOpen() throws {
        var project = try ready()
        project.organisation = try ProjectOnFile.organisation(["OB2": 3])
        func agreed(_ due: String, _ closedOn: String?) -> AgreedCondition {
            AgreedCondition(
                about: .blocker("OB2", stage: "stage1"), action: "Ask", ownerRole: "lead", due: due, closedOn: closedOn)
        }
        #expect(project.status(1) == "readyWithConditions" && project.stage(1).conditions.map(\.isPromised) == [false])
        project.conditions = [agreed("2026-12-31", nil)]
        #expect(project.status(1) == "readyWithConditions" && project.stage(1).conditions.map(\.isPromised) == [true])
        project.conditions = [agreed("2026-06-29", nil)]
        #expect(project.status(1) == "notReady")
        #expect(project.stage(1).obstacles.map(\.summary) == ["inherited OB2"])
        project.conditions = [agreed("2026-12-31", "2026-06-30")]
        #expect(["2026-06-29", "2026-06-30"].map { project.status(1, on: $0) } == ["readyWithConditions", "ready"])
        // What was agreed for one stage holds for that one.
        #expect(project.status(4) == "readyWithConditions")
        // A stop is not lifted by a promise, not even by one that was kept.
        project.organisation = try ProjectOnFile.organisation(["OB1": 3])
        project.conditions = [
            AgreedCondition(
                about: .blocker("OB1", stage: "stage4"), ownerRole: "lead", due: "2026-12-31", closedOn: "2026-06-01")
        ]
        #expect(project.status(4) == "notReady")
    }

    /// Of several agreements about one blocker, an open one counts, however they are written down.
    @Test func anOpenAgreementCountsBeforeAClosedOne() throws {
        var project = try ready()
        project.organisation = try ProjectOnFile.organisation(["OB2": 3])
        let closed = AgreedCondition(
            about: .blocker("OB2", stage: "stage1"), ownerRole: "lead", due: "2026-03-31", closedOn: "2026-03-01")
        let open = AgreedCondition(about: .blocker("OB2", stage: "stage1"), ownerRole: "it", due: "2026-09-30")
        for conditions in [[closed, open], [open, closed]] {
            project.conditions = conditions
            let stage = project.stage(1)
            #expect(stage.status.id == "readyWithConditions")
            #expect(stage.conditions.map(\.summary) == ["inherited OB2"])
            #expect(stage.conditions.first?.agreed?.ownerRole == "it")
            #expect(stage.inherited.first { $0.blocker == "OB2" }?.agreed == open)
        }
    }
}
