import Testing

@testable import Classification

@Suite struct ParallelTests {
    @Test(arguments: [0, 1, 2, 9])
    func resultsComeInOrder(threads: Int) async {
        for count in [0, 1, 2, 50] {
            #expect(await parallel(count: count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
        }
    }
}
