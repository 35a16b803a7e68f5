/// Which of several independent inputs a figure hangs on.
///
/// First-order index Sᵢ = Var(E[f | xᵢ]) / Var(f): what would go if input i alone were fixed. Total index
/// Tᵢ = 1 − Var(E[f | all but xᵢ]) / Var(f): what would remain if all others were. Their difference is what i does
/// together with others.
///
/// Design: two samples A and B of N rows, and for each input a sample ABᵢ that is A with column i of B; N(d + 2) runs.
/// A and B are the halves of one Latin hypercube of 2d columns: each column has one number in each of N equal steps, at a
/// random place in the step, in an order shuffled by a stream of its own (M. D. McKay, R. J. Beckman and W. J. Conover,
/// Technometrics 21, 1979). N may be any number.
///
/// Estimates, with f less its mean: Sᵢ = mean of f(B)(f(ABᵢ) − f(A)) / V (A. Saltelli and others, "Variance based
/// sensitivity analysis of model output", Computer Physics Communications 181, 2010); Tᵢ = mean of (f(A) − f(ABᵢ))² / 2V
/// (M. J. W. Jansen, Computer Physics Communications 117, 1999); V the variance over A and B.
///
/// Inputs have to be independent of one another; a figure that does not move smoothly does no harm. Estimates of Sᵢ near
/// 0 may fall below 0, by chance.
public struct SobolIndices: Sendable, Hashable {
    /// An index, and its standard error were rows drawn independently of one another; those of a Latin hypercube err a
    /// little less.
    public struct Index: Sendable, Hashable {
        public let value: Double
        public let standardError: Double
    }

    /// The figure in the 2N independent runs of A and B.
    public let figure: DrawDistribution
    /// An index for each input; nothing where the figure does not vary.
    public let first: [Index]?
    public let total: [Index]?
    /// How often the figure was computed.
    public let runs: Int
    /// How many rows of the design were left out, as the figure was not known in one of their runs.
    public let incompleteRows: Int

    /// - Parameters:
    ///   - rows: N.
    ///   - model: computes the figure from a value for each input; nothing where it is not known.
    /// - Returns: nothing for no input or fewer than two rows.
    public init?(
        factors: [SensitivityFactor], rows: Int, stream: RandomStream, model: (_ inputs: [Double]) -> Double?
    ) {
        guard !factors.isEmpty, rows > 1 else { return nil }
        let columns = (0..<(2 * factors.count)).map { column in
            let factor = factors[column % factors.count]
            return SobolIndices.column(rows: rows, stream: stream.split(column)).map(factor.value)
        }
        var outcomes: [Row] = []
        var single: [Double?] = []
        for row in 0..<rows {
            var inputs = factors.indices.map { columns[$0][row] }
            let first = model(inputs)
            let second = model(factors.indices.map { columns[factors.count + $0][row] })
            let mixed = factors.indices.map { factor -> Double? in
                let own = inputs[factor]
                inputs[factor] = columns[factors.count + factor][row]
                defer { inputs[factor] = own }
                return model(inputs)
            }
            single += [first, second]
            if let outcome = Row(first: first, second: second, mixed: mixed) { outcomes.append(outcome) }
        }
        figure = DrawDistribution(single)
        runs = rows * (factors.count + 2)
        incompleteRows = rows - outcomes.count
        let both = DrawDistribution(outcomes.flatMap { [$0.first, $0.second] })
        guard let mean = both.mean, let deviation = both.standardDeviation, deviation > 0 else {
            (first, total) = (nil, nil)
            return
        }
        let variance = deviation * deviation
        // What each row says of the variance.
        let spreads = outcomes.map { row in
            ((row.first - mean) * (row.first - mean) + (row.second - mean) * (row.second - mean)) / (2 * variance)
        }
        first = factors.indices.map { factor in
            SobolIndices.index(
                outcomes.map { ($0.second - mean) * ($0.mixed[factor] - $0.first) / variance }, spreads: spreads)
        }
        total = factors.indices.map { factor in
            let parts = outcomes.map { row in
                let difference = row.first - row.mixed[factor]
                return difference * difference / (2 * variance)
            }
            return SobolIndices.index(parts, spreads: spreads)
        }
    }

    /// The runs of one row of the design.
    private struct Row {
        let first: Double
        let second: Double
        let mixed: [Double]

        init?(first: Double?, second: Double?, mixed: [Double?]) {
            let known = mixed.compactMap { $0 }
            guard let first, let second, known.count == mixed.count, (known + [first, second]).allSatisfy(\.isFinite)
            else { return nil }
            self.first = first
            self.second = second
            self.mixed = known
        }
    }

    private static func column(rows: Int, stream: RandomStream) -> [Double] {
        var stream = stream
        var steps = Array(0..<rows)
        stream.shuffle(&steps)
        return steps.map { (Double($0) + stream.uniform()) / Double(rows) }
    }

    /// The mean of the rows' parts in the variance. Its error is that of a ratio, as the variance is estimated from the
    /// same rows: of part − index · spread.
    private static func index(_ parts: [Double], spreads: [Double]) -> Index {
        let value = parts.reduce(0, +) / Double(parts.count)
        let deviation = DrawDistribution(zip(parts, spreads).map { $0 - value * $1 }).standardDeviation ?? 0
        return Index(value: value, standardError: deviation / Double(parts.count).squareRoot())
    }
}
