import Testing

@testable import Arguments

struct ScopeTests {
    @Test func followsAPathAsFarAsItExists() {
        #expect(Scope(root: waymark, commandPath: ["questionnaire", "copy"]).command.name == "copy")
        #expect(Scope(root: waymark, commandPath: ["questionnaire", "paint", "copy"]).commandPath == ["questionnaire"])
        #expect(Scope(root: waymark, commandPath: []).isRoot)
    }

    @Test func ownOptionsStandBeforeInheritedAndBuiltInOnes() {
        #expect(
            Scope(root: waymark, commandPath: ["questionnaire", "show"]).options.map(\.name)
                == ["version", "quiet", "language", "help"])
        #expect(Scope(root: waymark).options.map(\.name) == ["quiet", "language", "help", "version"])
    }

    @Test(arguments: [
        ([], "waymark [OPTIONS] COMMAND"),
        (["assess"], "waymark assess [OPTIONS] [DIR]"),
        (["compare"], "waymark compare [OPTIONS] BEFORE AFTER [SUBJECT...]"),
        (["merge"], "waymark merge [OPTIONS] SOURCE... TARGET"),
        (["questionnaire"], "waymark questionnaire [OPTIONS] COMMAND"),
        (["questionnaire", "list"], "waymark questionnaire list [OPTIONS]"),
    ])
    func usageIsOneLine(path: [String], usage: String) {
        #expect(Scope(root: waymark, commandPath: path).usage == usage)
    }

    @Test func usageMentionsOptionsOnlyIfSomeAreDeclared() {
        #expect(Scope(root: CommandDescription(name: "true", summary: "Succeed")).usage == "true")
    }
}
