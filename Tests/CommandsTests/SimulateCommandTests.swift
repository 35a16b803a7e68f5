import Testing

@testable import Commands

@Suite struct SimulateCommandTests {
    @Test(arguments: ["coverage", "changes"])
    func theReports(kind: String) throws {
        let files = MemoryFileSystem()
        let arguments = ["simulate", kind, "--runs", "40", "--draws", "99", "--seed", "7"]
        let outcome = files.run(arguments)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let names = ["html", "md", "json"].map { "simulation/\(kind).\($0)" }
        #expect(files.writes == names)
        #expect(outcome.output.contains("from the seed 7"))
        let markdown = try #require(files[names[1]])
        #expect(markdown.contains("| 1/3/4/4 |") && markdown.contains("promise") || markdown.contains("Promise"))
        #expect(try #require(files[names[2]]).contains("\"seed\": \"7\""))
        let again = MemoryFileSystem()
        #expect(again.run(arguments).output == outcome.output)
        #expect(names.allSatisfy { again[$0] == files[$0] })
        let other = MemoryFileSystem()
        #expect(other.run(["simulate", kind, "--runs", "40", "--draws", "99", "--seed", "8"]).exitCode == 0)
        #expect(other[names[2]] != files[names[2]])
    }

    @Test(arguments: [
        (["simulate", "coverage", "--runs", "0"], "--runs: \"0\" is no whole number from 1"),
        (["simulate", "changes", "--draws", "9"], "--draws: \"9\" is no whole number from 99"),
        (["simulate", "changes", "--seed", "-1"], "seed"), (["simulate", "covrage"], "coverage"),
        (["simulate", "coverage", "--format", "csv"], "html, md, json"),
    ])
    func whatIsWrongIsSaid(arguments: [String], message: String) {
        let files = MemoryFileSystem()
        let outcome = files.run(arguments)
        #expect(outcome.exitCode == 64)
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.writes.isEmpty && outcome.output.isEmpty)
    }
}
