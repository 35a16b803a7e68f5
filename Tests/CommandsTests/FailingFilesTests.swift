import Testing

@testable import Commands

/// Disks that are full, rights that are missing, files that vanish.
@Suite struct FailingFilesTests {
    /// Command lines that write, with the fewest files that they write to the sample.
    static let writing: [([String], Int)] = [
        (["assess", "office"], 4), (["assess", "office", "--format", "csv", "--output", "elsewhere/deep"], 1),
        (["init", "new"], 3), (["template", "copy", "office"], 6),
        (["questionnaire", "copy", "ml-maturity", "office"], 7), (["demo", "--output", "demo"], 20),
        (["schema", "copy", "office"], 7), (["translate", "de", "office", "--only", "mlops-practice,strings"], 7),
    ]

    private func files() -> MemoryFileSystem {
        let files = Sample.files()
        files["office/reports/2026/ml-maturity.md"] = "an earlier report"
        return files
    }

    @Test(arguments: writing)
    func aFullDisk(arguments: [String], fewest: Int) throws {
        let complete = files()
        #expect(complete.run(arguments).exitCode == 0)
        let count = complete.writes.count
        try #require(count >= fewest)
        for number in 1...count where number < 3 || number > count - 3 {
            let files = files()
            let before = files.files
            files.writeFailure = { write, _ in write == number ? .diskFull : nil }
            let outcome = files.run(arguments)
            #expect(outcome.exitCode == 74)
            let path = complete.writes[number - 1]
            #expect(
                outcome.notes.contains(
                    "waymark: \(path) cannot be written: the disk is full; make room and run the command again\n"))
            // Nothing goes on after the failure, and whatever is there is whole.
            #expect(files.writes.count == number)
            for (path, bytes) in files.files { #expect(bytes == complete.files[path] || bytes == before[path]) }
            for path in before.keys { #expect(files.files[path] != nil) }
            #expect(files.files[path] == before[path])
        }
    }

    @Test(arguments: writing)
    func noRightToWrite(arguments: [String], fewest: Int) {
        let files = files()
        let before = files.files
        files.writeFailure = { _, _ in .notPermitted }
        let outcome = files.run(arguments)
        #expect(outcome.exitCode == 73)
        #expect(outcome.notes.contains(" cannot be made: access is not permitted; check the rights"))
        #expect(files.files == before && files.writes.count == 1)
    }

    @Test(arguments: writing)
    func noRightToMakeAFolder(arguments: [String], fewest: Int) {
        let files = files()
        let before = files.files
        files.folderFailure = { _ in .notPermitted }
        #expect(files.run(arguments).exitCode == 73)
        #expect(files.files == before && files.writes.isEmpty)
    }

    @Test(arguments: [
        "office/waymark.json", "office/waves/2026/wave.json", "office/waves/2026/responses/r-03.json",
        "office/templates/report.md.mustache", "office/templates/strings/en.json",
        "office/questionnaires/ml-maturity/questionnaire.json", "office/questionnaires/ml-maturity/items/culture.json",
    ])
    func aFileThatVanishesBetweenListAndRead(path: String) {
        for kind in [FileFailure.Kind.missing, .other("the medium failed")] {
            let files = files()
            _ = files.run("template", "copy", "office")
            _ = files.run("questionnaire", "copy", "ml-maturity", "office")
            let (before, writes) = (files.files, files.writes.count)
            files.readFailure = { $0 == path ? kind : nil }
            for arguments in [["assess", "office"], ["check", "office"]] {
                let outcome = files.run(arguments)
                #expect(outcome.exitCode == 66, "\(arguments)")
                let message = FileFailure(path: path, kind: kind).message
                #expect(outcome.notes.contains("waymark: \(path): \(message)\n"), "\(outcome.notes)")
                #expect(outcome.output.isEmpty)
            }
            #expect(files.files == before && files.writes.count == writes)
        }
    }

    /// A fault in one format keeps the others from being written.
    @Test func everythingIsRenderedBeforeAnythingIsWritten() {
        let files = files()
        files["office/templates/report.md.mustache"] = "{{unknown}}"
        #expect(files.run("assess", "office", "--format", "json,csv,md").exitCode == 65)
        #expect(files.writes.isEmpty)
        #expect(files.run("assess", "office", "--format", "json,csv").exitCode == 0)
        #expect(files.writes.count == 2)
    }
}
