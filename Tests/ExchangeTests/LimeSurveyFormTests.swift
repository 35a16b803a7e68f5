import JSON
import Questionnaires
import Testing

@testable import Exchange

@Suite struct LimeSurveyFormTests {
    private let questionnaire: Questionnaire

    init() throws { questionnaire = try MixedQuestionnaire.make() }

    private func rows(_ source: FormSource) throws -> [[String: String]] {
        let table = try CSVTable(parsing: source.limeSurvey().bytes, file: "t.txt")
        return table.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(table.header.map(\.text), row.cells.map(\.text)))
        }
    }

    @Test func theRows() throws {
        let rows = try rows(try FormSources.make(questionnaire))
        func question(_ name: String) -> [String: String]? { rows.first { $0["class"] == "Q" && $0["name"] == name } }
        #expect(question("wmwave")?["text"] == "{\"2026\"}" && question("wmwave")?["hidden"] == "1")
        #expect(question("J205")?["type/scale"] == "L" && question("J205")?["help"] == "Two<br />lines")
        #expect(question("J205rx2")?["relevance"] == "J205.NAOK == \"na\"" && question("J205rx2")?["mandatory"] == "Y")
        #expect(question("M1")?["type/scale"] == "M" && question("M1")?["exclude_all_others"] == "A3;none;dk;na")
        #expect(question("N1")?["min_num_value_n"] == "-10" && question("N1s")?["type/scale"] == "L")
        // Braces would begin an expression.
        #expect(rows.contains { $0["class"] == "G" && $0["name"] == "Tools {and} <more>" } == true)
        let answers = rows.filter { $0["class"] == "A" || $0["class"] == "SQ" }
        #expect(answers.allSatisfy { ($0["name"] ?? "").count <= 5 && $0["text"] != "" })
    }

    @Test func eachLanguageHasTheWholeForm() throws {
        let source = try FormSources.make(questionnaire, languages: [("en", "English"), ("fr", "French")])
        let rows = try rows(source)
        func form(_ language: String) -> [[String?]] {
            rows.filter { $0["language"] == language && $0["class"] != "SL" }
                .map { [$0["id"], $0["class"], $0["class"] == "G" ? $0["type/scale"] : $0["name"], $0["relevance"]] }
        }
        #expect(form("en") == form("fr") && form("en").count > 100)
        #expect(rows.contains { $0["name"] == "additional_languages" && $0["text"] == "fr" })
        #expect(rows.filter { $0["class"] == "SL" }.map { $0["language"] } == ["en", "fr"])
        let first = rows.firstIndex { $0["language"] == "fr" && $0["class"] == "G" } ?? 0
        let last = rows.lastIndex { $0["language"] == "en" && $0["class"] == "A" } ?? rows.count
        #expect(last < first)
    }

    /// An option cannot come and go there.
    @Test func whatCannotBeSaidIsTold() throws {
        let notes = try FormSources.make(questionnaire).limeSurvey().notes.map(\.problem)
        #expect(notes == ["the form cannot say when the option cloud of M1 is asked, so it always shows it"])
    }
}
