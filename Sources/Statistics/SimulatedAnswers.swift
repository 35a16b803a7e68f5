/// What people answered in one simulated survey.
public struct SimulatedAnswers: Sendable {
    /// Person by person, the answers to all items; −1 for none.
    let values: [Int]
    private let items: Int
    private let options: Int
    private let strata: [Int]
    private let stratumWeights: [Double]

    init(population: SimulatedPopulation, values: [Int]) {
        self.values = values
        items = population.itemMeans.count
        options = population.options
        strata = population.stratumOfPerson
        stratumWeights = population.stratumWeights
    }

    /// The mean answer of a person to a range of items, from 0 to 1; nothing where they answered none.
    public func mean(ofPerson person: Int, over range: Range<Int>) -> Double? {
        var count = 0
        var sum = 0
        for item in range where values[person * items + item] >= 0 {
            count += 1
            sum += values[person * items + item]
        }
        return count > 0 ? Double(sum) / Double(count * (options - 1)) : nil
    }

    /// Room for ``shares(weights:in:)``, so that it need not be taken for every draw.
    public struct Workspace {
        public internal(set) var shares: AnswerShares
        fileprivate var stratum: [Double]
        fileprivate var weights: [Double]
    }

    public var workspace: Workspace {
        Workspace(
            shares: AnswerShares(items: items, options: options),
            stratum: [Double](repeating: 0, count: items * options), weights: [Double](repeating: 0, count: items))
    }

    /// The shares of each item over strata, where each person has a weight: within a stratum by the weights of those
    /// who answered the item, over the strata that answered it by what they count.
    public func shares(weights: [Double], in workspace: inout Workspace) {
        for place in workspace.shares.values.indices { workspace.shares.values[place] = 0 }
        for item in 0..<items { workspace.weights[item] = 0 }
        for (stratum, stratumWeight) in stratumWeights.enumerated() {
            for place in workspace.stratum.indices { workspace.stratum[place] = 0 }
            for person in strata.indices where strata[person] == stratum && weights[person] > 0 {
                let row = person * items
                for item in 0..<items where values[row + item] >= 0 {
                    workspace.stratum[item * options + values[row + item]] += weights[person]
                }
            }
            for item in 0..<items {
                var sum = 0.0
                for option in 0..<options { sum += workspace.stratum[item * options + option] }
                guard sum > 0 else { continue }
                workspace.weights[item] += stratumWeight
                for option in 0..<options {
                    let share = workspace.stratum[item * options + option] / sum
                    workspace.shares.values[item * options + option] += stratumWeight * share
                }
            }
        }
        for item in 0..<items where workspace.weights[item] > 0 {
            for option in 0..<options { workspace.shares.values[item * options + option] /= workspace.weights[item] }
        }
    }
}
