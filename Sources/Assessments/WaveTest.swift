import Questionnaires
import Statistics

/// Whether a change is more than chance, as far as that can be told.
public enum WaveTest: Sendable {
    case tested(Finding)
    case untested(Reason)

    /// Why nothing can be said about chance.
    public enum Reason: Sendable, Hashable {
        /// The questionnaire has no rule for it.
        case noRule
        /// A wave is one statement of the office: there are no people to vary.
        case oneStatement
        /// Too few people answered in one of the waves.
        case tooFewPeople(needed: Int)
        /// Even if all changed alike, the probability could not come low enough.
        case cannotBeFound
        /// There is no change of figures to test.
        case noFigures
    }

    public struct Finding: Sendable {
        /// Whether people were compared with themselves.
        public let isPaired: Bool
        /// How many people of either wave enter; the same number where they are paired.
        public let earlierPeople: Int
        public let laterPeople: Int
        /// The probability of a difference as large by chance, and the same after Holm's adjustment for all that was
        /// tested in the report.
        public let probability: Double
        public let adjusted: Double
        public let isExact: Bool
        /// The change that would usually be detected, by the same number of tests; nothing where people vary too little
        /// to tell.
        public let smallest: Double?
        /// Whether the change is more than chance explains.
        public let isFound: Bool
    }

    public var finding: Finding? {
        if case .tested(let finding) = self { return finding }
        return nil
    }

    public var reason: Reason? {
        if case .untested(let reason) = self { return reason }
        return nil
    }
}

/// A person of a wave, as a test of one metric sees them.
struct WavePerson {
    let respondent: String
    /// The role, or all roles that cannot be told apart from it.
    let role: String
    /// The weight of the role, or the mean weight of those roles, as the items' dimension has it.
    let roleWeight: Double
    /// The values of the items that count, with the items' weights, by the items' places.
    let values: [Int: (value: Double, weight: Double)]

    /// The mean over some of the items.
    func mean(over places: Set<Int>? = nil) -> Double? {
        var sum = 0.0
        var weight = 0.0
        for (place, each) in values.sorted(by: { $0.key < $1.key }) where places?.contains(place) ?? true {
            sum += each.weight * each.value
            weight += each.weight
        }
        return weight > 0 ? sum / weight : nil
    }
}

/// A test that was carried out, before it is adjusted for all others of the report.
struct RawWaveTest {
    let isPaired: Bool
    let earlierPeople: Int
    let laterPeople: Int
    let probability: Double
    let difference: Double
    let isExact: Bool
    /// The standard error of the difference, and its degrees of freedom.
    let standardError: Double
    let degreesOfFreedom: Int
    /// The least that the probability could be.
    let leastProbability: Double
    let rule: ChangeTestRule
}

/// Carries out the test of one metric between two waves.
struct WaveTesting {
    let rule: ChangeTestRule
    /// Roles with fewer people in either wave are merged.
    let smallest: Int
    /// Whether roles count by their weight, else by their people.
    let isRoleBalanced: Bool

    /// Whether people are to be compared with themselves, where enough of them answered both times what is tested.
    let prefersPairs: Bool
    /// The most tests there can be in the report.
    let family: Int

    /// - Parameter stream: of the metric.
    func run(
        earlier: [WavePerson], later: [WavePerson], stream: RandomStream
    ) -> Result<RawWaveTest, Untested> {
        // Which of the tests is carried out does not depend on how it comes out: that few pairs could never reach the
        // level follows from their number.
        if prefersPairs, let paired = paired(earlier, later, stream: stream),
            Tolerance.isAtMost(paired.leastProbability * Double(family), rule.level)
        {
            return .success(paired)
        }
        guard let unpaired = unpaired(earlier, later, stream: stream) else {
            return .failure(Untested(reason: .tooFewPeople(needed: rule.fewestRespondents)))
        }
        return .success(unpaired)
    }

    struct Untested: Error {
        let reason: WaveTest.Reason
    }

    private var plan: RandomizationTest.Plan { RandomizationTest.Plan(exactUpTo: rule.exactUpTo, draws: rule.draws) }

    /// People compared with themselves over the items that each answered in both waves.
    private func paired(_ earlier: [WavePerson], _ later: [WavePerson], stream: RandomStream) -> RawWaveTest? {
        let before = Dictionary(earlier.map { ($0.respondent, $0) }, uniquingKeysWith: { first, _ in first })
        let pairs = later.compactMap { person -> (person: WavePerson, difference: Double)? in
            guard let former = before[person.respondent] else { return nil }
            let both = Set(person.values.keys).intersection(former.values.keys)
            guard let now = person.mean(over: both), let then = former.mean(over: both) else { return nil }
            return (person, now - then)
        }
        guard pairs.count >= rule.fewestRespondents else { return nil }
        let people = pairs.map(\.person)
        let strata = WaveStrata(people, people, smallest: smallest, isRoleBalanced: isRoleBalanced)
        let known = pairs.compactMap { pair in strata.index[pair.person.role].map { (pair.difference, $0) } }
        guard known.count >= rule.fewestRespondents,
            let test = SignFlipTest.test(
                differences: known.map(\.0),
                weights: known.map { strata.weights[$0.1] / Double(strata.laterCounts[$0.1]) }, plan: plan,
                stream: stream)
        else { return nil }
        let error = strata.standardError(of: [known])
        return RawWaveTest(
            isPaired: true, earlierPeople: known.count, laterPeople: known.count, probability: test.probability,
            difference: test.difference, isExact: test.isExact, standardError: error,
            degreesOfFreedom: known.count - strata.weights.count,
            leastProbability: least(arrangements: pow2(known.count - 1), isExact: test.isExact), rule: rule)
    }

    private func unpaired(_ earlier: [WavePerson], _ later: [WavePerson], stream: RandomStream) -> RawWaveTest? {
        let strata = WaveStrata(earlier, later, smallest: smallest, isRoleBalanced: isRoleBalanced)
        func known(_ people: [WavePerson]) -> [(Double, Int)] {
            people.compactMap { person in
                guard let stratum = strata.index[person.role], let mean = person.mean() else { return nil }
                return (mean, stratum)
            }
        }
        let (before, after) = (known(earlier), known(later))
        guard min(before.count, after.count) >= rule.fewestRespondents,
            let test = StratifiedPermutationTest.test(
                earlier: .init(values: before.map(\.0), strata: before.map(\.1)),
                later: .init(values: after.map(\.0), strata: after.map(\.1)), weights: strata.weights, plan: plan,
                stream: stream)
        else { return nil }
        let error = strata.standardError(of: [before, after])
        return RawWaveTest(
            isPaired: false, earlierPeople: before.count, laterPeople: after.count, probability: test.probability,
            difference: test.difference, isExact: test.isExact, standardError: error,
            degreesOfFreedom: before.count + after.count - 2 * strata.weights.count,
            leastProbability: least(arrangements: Double(test.arrangements), isExact: test.isExact), rule: rule)
    }

    private func pow2(_ exponent: Int) -> Double {
        exponent < 1000 ? Double(sign: .plus, exponent: exponent, significand: 1) : .infinity
    }

    /// The least that the two-sided probability could be.
    private func least(arrangements: Double, isExact: Bool) -> Double {
        isExact ? 1 / arrangements : 1 / Double(1 + rule.draws)
    }
}

/// The strata of a test: roles with enough people in both waves, and the others together.
///
/// A role that nobody of one of the waves has says nothing of change and is left out.
struct WaveStrata {
    /// The stratum of each role that counts.
    private(set) var index: [String: Int] = [:]
    private(set) var weights: [Double] = []
    private(set) var laterCounts: [Int] = []

    init(_ earlier: [WavePerson], _ later: [WavePerson], smallest: Int, isRoleBalanced: Bool) {
        var counts: [String: (earlier: Int, later: Int, weight: Double)] = [:]
        for person in earlier {
            counts[person.role, default: (0, 0, 0)].earlier += 1
            counts[person.role, default: (0, 0, 0)].weight += person.roleWeight
        }
        for person in later {
            counts[person.role, default: (0, 0, 0)].later += 1
            counts[person.role, default: (0, 0, 0)].weight += person.roleWeight
        }
        let both = counts.filter { $0.value.earlier > 0 && $0.value.later > 0 }
        var standing = both.filter { min($0.value.earlier, $0.value.later) >= smallest }.keys.sorted()
        var joined = both.keys.filter { !standing.contains($0) }.sorted()
        func total(_ roles: [String]) -> Int {
            min(roles.reduce(0) { $0 + (both[$1]?.earlier ?? 0) }, roles.reduce(0) { $0 + (both[$1]?.later ?? 0) })
        }
        if !joined.isEmpty, total(joined) < smallest, let fewest = standing.min(by: { total([$0]) < total([$1]) }) {
            standing.removeAll { $0 == fewest }
            joined = (joined + [fewest]).sorted()
        }
        for roles in standing.map({ [$0] }) + (joined.isEmpty ? [] : [joined]) {
            var people = 0.0
            var weight = 0.0
            var laterCount = 0
            for role in roles {
                guard let count = both[role] else { continue }
                people += Double(count.earlier + count.later)
                weight += count.weight
                laterCount += count.later
            }
            guard weight > 0 else { continue }
            for role in roles { index[role] = weights.count }
            weights.append(isRoleBalanced ? weight / people : people)
            laterCounts.append(laterCount)
        }
    }

    /// The standard error of a weighted mean over strata, or of the difference of several: √(Σ (W/ΣW)² s²/n).
    func standardError(of samples: [[(Double, Int)]]) -> Double {
        let total = weights.reduce(0, +)
        var variance = 0.0
        for sample in samples {
            for (stratum, weight) in weights.enumerated() {
                let values = sample.filter { $0.1 == stratum }.map(\.0)
                guard values.count > 1 else { continue }
                let mean = values.reduce(0, +) / Double(values.count)
                let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                let share = weight / total
                variance += share * share * squares / Double(values.count - 1) / Double(values.count)
            }
        }
        return variance.squareRoot()
    }
}

extension WaveTest {
    /// Adjusts all tests of a report for one another.
    ///
    /// - Parameter changes: the change of the metric that each is about; a finding in the other direction is none.
    static func adjusted(_ tests: [Result<RawWaveTest, WaveTesting.Untested>], changes: [Double?]) -> [WaveTest] {
        let raw = tests.map { try? $0.get() }
        let probabilities = HolmAdjustment.adjusted(raw.map { $0?.probability })
        let count = raw.compactMap { $0 }.count
        return tests.enumerated().map { position, test in
            switch test {
            case .failure(let untested): return .untested(untested.reason)
            case .success(let raw):
                let level = raw.rule.level
                let adjusted = probabilities[position] ?? 1
                guard Tolerance.isAtMost(raw.leastProbability * Double(count), level) else {
                    return .untested(.cannotBeFound)
                }
                let change = changes[position] ?? 0
                let agrees = change * raw.difference > 0
                return .tested(
                    Finding(
                        isPaired: raw.isPaired, earlierPeople: raw.earlierPeople, laterPeople: raw.laterPeople,
                        probability: raw.probability, adjusted: adjusted, isExact: raw.isExact,
                        smallest: smallest(raw, tests: count),
                        isFound: agrees && Tolerance.isAtMost(adjusted, level)))
            }
        }
    }

    /// (t((1 + level) / 2) + t(power)) √(e₁² + e₂²), with the level divided by the number of tests: what the test of
    /// this report, and not one by itself, would usually detect. Student's t stands in the place of the normal quantile
    /// of ``SmallestChange``, because respondents are few.
    private static func smallest(_ raw: RawWaveTest, tests: Int) -> Double? {
        guard raw.standardError > 0, let student = StudentDistribution(degreesOfFreedom: raw.degreesOfFreedom) else {
            return nil
        }
        let level = raw.rule.level / Double(max(1, tests))
        return (student.quantile(1 - level / 2) + student.quantile(raw.rule.power)) * raw.standardError
    }
}
