import Assessments
import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

/// How far results would move with other respondents.
@Suite struct StabilityTests {
    private let roles = ["leadership", "subjectMatter", "dataScience", "methodology", "it", "corporate"]

    /// Answers to the shipped questionnaire.
    private func responses(
        _ questionnaire: Questionnaire, _ people: Int, roles count: Int = 4,
        answer: (_ person: Int, _ item: Int) -> Int?
    ) -> [Response] {
        (0..<people).map { person in
            var answers: [String: Answer] = [:]
            for (place, item) in questionnaire.items.enumerated() {
                answers[item.id] = answer(person, place).map { Answer(.option(position: $0)) }
            }
            return Response(
                respondent: "r\(100 + person)", role: roles[person % count], wave: "w", answers: answers)
        }
    }

    /// Answers that differ from person to person and from item to item.
    private static func spread(_ person: Int, _ item: Int) -> Int {
        (person * 31 + item * 17 + person * item * 7) % 13 % 5
    }

    private func assess(
        _ questionnaire: Questionnaire, _ responses: [Response], _ collection: Wave.Collection = .survey
    ) throws -> Assessment {
        try Assessment(
            questionnaire: questionnaire,
            workspace: Workspace(organisation: "Office", questionnaire: "q", language: "en"),
            wave: Wave(id: "w", collection: collection), responses: responses)
    }

    /// The variance over draws of a mean over strata is known: Σ W² s² / n over (Σ W)².
    @Test func theStandardErrorIsThatOfAStratifiedMean() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        let answers = responses(questionnaire, 16) { person, item in StabilityTests.spread(person, item) }
        let stability = try #require(try assess(questionnaire, answers).stability)
        let items = questionnaire.items.filter { $0.dimension == "technology" && $0.direction == .facilitator }
        var variance = 0.0
        var total = 0.0
        for role in roles.prefix(4) {
            let means = answers.filter { $0.role == role }.map { response in
                items.reduce(0.0) { sum, item in
                    guard case .option(let position)? = response.answers[item.id]?.content else { return sum }
                    return sum + Double(position) / 4
                } / Double(items.count)
            }
            let mean = means.reduce(0, +) / 4
            let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3
            let weight = try #require(questionnaire.role(role)).weight(in: "technology")
            variance += weight * weight * squares / 4
            total += weight
        }
        let expected = variance.squareRoot() / total
        let figure = try #require(stability.figure("technology.facilitators"))
        let found = try #require(figure.standardError)
        #expect(abs(found - expected) < 0.05 * expected, "\(found) for \(expected)")
        #expect(figure.isSmooth && figure.unknownShare == 0)
        // Wider than two standard errors, as the people are few.
        let interval = try #require(figure.interval)
        #expect(interval.upperBound - interval.lowerBound > 4 * expected)
        #expect(interval.upperBound - interval.lowerBound < 6 * expected)
    }

    @Test func theOrderOfResponsesAndTheirNamesDoNotMatter() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        var generator = SeededGenerator(seed: 71)
        let answers = responses(questionnaire, 12) { person, item in
            (person * 7 + item * 3) % 11 % 6 - 1 < 0 ? nil : (person + item) % 5
        }
        let first = try #require(try assess(questionnaire, answers).stability)
        let second = try #require(try assess(questionnaire, answers.shuffled(using: &generator)).stability)
        #expect(first.figures == second.figures && first.capShares == second.capShares)
        #expect(first.figures.count == 23)
    }

    /// In a role of very many, random groups are drawn: the spread is that of people, to what so many groups can tell.
    @Test func groupsOfManyPeopleVaryAsPeopleDo() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        var generator = SeededGenerator(seed: 72)
        let answers = responses(questionnaire, 5400, roles: 3) { _, item in
            min(4, max(0, item % 4 + Int.random(in: -1...1, using: &generator)))
        }
        let stability = try #require(try assess(questionnaire, answers).stability)
        let groups = try #require(stability.groups)
        #expect(groups.roles == Array(questionnaire.roles.map(\.id).filter(roles.prefix(3).contains)))
        let items = questionnaire.items.filter { $0.dimension == "technology" && $0.direction == .facilitator }
        var variance = 0.0
        var total = 0.0
        for role in roles.prefix(3) {
            let means = answers.filter { $0.role == role }.map { response in
                items.reduce(0.0) { sum, item in
                    guard case .option(let position)? = response.answers[item.id]?.content else { return sum }
                    return sum + Double(position) / 4
                } / Double(items.count)
            }
            let mean = means.reduce(0, +) / Double(means.count)
            let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count - 1)
            let weight = try #require(questionnaire.role(role)).weight(in: "technology")
            variance += weight * weight * squares / Double(means.count)
            total += weight
        }
        let expected = variance.squareRoot() / total
        let found = try #require(stability.figure("technology.facilitators")?.standardError)
        #expect(abs(found - expected) < 0.25 * expected, "\(found) for \(expected)")
        let shuffled = try #require(try assess(questionnaire, answers.shuffled(using: &generator)).stability)
        #expect(shuffled.figures == stability.figures)
    }

    @Test func scoresLieWithinAndNoScoreGoesBeyondItsFacilitators() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        let answers = responses(questionnaire, 14) { person, item in StabilityTests.spread(person, item) }
        let assessment = try assess(questionnaire, answers)
        let stability = try #require(assessment.stability)
        for member in assessment.members {
            let score = try #require(stability.interval(member.score.id))
            let facilitators = try #require(member.facilitators.flatMap { stability.interval($0.id) })
            #expect(score.contains(try #require(member.score.value)))
            #expect(score.upperBound <= facilitators.upperBound + 1e-12)
            #expect(score.lowerBound >= 0)
            let share = try #require(stability.capShares[member.id])
            #expect(share >= 0 && share <= 1)
            // Where the cap never binds, the score is the facilitators.
            if share == 0 { #expect(score == facilitators) }
        }
        #expect(abs(stability.bandShares.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        #expect(abs(stability.weakestShares.values.reduce(0, +) - 1) < 1e-9)
    }

    @Test func peopleWhoAllSayTheSameGiveNoWidth() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        let assessment = try assess(questionnaire, responses(questionnaire, 12) { _, item in item % 4 })
        let stability = try #require(assessment.stability)
        for figure in stability.figures {
            let interval = try #require(figure.interval)
            #expect(interval.upperBound - interval.lowerBound < 1e-9, "\(figure.id)")
            #expect(try #require(figure.standardError) < 1e-9)
        }
        #expect(stability.capShares.values.allSatisfy { $0 == 0 || $0 == 1 })
    }

    /// Twice as many people who answer alike leave the results and narrow the intervals.
    @Test func morePeopleAlikeNarrowTheIntervals() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        let once = responses(questionnaire, 12) { person, item in StabilityTests.spread(person, item) }
        let twice =
            once + once.map { Response(respondent: $0.respondent + "x", role: $0.role, wave: "w", answers: $0.answers) }
        let few = try assess(questionnaire, once)
        let many = try assess(questionnaire, twice)
        for id in few.members.compactMap(\.facilitators?.id) {
            let (narrow, wide) = (try #require(many.stability?.interval(id)), try #require(few.stability?.interval(id)))
            #expect(narrow.upperBound - narrow.lowerBound < wide.upperBound - wide.lowerBound, "\(id)")
            let difference = (few.scores.metric(id)?.value ?? 0) - (many.scores.metric(id)?.value ?? 1)
            #expect(abs(difference) < 1e-12)
        }
    }

    @Test func fewerThanSixPeopleHaveNoIntervals() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        let five = try assess(questionnaire, responses(questionnaire, 5) { person, item in (person + item) % 5 })
        #expect(five.stability?.reason == .tooFewPeople(needed: 6))
        #expect(five.stability?.figures == [])
        let six = try assess(
            questionnaire, responses(questionnaire, 6, roles: 2) { person, item in (person + item) % 5 })
        #expect(six.stability?.reason == nil)
        #expect(six.stability?.interval("overall") != nil)
    }

    @Test(arguments: [Wave.Collection.consensus, .self]) func oneStatementHasNone(collection: Wave.Collection) throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        let one = try assess(questionnaire, responses(questionnaire, 1) { _, item in item % 5 }, collection)
        #expect(one.stability?.reason == .oneStatement && one.stability?.figures == [])
        #expect(one.agreement == nil)
        // Other weights and means can be tried all the same.
        #expect(one.robustness != nil)
        #expect(one.robustness?.changingGroups.isEmpty == true)
    }

    /// What is not asked for is not worked out, and without a rule nothing is said.
    @Test func onlyWhereAskedFor() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        let answers = responses(questionnaire, 8) { person, item in (person + item) % 5 }
        let quick = try Assessment(
            questionnaire: questionnaire, workspace: Workspace(organisation: "O", questionnaire: "q", language: "en"),
            wave: Wave(id: "w", collection: .survey), responses: answers, measuresStability: false)
        #expect(quick.stability == nil && quick.robustness == nil)
        let office = SmallOffice(items: ["L1 left facilitator"])
        let people = (0..<8).map {
            Response(respondent: "r\($0)", role: "a", wave: "w", answers: ["L1": Answer(.option(position: $0 % 5))])
        }
        let plain = try office.assess(people, collection: .survey)
        #expect(plain.stability?.reason == .noRule && plain.agreement == nil && plain.robustness == nil)
    }
}
