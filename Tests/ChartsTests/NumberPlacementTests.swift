import Testing

@testable import Charts

struct NumberPlacementTests {
    private func inside(_ plainEnd: Double, _ obstacles: [Double] = []) -> NumberPlacement? {
        NumberPlacement.inside(
            plainEnd: plainEnd, textWidth: 30, obstacles: obstacles.map { .init(place: $0, halfWidth: 3) }, width: 200)
    }

    private func behind(_ end: Double, _ obstacles: [Double] = []) -> NumberPlacement {
        NumberPlacement.behind(
            end: end, textWidth: 30, obstacles: obstacles.map { .init(place: $0, halfWidth: 3) }, width: 200)
    }

    @Test func insideAtTheZeroLineWhereTheBarIsLongEnough() {
        // 30 px of text and 6 px at either side are 0.21 of 200 px.
        #expect(inside(0.22) == NumberPlacement(place: 0, offset: 6, textWidth: 30))
        #expect(inside(0.2) == nil)
    }

    @Test func insideBehindAMarkThatLeavesNoRoomBeforeIt() {
        #expect(inside(0.5, [0.1]) == NumberPlacement(place: 0.1, offset: 9, textWidth: 30))
        #expect(inside(0.5, [0.3]) == NumberPlacement(place: 0, offset: 6, textWidth: 30))
        #expect(inside(0.5, [0.2, 0.4]) == nil)
    }

    @Test func behindTheBarAndPastTheMarksInItsWay() {
        #expect(behind(0.1) == NumberPlacement(place: 0.1, offset: 6, textWidth: 30))
        #expect(behind(0.1, [0.2]) == NumberPlacement(place: 0.2, offset: 9, textWidth: 30))
        #expect(behind(0.1, [0.4]) == NumberPlacement(place: 0.1, offset: 6, textWidth: 30))
        #expect(behind(0.1, [0.35, 0.2]) == NumberPlacement(place: 0.35, offset: 9, textWidth: 30))
        #expect(behind(0.1, [0.05]) == NumberPlacement(place: 0.1, offset: 6, textWidth: 30))
    }

    @Test func aMarkAtTheEndOfTheBarPushesTheNumberOn() {
        #expect(behind(0.1, [0.1]) == NumberPlacement(place: 0.1, offset: 9, textWidth: 30))
        #expect(behind(0.1, [0.09]) == NumberPlacement(place: 0.1, offset: 9, textWidth: 30))
    }
}
