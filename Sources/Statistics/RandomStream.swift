/// Random numbers that are the same in every run, in streams that do not depend on one another.
///
/// The generator is Philox4x64-10: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as
/// easy as 1, 2, 3", SC11, 2011. It has no state but a key of 128 bits and a counter; block number b is the counter
/// (b, 0, 0, 0) enciphered under the key. The published answers of its authors are held by tests.
///
/// A stream is split by enciphering the number (or the letters) of the child under the parent's key, with another last
/// word in the counter, and taking the result for the child's key (K. Claessen and M. H. Pałka, "Splittable pseudorandom
/// number generators using cryptographic hashing", Haskell 2013). What a child yields depends only on the seed and on
/// the path to it: not on threads, on their order, nor on how much was drawn from its parent. Two of a thousand million
/// streams share a key with a probability below 10⁻²⁰.
///
/// For simulation, not for secrets. Integers and shuffles are the same on every machine. Deviates that pass through
/// logarithms may differ in the last digit between mathematics libraries.
public struct RandomStream: RandomNumberGenerator, Sendable {
    private let key: Key
    private var block: UInt64 = 0
    private var words = Block(0, 0, 0, 0)
    /// The place of the next word; 4 when the block is used up.
    private var place = 4

    private struct Key {
        var low: UInt64
        var high: UInt64
    }

    /// Four words, as counters and enciphered.
    struct Block: Equatable {
        var first: UInt64
        var second: UInt64
        var third: UInt64
        var fourth: UInt64

        init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
            self.first = first
            self.second = second
            self.third = third
            self.fourth = fourth
        }
    }

    /// What the last word of the counter says a block is for.
    private enum Use {
        static let words: UInt64 = 0
        static let child: UInt64 = 1
        static let name: UInt64 = 2
    }

    /// The stream of a seed.
    public init(seed: UInt64) { key = Key(low: seed, high: 0) }

    private init(key: Key) { self.key = key }

    /// The child of a number. The parent is not changed by it.
    public func split(_ number: Int) -> RandomStream {
        child(Block(UInt64(bitPattern: Int64(number)), 0, 0, Use.child))
    }

    /// The child of a name: its bytes in UTF-8 are enciphered in portions of eight, with their number.
    public func split(_ name: String) -> RandomStream {
        var stream = self
        let bytes = Array(name.utf8)
        for start in stride(from: 0, through: bytes.count, by: 8) {
            let portion = bytes[start..<min(start + 8, bytes.count)]
            let word = portion.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            stream = stream.child(Block(word, UInt64(portion.count), 0, Use.name))
        }
        return stream
    }

    private func child(_ counter: Block) -> RandomStream {
        let enciphered = RandomStream.encipher(counter, key: key)
        return RandomStream(key: Key(low: enciphered.first, high: enciphered.second))
    }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        if place == 4 {
            words = RandomStream.encipher(Block(block, 0, 0, Use.words), key: key)
            block &+= 1
            place = 0
        }
        place += 1
        switch place {
        case 1: return words.first
        case 2: return words.second
        case 3: return words.third
        default: return words.fourth
        }
    }

    /// The block function.
    static func encipher(_ counter: Block, low: UInt64, high: UInt64) -> Block {
        encipher(counter, key: Key(low: low, high: high))
    }

    /// Ten rounds of two multiplications.
    private static func encipher(_ counter: Block, key: Key) -> Block {
        var block = counter
        var key = key
        for _ in 0..<10 {
            let left = block.first.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
            let right = block.third.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
            block = Block(right.high ^ block.second ^ key.low, right.low, left.high ^ block.fourth ^ key.high, left.low)
            key.low &+= 0x9E37_79B9_7F4A_7C15
            key.high &+= 0xBB67_AE85_84CA_A73B
        }
        return block
    }
}

extension RandomStream {
    /// A number from 0 up to, but not including, 1: one of the 2⁵³ multiples of 2⁻⁵³, all alike.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number from 0 up to, but not including, `bound`, all exactly alike (D. Lemire, "Fast random integer
    /// generation in an interval", ACM Transactions on Modeling and Computer Simulation 29, 2019).
    ///
    /// - Precondition: `bound` is positive.
    public mutating func integer(below bound: Int) -> Int {
        precondition(bound > 0, "there is no whole number from 0 to below \(bound)")
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let rest = (0 &- range) % range
            while product.low < rest { product = next().multipliedFullWidth(by: range) }
        }
        return Int(product.high)
    }

    /// Brings elements into random order, all orders alike (R. Durstenfeld, Algorithm 235, 1964).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        shuffle(&elements, in: elements.indices)
    }

    /// Brings a part of the elements into random order.
    mutating func shuffle<Element>(_ elements: inout [Element], in range: Range<Int>) {
        for index in range.dropFirst().reversed() {
            elements.swapAt(index, range.lowerBound + integer(below: index - range.lowerBound + 1))
        }
    }

    /// A number of the standard normal distribution, by the inverse of its distribution function.
    public mutating func normal() -> Double {
        // The middle of a step of 2⁻⁵³, so that neither end is met.
        NormalDistribution.quantile((Double(next() >> 11) + 0.5) * 0x1p-53)
    }

    /// A number of the gamma distribution with scale 1 (G. Marsaglia and W. W. Tsang, "A simple method for generating
    /// gamma variables", ACM Transactions on Mathematical Software 26, 2000).
    ///
    /// - Parameter shape: 0 gives 0.
    public mutating func gamma(shape: Double) -> Double {
        guard shape > 0 else { return 0 }
        guard shape >= 1 else {
            // A gamma of shape + 1 and a uniform number raised to 1 / shape; above 0, as a logarithm of 0 is none.
            let uniform = (Double(next() >> 11) + 0.5) * 0x1p-53
            return gamma(shape: shape + 1) * ElementaryFunctions.power(uniform, 1 / shape)
        }
        let reduced = shape - 1.0 / 3
        let scale = 1 / (9 * reduced).squareRoot()
        while true {
            let deviate = normal()
            let root = 1 + scale * deviate
            guard root > 0 else { continue }
            let cube = root * root * root
            let uniform = (Double(next() >> 11) + 0.5) * 0x1p-53
            let bound = 0.5 * deviate * deviate + reduced * (1 - cube + ElementaryFunctions.logarithm(cube))
            if ElementaryFunctions.logarithm(uniform) < bound { return reduced * cube }
        }
    }
}
