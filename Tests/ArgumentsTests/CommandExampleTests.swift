import Testing

@testable import Arguments

struct CommandExampleTests {
    @Test(arguments: [
        ("waymark", []),
        ("waymark assess nso", ["assess", "nso"]),
        ("cat a.json | waymark assess - > out.html", ["assess", "-"]),
        ("waymark assess  'nso' \"b\" && echo done", ["assess", "nso", "b"]),
        ("waymark assess '", ["assess", "'"]),
        ("git status", nil),
        ("", nil),
    ])
    func wordsAreThoseOfTheProgram(commandLine: String, words: [String]?) {
        #expect(CommandExample(commandLine, "Does it.").words(after: "waymark") == words)
    }
}
