import Testing

@testable import Statistics

@Suite struct CoverageStudyTests {
    private func rows(_ study: CoverageStudy) -> [CoverageStudy.Row] {
        (0..<study.rowCount).map { row in
            study.row(row, parts: study.parts.indices.map { study.run(row: row, part: $0) })
        }
    }

    /// The short version: where roles count alike, the intervals that reports use cover as promised.
    @Test func whatIsPromisedHolds() {
        let rows = rows(CoverageStudy(structures: SimulationStructure.promised, surveys: 120, draws: 99, seed: 3))
        #expect(rows.count == 5)
        for row in rows where row.method == CoverageStudy.methods[0] {
            #expect(row.promise == .holds || row.promise == .missesByChance, "\(row)")
        }
        #expect(rows.filter { $0.promise != nil }.count == 5)
    }

    /// Where a small group counts for much, effective degrees of freedom cover more, and nothing is promised.
    @Test func unequalWeights() throws {
        let structure = try #require(SimulationStructure.unevenlyWeighted.first { $0.stratumWeights == [4, 1, 1] })
        let rows = rows(CoverageStudy(structures: [structure], surveys: 200, draws: 399, seed: 4))
        #expect(rows[0].domains.value > rows[1].domains.value + 0.015)
        #expect(rows[1].domains.value < 0.93)
        #expect(rows.allSatisfy { $0.promise == nil })
    }

    @Test func partsAreTheSameForAllThreads() {
        #expect(CoverageStudy(surveys: 7, draws: 99, seed: 1).parts.map(\.count) == [1, 1, 1, 1, 1, 1, 1])
        #expect(CoverageStudy(surveys: 2000, draws: 99, seed: 1).parts.count == 20)
        #expect(CoverageStudy(surveys: 41, draws: 99, seed: 1).parts.last == 39..<41)
    }

    @Test func promises() {
        func promise(_ value: Double, _ error: Double) -> SimulatedPromise {
            SimulatedPromise(value, standardError: error, range: 0.92...0.98)
        }
        #expect(promise(0.92, 0) == .holds)
        #expect(promise(0.91, 0.006) == .missesByChance)
        #expect(promise(0.91, 0.004) == .fails)
        #expect(promise(0.99, 0.004) == .fails)
        #expect(CoverageStudy.Share(1, runs: 20).standardError > 0.05)
    }
}
