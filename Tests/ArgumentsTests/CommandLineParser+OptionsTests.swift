import Testing

@testable import Arguments

struct CommandLineParserOptionsTests {
    @Test(arguments: ["--wave 2025", "--wave=2025", "-w 2025", "-w2025", "-w=2025"])
    func formsOfAnOptionWithAValueAreTheSame(form: String) throws {
        let expected = Invocation(
            commandPath: ["assess"], options: ["wave": ["2025"]], arguments: ["DIR": ["nso"]])
        #expect(try invocation("assess nso \(form)") == expected)
        #expect(try invocation("assess \(form) nso") == expected)
    }

    @Test(arguments: ["-qs", "-sq", "-q -s", "--quiet -s", "-s --quiet", "-qsq"])
    func flagsMayStandInACluster(form: String) throws {
        #expect(
            try invocation("assess \(form)") == Invocation(commandPath: ["assess"], flags: ["quiet", "skip-invalid"]))
    }

    @Test(arguments: ["-qsw2025", "-qsw 2025", "-qsw=2025"])
    func lastOfAClusterMayTakeAValue(form: String) throws {
        let invocation = try invocation("assess \(form) nso")
        #expect(invocation.flags == ["quiet", "skip-invalid"])
        #expect(invocation.value(of: "wave") == "2025")
        #expect(invocation.argument("DIR") == "nso")
    }

    @Test func valueTakesTheRestOfACluster() throws {
        let invocation = try invocation("assess -wqs")
        #expect(invocation.value(of: "wave") == "qs")
        #expect(invocation.flags.isEmpty)
    }

    @Test func onlyTheFirstEqualsSignSeparates() throws {
        #expect(try invocation("assess --wave=a=b").value(of: "wave") == "a=b")
        #expect(try invocation("assess --wave==").value(of: "wave") == "=")
        #expect(try invocation("assess -w==b").value(of: "wave") == "=b")
        #expect(try invocation("assess -w =b").value(of: "wave") == "=b")
    }

    @Test func valueMayBeEmpty() throws {
        #expect(try invocation("assess --wave= nso").options == ["wave": [""]])
        #expect(try invocation("assess -w= nso").options == ["wave": [""]])
        #expect(try invocation(["assess", "--wave", "", "nso"]).options == ["wave": [""]])
    }

    @Test(arguments: ["-1", "-0.5", "-.5", "-1e-3"])
    func negativeNumberIsAValue(number: String) throws {
        #expect(try invocation("assess --seed \(number)").value(of: "seed") == number)
        #expect(try invocation("assess --seed=\(number)").value(of: "seed") == number)
        #expect(try invocation("assess -qw \(number)").value(of: "wave") == number)
        #expect(try invocation("assess -w\(number)").value(of: "wave") == number)
    }

    @Test func loneDashIsAValue() throws {
        #expect(try invocation("assess --output - -q").value(of: "output") == "-")
        #expect(try invocation("assess -o - -q").value(of: "output") == "-")
    }

    @Test func valueWithADashNeedsAnEqualsSign() throws {
        #expect(try invocation("assess --output=-q").options == ["output": ["-q"]])
        #expect(try invocation("assess -o-q").options == ["output": ["-q"]])
        let missing = [ArgumentProblem.missingValue(option: "--output", placeholder: "DIR")]
        #expect(try problems("assess --output -q") == missing)
        #expect(try problems("assess --output --") == missing)
        #expect(try problems("assess --output") == missing)
        #expect(try problems("assess -qo") == [.missingValue(option: "-o", placeholder: "DIR")])
    }

    @Test func optionOnTheNextWordIsReadAfterAMissingValue() throws {
        #expect(
            try problems("assess --output --sort=size")
                == [
                    .missingValue(option: "--output", placeholder: "DIR"),
                    .invalidValue("size", option: "--sort", expected: "one of name, score", suggestion: nil),
                ])
    }

    @Test func flagTakesNoValue() throws {
        #expect(try problems("assess --quiet=yes") == [.unexpectedValue("yes", option: "--quiet")])
        #expect(try problems("assess --quiet=") == [.unexpectedValue("", option: "--quiet")])
        #expect(try problems("assess -sq=no") == [.unexpectedValue("no", option: "-q")])
        #expect(try problems("assess --help=me") == [.unexpectedValue("me", option: "--help")])
    }

    @Test func listIsSplitAtCommas() throws {
        #expect(try invocation("assess -f md,json,csv").values(of: "format") == ["md", "json", "csv"])
        #expect(try invocation("assess --format=md").values(of: "format") == ["md"])
        #expect(try invocation("assess --wave a,b").values(of: "wave") == ["a,b"])
    }

    @Test func everyPartOfAListIsChecked() throws {
        let expected = "one or more of html, md, json, csv, separated by commas"
        #expect(
            try problems("assess --format=xls,md,,JSON")
                == [
                    .invalidValue("xls", option: "--format", expected: expected, suggestion: nil),
                    .invalidValue("", option: "--format", expected: expected, suggestion: nil),
                    .invalidValue("JSON", option: "--format", expected: expected, suggestion: "json"),
                ])
    }

    @Test func repeatableOptionAddsUp() throws {
        #expect(try invocation("assess -t a --tag=b nso -tc").values(of: "tag") == ["a", "b", "c"])
    }

    @Test func otherOptionsMayBeGivenOnce() throws {
        #expect(try problems("assess -w 1 --wave=2 -w3") == [.repeatedOption("--wave", isList: false)])
        #expect(try problems("assess -w 1 -w 1") == [.repeatedOption("--wave", isList: false)])
        #expect(try problems("assess -f md -f json") == [.repeatedOption("--format", isList: true)])
        #expect(try problems("-l fr assess -l en") == [.repeatedOption("--language", isList: false)])
    }

    @Test func repeatedFlagIsHarmless() throws {
        #expect(try invocation("-q assess -qq --quiet").flags == ["quiet"])
    }
}
