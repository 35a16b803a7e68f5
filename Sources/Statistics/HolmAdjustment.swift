/// Probabilities of a family of tests, adjusted so that the chance of even one false finding among them is held.
public enum HolmAdjustment {
    /// The adjusted probabilities: with p(1) ≤ … ≤ p(m) in order, that of p(j) is the greatest of (m − i + 1) p(i) over
    /// i ≤ j, at most 1. A finding at .05 among them then keeps the chance of any false one at or below .05, whatever
    /// the dependence between the tests.
    ///
    /// Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics
    /// 6, 1979.
    ///
    /// - Parameter probabilities: in any order; nothing where there was no test. Such places stay empty and do not
    ///   count in m; that they are empty must not depend on how a test came out.
    public static func adjusted(_ probabilities: [Double?]) -> [Double?] {
        let known = probabilities.indices.filter { probabilities[$0] != nil }
        let ordered = known.sorted { (probabilities[$0] ?? 1, $0) < (probabilities[$1] ?? 1, $1) }
        var adjusted = [Double?](repeating: nil, count: probabilities.count)
        var greatest = 0.0
        for (rank, index) in ordered.enumerated() {
            greatest = max(greatest, min(1, Double(ordered.count - rank) * (probabilities[index] ?? 1)))
            adjusted[index] = greatest
        }
        return adjusted
    }
}
