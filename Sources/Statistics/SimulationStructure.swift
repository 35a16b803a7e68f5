/// How many people of which roles answer in simulated surveys, and how much their roles count.
public struct SimulationStructure: Sendable, Hashable {
    public let roleSizes: [Int]
    /// The stratum of each role: roles of fewer than three are merged, as in the scoring.
    public let strata: [Int]
    /// What each stratum counts.
    public let stratumWeights: [Double]

    public init(roleSizes: [Int], strata: [Int], stratumWeights: [Double]? = nil) {
        self.roleSizes = roleSizes
        self.strata = strata
        self.stratumWeights = stratumWeights ?? [Double](repeating: 1, count: (strata.max() ?? -1) + 1)
    }

    /// Whether all strata count alike.
    public var isEvenlyWeighted: Bool { Set(stratumWeights).count < 2 }

    /// Structures for which the intervals and tests are promised to hold.
    public static let promised = [
        SimulationStructure(roleSizes: [12], strata: [0]),
        SimulationStructure(roleSizes: [3, 3, 3, 3], strata: [0, 1, 2, 3]),
        SimulationStructure(roleSizes: [1, 3, 4, 4], strata: [0, 0, 1, 2]),
        SimulationStructure(roleSizes: [1, 1, 5, 5], strata: [0, 0, 0, 1]),
        SimulationStructure(roleSizes: [5, 5, 5, 5], strata: [0, 1, 2, 3]),
    ]

    /// Structures in which a role counts for more than its people, the hardest last. Nothing is promised for them.
    public static let unevenlyWeighted = [
        SimulationStructure(roleSizes: [7, 5], strata: [0, 1], stratumWeights: [1, 2]),
        SimulationStructure(roleSizes: [4, 4, 4], strata: [0, 1, 2], stratumWeights: [2, 1, 1]),
        SimulationStructure(roleSizes: [4, 4, 4], strata: [0, 1, 2], stratumWeights: [4, 1, 1]),
        SimulationStructure(roleSizes: [3, 9], strata: [0, 1], stratumWeights: [3, 1]),
    ]

    /// How many items a simulated questionnaire has in each of its domains.
    static let itemsOfDomain = 4
    static let domainCount = 5

    /// The items of each domain.
    public static var domains: [Range<Int>] {
        (0..<domainCount).map { $0 * itemsOfDomain..<($0 + 1) * itemsOfDomain }
    }

    /// People of this structure who answer twenty items from 0 to 4, some mostly low and some mostly high.
    public var population: SimulatedPopulation {
        let items = SimulationStructure.domainCount * SimulationStructure.itemsOfDomain
        // A multiple of 7 mixes low and high items in every domain.
        let means = (0..<items).map { 0.8 + Double($0 * 7 % items) * 0.11 }
        return SimulatedPopulation(
            roleSizes: roleSizes, strata: strata, stratumWeights: stratumWeights, itemMeans: means,
            leaning: SimulationStructure.leaning, error: SimulationStructure.error)
    }

    /// The standard deviation of what a person adds to all answers, and to a single one, in steps of the scale.
    public static let leaning = 0.4
    public static let error = 0.9
}

/// Whether what a simulation found keeps a promise.
public enum SimulatedPromise: String, Sendable, CaseIterable {
    case holds
    /// It misses by no more than two simulation errors, which may be chance.
    case missesByChance
    case fails

    /// - Parameters:
    ///   - value: the share found, and its standard error.
    ///   - range: where it is promised to lie.
    public init(_ value: Double, standardError: Double, range: ClosedRange<Double>) {
        let error = 2 * standardError
        if range.contains(value) {
            self = .holds
        } else {
            self = value + error >= range.lowerBound && value - error <= range.upperBound ? .missesByChance : .fails
        }
    }
}
