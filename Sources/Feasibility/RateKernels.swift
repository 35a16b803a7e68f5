/// Small programs whose time says how fast a core computes and reads memory. They do no timing: the caller brings
/// the clock.
public enum RateKernels {
    /// Moves `a[i] = b[i] + s c[i]` over three arrays (J. D. McCalpin, "Memory bandwidth and machine balance in
    /// current high performance computers", 1995).
    public struct Triad {
        private var first: [SIMD16<Float>]
        private let second: [SIMD16<Float>]
        private let third: [SIMD16<Float>]

        /// - Parameter bytes: the size of the three arrays together; it should be several times that of the largest
        ///   cache, and is at least 3 × 64.
        public init(bytes: Int) {
            let count = max(bytes / (3 * 64), 1)
            first = Array(repeating: SIMD16(repeating: 0), count: count)
            second = Array(repeating: SIMD16(repeating: 1), count: count)
            third = Array(repeating: SIMD16(repeating: 2), count: count)
        }

        /// Bytes that one pass reads and writes, without those that the processor reads before it overwrites them.
        public var bytesPerPass: Double { Double(first.count * 3 * 64) }

        /// One pass over the arrays.
        ///
        /// - Returns: a number of the result, so that the work cannot be left out.
        public mutating func pass(_ scale: Float) -> Float {
            first.withUnsafeMutableBufferPointer { first in
                second.withUnsafeBufferPointer { second in
                    third.withUnsafeBufferPointer { third in
                        for index in first.indices { first[index] = second[index] + third[index] * scale }
                    }
                }
            }
            return first[first.count / 2][0]
        }
    }

    /// Operations that one round of ``multiplyAdd(rounds:)`` does: ten chains of four numbers, two operations each.
    public static let operationsPerRound = 80.0

    /// Multiplies and adds in chains that do not wait for each other.
    ///
    /// Four numbers at a time and no fused instruction is what every processor of the kind has; see
    /// ``PeakEstimate`` for what its wider instructions make of it.
    ///
    /// - Returns: a number of the result, so that the work cannot be left out.
    @inline(never)
    public static func multiplyAdd(rounds: Int) -> Float {
        var chains:
            (
                SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>,
                SIMD4<Float>, SIMD4<Float>, SIMD4<Float>
            )
        let start = SIMD4<Float>(0.1, 0.2, 0.3, 0.4)
        chains = (
            start, start + 1, start + 2, start + 3, start + 4, start + 5, start + 6, start + 7, start + 8, start + 9
        )
        // Multiplied by a little less than one, the chains approach 1000 and neither overflow nor vanish.
        let factor = SIMD4<Float>(repeating: 0.999)
        let term = SIMD4<Float>(repeating: 1)
        for _ in 0..<rounds {
            chains.0 = chains.0 * factor + term
            chains.1 = chains.1 * factor + term
            chains.2 = chains.2 * factor + term
            chains.3 = chains.3 * factor + term
            chains.4 = chains.4 * factor + term
            chains.5 = chains.5 * factor + term
            chains.6 = chains.6 * factor + term
            chains.7 = chains.7 * factor + term
            chains.8 = chains.8 * factor + term
            chains.9 = chains.9 * factor + term
        }
        let sum =
            chains.0 + chains.1 + chains.2 + chains.3 + chains.4 + chains.5 + chains.6 + chains.7 + chains.8 + chains.9
        return sum.sum()
    }

    /// How long each of several repetitions took, after one that is not counted.
    ///
    /// - Parameters:
    ///   - now: seconds of a clock that never goes back.
    ///   - work: one repetition; what it returns is added up, so that the work cannot be left out.
    public static func seconds(
        repetitions: Int, now: () -> Double, work: () -> Float
    ) -> (seconds: [Double], sum: Float) {
        var sum = work()
        var seconds: [Double] = []
        for _ in 0..<repetitions {
            let start = now()
            sum += work()
            seconds.append(now() - start)
        }
        return (seconds, sum)
    }
}
