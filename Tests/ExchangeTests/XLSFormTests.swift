import Questionnaires
import Testing

@testable import Exchange

@Suite struct XLSFormTests {
    private let questionnaire: Questionnaire

    init() throws { questionnaire = try MixedQuestionnaire.make() }

    private func sheets(_ source: FormSource) -> [String: [[String: String]]] {
        XLSFormSheets(source.xlsForm().bytes).sheets
    }

    private func row(_ name: String, in sheet: [[String: String]]?) throws -> [String: String] {
        try #require(sheet?.first { $0["name"] == name })
    }

    @Test func theSurvey() throws {
        let survey = sheets(try FormSources.make(questionnaire))["survey"]
        #expect(try row("waymark_wave", in: survey)["calculation"] == "'2026'")
        #expect(try row("waymark_version", in: survey)["calculation"] == "'1.2.0'")
        let item = try row("J2_05", in: survey)
        #expect(item["type"] == "select_one list_J2_05" && item["label::English (en)"] == "How many, \"really\"?")
        #expect(item["hint::English (en)"] == "Two\nlines")
        #expect(try row("J2_05_reason", in: survey)["relevant"] == "${J2_05} = 'na'")
        #expect(try row("J2_05_page", in: survey)["label::English (en)"] == "People $ {x}")
        #expect(try row("M1", in: survey)["type"] == "select_multiple list_M1")
        #expect(try row("M1", in: survey)["constraint"]?.contains("selected(., 'nothing.at-all')") == true)
        let filter = try #require(try row("M1", in: survey)["choice_filter"])
        #expect(filter.contains("offered = 'always' or (offered = 'c3' and ("))
        let number = try row("N1", in: survey)
        #expect(number["type"] == "decimal" && number["constraint"] == ". >= -10 and . <= 365")
        #expect(try row("N1_state", in: survey)["type"] == "select_one states_known")
        #expect(survey?.contains { $0["name"] == "N1_reason" } == false)
        #expect(try row("T1_state", in: survey)["type"] == "select_one states")
    }

    /// Every group that is opened is closed, and every list that is named is there.
    @Test(arguments: [true, false])
    func theFormHoldsTogether(evidence: Bool) throws {
        let sheets = sheets(try FormSources.make(questionnaire, evidence: evidence))
        let survey = try #require(sheets["survey"])
        var depth = 0
        for row in survey {
            if row["type"] == "begin_group" { depth += 1 }
            if row["type"] == "end_group" { depth -= 1 }
            #expect(depth >= 0)
        }
        #expect(depth == 0)
        let lists = Set((sheets["choices"] ?? []).compactMap { $0["list_name"] })
        let named = survey.compactMap { $0["type"]?.split(separator: " ").dropFirst().first.map(String.init) }
        #expect(Set(named) == lists)
        let names = survey.compactMap { $0["name"] }
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        #expect(names.contains("J2_05_evidence_kind") == evidence)
        #expect(
            survey.allSatisfy {
                ["begin_group", "text", "decimal"].contains($0["type"]) ? $0["label::English (en)"] != nil : true
            })
    }

    @Test func severalLanguages() throws {
        let source = try FormSources.make(questionnaire, languages: [("en", "English"), ("fr", "French")])
        let sheets = sheets(source)
        let role = try row("role", in: sheets["survey"])
        #expect(role["label::English (en)"] == "role [en]" && role["label::French (fr)"] == "role [fr]")
        #expect(
            sheets["settings"] == [
                [
                    "form_title": "Mixed & more", "form_id": "mixed", "version": "1.2.0",
                    "default_language": "English (en)",
                    "style": "pages",
                ]
            ])
    }

    @Test func theSameFormGivesTheSameBytes() throws {
        let source = try FormSources.make(questionnaire)
        #expect(source.xlsForm().bytes == source.xlsForm().bytes)
        #expect(source.xlsForm().notes == [])
    }
}

/// The cells of an XLSForm by the names in the header.
private struct XLSFormSheets {
    private(set) var sheets: [String: [[String: String]]] = [:]

    init(_ bytes: [UInt8]) {
        let files = StoredArchive(bytes).files
        for (index, name) in ["survey", "choices", "settings"].enumerated() {
            let text = String(decoding: files["xl/worksheets/sheet\(index + 1).xml"] ?? [], as: UTF8.self)
            let rows = text.components("<row ").dropFirst().map { row in
                Dictionary(
                    uniqueKeysWithValues: row.components("<c r=\"").dropFirst().map { cell in
                        (
                            String(cell.prefix { $0.isLetter }),
                            cell.between("preserve\">", "</t>").replacing("&lt;", "<").replacing("&gt;", ">")
                                .replacing("&quot;", "\"").replacing("&amp;", "&")
                        )
                    })
            }
            let header = rows.first ?? [:]
            sheets[name] = rows.dropFirst().map { row in
                Dictionary(uniqueKeysWithValues: row.map { (header[$0.key] ?? $0.key, $0.value) })
            }
        }
    }
}

extension String {
    fileprivate func components(_ mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }

    fileprivate func between(_ first: String, _ last: String) -> String {
        components(first).dropFirst().first?.components(last).first ?? ""
    }

    fileprivate func replacing(_ old: String, _ new: String) -> String { components(old).joined(separator: new) }
}
