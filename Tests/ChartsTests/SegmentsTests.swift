import Testing

@testable import Charts

struct SegmentsTests {
    @Test func sharesInProportion() {
        #expect(
            Segments.of([1, 2, 1]) == [.init(from: 0, to: 0.25), .init(from: 0.25, to: 0.75), .init(from: 0.75, to: 1)])
        #expect(Segments.of([7]) == [.init(from: 0, to: 1)])
        #expect(Segments.of([]) == [])
    }

    @Test func theSmallestAreWidenedAndTheOthersNarrowed() {
        let segments = Segments.of([1, 199, 200])
        #expect(abs(segments[0].to - 0.02) < 1e-12)
        #expect(abs((segments[1].to - segments[1].from) - 199.0 / 399 * 0.98) < 1e-12)
        #expect(segments[2].to == 1)
    }

    @Test(arguments: [[1, 1e12], [1e-300, 1], [1e12, 1, 1, 1, 1, 1, 1]] as [[Double]])
    func extremeAmountsStayInOrderAndVisible(amounts: [Double]) {
        let segments = Segments.of(amounts)
        #expect(segments.count == amounts.count)
        #expect(segments.first?.from == 0 && segments.last?.to == 1)
        for segment in segments { #expect(segment.to - segment.from >= 0.019) }
    }

    @Test func manySmallAmountsFillTheBar() {
        let segments = Segments.of(Array(repeating: 1, count: 200))
        #expect(segments.allSatisfy { abs(($0.to - $0.from) - 0.005) < 1e-9 })
    }
}
