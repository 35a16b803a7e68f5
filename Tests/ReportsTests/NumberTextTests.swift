import Testing

@testable import Reports

@Suite struct NumberTextTests {
    private let numbers = NumberText(decimalSeparator: ".")

    @Test(arguments: [
        (0.0, 1, "0.0"), (0.05, 1, "0.1"), (0.04, 1, "0.0"), (14.5, 0, "15"), (0.145 * 100, 0, "15"),
        (2.675, 2, "2.68"),
        (100.0, 1, "100.0"), (-0.04, 1, "0.0"), (-0.05, 1, "−0.1"), (-12.34, 1, "−12.3"), (0.007, 2, "0.01"),
        (999_999_999_999_999, 1, "999999999999999.0"), (1e15, 1, "–"), (-1e300, 1, "–"), (.nan, 1, "–"),
        (.infinity, 0, "–"), (1e-300, 12, "0.000000000000"),
    ])
    func fixed(number: Double, decimals: Int, expected: String) {
        #expect(numbers.fixed(number, decimals: decimals) == expected)
    }

    @Test func noNumberIsTooGreatForManyDecimals() {
        #expect(numbers.fixed(1e14, decimals: 12) == "–")
    }

    @Test func theSeparatorIsThatOfTheLanguage() {
        #expect(NumberText(decimalSeparator: ",").points(0.625) == "62,5")
    }

    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (-2.5, "−2,5"), (0.1, "0,1"), (1.0 / 3, "0,3333333333333333"), (1e-7, "1e-07"),
        (.infinity, "–"), (.nan, "–"),
    ])
    func shortest(number: Double, expected: String) {
        #expect(NumberText(decimalSeparator: ",").shortest(number) == expected)
    }

    @Test func nothingIsADash() {
        #expect(numbers.points(nil) == "–")
        #expect(numbers.wholePoints(nil) == "–")
        #expect(numbers.percent(nil) == "–")
        #expect(numbers.range(nil) == "–")
    }

    @Test(arguments: [
        (1.0, "100"), (0.9999, "99"), (0.995, "99"), (0.9949, "99"), (0.985, "99"), (0.5, "50"), (0.0, "0"),
    ])
    func aShareIsFullOnlyWhenItIs(share: Double, expected: String) {
        #expect(numbers.percent(share) == expected)
    }

    @Test(arguments: [(0.025, "+2.5"), (-0.025, "−2.5"), (0.0, "0.0")])
    func changes(change: Double, expected: String) {
        #expect(numbers.signedPoints(change) == expected)
    }

    @Test func endsThatReadAlikeAreOneNumber() {
        #expect(numbers.range(0.5...0.50001) == "50.0")
        #expect(numbers.range(0.25...0.5) == "25.0 – 50.0")
    }

    @Test(
        arguments: [
            (nil, "····"), (0.0, "░░░░"), (0.5, "██░░"), (1.0, "████"), (7.0, "████"), (-3.0, "░░░░"), (1e300, "████"),
            (-1e300, "░░░░"), (.infinity, "████"), (.nan, "····"),
        ] as [(Double?, String)])
    func bars(score: Double?, expected: String) {
        #expect(numbers.bar(score, width: 4) == expected)
    }
}
