import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// Changes after which answers no longer hold.
@Suite struct ChangeEventTests {
    private static let kinds = ["dataSource", "classification", "environment", "purpose"]

    private func project(_ kind: String, on date: String = "2026-06-15") throws -> ProjectOnFile {
        var project = try ProjectOnFile(met: 1, 2, 3, 4, 5, 6)
        project.changes = [ChangeEvent(kind: kind, date: date)]
        return project
    }

    private func reopened(_ assessment: ProjectAssessment) -> Set<String> {
        Set(assessment.stages.flatMap(\.points).filter { $0.reopenedBy != nil }.map(\.item.id))
    }

    @Test func thereAreFourKinds() throws {
        #expect(try ShippedPlan.get().plan.changes.map(\.id) == Self.kinds)
    }

    /// Exactly the points that the definition names; they count as not known, and the stages of their musts stop.
    @Test(arguments: kinds)
    func aChangeReopensItsPointsAndNoOthers(_ kind: String) throws {
        let project = try project(kind)
        let expected = try #require(project.shipped.plan.change(kind)).reopens
        #expect(expected.count >= 8)
        let assessed = project.assessed()
        #expect(reopened(assessed) == expected)
        for point in assessed.stages.flatMap(\.points) {
            let isOpen = expected.contains(point.item.id)
            #expect(point.state == (isOpen ? .dontKnow : .rated(position: 2)), "\(point.item.id)")
            #expect(point.evidence.isEmpty == isOpen, "\(point.item.id)")
        }
        for stage in assessed.stages {
            let stops = stage.points.contains { $0.isMust && expected.contains($0.item.id) }
            #expect(stage.status.isStop == stops, "\(stage.stage.id)")
        }
    }

    /// An answer of the day of the change, or of a later one, is one that knows of it.
    @Test(arguments: kinds)
    func aLaterAnswerClosesThem(_ kind: String) throws {
        var project = try project(kind)
        let ids = try #require(project.shipped.plan.change(kind)).reopens
        for (day, isClosed) in [("2026-06-14", false), ("2026-06-15", true), ("2026-06-16", true)] {
            let answer = Answer(.option(position: 2), evidence: Evidence("Again", kind: .documented, date: day))
            project.set(ids, to: answer)
            #expect(reopened(project.assessed()).isEmpty == isClosed)
        }
        #expect(project.assessed().stages.map(\.status.id) == Array(repeating: "ready", count: 6))
    }

    /// Without evidence of a day, the day on which the questionnaire was completed counts; an answer of no known day
    /// is taken for an older one.
    @Test func theDayOfAnAnswer() throws {
        var project = try project("purpose")
        project.answers["J1.01"] = Answer(.option(position: 2))
        for (completed, isOpen) in [("2026-06-14", true), ("2026-06-15", false), (nil, true)] as [(String?, Bool)] {
            project.completed = completed
            #expect((project.assessed().point("J1.01")?.reopenedBy != nil) == isOpen)
        }
    }

    @Test func aChangeCountsFromItsDayOn() throws {
        let project = try project("purpose")
        #expect(reopened(project.assessed(on: "2026-06-14")).isEmpty)
        #expect(!reopened(project.assessed(on: "2026-06-15")).isEmpty)
        #expect(!reopened(project.assessed(on: nil)).isEmpty)
    }

    /// One who answers anew speaks for all.
    @Test func oneNewAnswerIsEnough() throws {
        var project = try project("purpose")
        project.join(1)
        #expect(project.assessed().point("J1.01")?.reopenedBy?.kind == "purpose")
        project.join(1, but: ["J1.01": Answer(.option(position: 2), evidence: Evidence("Again", date: "2026-06-20"))])
        let point = project.assessed().point("J1.01")
        #expect(point?.state == .rated(position: 2) && point?.reopenedBy == nil)
        #expect(project.assessed().point("J1.03")?.reopenedBy != nil)
    }

    @Test func theLatestOfSeveralChangesIsNamed() throws {
        let first = ChangeEvent(kind: "purpose", date: "2026-06-10", note: "first")
        let last = ChangeEvent(kind: "purpose", date: "2026-06-20", note: "last")
        for changes in [[first, last], [last, first]] {
            let project = try project("purpose").with { $0.changes = changes }
            #expect(project.assessed().point("J1.01")?.reopenedBy == last)
            #expect(project.assessed(on: "2026-06-15").point("J1.01")?.reopenedBy == first)
        }
    }

    /// What has to be answered anew is asked of whoever would act on it.
    @Test func itIsAskedAnew() throws {
        let project = try project("environment")
        let anew = project.assessed().actions.filter { $0.kind == .answerAnew }
        #expect(anew.contains { $0.matter.summary == "point J2.10" && $0.actor == .role("it") })
        let musts = project.assessed().stages.flatMap(\.points).filter { $0.isMust && $0.reopenedBy != nil }
        #expect(anew.count == musts.count)
    }
}
