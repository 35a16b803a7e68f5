import Testing

@testable import Statistics

@Suite struct SensitivityFactorTests {
    @Test func numbersFillTheirRange() {
        #expect(SensitivityFactor.weight.value(at: 0) == 0.75)
        #expect(SensitivityFactor.weight.value(at: 0.5) == 1)
        #expect(SensitivityFactor.number(2...2).value(at: 0.9) == 2)
    }

    @Test func choicesAreAlike() {
        #expect((0..<6).map { SensitivityFactor.choice(3).value(at: Double($0) / 6) } == [0, 0, 1, 1, 2, 2])
        #expect(SensitivityFactor.choice(3).value(at: 1 - 0x1p-53) == 2)
        #expect(SensitivityFactor.choice(0).value(at: 0.7) == 0)
    }
}
