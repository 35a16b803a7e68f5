import Statistics
import Testing

@Suite struct ChangeStudyTests {
    /// The short version: false changes are rare, whether people are recognised or not.
    @Test func whatIsPromisedHolds() {
        let study = ChangeStudy(pairs: 200, draws: 99, seed: 5)
        #expect(study.rowCount == 10)
        for row in 0..<study.rowCount {
            let found = study.row(row, parts: study.parts.indices.map { study.run(row: row, part: $0) })
            #expect(found.promise != .fails, "\(found)")
            #expect(found.found.value < found.single * 5)
        }
    }
}
