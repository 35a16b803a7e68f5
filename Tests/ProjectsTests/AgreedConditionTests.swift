import Projects
import Testing

/// What was agreed for a day: open, in time, lapsed, closed.
@Suite struct AgreedConditionTests {
    private static let days = ["2026-06-29", "2026-06-30", "2026-07-01"]

    private func condition(
        _ about: AgreedCondition.Subject, due: String? = "2026-06-30", closedOn: String? = nil,
        owner: String? = "it"
    ) -> AgreedCondition {
        AgreedCondition(about: about, action: "Do it", ownerRole: owner, due: due, closedOn: closedOn)
    }

    /// The last day is in time.
    @Test func itLapsesOnTheDayAfter() throws {
        var project = try ProjectOnFile(met: 1)
        project.conditions = [condition(.check("J1.05"))]
        #expect(
            Self.days.map { project.status(1, on: $0) } == ["readyWithConditions", "readyWithConditions", "notReady"])
        #expect(project.stage(1, on: Self.days[1]).conditions.map(\.isLapsed) == [false])
        #expect(project.stage(1, on: Self.days[2]).obstacles.map(\.isLapsed) == [true])
        // Without a day nothing lapses, and without a date it never does.
        #expect(project.status(1, on: nil) == "readyWithConditions")
        project.conditions = [condition(.check("J1.05"), due: nil)]
        #expect(project.status(1, on: "2099-12-31") == "readyWithConditions")
    }

    @Test func itIsClosedOnTheDayItself() throws {
        var project = try ProjectOnFile(met: 1)
        project.conditions = [condition(.check("J1.05"), due: "2026-12-31", closedOn: "2026-06-30")]
        #expect(Self.days.map { project.status(1, on: $0) } == ["readyWithConditions", "ready", "ready"])
        #expect(Self.days.map { project.stage(1, on: $0).closed.count } == [0, 1, 1])
        #expect(project.status(1, on: nil) == "ready")
    }

    @Test func whatIsClosedLateIsClosed() throws {
        var project = try ProjectOnFile(met: 1)
        project.conditions = [condition(.check("J1.05"), due: "2026-06-20", closedOn: "2026-06-30")]
        #expect(
            ["2026-06-20", "2026-06-21", "2026-06-29", "2026-06-30"].map { project.status(1, on: $0) }
                == ["readyWithConditions", "notReady", "notReady", "ready"])
    }

    /// What holds only partly has to be put right by the day that was promised; until then it stops nothing.
    @Test func aPromiseOnAMustThatHoldsPartly() throws {
        var project = try ProjectOnFile(met: 1)
        project.answers["J1.03"] = ProjectOnFile.partly
        #expect(project.status(1) == "readyWithConditions" && project.stage(1).conditions.map(\.isPromised) == [false])
        project.conditions = [condition(.check("J1.03"))]
        #expect(project.status(1) == "readyWithConditions")
        #expect(project.stage(1).conditions.map(\.summary) == ["point J1.03"])
        #expect(project.stage(1).conditions.map(\.isPromised) == [true])
        #expect(project.status(1, on: "2026-07-01") == "notReady")
        #expect(project.stage(1, on: "2026-07-01").obstacles.map(\.summary) == ["point J1.03"])
        // That it is called closed does not make it met.
        project.conditions = [condition(.check("J1.03"), closedOn: "2026-06-10")]
        #expect(project.status(1) == "readyWithConditions")
    }

    /// A promise does not make a must hold that is not met.
    @Test func aPromiseDoesNotLiftWhatStops() throws {
        var project = try ProjectOnFile(met: 1)
        project.answers["J1.03"] = ProjectOnFile.notMet
        project.conditions = [condition(.check("J1.03"), due: "2026-12-31")]
        #expect(project.status(1) == "notReady")
    }

    /// Only the stage of the point is concerned, and one that has not begun stays so.
    @Test func itBelongsToTheStageOfItsPoint() throws {
        var project = try ProjectOnFile(met: 1, 2)
        project.conditions = [
            condition(.check("J2.02"), due: "2026-01-31"), condition(.check("J3.02"), due: "2026-01-31"),
        ]
        #expect((1...3).map { project.status($0) } == ["ready", "notReady", "notYetStarted"])
    }

    @Test func withoutOwnerOrDateNothingIsPromised() throws {
        for (due, owner) in [("2026-12-31", nil), (nil, "it"), (nil, nil)] as [(String?, String?)] {
            var project = try ProjectOnFile(met: 1)
            project.conditions = [condition(.check("J1.05"), due: due, owner: owner)]
            #expect(project.stage(1).conditions.map(\.isPromised) == [false])
            #expect(project.assessed().actions.first { $0.matter.stage == "stage1" }?.kind == .promise)
        }
    }
}
