import Projects
import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

/// A project as a whole.
@Suite struct ProjectAssessmentTests {
    @Test func aProjectWithoutAnswers() throws {
        let assessed = try ProjectOnFile().assessed()
        #expect(!assessed.hasAnswers && assessed.respondents.isEmpty && assessed.lastChange == nil)
        #expect(assessed.stages.map(\.status.id) == Array(repeating: "notYetStarted", count: 6))
        #expect(assessed.next?.stage.id == "stage1")
        #expect(assessed.shelving?.level.id == "low" && assessed.shelving?.seen.isEmpty == true)
        #expect(assessed.risks.count == 44 && assessed.risks.allSatisfy { $0.standing.id == "notAsked" })
        #expect(assessed.contradictions.isEmpty && assessed.hardware == nil)
    }

    @Test func whatBecomesOfAProjectLaterIsNotKnownYet() throws {
        var project = try ProjectOnFile(met: 1)
        project.outcome = ProjectRecord.Outcome(state: .shelved, date: "2026-06-30")
        #expect(project.assessed(on: "2026-06-29").record.outcome == nil)
        #expect(project.assessed(on: "2026-06-29").next != nil)
        #expect(project.assessed(on: "2026-06-30").record.isOver && project.assessed().next == nil)
    }

    @Test func aProjectOfWhichNothingIsKnown() throws {
        var project = try ProjectOnFile()
        project.set(project.shipped.questionnaire.items.map(\.id), to: ProjectOnFile.notKnown)
        let assessed = project.assessed()
        #expect(assessed.hasAnswers && assessed.stages.map(\.status.id) == Array(repeating: "notReady", count: 6))
        #expect(assessed.stages.allSatisfy { $0.share?.value == 0 })
        #expect(assessed.shelving?.seen.isEmpty == true)
        #expect(assessed.risks.allSatisfy { $0.standing.id == "open" })
        #expect(assessed.around.allSatisfy { $0.state == .dontKnow } && assessed.around.count == 23)
        let musts = assessed.stages.flatMap(\.points).filter(\.isMust).count
        #expect(assessed.actions.count { $0.kind == .settle } == musts)
    }

    @Test func aProjectWhoseOrganisationHasNoAssessment() throws {
        let assessed = try ProjectOnFile(met: 1).with { $0.organisation = nil }.assessed()
        #expect(assessed.organisation == nil && assessed.stages[0].status.id == "readyWithConditions")
        #expect(assessed.actions.contains { $0.kind == .assessOrganisation })
    }

    // MARK: What comes next

    @Test func theNextStage() throws {
        #expect(try ProjectOnFile(met: 1).assessed().next?.stage.id == "stage2")
        // Conditions do not keep a project from going on.
        var project = try ProjectOnFile(met: 1, 2)
        project.answers["J1.03"] = ProjectOnFile.partly
        #expect(project.assessed().next?.stage.id == "stage3")
        project = try ProjectOnFile(met: 1, 2, 3, 4, 5, 6)
        #expect(project.assessed().next == nil && project.assessed().actions.isEmpty)
        project.answers["J1.03"] = ProjectOnFile.partly
        #expect(project.assessed().next?.stage.id == "stage1")
        project.answers["J5.01"] = ProjectOnFile.notMet
        #expect(project.assessed().next?.stage.id == "stage5")
    }

    @Test(arguments: ProjectRecord.Outcome.State.allCases)
    func whatIsOverHasNoNextStage(_ state: ProjectRecord.Outcome.State) throws {
        var project = try ProjectOnFile(met: 1)
        project.outcome = ProjectRecord.Outcome(state: state, date: "2026-01-01")
        #expect((project.assessed().next == nil) == (state != .live))
        #expect(project.files.record.isOver == (state != .live))
    }

    // MARK: Dates

    @Test func theLatestDayThatTheFilesSpeakOf() throws {
        let empty = try ProjectOnFile().with { $0.completed = nil }
        #expect(empty.files.latestDate == nil)
        let day = "2026-12-24"
        let changes: [(inout ProjectOnFile) -> Void] = [
            {
                $0.answers = ["J1.01": ProjectOnFile.notMet]
                $0.completed = day
            },
            { $0.answers = ["J1.01": Answer(.dontKnow, evidence: Evidence("Mail", date: day))] },
            { $0.conditions = [AgreedCondition(about: .check("J1.01"), ownerRole: nil, due: nil, closedOn: day)] },
            { $0.overrides = [Override(blocker: "TB1", stage: "stage5", evidence: "E", date: day, byRole: "it")] },
            { $0.changes = [ChangeEvent(kind: "purpose", date: day)] },
            { $0.skipped = [SkippedStage(stage: "stage1", reason: "R", date: day)] },
            { $0.benchmarks = [HardwareFindingTests.record(date: day)] },
            { $0.outcome = ProjectRecord.Outcome(state: .live, date: day) },
        ]
        for (number, change) in changes.enumerated() {
            #expect(empty.with(change).files.latestDate == day, "\(number)")
        }
        // What is due lies in the future.
        let due = empty.with {
            $0.conditions = [AgreedCondition(about: .check("J1.01"), ownerRole: nil, due: day)]
        }
        #expect(due.files.latestDate == nil)
        let record = ProjectRecord(id: "p", title: "T", purpose: "P", started: day)
        #expect(ProjectFiles(record: record).latestDate == day)
    }

    // MARK: Order

    /// Neither the order of files nor that of entries in them matters.
    @Test func resultsDoNotDependOnTheOrderOfWhatIsOnFile() throws {
        var project = try ProjectOnFile(met: 1, 2, 3, 4, 5)
        project.organisation = try ProjectOnFile.organisation(["TB1": 4, "OB2": 3, "IB2": 2, "EB3": 3])
        project.others = []
        project.join(
            2,
            but: [
                "J1.03": Answer(.option(position: 1), evidence: Evidence("Mail", date: "2026-06-20"), comment: "b"),
                "J4.04": Answer(.notApplicable(reason: "No"), comment: "c"),
            ])
        project.join(1, but: ["J1.03": Answer(.dontKnow, evidence: Evidence("Talk"), comment: "a")])
        project.conditions = [
            AgreedCondition(about: .check("J1.03"), action: "A", ownerRole: "lead", due: "2026-07-31"),
            AgreedCondition(about: .check("J1.03"), action: "B", ownerRole: "it", due: "2026-06-01"),
            AgreedCondition(
                about: .check("J1.03"), action: "C", ownerRole: "it", due: "2026-06-01", closedOn: "2026-06-02"),
            AgreedCondition(about: .blocker("OB2", stage: "stage1"), action: "D", ownerRole: nil, due: nil),
            AgreedCondition(about: .blocker("OB2", stage: "stage1"), action: "E", ownerRole: "it", due: "2026-09-01"),
            AgreedCondition(
                about: .blocker("OB2", stage: "stage1"), action: "F", ownerRole: "it", due: "2026-05-01",
                closedOn: "2026-05-01"),
        ]
        project.overrides = ["A", "B", "C"].map {
            Override(blocker: "TB1", stage: "stage5", evidence: $0, date: "2026-05-01", byRole: "it")
        }
        project.changes = [
            ChangeEvent(kind: "purpose", date: "2026-06-10", note: "x"),
            ChangeEvent(kind: "purpose", date: "2026-06-10", note: "y"),
            ChangeEvent(kind: "environment", date: "2026-06-11"),
        ]
        project.skipped = ["A", "B"].map { SkippedStage(stage: "stage3", reason: $0, date: "2026-06-01") }
        project.benchmarks = ["a.json", "b.json", "c.json"].map {
            HardwareFindingTests.record(peak: $0 == "b.json" ? 16_000 : 1000, date: "2026-06-12", file: $0)
        }
        let expected = project.assessed().summary
        #expect(expected.count > 2000)
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<20 {
            let files = project.files
            let shuffled = ProjectFiles(
                record: files.record,
                records: ProjectRecords(
                    conditions: files.records.conditions.shuffled(using: &generator),
                    overrides: files.records.overrides.shuffled(using: &generator),
                    changes: files.records.changes.shuffled(using: &generator),
                    skipped: files.records.skipped.shuffled(using: &generator)),
                responses: files.responses.shuffled(using: &generator),
                benchmarks: files.benchmarks.shuffled(using: &generator))
            let assessed = ProjectAssessment(
                shuffled, questionnaire: project.shipped.questionnaire, plan: project.shipped.plan,
                organisation: project.organisation, similar: project.similar, asOf: ProjectOnFile.today)
            #expect(assessed.summary == expected)
        }
    }
}

extension ProjectAssessment {
    /// Everything that a report can show, in one text.
    fileprivate var summary: String {
        var lines = ["\(next?.stage.id ?? "") \(lastChange ?? "") \(respondents.sorted { $0.key < $1.key })"]
        for stage in stages {
            lines.append(
                "\(stage.stage.id) \(stage.status.id) \(stage.because ?? "") \(String(describing: stage.share?.value))")
            lines += (stage.obstacles + stage.conditions).map {
                "\($0.summary) \($0.isLapsed) \($0.agreed?.action ?? "") \($0.agreed?.due ?? "")"
            }
            lines.append("closed \(stage.closed.map { $0.action ?? "" }) skipped \(stage.skipped?.reason ?? "")")
            lines += stage.inherited.map {
                "\($0.blocker) \($0.effect) \($0.override?.evidence ?? "") \($0.agreed?.action ?? "")"
            }
            lines += stage.reliance.map { "\($0.point.item.id) \($0.on.item.id)" }
        }
        for point in stages.flatMap(\.points) + around {
            lines.append(
                "\(point.item.id) \(point.state) \(point.evidence) \(point.comments) \(point.reasons) "
                    + "\(String(describing: point.reopenedBy)) \(point.changedOn ?? "")")
        }
        lines += actions.map { "\($0.kind) \($0.matter.summary) \($0.actor) \($0.due ?? "")" }
        lines += risks.map { "\($0.risk.id) \($0.standing.id)" }
        lines.append("\(hardware?.record.file ?? "") \(contradictions.count)")
        lines.append("\(shelving?.level.id ?? "") \(shelving?.seen.map(\.sign.id) ?? [])")
        return lines.joined(separator: "\n")
    }
}
