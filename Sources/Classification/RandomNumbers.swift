/// Random numbers that are the same in every run, on every platform and with every version of the compiler.
///
/// SplitMix64: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. The
/// draws below are written out rather than taken from the standard library, whose algorithms may change.
struct RandomNumbers {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A generator for one purpose among several that share a seed.
    init(seed: UInt64, stream: UInt64) {
        var start = RandomNumbers(seed: seed ^ (stream &* 0xD134_2543_DE82_EF95))
        state = start.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to `bound` - 1; the bias is below `bound` / 2^64.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: UInt64(bound).multipliedFullWidth(by: next()).high)
    }

    /// A number from 0 up to but not including 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True with a probability.
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// A number with mean 0 and standard deviation 1, nearly normal: the sum of twelve uniform draws less six, which
    /// is enough for noise in generated data.
    mutating func nearlyNormal() -> Float {
        var sum = 0.0
        for _ in 0..<12 { sum += unit() }
        return Float(sum - 6)
    }

    /// Puts the elements in random order (Fisher and Yates).
    mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, below(last + 1)) }
    }
}
