/// Random weights that add up to 1, to see what a figure would be under other weights.
///
/// Dirichlet(κ w): drawn as gamma numbers of shape κ wᵢ, divided by their sum. The mean of weight i is wᵢ, its variance
/// wᵢ(1 − wᵢ)/(κ + 1). The larger κ, the nearer to w; equal w with κ equal to their number give all weights alike a chance.
/// Source: L. Devroye, "Non-uniform random variate generation", 1986, chapter XI.
///
/// The weights depend on one another, as they add up to 1; Sobol indices must not be taken of them.
public struct DirichletWeights: Sendable {
    /// w, adding up to 1.
    public let center: [Double]
    /// κ.
    public let concentration: Double

    /// - Parameters:
    ///   - center: weights in proportion; those of 0 stay 0.
    ///   - concentration: positive.
    /// - Returns: nothing where weights are negative or add up to nothing, or κ is not positive.
    public init?(center: [Double], concentration: Double) {
        let total = center.reduce(0, +)
        guard total > 0, total.isFinite, center.allSatisfy({ $0 >= 0 }), concentration > 0, concentration.isFinite
        else { return nil }
        self.center = center.map { $0 / total }
        self.concentration = concentration
    }

    /// All weights that add up to 1, alike.
    ///
    /// - Returns: nothing for fewer than one.
    public init?(flat count: Int) {
        guard count > 0 else { return nil }
        self.init(center: [Double](repeating: 1, count: count), concentration: Double(count))
    }

    /// What a figure comes to under each of many random weights; draw number i has the child i of the stream.
    ///
    /// - Parameter figure: gets weights that add up to 1, which it must not keep.
    public func outcomes<Outcome>(
        draws: Range<Int>, stream: RandomStream, of figure: (_ weights: [Double]) throws -> Outcome
    ) rethrows -> [Outcome] {
        var weights = center
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(draws.count)
        for number in draws {
            var child = stream.split(number)
            draw(into: &weights, using: &child)
            try outcomes.append(figure(weights))
        }
        return outcomes
    }

    /// The weights of one draw, in place of what the array holds.
    ///
    /// - Precondition: `weights` has as many elements as the center.
    public func draw(into weights: inout [Double], using stream: inout RandomStream) {
        precondition(weights.count == center.count, "an element for each weight")
        var total = 0.0
        for (index, share) in center.enumerated() {
            weights[index] = stream.gamma(shape: concentration * share)
            total += weights[index]
        }
        // With a tiny concentration all numbers may be too small for a computer; one weight then has all.
        guard total > 0 else {
            let chosen = center.indices.max { center[$0] < center[$1] } ?? 0
            for index in weights.indices { weights[index] = index == chosen ? 1 : 0 }
            return
        }
        for index in weights.indices { weights[index] /= total }
    }

    /// The standard deviation of the weighted mean Σ wᵢ sᵢ over all draws, in closed form:
    /// √((Σ w s² − (Σ w s)²) / (κ + 1)).
    ///
    /// - Precondition: as many scores as weights.
    public func standardDeviation(ofMean scores: [Double]) -> Double {
        precondition(scores.count == center.count, "a score for each weight")
        let mean = zip(center, scores).reduce(0) { $0 + $1.0 * $1.1 }
        let squares = zip(center, scores).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
        return (squares / (concentration + 1)).squareRoot()
    }
}
