import Testing

@testable import Arguments

/// Commands, help, version and the end of options.
struct CommandLineParserTests {
    @Test func findsTheCommandThroughGroups() throws {
        #expect(try invocation("assess") == Invocation(commandPath: ["assess"]))
        #expect(try invocation("questionnaire list") == Invocation(commandPath: ["questionnaire", "list"]))
    }

    @Test func subcommandNameIsAnArgumentOfACommand() throws {
        #expect(try invocation("assess compare").argument("DIR") == "compare")
        #expect(try invocation("assess help").argument("DIR") == "help")
    }

    @Test(arguments: [
        ("--help", []),
        ("-h", []),
        ("help", []),
        ("help help", []),
        ("", []),
        ("--quiet", []),
        ("questionnaire", ["questionnaire"]),
        ("questionnaire -q", ["questionnaire"]),
        ("assess --help", ["assess"]),
        ("assess -h", ["assess"]),
        ("assess -qh", ["assess"]),
        ("--help assess", ["assess"]),
        ("help assess", ["assess"]),
        ("help questionnaire copy", ["questionnaire", "copy"]),
        ("questionnaire --help copy", ["questionnaire", "copy"]),
        ("questionnaire copy --help", ["questionnaire", "copy"]),
        ("--version --help", []),
    ])
    func helpIsOfTheCommandThatTheWordsLeadTo(line: String, path: [String]) throws {
        #expect(try waymark.parse(words(line)) == .help(commandPath: path))
    }

    @Test(arguments: ["assess a b --bogus --help", "assess --sort=size -h", "help assess a b", "compare --help"])
    func helpPrevailsOverProblems(line: String) throws {
        let command = line.contains("compare") ? "compare" : "assess"
        #expect(try waymark.parse(words(line)) == .help(commandPath: [command]))
    }

    @Test func helpForAnUnknownCommandIsAnError() throws {
        let unknown = [ArgumentProblem.unknownCommand("asess", suggestion: "assess")]
        #expect(try problems("help asess") == unknown)
        #expect(try problems("--help asess") == unknown)
        #expect(try problems("asess --help") == unknown)
    }

    @Test func helpIsNotAskedForByAValueOrBehindTheEndOfOptions() throws {
        #expect(try invocation("assess --output=--help").value(of: "output") == "--help")
        #expect(try invocation("assess -- --help").argument("DIR") == "--help")
        #expect(try problems("questionnaire help") == [.unknownCommand("help", suggestion: nil)])
    }

    @Test(arguments: ["--version", "--version assess", "--version nonsense", "-q --version --bogus"])
    func versionIsUnderstoodAtTheRoot(line: String) throws {
        #expect(try waymark.parse(words(line)) == .version)
    }

    @Test func versionBelowTheRootIsTheCommandsOwn() throws {
        #expect(try invocation("questionnaire show nso --version 2").value(of: "version") == "2")
        #expect(try problems("assess --version") == [.misplacedOption("--version", command: "waymark")])
    }

    @Test func doubleDashEndsTheOptions() throws {
        #expect(try invocation("assess -q -- --wave").arguments == ["DIR": ["--wave"]])
        #expect(
            try invocation("compare -- -1 -- --").arguments
                == ["BEFORE": ["-1"], "AFTER": ["--"], "SUBJECT": ["--"]])
        #expect(try invocation("compare 1 -- 2 -q").arguments == ["BEFORE": ["1"], "AFTER": ["2"], "SUBJECT": ["-q"]])
        #expect(try invocation("assess --").arguments.isEmpty)
        #expect(try invocation("-- assess -q").arguments == ["DIR": ["-q"]])
    }

    @Test func loneDashIsAnArgument() throws {
        #expect(try invocation("assess -").argument("DIR") == "-")
        #expect(try invocation("assess -q - -s").flags == ["quiet", "skip-invalid"])
        #expect(try problems("-") == [.unknownCommand("-", suggestion: nil)])
    }

    @Test func emptyWordIsAnArgument() throws {
        #expect(try invocation(["assess", ""]).argument("DIR") == "")
    }

    @Test func optionsOfAGroupAreUnderstoodEverywhereBelow() throws {
        let expected = Invocation(
            commandPath: ["questionnaire", "copy"], flags: ["quiet"], options: ["language": ["fr"]],
            arguments: ["ID": ["nso"]])
        for line in [
            "-q --language fr questionnaire copy nso", "questionnaire -q --language=fr copy nso",
            "-l fr questionnaire copy nso -q", "questionnaire copy nso -qlfr",
        ] {
            #expect(try invocation(line) == expected)
        }
    }

    @Test func nothingIsJudgedBehindAnUnknownCommand() throws {
        #expect(
            try problems("--bogus=1 asess --nonsense a b")
                == [.unknownOption("--bogus", suggestion: nil), .unknownCommand("asess", suggestion: "assess")])
    }
}
