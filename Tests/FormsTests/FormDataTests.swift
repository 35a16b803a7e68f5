import JSON
import Questionnaires
import Testing

@testable import Forms

@Suite struct FormDataTests {
    private func data(
        _ questionnaire: Questionnaire, _ subject: FormSubject = .wave("2026"), words: [String: String] = [:]
    ) -> String {
        FormData(
            questionnaire: questionnaire, subject: subject, key: "small/0123/wave/2026", language: "en",
            decimalSeparator: ",", words: words
        ).text
    }

    private func object(_ text: String) throws -> JSONObjectReader {
        let reader = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "data")
        return try #require(reader.map())
    }

    @Test func subjectIsAWaveOrAProjectOrAskedFor() throws {
        let small = try smallQuestionnaire()
        let wave = try object(data(small))
        #expect(wave["wave"]?.string() == "2026" && wave["project"] == nil && wave["asksForProject"] == nil)
        let project = try object(data(small, .project("coding")))
        #expect(project["project"]?.string() == "coding" && project["wave"] == nil)
        let open = try object(data(small, .project(nil)))
        #expect(open["asksForProject"]?.bool() == true && open["project"] == nil && open["wave"] == nil)
    }

    /// Nothing in the data ends the element in which it stands, and it is the same data.
    @Test func dataHoldsNoMarkup() throws {
        let words = ["title": "</script><script>alert(1)</script><!--"]
        let text = data(try smallQuestionnaire(), words: words)
        #expect(!text.contains("<") && text.contains("\\u003c"))
        #expect(try object(text)["words"]?.map()?["title"]?.string() == words["title"])
    }

    @Test func itemsSayHowTheyAreAnswered() throws {
        let items = try #require(try object(data(try smallQuestionnaire()))["items"]?.array())
        let kinds = items.map { $0.map()?["kind"]?.string() }
        #expect(kinds == ["one", "one", "several", "number", "text"])
        let number = try #require(items[3].map())
        #expect(number["low"]?.number() == 0 && number["high"]?.number() == 30)
        let several = try #require(items[2].map())
        // An option of its own says that nothing applies.
        #expect(several["canBeNothing"]?.bool() == false)
        #expect(several["options"]?.array()?[0].map()?["alone"]?.bool() == true)
        let conditional = try #require(items[1].map())
        #expect(conditional["canBeNotApplicable"]?.bool() == false)
        #expect(conditional["when"]?.map()?["option"]?.string() == "yes")
        // No condition compares a value: the page learns none.
        #expect(items.allSatisfy { $0.map()?["value"] == nil })
    }

    @Test func conditionsKeepTheirWords() {
        let condition = Condition.all([
            .any([.item("A", .option("1")), .item("B", .includes("x"))]),
            .not(.item("C", .state(.dontKnow))),
            .item("D", .number([.init(relation: .atLeast, number: 2), .init(relation: .below, number: 5)])),
            .item("E", .value([.init(relation: .equals, number: 0.5)])),
        ])
        let expected: JSONValue = [
            "all": [
                ["any": [["item": "A", "option": "1"], ["item": "B", "includes": "x"]]],
                ["not": ["item": "C", "state": "dontKnow"]],
                ["item": "D", "number": ["atLeast": 2.0, "below": 5.0]],
                ["item": "E", "value": ["equals": 0.5]],
            ]
        ]
        #expect(condition.formValue == expected)
    }

    /// What a page cannot know is asked of everybody.
    @Test func whatAPageCannotKnowHolds() {
        let unknown: [Condition] = [
            .metric("m", .outcome("go")), .tag("t", value: "v"), .asOf([.atLeast: "2027-01-01"]),
            .subject("office", .metric("m", .outcome("go"))), .item("A", .gateRating([.atLeast: "3"])),
        ]
        for condition in unknown { #expect(condition.formValue == ["all": []]) }
    }
}
