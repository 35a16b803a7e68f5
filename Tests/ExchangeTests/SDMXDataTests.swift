import Assessments
import JSON
import Questionnaires
import Responses
import Scoring
import Testing

@testable import Exchange

@Suite struct SDMXDataTests {
    private static let definition = """
        {"formatVersion": 1, "id": "small", "version": "1.0", "language": "en", "title": "Small",
        "dimensions": [{"id": "area", "title": "Area", "children": [
          {"id": "one.a", "title": "One"}, {"id": "one_a", "title": "Two"}]}],
        "roles": [{"id": "it", "title": "IT"}],
        "scales": [{"id": "level", "options": [{"id": "0", "value": 0}, {"id": "1", "value": 1}]}],
        "pool": {"value": "roleBalancedMean", "gate": {"weightedQuantile": 0.75}, "smallestGroup": 3},
        "coverage": {"firm": 0.8, "provisional": 0.6},
        "items": [
          {"id": "F1", "dimension": "one.a", "direction": "facilitator", "scale": "level", "label": "F"},
          {"id": "B1", "dimension": "one_a", "direction": "blocker", "scale": "level", "label": "=B"},
          {"id": "F2", "dimension": "one_a", "direction": "facilitator", "scale": "level", "label": "F"},
          {"id": "T", "dimension": "one_a", "direction": "none", "answer": {"type": "text"}, "label": "Words"}],
        "metrics": [
          {"each": {"dimension": "area"}, "define": [
            {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}}]},
          {"define": [{"id": "overall", "title": "All", "aggregate": "mean", "of": {"items": {}}}]}],
        "presentation": {"members": {"dimension": "area"}, "score": "score", "facilitators": "score", "overall": "overall"}}
        """

    private func rows(afterBreak: Bool = false) throws -> (rows: [[String: String]], lists: JSONNode) {
        let questionnaire = try MixedQuestionnaire.decode(Self.definition)
        // Two answered F2, which is too few for a survey to be shown.
        let responses = (0..<5).map { number in
            var answers = ["F1": Answer(.option(position: number % 2)), "B1": Answer(.option(position: 1))]
            if number < 2 { answers["F2"] = Answer(.option(position: 1)) }
            return Response(respondent: "r-\(number)", role: "it", wave: "2026", answers: answers)
        }
        let assessment = try Assessment(
            questionnaire: questionnaire,
            workspace: Workspace(organisation: "Büro, Ost", questionnaire: "small", language: "en"),
            wave: Wave(id: "2026", collection: .survey), responses: responses, measuresStability: false)
        let data = SDMXData(
            assessment, structure: try #require(SDMXReference("NSO:ML(1.0)")), period: "2026", isAfterBreak: afterBreak,
            words: SDMXWords(columns: [:], statuses: [:], sides: [:], total: "Total", itemValue: "Item"))
        let table = try CSVTableTests.table(data.csv())
        let rows = table.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(table.header.map(\.text), row.cells.map(\.text)))
        }
        return (rows, try JSONDocument(parsing: Array(data.codeLists().utf8)).root)
    }

    private func row(_ rows: [[String: String]], _ measure: String, domain: String, item: String = "_T") -> [String:
        String]?
    {
        rows.first { $0["MEASURE"] == measure && $0["DOMAIN"] == domain && $0["ITEM"] == item }
    }

    @Test func theObservations() throws {
        let (rows, _) = try rows()
        #expect(rows.count == 6)
        #expect(
            rows.allSatisfy {
                $0["STRUCTURE"] == "dataflow" && $0["STRUCTURE_ID"] == "NSO:ML(1.0)" && $0["ACTION"] == "I"
            })
        #expect(rows.allSatisfy { $0["ORG"] == "B_ro__Ost" && $0["TIME_PERIOD"] == "2026" })
        let score = try #require(row(rows, "score", domain: "one_a"))
        #expect(score["OBS_VALUE"] == "0.4" && score["OBS_STATUS"] == "A" && score["SIDE"] == "FACILITATOR")
        #expect(score["COVERAGE"] == "1" && score["CONF_LOW"] == "0.4" && score["CONF_HIGH"] == "0.4")
        let blocker = try #require(row(rows, "itemValue", domain: "one_a_2", item: "B1"))
        #expect(blocker["OBS_VALUE"] == "1" && blocker["SIDE"] == "BLOCKER")
    }

    /// What the reports hold back is held back here.
    @Test func whatTooFewAnsweredIsNotShown() throws {
        let (rows, _) = try rows()
        let item = try #require(row(rows, "itemValue", domain: "one_a_2", item: "F2"))
        #expect(item["OBS_STATUS"] == "Q")
        #expect([item["OBS_VALUE"], item["CONF_LOW"], item["CONF_HIGH"], item["COVERAGE"]] == ["", "", "", ""])
        #expect(try #require(row(rows, "score", domain: "one_a_2"))["OBS_VALUE"] == "")
    }

    @Test func afterABreakFirmFiguresSaySo() throws {
        let (rows, _) = try rows(afterBreak: true)
        #expect(row(rows, "score", domain: "one_a")?["OBS_STATUS"] == "B")
        #expect(row(rows, "itemValue", domain: "one_a_2", item: "F2")?["OBS_STATUS"] == "Q")
    }

    /// Each code of each column is described.
    @Test func theCodeLists() throws {
        let (rows, lists) = try rows()
        let reader = try #require(lists.members["columns"]?.elements)
        for column in ["ORG", "DOMAIN", "SIDE", "ITEM", "MEASURE", "OBS_STATUS"] {
            let list = try #require(reader.first { $0.members["id"]?.text == column }?.members["codes"]?.elements)
            #expect(Set(list.compactMap { $0.members["id"]?.text }) == Set(rows.compactMap { $0[column] }))
            #expect(list.allSatisfy { $0.members["title"]?.text?.isEmpty == false })
        }
    }

    @Test(arguments: [
        ("2026", nil, "2026"), ("2026-Q1", nil, "2026-Q1"), ("2026-03", nil, "2026-03"),
        ("2026-13", "2026-05-31", "2026-05"),
        ("first", "2026-05-31", "2026-05"), ("first", nil, nil), ("2026-S2", nil, "2026-S2"), ("26", nil, nil),
    ])
    func periods(wave: String, end: String?, period: String?) {
        #expect(SDMXData.period(ofWave: wave, end: end) == period)
    }

    @Test(arguments: [
        ("A:B(1.0)", true), ("WAYMARK:ML_READINESS(1.0)", true), ("NSO.UNIT:X(1.0.0)", true), ("A:B", false),
        ("", false),
        (":B(1)", false), ("A:(1)", false), ("A:B()", false), ("A:B(1.0)x", false), ("A,:B(1)", false), ("(:)", false),
    ])
    func references(text: String, isValid: Bool) { #expect((SDMXReference(text) != nil) == isValid) }
}

extension JSONNode {
    fileprivate var members: [String: JSONNode] {
        guard case .object(let members) = content else { return [:] }
        return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
    }
    fileprivate var elements: [JSONNode]? {
        if case .array(let elements) = content { return elements }
        return nil
    }
    fileprivate var text: String? {
        if case .string(let text) = content { return text }
        return nil
    }
}
