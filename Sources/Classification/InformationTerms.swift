/// The parts of a feature's information. With n rows of the feature, n(c) of them of class c, a the smoothing and
/// q(c) the classes' shares, it is Σ p(c) log(p(c) / q(c)) with p(c) = (n(c) + a q(c)) / (n + a).
struct InformationTerms {
    private let smoothing: Float
    private let constant: Float
    private let shares: [Float]
    /// The terms for small counts, by class and count.
    private let table: [Float]
    private static let tabulated = 32

    init(shares: [Float], smoothing: Float) {
        self.shares = shares
        self.smoothing = smoothing
        constant = smoothing * Float(ElementaryFunctions.logarithm(Double(smoothing)))
        table = shares.flatMap { share in
            (0..<InformationTerms.tabulated).map { InformationTerms.term(rows: $0, share: share, smoothing: smoothing) }
        }
    }

    /// (n(c) + a q(c)) log((n(c) + a q(c)) / q(c)), less what that is without rows, so that only classes with rows
    /// count.
    @inline(__always)
    func term(rows: UInt32, ofClass classNumber: UInt32) -> Float {
        if rows < InformationTerms.tabulated { return table[Int(classNumber) * InformationTerms.tabulated + Int(rows)] }
        return InformationTerms.term(rows: Int(rows), share: shares[Int(classNumber)], smoothing: smoothing)
    }

    /// The information, from the sum of the terms of the classes.
    func information(sum: Float, rows: UInt32) -> Float {
        let total = Float(rows) + smoothing
        return max(0, (sum + constant) / total - Float(ElementaryFunctions.logarithm(Double(total))))
    }

    @inline(never)
    private static func term(rows: Int, share: Float, smoothing: Float) -> Float {
        guard rows > 0, share > 0 else { return 0 }
        let share = Double(share)
        let smoothing = Double(smoothing)
        let weight = Double(rows) + smoothing * share
        return Float(
            weight * ElementaryFunctions.logarithm(weight / share)
                - smoothing * share * ElementaryFunctions.logarithm(smoothing))
    }
}
