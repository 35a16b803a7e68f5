import Questionnaires
import Responses
import SeededRandomness
import Testing

@testable import Assessments

@Suite struct CohortPeopleTests {
    private let questionnaire: Questionnaire

    init() throws {
        questionnaire = try SmallOffice(
            items: ["L1 left facilitator", "L2 left facilitator", "B1 left blocker"]
        ).questionnaire()
    }

    private func responses(_ count: Int) -> [Response] {
        var random = SeededGenerator(seed: 11)
        return (0..<count).map { number in
            var answers: [String: Answer] = [:]
            let level = Int.random(in: 0...3, using: &random)
            for item in questionnaire.items where random.chance(0.8) {
                answers[item.id] = Answer(.option(position: level + Int.random(in: 0...1, using: &random)))
            }
            return Response(respondent: "r\(number)", role: number % 3 == 0 ? "a" : "b", wave: "w", answers: answers)
        }
    }

    /// Sums, means and covariances against those of lists, written out.
    @Test func momentsAreThoseOfTheAnswers() throws {
        let responses = responses(200)
        var people = CohortPeople(questionnaire)
        for response in responses { people.add(response) }
        func value(_ response: Response, _ index: Int) -> Double? {
            response.answers[questionnaire.items[index].id]?.content.value(of: questionnaire.items[index])
        }
        for role in ["a", "b"] {
            let own = responses.filter { $0.role == role }
            for first in 0..<3 {
                for second in 0..<3 {
                    let pairs = own.compactMap { person in
                        value(person, first).flatMap { x in value(person, second).map { (x, $0) } }
                    }
                    let count = Double(pairs.count)
                    let means = (
                        pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count
                    )
                    let covariance =
                        pairs.reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) } / (count - 1)
                    #expect(people.moments.count(first, second, role: role) == pairs.count)
                    let mean = try #require(people.moments.mean(first, with: second, role: role))
                    #expect(abs(mean - means.0) < 1e-12)
                    let found = try #require(people.moments.covariance(first, second, role: role))
                    #expect(abs(found - covariance) < 1e-12)
                }
            }
            let variance = try #require(people.moments.covariance(0, 0, role: role))
            let ofMean = try #require(people.moments.covarianceOfMeans(0, 0, role: role))
            #expect(abs(ofMean - variance / Double(people.moments.count(0, 0, role: role))) < 1e-15)
        }
        #expect(people.moments.covariance(0, 1, role: "nobody") == nil)
        #expect(people.moments.mean(0, with: 0, role: "c") == nil)
    }

    @Test func peopleAreKeptWithoutAnOrder() throws {
        var random = SeededGenerator(seed: 2)
        let responses = responses(60)
        var people = CohortPeople(questionnaire)
        var shuffled = CohortPeople(questionnaire)
        for response in responses { people.add(response) }
        for response in responses.shuffled(using: &random) { shuffled.add(response) }
        let kept = try #require(people.people)
        #expect(kept.count == 60)
        #expect(kept.map(\.positions) == shuffled.people?.map(\.positions))
        #expect(kept.map(\.role) == shuffled.people?.map(\.role))
        #expect(kept.count { $0.role == 0 } == 20)
        for person in kept {
            for (value, position) in zip(person.values, person.positions) {
                #expect(position < 0 ? value.isNaN : value == Float(position) / 4)
            }
        }
    }

    @Test func ofTooManyNobodyIsKept() {
        var people = CohortPeople(questionnaire)
        let one = responses(1)[0]
        for _ in 0..<CohortPeople.mostPeople { people.add(one) }
        #expect(people.people?.count == CohortPeople.mostPeople)
        people.add(one)
        #expect(people.people == nil)
        #expect(people.count == CohortPeople.mostPeople + 1)
        #expect(people.moments.count(0, 0, role: one.role) == (one.answers["L1"] == nil ? 0 : people.count))
    }
}
