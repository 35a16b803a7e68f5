import Foundation
import JSON
import Questionnaires
import Testing

@testable import Reports

@Suite struct StringsCheckTests {
    private static let base = """
        {"formatVersion": 1, "language": "en", "direction": "ltr", "text": {"a": "one", "b": {"one": "{{count}} thing of
        {{owner}}", "other": "{{count}} things of {{owner}}"}, "c": {"d": "{{x}} and {{y}}"}, "none": "–"}}
        """.replacingOccurrences(of: "\n", with: " ")

    private func check(_ text: String, settings: String = "") throws -> (count: TranslationCount?, findings: [String]) {
        let source = """
            {"formatVersion": 1, "language": "pl", "direction": "ltr", \(settings) "text": \(text)}
            """
        let reader = JSONReader(try JSONDocument(parsing: Array(source.utf8)), file: "pl.json")
        let count = StringsCheck.check(reader, against: try PackageFolder.decode(Self.base))
        return (count, reader.findings.list.map { "\($0.severity.rawValue) \($0.path) \($0.problem)" })
    }

    private static let few = """
        "plurals": [{"form": "one", "when": [{"from": 1, "to": 1}]},
        {"form": "few", "when": [{"modulo": 10, "from": 2, "to": 4}]}],
        """

    @Test func everythingThere() throws {
        let (count, findings) = try check(
            """
            {"a": "jeden", "b": {"one": "jedna rzecz {{owner}}", "few": "{{count}} rzeczy {{owner}}",
            "other": "{{count}} rzeczy {{owner}}"}, "c": {"d": "{{y}} i {{x}}"}, "none": "–"}
            """, settings: Self.few)
        #expect(findings == [])
        #expect(count == TranslationCount(all: 6, same: 0, missing: []))
    }

    @Test func whatIsMissingIsCounted() throws {
        let (count, findings) = try check(
            #"{"a": "one", "b": {"one": "{{count}} {{owner}}"}}"#, settings: Self.few)
        #expect(findings == [])
        #expect(count == TranslationCount(all: 6, same: 1, missing: ["b.few", "b.other", "c.d", "none"]))
    }

    @Test(arguments: [
        (#"{"c": {"d": "{{x}} {{z}}"}}"#, "error $.text.c.d the text has no value called \"z\""),
        (#"{"c": {"d": "{{x}}"}}"#, "warning $.text.c.d the value \"y\" is not written"),
        (#"{"c": {"e": "x"}}"#, "warning $.text.c.e no text of the program is called \"c.e\""),
        (#"{"b": {"other": "{{count}}"}}"#, "warning $.text.b.other the value \"owner\" is not written"),
        (
            #"{"b": {"many": "{{count}} {{owner}}"}}"#,
            "warning $.text.b.many no number takes the form \"many\" by the rules of this file"
        ),
    ])
    func whatIsWrongIsNamed(text: String, finding: String) throws {
        let findings = try check(text).findings
        #expect(findings.contains(finding), "\(findings)")
    }

    /// What is not translated is lent with the forms of the language that lends it.
    @Test func aLanguageLendsWholeTexts() throws {
        let english = try PackageFolder.decode(Self.base)
        let polish = try PackageFolder.decode(
            """
            {"formatVersion": 1, "language": "pl", "direction": "ltr",
            "plurals": [{"form": "few", "when": [{"from": 1, "to": 4}]}, {"form": "many", "when": [{"from": 0}]}],
            "text": {"a": "jeden", "c": {"d": "{{y}} i {{x}}"}}}
            """)
        let strings = polish.completed(by: english)
        #expect(strings.missing == ["b.one", "b.other", "none"])
        let words = Words(strings)
        #expect(words("a") == "jeden")
        #expect(words.plural("b", 1, ["owner": "me"]) == "1 thing of  me".replacingOccurrences(of: "  ", with: " "))
        #expect(words.plural("b", 3, ["owner": "me"]) == "3 things of me")
        #expect(words.problems.isEmpty)
    }
}
