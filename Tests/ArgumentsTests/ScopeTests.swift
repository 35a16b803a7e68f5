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

    @Test func inheritedOptionsStandFromTheInsideOutwards() {
        let option = { (name: String) in [OptionDescription(name: name, help: "Help")] }
        let inner = CommandDescription(name: "inner", summary: "Inner", options: option("inner-option"))
        let middle = CommandDescription(
            name: "middle", summary: "Middle", options: option("middle-option"), subcommands: [inner])
        let outer = CommandDescription(
            name: "outer", summary: "Outer", options: option("outer-option"), subcommands: [middle])
        #expect(
            Scope(root: outer, commandPath: ["middle", "inner"]).declaredOptions.map(\.name)
                == ["inner-option", "middle-option", "outer-option"])
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
