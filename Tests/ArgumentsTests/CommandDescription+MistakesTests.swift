import Arguments
import Testing

struct CommandDescriptionMistakesTests {
    @Test func soundDescriptionHasNone() {
        #expect(waymark.mistakes().isEmpty)
    }

    private func command(
        _ name: String = "program", summary: String = "Do it", arguments: [ArgumentDescription] = [],
        options: [OptionDescription] = [], subcommands: [CommandDescription] = [], examples: [CommandExample] = []
    ) -> CommandDescription {
        CommandDescription(
            name: name, summary: summary, arguments: arguments, options: options, subcommands: subcommands,
            examples: examples)
    }

    private func flag(_ name: String, short: Character? = nil, help: String = "Do so") -> OptionDescription {
        OptionDescription(name: name, short: short, help: help)
    }

    @Test(arguments: ["", "Copy", "co py", "-copy", "1copy", "copié"])
    func nameMustBeWellFormed(name: String) {
        #expect(
            command(name).mistakes() == ["\(name): the name is not made of lower-case letters, digits and hyphens"])
        #expect(
            command(options: [flag(name)]).mistakes() == [
                "program: option '--\(name)': the name is not made of two or more lower-case letters, digits and hyphens"
            ])
    }

    @Test func longNameHasTwoLetters() {
        #expect(
            command(options: [flag("q")]).mistakes() == [
                "program: option '--q': the name is not made of two or more lower-case letters, digits and hyphens"
            ])
    }

    @Test(arguments: ["1", "-", "é"] as [Character])
    func shortNameIsALetter(short: Character) {
        #expect(
            command(options: [flag("quiet", short: short)]).mistakes() == [
                "program: option '--quiet': '-\(short)' is not an ASCII letter (a digit would be a negative number)"
            ])
    }

    @Test func namesAreUniqueAlongAPath() {
        let copy = command("copy", options: [flag("quiet"), flag("only", short: "v")])
        let program = command(options: [flag("quiet"), flag("verbose", short: "v")], subcommands: [copy, copy])
        #expect(
            Set(program.mistakes()) == [
                "program: two commands are 'copy'",
                "program copy: two options are '--quiet'",
                "program copy: two options are '-v'",
            ])
    }

    @Test func helpAndVersionAreKept() {
        let program = command(
            options: [flag("help"), flag("host", short: "h"), flag("version")],
            subcommands: [command("show", options: [flag("version")])])
        #expect(program.mistakes().contains("program: two options are '--help'"))
        #expect(program.mistakes().contains("program: two options are '-h'"))
        #expect(program.mistakes().contains("program: two options are '--version'"))
        #expect(
            command(subcommands: [command("help"), command("group", subcommands: [command("help")])]).mistakes()
                == ["program: two commands are 'help'"])
        #expect(command(subcommands: [command("show", options: [flag("version")])]).mistakes().isEmpty)
    }

    @Test func argumentsCanBeToldApart() {
        let many = ArgumentDescription(name: "FILE", help: "Files", cardinality: .zeroOrMore)
        #expect(
            command(arguments: [many, many]).mistakes() == [
                "program: two arguments are 'FILE'", "program: two arguments take any number of words",
            ])
        #expect(
            command(arguments: [many], subcommands: [command("copy")]).mistakes()
                == ["program: a group takes no arguments"])
    }

    @Test func textsReadWell() {
        #expect(command(summary: "Do it.").mistakes() == ["program: the summary is empty or ends with a full stop"])
        #expect(
            command(arguments: [ArgumentDescription(name: "ID", help: "")]).mistakes()
                == ["program: the help of 'ID' is empty or ends with a full stop"])
        #expect(
            command(options: [flag("quiet", help: "Be quiet.")]).mistakes()
                == ["program: option '--quiet': the help is empty or ends with a full stop"])
    }

    @Test func valuesCanBeWritten() {
        let option = OptionDescription(
            name: "format", help: "Formats", value: OptionValue("", possibleValues: ["a,b", "c", "c"], isList: true))
        #expect(
            command(options: [option]).mistakes() == [
                "program: option '--format': the value has no placeholder",
                "program: option '--format': two possible values are 'c'",
                "program: option '--format': the possible value 'a,b' has a comma",
            ])
    }

    @Test func examplesParse() {
        let examples = [
            CommandExample("program --quite", "Is mistyped."), CommandExample("git status", "Is another program."),
            CommandExample("program --quiet", "Is right."),
        ]
        #expect(
            command(options: [flag("quiet")], examples: examples).mistakes() == [
                "program: the example 'program --quite' does not parse: "
                    + "Unknown option '--quite'. Did you mean '--quiet'?",
                "program: the example 'git status' does not call 'program'",
            ])
    }
}
