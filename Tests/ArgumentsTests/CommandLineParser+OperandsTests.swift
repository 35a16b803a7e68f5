import Testing

@testable import Arguments

struct CommandLineParserOperandsTests {
    @Test func optionalArgumentMayBeLeftOut() throws {
        #expect(try invocation("assess").arguments == [:])
        #expect(try invocation("assess nso").arguments == ["DIR": ["nso"]])
        #expect(try problems("assess nso b") == [.unexpectedArgument("b", allowed: 1)])
    }

    @Test func wordsGoToTheArgumentsInOrder() throws {
        #expect(try invocation("compare 1 2").arguments == ["BEFORE": ["1"], "AFTER": ["2"]])
        #expect(
            try invocation("compare 1 2 b a").arguments == ["BEFORE": ["1"], "AFTER": ["2"], "SUBJECT": ["b", "a"]])
    }

    @Test func manyWordsLeaveOneForTheArgumentBehind() throws {
        #expect(try invocation("merge a t").arguments == ["SOURCE": ["a"], "TARGET": ["t"]])
        #expect(try invocation("merge a b c t").arguments == ["SOURCE": ["a", "b", "c"], "TARGET": ["t"]])
    }

    @Test func whatMayBeLeftOutLeavesTheWordToWhatMayNot() throws {
        let program = CommandDescription(
            name: "convert", summary: "Convert",
            arguments: [
                ArgumentDescription(name: "FORMAT", help: "The format", cardinality: .optional),
                ArgumentDescription(name: "SOURCE", help: "The sources", cardinality: .zeroOrMore),
                ArgumentDescription(name: "TARGET", help: "The target"),
            ])
        let expected: [[String]: [String: [String]]] = [
            ["a"]: ["TARGET": ["a"]],
            ["a", "b"]: ["FORMAT": ["a"], "TARGET": ["b"]],
            ["a", "b", "c", "d"]: ["FORMAT": ["a"], "SOURCE": ["b", "c"], "TARGET": ["d"]],
        ]
        for (words, arguments) in expected {
            #expect(
                try program.parse(words) == .invocation(Invocation(commandPath: [], arguments: arguments)))
        }
    }

    @Test func everyMissingArgumentIsReported() throws {
        let before = ArgumentProblem.missingArgument("BEFORE", help: "The earlier wave")
        let after = ArgumentProblem.missingArgument("AFTER", help: "The later wave")
        #expect(try problems("compare") == [before, after])
        #expect(try problems("compare 2024") == [after])
        #expect(try problems("merge a") == [.missingArgument("TARGET", help: "The file to write")])
        #expect(
            try problems("merge")
                == [
                    .missingArgument("SOURCE", help: "Files to join"),
                    .missingArgument("TARGET", help: "The file to write"),
                ])
    }

    @Test func everyWordTooManyIsReported() throws {
        #expect(
            try problems("questionnaire copy a b c d")
                == [.unexpectedArgument("c", allowed: 2), .unexpectedArgument("d", allowed: 2)])
        #expect(try problems("questionnaire list all") == [.unexpectedArgument("all", allowed: 0)])
    }

    @Test func valueOfAnUnknownOptionIsNotReportedOnceMore() throws {
        let unknown = [ArgumentProblem.unknownOption("--bogus", suggestion: nil)]
        #expect(try problems("assess --bogus x nso") == unknown)
        #expect(try problems("assess nso --bogus x") == unknown)
        #expect(try problems("questionnaire copy --bogus nso") == unknown)
        #expect(try problems("assess --bogus=x nso b") == unknown + [.unexpectedArgument("b", allowed: 1)])
        #expect(try problems("assess --bogus x nso b") == unknown + [.unexpectedArgument("b", allowed: 1)])
    }
}
