import Arguments
import Testing

struct ArgumentProblemMessageTests {
    @Test(
        arguments: [
            (.unknownCommand("asess", suggestion: "assess"), "Unknown command 'asess'. Did you mean 'assess'?"),
            (.unknownCommand("deploy", suggestion: nil), "Unknown command 'deploy'."),
            (.unknownOption("--wav", suggestion: "--wave"), "Unknown option '--wav'. Did you mean '--wave'?"),
            (.unknownOption("-x", suggestion: nil), "Unknown option '-x'."),
            (.unknownOption("-1", suggestion: nil), "Unknown option '-1'. If it is an argument, write it after '--'."),
            (
                .misplacedOption("--wave", command: "waymark assess"),
                "Misplaced option '--wave': write 'waymark assess --wave'."
            ),
            (
                .missingValue(option: "--output", placeholder: "DIR"),
                "Option '--output' needs a value: write '--output=DIR'."
            ),
            (.missingValue(option: "-o", placeholder: "DIR"), "Option '-o' needs a value: write '-o DIR'."),
            (.unexpectedValue("yes", option: "--quiet"), "Option '--quiet' takes no value: leave out '=yes'."),
            (.missingArgument("ID", help: "Which questionnaire"), "Missing argument 'ID' (Which questionnaire)."),
            (.unexpectedArgument("b", allowed: 0), "Unexpected argument 'b': this command takes none."),
            (.unexpectedArgument("b", allowed: 1), "Unexpected argument 'b': this command takes only one."),
            (.unexpectedArgument("b", allowed: 3), "Unexpected argument 'b': this command takes at most 3."),
            (
                .invalidValue("mdd", option: "--format", expected: "one of html, md", suggestion: "md"),
                "Invalid value 'mdd' for '--format': expected one of html, md. Did you mean 'md'?"
            ),
            (
                .invalidValue("x", option: "--seed", expected: "a whole number", suggestion: nil),
                "Invalid value 'x' for '--seed': expected a whole number."
            ),
            (.repeatedOption("--wave", isList: false), "Option '--wave' is given more than once: keep one."),
            (
                .repeatedOption("--format", isList: true),
                "Option '--format' is given more than once: write all values in one, separated by commas."
            ),
        ] as [(ArgumentProblem, String)])
    func saysWhatIsWrongAndWhatToDo(problem: ArgumentProblem, message: String) {
        #expect(problem.message == message)
    }

    @Test func whatWasWrittenCannotControlTheTerminal() {
        #expect(
            ArgumentProblem.unknownCommand("\u{1B}[31mred\n", suggestion: nil).message
                == #"Unknown command '\u{1B}[31mred\u{A}'."#)
    }
}
