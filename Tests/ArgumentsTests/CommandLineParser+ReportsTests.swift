import Testing

@testable import Arguments

struct CommandLineParserReportsTests {
    @Test(arguments: [
        ("asess", "assess"), ("ASSESS", "assess"), ("quest", "questionnaire"), ("halp", "help"), ("deploy", nil),
    ])
    func unknownCommandAtTheRoot(name: String, meant: String?) throws {
        #expect(try problems(name) == [.unknownCommand(name, suggestion: meant)])
    }

    @Test func unknownCommandInAGroup() throws {
        #expect(try problems("questionnaire shwo") == [.unknownCommand("shwo", suggestion: "show")])
        #expect(try problems("questionnaire assess") == [.unknownCommand("assess", suggestion: nil)])
    }

    @Test func longNamesAreNotAbbreviated() throws {
        #expect(try problems("assess --skip") == [.unknownOption("--skip", suggestion: "--skip-invalid")])
        #expect(try problems("assess --form=md") == [.unknownOption("--form", suggestion: "--format")])
    }

    @Test func unknownOptionWithAndWithoutSuggestion() throws {
        #expect(try problems("assess --otuput=x") == [.unknownOption("--otuput", suggestion: "--output")])
        #expect(try problems("assess --QUIET") == [.unknownOption("--QUIET", suggestion: "--quiet")])
        #expect(try problems("assess --hlep") == [.unknownOption("--hlep", suggestion: "--help")])
        #expect(try problems("--verison") == [.unknownOption("--verison", suggestion: "--version")])
        #expect(try problems("assess --bogus") == [.unknownOption("--bogus", suggestion: nil)])
        #expect(try problems("assess ---wave=1") == [.unknownOption("---wave", suggestion: "--wave")])
        #expect(try problems("assess --=1") == [.unknownOption("--=1", suggestion: nil)])
    }

    @Test func unknownLetterEndsItsCluster() throws {
        #expect(try problems("assess -x") == [.unknownOption("-x", suggestion: nil)])
        #expect(try problems("assess -qx2025") == [.unknownOption("-x", suggestion: nil)])
        #expect(
            try problems("assess nso -x2025 b")
                == [.unknownOption("-x", suggestion: nil), .unexpectedArgument("b", allowed: 1)])
        #expect(try problems("assess -é") == [.unknownOption("-é", suggestion: nil)])
    }

    @Test func negativeNumberThatIsNoValueIsOneUnknownOption() throws {
        #expect(try problems("assess -12.5") == [.unknownOption("-12.5", suggestion: nil)])
        #expect(try problems("assess -1x") == [.unknownOption("-1", suggestion: nil)])
    }

    @Test(arguments: ["assess -output reports", "assess -output=reports"])
    func longNameBehindOneDashIsNotACluster(line: String) throws {
        #expect(try problems(line) == [.unknownOption("-output", suggestion: "--output")])
    }

    @Test func valueOfAMistypedOptionIsNoArgument() throws {
        #expect(try problems("assess nso --wvae 2025") == [.unknownOption("--wvae", suggestion: "--wave")])
        #expect(try problems("assess nso -wave 2025") == [.unknownOption("-wave", suggestion: "--wave")])
        // A mistyped flag has no value, so the word behind it is an argument.
        #expect(
            try problems("assess nso --quite b")
                == [.unknownOption("--quite", suggestion: "--quiet"), .unexpectedArgument("b", allowed: 1)])
    }

    @Test func optionBeforeItsCommandIsMisplaced() throws {
        #expect(
            try problems("--wave 2025 assess nso") == [.misplacedOption("--wave", command: "waymark assess")])
        #expect(try problems("-w 2025 assess nso") == [.misplacedOption("-w", command: "waymark assess")])
        #expect(try problems("-sq assess nso") == [.misplacedOption("-s", command: "waymark assess")])
        #expect(
            try problems("questionnaire --version 2 show nso")
                == [.misplacedOption("--version", command: "waymark questionnaire show")])
    }

    @Test func unknownOptionBeforeTheCommandDoesNotHideTheCommand() throws {
        #expect(try problems("--bogus x assess nso") == [.unknownOption("--bogus", suggestion: nil)])
        #expect(
            try problems("--bogus assess a b")
                == [.unknownOption("--bogus", suggestion: nil), .unexpectedArgument("b", allowed: 1)])
        #expect(
            try problems("--bogus x y assess")
                == [.unknownOption("--bogus", suggestion: nil), .unknownCommand("y", suggestion: nil)])
    }

    @Test func allProblemsAreReportedTogetherAndOnce() throws {
        #expect(
            try problems("compare -w --bogus --bogus --quiet=1 -l a -l b")
                == [
                    .unknownOption("-w", suggestion: nil),
                    .unknownOption("--bogus", suggestion: nil),
                    .unexpectedValue("1", option: "--quiet"),
                    .repeatedOption("--language", isList: false),
                    .missingArgument("BEFORE", help: "The earlier wave"),
                    .missingArgument("AFTER", help: "The later wave"),
                ])
    }
}
