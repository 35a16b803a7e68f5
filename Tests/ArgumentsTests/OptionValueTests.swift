import Testing

@testable import Arguments

struct OptionValueTests {
    @Test func listIsSplitAtEveryComma() {
        let list = OptionValue("LIST", isList: true)
        #expect(list.values(in: "a") == ["a"])
        #expect(list.values(in: "a,b") == ["a", "b"])
        #expect(list.values(in: ",a,") == ["", "a", ""])
        #expect(list.values(in: "") == [""])
        #expect(list.values(in: "a,\u{301}b") == ["a", "\u{301}b"])
        #expect(OptionValue("W").values(in: "a,b") == ["a,b"])
    }

    @Test func possibleValuesAreClosed() {
        let closed = OptionValue("KEY", possibleValues: ["name", "score"])
        #expect(closed.accepts("name"))
        #expect(!closed.accepts("Name"))
        #expect(!closed.accepts(""))
        #expect(OptionValue("W").accepts("anything"))
    }

    @Test func expectationNamesThePossibleValues() {
        #expect(OptionValue("KEY", possibleValues: ["name", "score"]).expectation == "one of name, score")
        #expect(
            OptionValue("LIST", possibleValues: ["md", "csv"], isList: true).expectation
                == "one or more of md, csv, separated by commas")
    }
}
