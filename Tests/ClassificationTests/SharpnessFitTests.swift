import Foundation
import Testing

@testable import Classification

@Suite struct SharpnessFitTests {
    /// Scores whose classes were drawn by a softmax of known sharpness give it back, and no other does better.
    @Test(arguments: [0.5, 3, 12])
    func theSharpnessIsFoundAgain(sharpness: Double) {
        var numbers = RandomNumbers(seed: 10)
        let classCount = 20
        var blocks = [[SIMD16<Float>]](repeating: [], count: 2)
        var classes: [Int] = []
        for _ in 0..<3000 {
            var row = [SIMD16<Float>](repeating: .zero, count: 2)
            for number in 0..<classCount { row[number / 16][number % 16] = numbers.nearlyNormal() }
            let weights = (0..<classCount).map { exp(Double(row[$0 / 16][$0 % 16]) * sharpness) }
            var draw = numbers.unit() * weights.reduce(0, +)
            var drawn = 0
            while drawn < classCount - 1 && draw > weights[drawn] {
                draw -= weights[drawn]
                drawn += 1
            }
            classes.append(drawn)
            for block in 0..<2 { blocks[block].append(row[block]) }
        }
        let found = Double(SharpnessFit.sharpness(scores: blocks, classes: classes, classCount: classCount))
        #expect(abs(found / sharpness - 1) < 0.1)
        func loss(_ sharpness: Double) -> Double {
            classes.indices.reduce(0.0) { sum, row in
                let scores = (0..<classCount).map { Double(blocks[$0 / 16][row][$0 % 16]) * sharpness }
                return sum + log(scores.reduce(0) { $0 + exp($1) }) - scores[classes[row]]
            }
        }
        for factor in [0.9, 0.98, 1.02, 1.1] { #expect(loss(found) <= loss(found * factor)) }
    }

    @Test func extremesStayFinite() {
        let right = [
            [SIMD16<Float>](repeating: SIMD16(repeating: -1).replacing(with: 1, where: .init(first: 0)), count: 50)
        ]
        #expect(SharpnessFit.sharpness(scores: right, classes: Array(repeating: 0, count: 50), classCount: 16) <= 100)
        let wrong = SharpnessFit.sharpness(scores: right, classes: Array(repeating: 1, count: 50), classCount: 16)
        #expect(wrong > 0 && wrong < 0.1)
        #expect(SharpnessFit.sharpness(scores: right, classes: [0], classCount: 16) == 4)
        #expect(SharpnessFit.sharpness(scores: right, classes: Array(repeating: 0, count: 50), classCount: 1) == 4)
    }
}

extension SIMDMask where Storage == SIMD16<Int32> {
    fileprivate init(first lane: Int) {
        self.init(repeating: false)
        self[lane] = true
    }
}
