import Testing

@testable import Arguments

struct HelpRowTests {
    private func text(_ value: OptionValue) -> String {
        HelpRow(option: OptionDescription(name: "key", help: "Help", value: value)).text
    }

    @Test func notesFollowTheHelp() {
        #expect(text(OptionValue("K")) == "Help")
        #expect(text(OptionValue("K", defaultText: "a")) == "Help (default: a)")
        #expect(text(OptionValue("K", isList: true)) == "Help (separated by commas)")
        #expect(
            text(OptionValue("K", defaultText: "a", possibleValues: ["a", "b"], isRepeatable: true))
                == "Help (one of a, b; may be repeated; default: a)")
        #expect(
            text(OptionValue("K", possibleValues: ["a", "b"], isList: true))
                == "Help (one or more of a, b, separated by commas)")
    }

    @Test func labelShowsTheFormsOfAnOption() {
        #expect(HelpRow(option: OptionDescription(name: "quiet", short: "q", help: "")).label == "-q, --quiet")
        #expect(
            HelpRow(option: OptionDescription(name: "seed", help: "", value: OptionValue("N"))).label
                == "    --seed N")
    }

    @Test func labelShowsThatAnArgumentMayBeRepeated() {
        let label = { HelpRow(argument: ArgumentDescription(name: "ID", help: "", cardinality: $0)).label }
        #expect(label(.required) == "ID")
        #expect(label(.optional) == "ID")
        #expect(label(.oneOrMore) == "ID...")
        #expect(label(.zeroOrMore) == "ID...")
    }

    @Test func textStandsInItsColumn() {
        let row = HelpRow(command: CommandDescription(name: "list", summary: "one two three"))
        #expect(row.lines(labelWidth: 6, width: 18) == ["  list    one two", "          three"])
        #expect(row.lines(labelWidth: 4, width: 40) == ["  list  one two three"])
        #expect(row.lines(labelWidth: 3, width: 40) == ["  list", "       one two three"])
    }

    @Test func rowWithoutTextHasNoTrailingSpaces() {
        let row = HelpRow(command: CommandDescription(name: "list", summary: ""))
        #expect(row.lines(labelWidth: 8, width: 40) == ["  list"])
    }
}
