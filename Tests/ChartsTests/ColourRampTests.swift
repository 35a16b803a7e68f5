import Charts
import Testing

struct ColourRampTests {
    @Test(arguments: [
        (5, [0, 1, 2, 3, 4]), (4, [0, 1, 3, 4]), (3, [0, 2, 4]), (2, [0, 4]), (1, [4]), (6, [0, 1, 2, 2, 3, 4]),
        (7, [0, 1, 1, 2, 3, 3, 4]),
    ])
    func spreadsAList(count: Int, steps: [Int]) {
        #expect((0..<count).map { ColourRamp.step(ofEntry: $0, among: count) } == steps)
    }

    @Test(arguments: [(-1, 5, 0), (9, 5, 4), (0, 0, 4), (.max, 3, 4), (.min, 3, 0)])
    func whatIsOutsideIsTheNearerEnd(index: Int, count: Int, step: Int) {
        #expect(ColourRamp.step(ofEntry: index, among: count) == step)
    }

    @Test func outlineIsTheFirstColourThatStandsOut() {
        let ramp = ColourRamp(.white, Colour(0xDDDDDD), Colour(0x949494), Colour(0x555555), .black)
        #expect(ramp.outline(on: .white) == Colour(0x949494))
        #expect(ramp.outline(on: .black) == .white)
        let pale = ColourRamp(.white, .white, .white, .white, .white)
        #expect(pale.outline(on: .white) == .black)
    }
}
