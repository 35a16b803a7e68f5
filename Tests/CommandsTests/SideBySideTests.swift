import Assessments
import Testing

@testable import Commands

@Suite struct SideBySideTests {
    @Test func resultsStandInTheOrderOfTheWork() {
        #expect(SideBySide.map(Array(0..<100)) { $0 * $0 } == (0..<100).map { $0 * $0 })
        #expect(SideBySide.workers.map(0) { $0 }.isEmpty)
        let (first, second) = SideBySide.both({ "first" }, { 2 })
        #expect(first == "first" && second == 2)
    }

    /// Work that waits for work within it, deeper than there are processors, gets on: none waits for a free thread.
    @Test(.timeLimit(.minutes(1))) func workWithinWorkDoesNotStopIt() {
        @Sendable func count(_ depth: Int) -> Int {
            guard depth > 0 else { return 1 }
            let (first, second) = SideBySide.both({ count(depth - 1) }, { 1 })
            return first + second
        }
        let clock = ContinuousClock()
        let start = clock.now
        #expect(count(40) == 41)
        // The system notices that its threads are all waiting only once a second.
        #expect(clock.now - start < .seconds(10))
    }
}
