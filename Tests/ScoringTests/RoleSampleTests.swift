import Questionnaires
import ResponseTables
import Responses
import SeededRandomness
import Statistics
import Testing

@testable import Scoring

@Suite struct RoleSampleTests {
    private static func name(_ number: Int) -> [UInt8] { Array("person-\(number)".utf8) }

    private func sample(_ numbers: [Int], mostPeople: Int) -> RoleSample {
        var sample = RoleSample(width: 6, mostPeople: mostPeople)
        for number in numbers {
            sample.add(
                Self.name(number), places: [Int32(number % 3), Int32(3 + number % 2)],
                sums: [(AnswerSumKey(item: 0, channel: nil), Double(number) * 0.1)])
        }
        return sample
    }

    @Test func fewPeopleStandByThemselves() {
        let sample = sample(Array(0..<20), mostPeople: 20)
        #expect(!sample.isGrouped && sample.drawnGroups.isEmpty)
        #expect(sample.people.map(\.name) == (0..<20).map(Self.name))
        #expect(sample.people[4].places == [1, 3])
    }

    @Test func manyPeopleAreInGroupsWhateverTheirOrder() {
        var random = SeededGenerator(seed: 8)
        let numbers = Array(0..<5000)
        let first = sample(numbers, mostPeople: 20)
        let second = sample(numbers.shuffled(using: &random), mostPeople: 20)
        #expect(first.isGrouped && first.people.isEmpty)
        let groups = first.drawnGroups
        #expect(groups.count == RoleSample.groupCount)
        #expect(groups.map(\.people) == second.drawnGroups.map(\.people))
        #expect(groups.map(\.counts) == second.drawnGroups.map(\.counts))
        #expect(
            groups.map(\.sums).map { $0.mapValues(\.value) } == second.drawnGroups.map { $0.sums.mapValues(\.value) })
        #expect(groups.reduce(0) { $0 + $1.people } == 5000)
        #expect(groups.reduce(0) { $0 + $1.counts[1] } == 1667)
        // About as even as by lot: 78 people a group, with a standard deviation of 9.
        #expect(groups.allSatisfy { (40...120).contains($0.people) })
        let spread = groups.reduce(0) { $0 + ($1.people - 78) * ($1.people - 78) } / groups.count
        #expect((40...140).contains(spread), "\(spread)")
    }

    @Test func codesAreCountedLikeOtherAnswers() {
        var coded = RoleSample(width: 6, mostPeople: 10)
        var other = RoleSample(width: 6, mostPeople: 10)
        for number in 0..<300 {
            coded.add(Self.name(number), codes: [UInt8(number % 3), UInt8(number % 2)], size: 3)
            other.add(Self.name(number), places: [Int32(number % 3), Int32(3 + number % 2)], sums: [])
            if number == 7 { #expect(coded.people.map(\.places) == other.people.map(\.places)) }
        }
        #expect(coded.drawnGroups.map(\.counts) == other.drawnGroups.map(\.counts))
    }

    // MARK: Metrics by groups

    private func scores(_ responses: [Response], _ questionnaire: Questionnaire, mostPeople: Int) -> Scores {
        var tally = ResponseTally(questionnaire, mostPeople: mostPeople)
        for response in responses { tally.add(response) }
        return Scores(tally, wave: Wave(id: "w", collection: .survey), asOf: "2026-01-01")
    }

    private func values(_ scores: Scores, _ weight: (Int) -> Double) -> [Double] {
        var weighted = WeightedScores(scores, metrics: scores.metrics.map(\.id))
        var values = [Double](repeating: 0, count: scores.metrics.count)
        weighted.run((0..<weighted.units).map(weight), into: &values)
        return values
    }

    private func isSame(_ left: Double, _ right: Double?) -> Bool {
        right.map { abs(left - $0) <= 1e-12 * max(1, abs($0)) } ?? left.isNaN
    }

    /// All kinds of items and metrics: everybody once gives the scores, and a group that counts twice is as if each of its
    /// people had answered twice.
    @Test func groupsCountAsTheirPeopleDo() throws {
        var generator = SeededGenerator(seed: 91)
        var compared = 0
        for round in 0..<80 {
            let questionnaire = try RandomDefinition(using: &generator).questionnaire()
            let responses = RandomDefinition.responses(
                to: questionnaire, 150, missing: round.isMultiple(of: 4) ? 0.1 : 0, using: &generator)
            let scores = scores(responses, questionnaire, mostPeople: 15)
            for (metric, value) in zip(scores.metrics, values(scores) { _ in 1 }) {
                #expect(isSame(value, metric.value), "round \(round) \(metric.id): \(value), \(metric.value ?? .nan)")
            }
            // The unit that each person is drawn with.
            let units = scores.pooling.tally.drawnUnits
            var groupsBefore = 0
            var unitOfGroup: [String: [Int: Int]] = [:]
            let people = units.count { if case .person = $0 { true } else { false } }
            for role in scores.pooling.tally.groupedRoles {
                let own = Set(responses.filter { $0.role == role }.map { RoleSample.group(of: $0.respondent.utf8) })
                for group in own.sorted() {
                    unitOfGroup[role, default: [:]][group] = people + groupsBefore
                    groupsBefore += 1
                }
            }
            #expect(groupsBefore > 0 && people + groupsBefore == units.count)
            let counts = units.map { _ in Int.random(in: 1...3, using: &generator) }
            let again = responses.flatMap { response in
                let count = unitOfGroup[response.role].map {
                    counts[$0[RoleSample.group(of: response.respondent.utf8)] ?? 0]
                }
                return (0..<(count ?? 1)).map {
                    Response(
                        respondent: "\(response.respondent)-\($0)", role: response.role, wave: response.wave,
                        answers: response.answers, notApplicable: response.notApplicable)
                }
            }
            let other = self.scores(again, questionnaire, mostPeople: 100_000)
            guard other.groups.map(\.roles) == scores.groups.map(\.roles),
                other.evaluation.isWithheld == scores.evaluation.isWithheld,
                other.evaluation.coverages == scores.evaluation.coverages,
                zip(scores.items, other.items).allSatisfy({
                    $0.strata.map(\.roles) == $1.strata.map(\.roles) && $0.silent.map(\.roles) == $1.silent.map(\.roles)
                })
            else { continue }
            for (metric, value) in zip(other.metrics, values(scores) { $0 < people ? 1 : Double(counts[$0]) }) {
                #expect(isSame(value, metric.value), "round \(round) \(metric.id): \(value), \(metric.value ?? .nan)")
                compared += 1
            }
        }
        #expect(compared > 150, "\(compared)")
    }

    /// Degrees of freedom follow from what people count, whether they are drawn by themselves or in groups.
    @Test func whatAGroupCountsIsWhatItsPeopleCount() throws {
        var generator = SeededGenerator(seed: 92)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        let responses = RandomWave(respondents: 400...400, roles: 3).responses(to: questionnaire, using: &generator)
        func squares(_ mostPeople: Int) throws -> Double {
            let weighted = WeightedScores(
                scores(responses, questionnaire, mostPeople: mostPeople), metrics: ["technology.facilitators"])
            return try #require(weighted.counts(ofMetric: 0)).reduce(0) { $0 + $1 * $1 }
        }
        let single = try squares(1000)
        #expect(abs(try squares(50) / single - 1) < 1e-9)
    }
}
