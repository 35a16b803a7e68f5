/// How often a family of tests finds changes between two simulated waves: false ones where there is none, and true ones.
public struct ChangeSimulation: Sendable {
    /// Who answers in the later wave.
    public enum Respondents: Sendable, CaseIterable {
        /// The same people, recognised: a sign-flip test on their differences.
        case paired
        /// Others of the same roles: a permutation test within strata.
        case unpaired
    }

    public let population: SimulatedPopulation
    /// Where answers are centred in the later wave; those of the population where nothing changes.
    public let laterMeans: [Double]
    public let respondents: Respondents
    /// The items of each test of the family.
    public let domains: [Range<Int>]
    public let level: Double
    public let plan: RandomizationTest.Plan

    /// - Precondition: as many means in the later wave as in the population.
    public init(
        population: SimulatedPopulation, laterMeans: [Double]? = nil, respondents: Respondents,
        domains: [Range<Int>], level: Double = 0.05, plan: RandomizationTest.Plan = .standard
    ) {
        self.population = population
        self.laterMeans = laterMeans ?? population.itemMeans
        self.respondents = respondents
        self.domains = domains
        self.level = level
        self.plan = plan
        precondition(self.laterMeans.count == population.itemMeans.count, "a mean for each item")
    }

    /// What came out of a number of pairs of waves.
    public struct Report: Sendable, Hashable {
        public let pairs: Int
        /// In how many pairs a change was found in any domain, after Holm's adjustment.
        public let families: Int
        /// In how many a change was found in each domain: after adjustment, and by its own test alone.
        public let adjusted: [Int]
        public let single: [Int]

        /// The share of pairs in which a change was found, and its standard error; nothing without pairs.
        public var share: Double? { pairs > 0 ? Double(families) / Double(pairs) : nil }
        public var standardError: Double? { share.map { ($0 * (1 - $0) / Double(pairs)).squareRoot() } }

        /// The report on both sets of pairs.
        public func adding(_ other: Report) -> Report {
            func sum(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map { $0 + $1 } }
            return Report(
                pairs: pairs + other.pairs, families: families + other.families,
                adjusted: sum(adjusted, other.adjusted), single: sum(single, other.single))
        }
    }

    /// Carries pairs of waves out; pair number i has the child i of the stream.
    public func run(_ pairs: Range<Int>, stream: RandomStream) -> Report {
        var families = 0
        var adjusted = [Int](repeating: 0, count: domains.count)
        var single = adjusted
        for pair in pairs {
            let probabilities = probabilities(stream: stream.split(pair))
            let held = HolmAdjustment.adjusted(probabilities)
            for domain in domains.indices {
                if let value = probabilities[domain], value <= level { single[domain] += 1 }
                if let value = held[domain], value <= level { adjusted[domain] += 1 }
            }
            if held.contains(where: { ($0 ?? 1) <= level }) { families += 1 }
        }
        return Report(pairs: pairs.count, families: families, adjusted: adjusted, single: single)
    }

    private func probabilities(stream: RandomStream) -> [Double?] {
        var child = stream
        var later = population
        later.itemMeans = laterMeans
        let leanings = population.leanings(using: &child)
        let earlierAnswers = population.answers(leanings: leanings, using: &child)
        let laterLeanings = respondents == .paired ? leanings : later.leanings(using: &child)
        let laterAnswers = later.answers(leanings: laterLeanings, using: &child)
        return domains.enumerated().map { index, items in
            let stream = stream.split("test").split(index)
            let test: RandomizationTest? =
                switch respondents {
                case .paired: paired(earlierAnswers, laterAnswers, items: items, stream: stream)
                case .unpaired:
                    StratifiedPermutationTest.test(
                        earlier: sample(earlierAnswers, items: items), later: sample(laterAnswers, items: items),
                        weights: population.stratumWeights, plan: plan, stream: stream)
                }
            return test?.probability
        }
    }

    private func sample(_ answers: SimulatedAnswers, items: Range<Int>) -> StratifiedPermutationTest.Sample {
        let known = population.stratumOfPerson.enumerated().compactMap { person, stratum in
            answers.mean(ofPerson: person, over: items).map { (value: $0, stratum: stratum) }
        }
        return StratifiedPermutationTest.Sample(values: known.map(\.value), strata: known.map(\.stratum))
    }

    /// Each person counts their stratum's weight over its people, as in the mean over strata.
    private func paired(
        _ earlier: SimulatedAnswers, _ later: SimulatedAnswers, items: Range<Int>, stream: RandomStream
    ) -> RandomizationTest? {
        let known = population.stratumOfPerson.enumerated().compactMap { person, stratum in
            earlier.mean(ofPerson: person, over: items).flatMap { first in
                later.mean(ofPerson: person, over: items).map { (difference: $0 - first, stratum: stratum) }
            }
        }
        var people = [Double](repeating: 0, count: population.stratumWeights.count)
        for each in known { people[each.stratum] += 1 }
        return SignFlipTest.test(
            differences: known.map(\.difference),
            weights: known.map { population.stratumWeights[$0.stratum] / people[$0.stratum] }, plan: plan,
            stream: stream)
    }
}
