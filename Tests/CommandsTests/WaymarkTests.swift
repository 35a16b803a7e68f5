import Testing

@testable import Arguments
@testable import Commands

@Suite struct WaymarkTests {
    /// Every command of the program, groups included.
    static let commands: [[String]] = paths(of: Waymark.root, [])

    private static func paths(of command: CommandDescription, _ path: [String]) -> [[String]] {
        [path] + command.subcommands.flatMap { paths(of: $0, path + [$0.name]) }
    }

    private static func command(_ path: [String]) -> CommandDescription? {
        path.reduce(Waymark.root) { $0?.subcommands.first { [name = $1] in $0.name == name } }
    }

    @Test func theDescriptionOfTheProgramIsSound() {
        #expect(Waymark.root.mistakes() == [])
        #expect(Self.commands.count == 41)
    }

    @Test(arguments: commands)
    func helpHasAUsageLineAndAnExample(path: [String]) throws {
        let outcome = MemoryFileSystem().run(path + ["--help"])
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
        let name = (["waymark"] + path).joined(separator: " ")
        #expect(outcome.output.hasPrefix("Usage: \(name)"))
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let command = try #require(Self.command(path))
        // A group without examples of its own has them in its commands.
        if command.subcommands.isEmpty {
            #expect(outcome.output.contains("Examples:\n  \(name)"))
            #expect(!command.examples.isEmpty)
        } else {
            #expect(outcome.output.contains("Commands:"))
        }
    }

    @Test(arguments: commands)
    func everyExampleParses(path: [String]) throws {
        for example in try #require(Self.command(path)).examples {
            let words = try #require(example.words(after: "waymark"))
            guard case .invocation(let invocation) = try Waymark.root.parse(words) else {
                Issue.record("\(example.commandLine) asks for help")
                return
            }
            #expect(path.isEmpty || invocation.commandPath == path)
        }
    }

    @Test func theVersion() {
        let outcome = MemoryFileSystem().run("--version")
        #expect(outcome.output == "waymark \(Waymark.version)\n")
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
    }

    @Test func nothingAskedForIsHelp() {
        #expect(MemoryFileSystem().run().output == MemoryFileSystem().run("--help").output)
        #expect(MemoryFileSystem().run("help").exitCode == 0)
    }

    @Test(arguments: [
        (["asess"], "Did you mean 'assess'?"), (["questionnaire", "lst"], "'list'"),
        (["assess", "--wav", "x"], "--wave"),
        (["assess", "a", "b"], "b"), (["init"], "DIR"), (["check"], "FILE|DIR"),
        (["assess", "--format", "docx"], "html, md, json, csv"),
        (["check", "--format", "xml", "a"], "text, json"), (["init", "x", "--collection", "vote"], "consensus"),
        (["explain"], "METRIC|ITEM"), (["assess", "--output"], "DIR"), (["\u{1B}[31m"], "\\u{1B}"),
    ])
    func mistakesOnTheCommandLine(arguments: [String], hint: String) {
        let files = Sample.files()
        let before = files.files
        let outcome = files.run(arguments)
        #expect(outcome.exitCode == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.notes.contains(hint), "\(outcome.notes)")
        #expect(outcome.notes.contains("Usage: waymark"))
        #expect(outcome.notes.contains("--help'"))
        #expect(files.files == before)
    }

    /// Names in messages may come from anyone; they steer no terminal.
    @Test(arguments: [
        ["assess", "\u{1B}[31mx"], ["explain", "\u{1B}[31mx", "office"], ["assess", "office", "-w", "\u{9B}31m"],
        ["check", "\u{202E}x"], ["init", "x", "--wave", "\u{7}"], ["init", "x", "--language", "\u{1B}c"],
        ["questionnaire", "show", "\u{1B}c"], ["questionnaire", "copy", "./\u{1B}c.json", "x"],
    ])
    func messagesAreQuiet(arguments: [String]) {
        let outcome = Sample.files().run(arguments)
        #expect(outcome.exitCode == 64 || outcome.exitCode == 66)
        let loud = outcome.notes.unicodeScalars.filter {
            $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
        }
        #expect(loud.isEmpty && !outcome.notes.isEmpty)
    }

    @Test func outputThatIsRefusedIsAnError() {
        let files = Sample.files()
        let before = files.files
        for arguments in [["--help"], ["assess", "office"], ["explain", "overall", "office"], ["template", "list"]] {
            let outcome = files.run(arguments, isFull: true)
            #expect(outcome.exitCode == 74)
            #expect(outcome.notes.hasPrefix("waymark: standard output cannot be written: "))
        }
        #expect(files.files == before)
    }
}
