import Assessments
import Questionnaires
import Responses
import Testing

/// Whether the overall band hangs on choices, and how far they spread the overall result.
@Suite struct RobustnessTests {
    /// The worked example of the method: overall .4563, arithmetic mean .5133, least .15.
    @Test func theWorkedExample() throws {
        let assessment = try SmallOffice.shipped(SmallOffice.workedExample)
        let robustness = try #require(assessment.robustness)
        #expect(robustness.band.id == "P")
        #expect(robustness.means.map(\.mean) == [.arithmetic, .min])
        // .5133 is above .50, and .15 is still the lowest band.
        #expect(robustness.means.map(\.band?.id) == ["L", "N"])
        #expect(robustness.changingMeans == [.arithmetic, .min])
        #expect(!robustness.isKept)
        #expect(robustness.keptShare > 0.5 && robustness.keptShare < 1)
        // One answer, one option down: 21 facilitators and 16 blockers have one or two moves each.
        #expect(robustness.moves > 60 && robustness.moves <= 74)
        // The stopping blocker falls from 4 to 3: technology rises from 15 to 50.
        #expect(robustness.changingMoves >= 1)
    }

    @Test func nothingChangesWhereAllDomainsAreAlike() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        var answers: [String: Int] = [:]
        for item in questionnaire.items { answers[item.id] = item.direction == .facilitator ? 3 : 0 }
        let robustness = try #require(try SmallOffice.shipped(answers).robustness)
        #expect(robustness.isKept && robustness.keptShare == 1 && robustness.changingMeans.isEmpty)
    }

    /// .72 .55 .40 .15 .63 have an arithmetic mean with standard deviation .081609 under flat weights; the geometric mean
    /// of equal scores does not move at all.
    @Test func sensitivityOfTheWorkedExample() throws {
        let assessment = try SmallOffice.shipped(SmallOffice.workedExample)
        let sensitivity = try #require(Sensitivity(assessment))
        let near = try #require(sensitivity.near.range)
        let any = try #require(sensitivity.any.range)
        #expect(near.contains(0.4563) && any.contains(0.4563))
        #expect(any.lowerBound < near.lowerBound && any.upperBound > near.upperBound)
        #expect(any.lowerBound >= 0.15 && any.upperBound <= 0.6875)
        #expect(abs(sensitivity.any.bands.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        // Five weights; how domains are averaged, spacing, don't know, caps. Of one response there is nothing to pool.
        #expect(sensitivity.factors.count == 9)
        #expect(sensitivity.runs == 1024 * 11)
        // Nobody answered that they do not know.
        let unknown = try #require(sensitivity.factors.first { $0.choice == .unknown })
        #expect(try #require(unknown.total).value == 0)
        // How the domains are averaged matters most, as one of them is held down to 15.
        let caps = try #require(sensitivity.factors.first { $0.choice == .caps }?.total).value
        let weights = sensitivity.factors.filter { if case .weight = $0.choice { true } else { false } }
        #expect(weights.allSatisfy { ($0.total?.value ?? 1) < caps })
    }

    @Test func sensitivityIsTheSameEveryTime() throws {
        let assessment = try SmallOffice.shipped(SmallOffice.workedExample)
        let (first, second) = (try #require(Sensitivity(assessment)), try #require(Sensitivity(assessment)))
        #expect(first.range == second.range && first.near.range == second.near.range)
        #expect(first.factors.map { $0.total?.value } == second.factors.map { $0.total?.value })
    }
}
