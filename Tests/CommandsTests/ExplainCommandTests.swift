import Testing

@testable import Commands

@Suite struct ExplainCommandTests {
    @Test(arguments: [
        ("technology", "Technology: Score = 15.0"), ("technology.cap", "Decided by Software restricted or slow"),
        ("overall", "Overall"), ("TB2", "TB2 Software restricted or slow: "), ("overallBand", "the band of"),
    ])
    func aName(name: String, part: String) {
        let outcome = Sample.files().run("explain", name, "office")
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
        #expect(outcome.output.contains(part), "\(outcome.output)")
    }

    @Test func nothingIsWritten() {
        let files = Sample.files()
        _ = files.run("explain", "overall", "office")
        #expect(files.writes.isEmpty)
    }
}
