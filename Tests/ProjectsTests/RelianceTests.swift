import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// Points that rest on those of other stages: a warning where these are open, a condition where they were skipped.
@Suite struct RelianceTests {
    static let edges = [
        ("J3.03", "J1.03"), ("J4.07", "J1.04"), ("J5.04", "J2.06"), ("J5.08", "J2.10"), ("J5.08", "J2.11"),
        ("J4.05", "J3.11"), ("J6.06", "J4.11"), ("J6.04", "J5.11"), ("J6.04", "J5.12"), ("J6.08", "J5.13"),
    ]

    private static func stage(_ point: String) -> Int { Int(point.dropFirst().prefix(1)) ?? 0 }

    @Test func theEdgesAreThoseOfTheMethod() throws {
        let edges = try ShippedPlan.get().plan.reliance.map { "\($0.point) \($0.on)" }
        #expect(Set(edges) == Set(Self.edges.map { "\($0) \($1)" }) && edges.count == Self.edges.count)
    }

    /// A point that is claimed while the one that it rests on is not met in full is warned of, and nothing more.
    @Test(arguments: edges)
    func anEdgeWarnsAndChangesNoStatus(_ later: String, _ earlier: String) throws {
        let stage = Self.stage(later)
        let project = try ProjectOnFile(met: 1, 2, 3, 4, 5, 6)
        for (claim, base, isWarned): (Answer?, Answer?, Bool) in [
            (ProjectOnFile.met, ProjectOnFile.met, false), (ProjectOnFile.met, ProjectOnFile.partly, true),
            (ProjectOnFile.partly, ProjectOnFile.notMet, true), (ProjectOnFile.met, nil, true),
            (ProjectOnFile.met, ProjectOnFile.notKnown, true), (ProjectOnFile.met, ProjectOnFile.notApplicable, false),
            (ProjectOnFile.notMet, ProjectOnFile.notMet, false), (nil, ProjectOnFile.notMet, false),
            (ProjectOnFile.notKnown, ProjectOnFile.notMet, false),
            (ProjectOnFile.notApplicable, ProjectOnFile.notMet, false),
        ] {
            let changed = project.with {
                $0.answers[later] = claim
                $0.answers[earlier] = base
            }
            let assessed = changed.stage(stage)
            #expect(
                assessed.reliance.map { "\($0.point.item.id) \($0.on.item.id)" }
                    == (isWarned ? ["\(later) \(earlier)"] : []))
            // The status is that of the stage on its own.
            #expect(assessed.status.id == changed.with { $0.answers[earlier] = ProjectOnFile.met }.status(stage))
        }
    }

    /// What a stage relies on becomes a condition of it when the stage of that point is skipped.
    @Test(arguments: edges)
    func aMustOfASkippedStageIsACondition(_ later: String, _ earlier: String) throws {
        let stage = Self.stage(later)
        let before = Self.stage(earlier)
        var project = try ProjectOnFile(met: 1, 2, 3, 4, 5, 6)
        project.skipped = [
            SkippedStage(stage: "stage\(before)", reason: "Done elsewhere", byRole: "lead", date: "2026-06-30")
        ]
        #expect(project.status(stage) == "ready")
        for open: Answer? in [ProjectOnFile.partly, ProjectOnFile.notMet, ProjectOnFile.notKnown, nil] {
            project.answers[earlier] = open
            let assessed = project.stage(stage)
            #expect(assessed.status.id == "readyWithConditions")
            #expect(assessed.conditions.map(\.summary) == ["reliedOn \(earlier) of stage\(before)"])
            // It counts from the day on which the stage was skipped.
            #expect(project.status(stage, on: "2026-06-29") == "ready")
            #expect(project.status(stage, on: nil) == "readyWithConditions")
        }
        #expect(project.with { $0.skipped = [] }.status(stage) == "ready")
        #expect(project.with { $0.answers[earlier] = ProjectOnFile.notApplicable }.status(stage) == "ready")
    }

    /// Skipping is an attribute: the status is told all the same, and the stage is not what comes next.
    @Test func aSkippedStageIsSettled() throws {
        var project = try ProjectOnFile(met: 1, 2)
        #expect(project.assessed().next?.stage.id == "stage3")
        project.skipped = [SkippedStage(stage: "stage3", reason: "A method that others have tried")]
        let assessed = project.assessed()
        #expect(assessed.stages[2].status.id == "notYetStarted" && assessed.stages[2].isSettled)
        #expect(assessed.stages[2].skipped?.reason == "A method that others have tried")
        #expect(assessed.next?.stage.id == "stage4")
        // A stage that has not begun has no conditions, whatever it will rely on.
        #expect(assessed.stages[3].status.id == "notYetStarted" && assessed.stages[3].conditions.isEmpty)
    }

    /// Of several records about one stage the latest counts, however they are written down.
    @Test func theLatestDecisionToSkipCounts() throws {
        let first = SkippedStage(stage: "stage3", reason: "Too early", date: "2026-02-01")
        let last = SkippedStage(stage: "stage3", reason: "Not needed", date: "2026-05-01")
        for skipped in [[first, last], [last, first]] {
            var project = try ProjectOnFile(met: 1)
            project.skipped = skipped
            #expect(project.stage(3).skipped == last && project.stage(3, on: "2026-03-01").skipped == first)
            #expect(project.stage(3, on: "2026-01-31").skipped == nil)
        }
    }
}
