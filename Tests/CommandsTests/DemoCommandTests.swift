import Testing

@testable import Commands

@Suite struct DemoCommandTests {
    @Test func aForeignFolderIsLeftAlone() {
        for (path, text) in [("demo/notes.txt", "mine"), ("demo/waymark.json", "{}"), ("demo/.hidden", "mine")] {
            let files = MemoryFileSystem([path: text])
            let outcome = files.run("demo", "--output", "demo")
            #expect(outcome.exitCode == 73)
            #expect(outcome.notes.contains("demo cannot be made: the folder is not empty and not an earlier demo"))
            #expect(files.files.count == 1 && files.writes.isEmpty && outcome.output.isEmpty)
        }
    }

    @Test func anEmptyFolderAndAnEarlierDemoAreWrittenTo() throws {
        let files = MemoryFileSystem()
        try files.makeFolder("demo")
        let first = files.run("demo", "-o", "demo")
        #expect(first.exitCode == 0)
        let written = files.files
        #expect(files.run("demo", "-o", "demo").output == first.output)
        #expect(files.files == written)
    }
}
