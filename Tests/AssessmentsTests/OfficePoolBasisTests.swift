import Testing

@testable import Assessments

@Suite struct OfficePoolBasisTests {
    private func basis(
        _ names: [String], wave: String = "2026", answers: String = "a", lacking: [String: Set<String>] = ["S": []]
    ) -> OfficePoolBasis {
        OfficePoolBasis(
            offices: names.map { .init(name: $0, wave: "\($0) \(wave)") }, answers: answers, lacking: lacking)
    }

    private let ten = (0..<10).map { "office \($0)" }

    @Test func theSamePoolAgainIsNoConflict() {
        #expect(basis(ten).conflict(with: basis(ten.reversed()), fewest: 5) == nil)
    }

    @Test(arguments: 1..<10)
    func aFewOfficesMoreOrFewer(count: Int) {
        let fewer = basis(Array(ten.dropLast(count)), answers: "b")
        let expected: OfficePoolBasis.Conflict? = count < 5 ? .fewOffices(count) : nil
        #expect(basis(ten).conflict(with: fewer, fewest: 5) == expected)
        #expect(fewer.conflict(with: basis(ten), fewest: 5) == expected)
    }

    /// Two taken out and two put in are four; a new wave of an office is one.
    @Test func othersInTheirPlace() {
        let other = basis(ten.dropLast(2) + ["x", "y"], answers: "b")
        #expect(basis(ten).conflict(with: other, fewest: 5) == .fewOffices(4))
        let mixed = OfficePoolBasis(
            offices: basis(Array(ten.dropLast())).offices + basis(["office 9"], wave: "2027").offices, answers: "b",
            lacking: ["S": []])
        #expect(basis(ten).conflict(with: mixed, fewest: 5) == .fewOffices(1))
        #expect(basis(ten).conflict(with: basis(ten, wave: "2027", answers: "b"), fewest: 5) == nil)
    }

    @Test func otherAnswersOfTheSameOffices() {
        #expect(basis(ten).conflict(with: basis(ten, answers: "b"), fewest: 5) == .otherAnswers)
    }

    /// Six offices more, of which five lack a figure: of this figure the pools differ by one.
    @Test func oneOfficeWithAFigure() {
        let more = (0..<6).map { "new \($0)" }
        let later = basis(ten + more, answers: "b", lacking: ["S": Set(more.dropLast()), "F": []])
        #expect(later.conflict(with: basis(ten), fewest: 5) == .fewWithFigure("S", 1))
        #expect(later.conflict(with: basis(ten, lacking: ["F": []]), fewest: 5) == nil)
    }
}
