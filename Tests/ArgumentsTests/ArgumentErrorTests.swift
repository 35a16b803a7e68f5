import Arguments
import Testing

struct ArgumentErrorTests {
    private func message(_ line: String) throws -> String {
        try #require(throws: ArgumentError.self) { try waymark.parse(words(line)) }.description
    }

    @Test func endsWithTheSynopsisAndThePlaceOfHelp() throws {
        #expect(
            try message("assess --wvae 2025 nso extra") == """
                Unknown option '--wvae'. Did you mean '--wave'?
                Unexpected argument 'extra': this command takes only one.
                Usage: waymark assess [OPTIONS] [DIR]
                See 'waymark assess --help'.
                """)
    }

    @Test func isAboutTheGroupThatLacksTheCommand() throws {
        #expect(
            try message("questionnaire lsit") == """
                Unknown command 'lsit'. Did you mean 'list'?
                Usage: waymark questionnaire [OPTIONS] COMMAND
                See 'waymark questionnaire --help'.
                """)
        #expect(
            try message("asess") == """
                Unknown command 'asess'. Did you mean 'assess'?
                Usage: waymark [OPTIONS] COMMAND
                See 'waymark --help'.
                """)
    }

    @Test func canBeMadeByACommand() {
        let error = ArgumentError(
            [.invalidValue("abc", option: "--seed", expected: "a whole number", suggestion: nil)],
            at: ["assess"], of: waymark)
        #expect(error.command == "waymark assess")
        #expect(error.usage == "waymark assess [OPTIONS] [DIR]")
        #expect(
            error.description == """
                Invalid value 'abc' for '--seed': expected a whole number.
                Usage: waymark assess [OPTIONS] [DIR]
                See 'waymark assess --help'.
                """)
    }
}
