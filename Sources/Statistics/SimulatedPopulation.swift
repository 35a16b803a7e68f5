/// People of several roles who answer a questionnaire at random, for trying out methods where the truth is known.
///
/// A person's answer to an item is the whole number, from 0 to `options` − 1, nearest to item mean + shift of the role +
/// leaning of the person + error, the last two normal. People answer independently of one another.
public struct SimulatedPopulation: Sendable {
    /// How many people of each role answer.
    public var roleSizes: [Int]
    /// The stratum of each role, from 0; small roles share one.
    public var strata: [Int]
    /// What each stratum counts in the mean.
    public var stratumWeights: [Double]
    /// Where answers to each item are centred, before rounding.
    public var itemMeans: [Double]
    /// By how much each role answers higher than others.
    public var roleShifts: [Double]
    /// The standard deviation of what a person adds to all of their answers, and to a single answer.
    public var leaning: Double
    public var error: Double
    /// The probability that an answer is missing, whatever it would be.
    public var missing: Double
    /// How many options an item has.
    public var options: Int

    /// - Parameters:
    ///   - roleSizes: how many people of each role answer.
    ///   - strata: the stratum of each role, from 0.
    ///   - stratumWeights: one for each stratum; all alike where left out.
    ///   - roleShifts: one for each role; none where left out.
    /// - Precondition: one element for each role or stratum in each list.
    public init(
        roleSizes: [Int], strata: [Int], stratumWeights: [Double]? = nil, itemMeans: [Double],
        roleShifts: [Double]? = nil, leaning: Double, error: Double, missing: Double = 0, options: Int = 5
    ) {
        self.roleSizes = roleSizes
        self.strata = strata
        self.stratumWeights = stratumWeights ?? [Double](repeating: 1, count: (strata.max() ?? -1) + 1)
        self.itemMeans = itemMeans
        self.roleShifts = roleShifts ?? [Double](repeating: 0, count: roleSizes.count)
        self.leaning = leaning
        self.error = error
        self.missing = missing
        self.options = options
        precondition(
            strata.count == roleSizes.count && self.roleShifts.count == roleSizes.count
                && self.stratumWeights.count == (strata.max() ?? -1) + 1, "as many strata and shifts as roles")
    }

    /// How many people answer.
    public var people: Int { roleSizes.reduce(0, +) }

    /// The role of each person, and their stratum.
    public var roleOfPerson: [Int] {
        roleSizes.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
    }
    public var stratumOfPerson: [Int] { roleOfPerson.map { strata[$0] } }

    /// The shares of answers were there endlessly many people of each kind, in the proportion in which they answer.
    public var truth: AnswerShares {
        var truth = AnswerShares(items: itemMeans.count, options: options)
        let total = stratumWeights.reduce(0, +)
        let deviation = (leaning * leaning + error * error).squareRoot()
        for (role, size) in roleSizes.enumerated() where size > 0 {
            let inStratum = zip(strata, roleSizes).reduce(0) { $0 + ($1.0 == strata[role] ? $1.1 : 0) }
            let weight = stratumWeights[strata[role]] / total * Double(size) / Double(inStratum)
            for (item, mean) in itemMeans.enumerated() {
                var below = 0.0
                for option in 0..<options {
                    let edge = (Double(option) + 0.5 - mean - roleShifts[role]) / deviation
                    let atMost = option == options - 1 ? 1 : NormalDistribution.cumulative(edge)
                    truth.values[item * options + option] += weight * (atMost - below)
                    below = atMost
                }
            }
        }
        return truth
    }

    /// What each person leans to in all answers: kept from wave to wave where the same people answer.
    public func leanings(using stream: inout RandomStream) -> [Double] {
        roleOfPerson.map { roleShifts[$0] + leaning * stream.normal() }
    }

    /// The answers of one survey.
    public func answers(leanings: [Double], using stream: inout RandomStream) -> SimulatedAnswers {
        var values: [Int] = []
        values.reserveCapacity(people * itemMeans.count)
        for leaning in leanings {
            for mean in itemMeans {
                let answer = (mean + leaning + error * stream.normal()).rounded()
                let isMissing = missing > 0 && stream.uniform() < missing
                values.append(isMissing ? -1 : Int(min(max(answer, 0), Double(options - 1))))
            }
        }
        return SimulatedAnswers(population: self, values: values)
    }
}
