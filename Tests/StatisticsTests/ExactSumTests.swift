import Statistics
import Testing

@Suite struct ExactSumTests {
    private func sum(_ numbers: [Double]) -> Double {
        var sum = ExactSum()
        for number in numbers { sum.add(number) }
        return sum.value
    }

    @Test func nothingIsLost() {
        #expect(sum([]) == 0)
        #expect(sum([1e16, 1, -1e16]) == 1)
        #expect(sum([1e100, 1, -1e100, 1]) == 2)
        // Ten tenths come to 0.9999999999999999 where each step is rounded.
        #expect(sum([Double](repeating: 0.1, count: 10)) == 1)
        // Halfway between two doubles, a little more decides.
        #expect(sum([1e16, 1, 1e-16]) == 1e16 + 2)
        #expect(sum([1e16, 1, -1e-16]) == 1e16)
    }

    @Test func theOrderDoesNotMatter() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            let numbers = (0..<40).map { _ in
                Double.random(in: -1...1, using: &generator) * [1e-9, 1, 1e9].randomElement(using: &generator)!
            }
            let expected = sum(numbers)
            #expect(sum(numbers.shuffled(using: &generator)) == expected)
            var halves = ExactSum()
            for part in [numbers[..<17], numbers[17...]] {
                var half = ExactSum()
                for number in part { half.add(number) }
                halves.add(half)
            }
            #expect(halves.value == expected)
        }
    }
}
