import Testing

@testable import Classification

@Suite struct RandomNumbersTests {
    /// The first numbers of SplitMix64 from seed 1234567, as the authors' own program in C gives them.
    @Test func publishedNumbers() {
        var numbers = RandomNumbers(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        let drawn = (0..<5).map { _ in numbers.next() }
        #expect(drawn == expected)
    }

    @Test func shufflesAreFair() {
        var numbers = RandomNumbers(seed: 3)
        var firsts = [Int](repeating: 0, count: 5)
        for _ in 0..<10_000 {
            var elements = [0, 1, 2, 3, 4]
            numbers.shuffle(&elements)
            #expect(elements.sorted() == [0, 1, 2, 3, 4])
            firsts[elements[0]] += 1
        }
        // Five standard deviations: 5 × √(10,000 × .2 × .8) = 200.
        for count in firsts { #expect(abs(count - 2000) < 200) }
    }

    @Test func drawsStayInRange() {
        var numbers = RandomNumbers(seed: 4)
        var sum: Float = 0
        var squares: Float = 0
        for _ in 0..<10_000 {
            let below = numbers.below(7)
            let unit = numbers.unit()
            #expect((0..<7).contains(below))
            #expect((0..<1).contains(unit))
            let draw = numbers.nearlyNormal()
            sum += draw
            squares += draw * draw
        }
        #expect(abs(sum / 10_000) < 0.05)
        #expect(abs(squares / 10_000 - 1) < 0.07)
        let never = numbers.chance(0)
        let always = numbers.chance(1)
        #expect(!never && always)
    }

    @Test func streamsDiffer() {
        var one = RandomNumbers(seed: 1, stream: 1)
        var two = RandomNumbers(seed: 1, stream: 2)
        let (first, second) = (one.next(), two.next())
        #expect(first != second)
    }
}
