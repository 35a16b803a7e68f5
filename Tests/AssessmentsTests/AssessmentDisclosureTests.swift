import Assessments
import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

/// What an assessment adds to the scores tells the people of a stratum apart no more than the scores do.
@Suite struct AssessmentDisclosureTests {
    private let office = SmallOffice(
        items: [
            "L1 left facilitator mirror B1", "B1 left blocker class critical", "B2 left blocker class limiting",
            "R1 right facilitator", "B3 right blocker class critical",
        ],
        recommendations: [
            "X1 10 builds L1 0.75 removes B1 0.25 1", "X2 20 builds R1 0.75", "X3 5 removes B2 0.25 1",
            "X4 9 removes B3 0.25 1",
        ],
        further: [
            #""contradiction": {"facilitatorAtLeast": 0.5, "blockerAtLeast": 0.5}"#, #""notApplicableFlag": 0.3"#,
            #""coverage": {"firm": 0.8, "provisional": 0.6}"#,
        ])

    /// Everything an assessment says beside its scores, remarks apart.
    private func shown(_ assessment: Assessment) -> [String] {
        var words: [String] = []
        for member in assessment.members {
            words.append("\(member.capBinds) \(member.capSetBy) \(member.notApplicableShare)")
            words.append("\(member.isNotApplicableFlagged) \(member.score.value ?? -1) \(member.cap?.value ?? -1)")
            words += member.capStanding.map { "\($0.without.roles) \($0.stands.map(String.init) ?? "unknown")" }
            if let lift = member.capLift {
                words.append("\(lift.blockers) \(lift.recommendations?.map(\.id) ?? []) \(lift.scoreThen ?? -1)")
            }
        }
        words += assessment.blockers.map { "\($0.item.id) \($0.value) \($0.gatePosition) \($0.binds)" }
        for effect in assessment.recommendations {
            words.append(effect.recommendation.id)
            words += effect.items.map { "\($0.item) \($0.now) \($0.then) \($0.gateNow ?? -1) \($0.gateThen ?? -1)" }
            words += effect.metrics.map { "\($0.metric) \($0.now) \($0.then)" }
        }
        words += assessment.settled.map(\.id)
        words += assessment.contradictions.map { "\($0.facilitator.id) \($0.blocker.id) \($0.index)" }
        words += assessment.participation.rows.map { "\($0.role.id) \($0.answered)" }
        return words
    }

    /// Whether a cap stands without a group once told what two people had answered.
    ///
    /// Two of c rate B1. They stand with a: five answers, four times 4 and once 0. Did one of c say 0, or one of a? If
    /// the two joined b when a is left out, the cap would stand in the one case, and fall in the other.
    @Test func theStandingOfACapDoesNotSayWhatTwoPeopleAnswered() throws {
        let others = "3*b 4 0 0 4 0\nc 4 ? 0 4 0"
        let first = try office.assess(
            "3*a 4 4 0 4 0\nc 4 4 0 4 0\nc 4 0 0 4 0\n\(others)", collection: .survey)
        let second = try office.assess(
            "2*a 4 4 0 4 0\na 4 0 0 4 0\n2*c 4 4 0 4 0\n\(others)", collection: .survey)
        #expect(first.scores.item("B1")?.strata.map(\.counts) == [[3, 0, 0, 0, 0], [1, 0, 0, 0, 4]])
        #expect(second.scores.item("B1")?.strata.map(\.counts) == [[3, 0, 0, 0, 0], [1, 0, 0, 0, 4]])
        #expect(first.member("left")?.capStanding.isEmpty == false)
        #expect(shown(first) == shown(second))
    }

    /// Random surveys in which the people of each stratum exchange their answers.
    @Test func nothingTellsThePeopleOfAStratumApart() throws {
        var generator = SeededGenerator(seed: 61)
        let questionnaire = try office.questionnaire()
        var standing = 0
        for _ in 0..<100 {
            let responses = (0..<Int.random(in: 4...10, using: &generator)).map { number in
                var answers: [String: Answer] = [:]
                for item in questionnaire.items where Int.random(in: 0..<6, using: &generator) > 0 {
                    let isBlocker = item.direction == .blocker
                    let position = Int.random(in: isBlocker ? 2...4 : 1...4, using: &generator)
                    answers[item.id] = Answer(.option(position: position))
                }
                let role = ["a", "b", "c", "d"].randomElement(using: &generator) ?? "a"
                return Response(respondent: "r\(100 + number)", role: role, wave: "w", answers: answers)
            }
            let before = try office.assess(responses, collection: .survey)
            standing += before.members.count { $0.capStanding.contains { $0.stands != nil } }
            let after = try office.assess(exchanged(responses, before.scores, &generator), collection: .survey)
            #expect(shown(before) == shown(after))
        }
        #expect(standing > 20)
    }

    private func exchanged(
        _ responses: [Response], _ scores: Scores, _ generator: inout SeededGenerator
    ) -> [Response] {
        var answers = responses.map(\.answers)
        for pooled in scores.items {
            for stratum in pooled.strata {
                let people = responses.indices.filter {
                    stratum.roles.contains(responses[$0].role) && responses[$0].answers[pooled.item.id] != nil
                }
                for (from, to) in zip(people, people.shuffled(using: &generator)) {
                    answers[to][pooled.item.id] = responses[from].answers[pooled.item.id]
                }
            }
        }
        return zip(responses, answers).map {
            Response(respondent: $0.respondent, role: $0.role, wave: $0.wave, answers: $1)
        }
    }
}
