import Foundation
import Testing

@testable import Classification

@Suite struct ElementaryFunctionsTests {
    @Test func agreeWithTheSystem() {
        var numbers = RandomNumbers(seed: 1)
        for _ in 0..<20_000 {
            let x = Double(sign: .plus, exponent: numbers.below(200) - 100, significand: 1 + numbers.unit())
            #expect(abs(ElementaryFunctions.logarithm(x) - log(x)) <= 2e-15 * max(1, abs(log(x))))
            let y = (numbers.unit() - 0.5) * 40
            #expect(abs(ElementaryFunctions.exponential(y) / exp(y) - 1) < 1e-14)
        }
    }

    @Test func edges() {
        #expect(ElementaryFunctions.logarithm(1) == 0)
        #expect(ElementaryFunctions.logarithm(0) == -.infinity)
        #expect(ElementaryFunctions.logarithm(.infinity) == .infinity)
        #expect(ElementaryFunctions.logarithm(-1).isNaN)
        #expect(ElementaryFunctions.exponential(0) == 1)
        #expect(ElementaryFunctions.exponential(-701) == 0)
        #expect(ElementaryFunctions.exponential(710) == .infinity)
        #expect(ElementaryFunctions.exponential(.nan).isNaN)
        #expect(abs(ElementaryFunctions.power(8, -1.0 / 3) - 0.5) < 1e-15)
    }
}
