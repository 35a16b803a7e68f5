import Foundation
import JSON
import Testing

@testable import Questionnaires

@Suite struct TranslationTests {
    private static let definition = """
        {"id": "sample", "version": "2", "language": "en", "title": "Sample", "note": "not a text",
        "sources": [{"id": "paper", "title": "A paper"}],
        "scales": [{"id": "level", "options": [{"id": "0", "label": "None", "value": 0}, {"id": "1", "label": "All"}]}],
        "items": [{"id": "A", "label": "First", "anchors": {"0": "It is not.", "1": "It is."},
        "evidence": ["a", "b"]}, {"label": "Second", "tags": ["x"]}],
        "when": {"evidence": {"title": "Proof", "kind": "measured"}}}
        """

    private func translated(
        _ texts: String, original: String? = nil
    ) throws -> (text: String, count: TranslationCount, findings: [String]) {
        let source = #"{"formatVersion": 1, "language": "fr", "version": "2", "texts": \#(texts)}"#
        let reader = JSONReader(try JSONDocument(parsing: Array(source.utf8)), file: "fr.json")
        let translation = try #require(Translation.decode(reader), "\(reader.findings.list)")
        let (document, count) = translation.applied(
            to: try JSONDocument(parsing: Array(Self.definition.utf8)),
            madeFor: try original.map { try JSONDocument(parsing: Array($0.utf8)) })
        return (document.root.text(), count, reader.findings.list.map { "\($0.path) \($0.problem); \($0.remedy)" })
    }

    private static let whole = """
        {"title": "Échantillon", "scales": {"level": {"options": {"0": {"label": "Rien"}, "1": {"label": "Tout"}}}},
        "items": {"A": {"label": "Premier", "anchors": {"0": "Non.", "1": "Oui."}, "evidence": ["c", "d"]},
        "1": {"label": "Second"}}, "when": {"evidence": {"title": "Preuve"}}}
        """

    @Test func textsTakeThePlaceOfTextsAndNothingElseChanges() throws {
        let (text, count, findings) = try translated(Self.whole)
        #expect(findings == [])
        #expect(count == TranslationCount(all: 10, same: 1, missing: []))
        var expected = try JSONDocument(parsing: Array(Self.definition.utf8)).root.text()
        for (old, new) in [
            ("\"Sample\"", "\"Échantillon\""), ("\"None\"", "\"Rien\""), ("\"All\"", "\"Tout\""),
            ("\"First\"", "\"Premier\""), ("\"It is not.\"", "\"Non.\""), ("\"It is.\"", "\"Oui.\""),
            ("\"a\"", "\"c\""), ("\"b\"", "\"d\""), ("\"Proof\"", "\"Preuve\""),
        ] {
            try #require(expected.contains(old))
            expected = expected.replacingOccurrences(of: old, with: new)
        }
        #expect(text == expected)
    }

    @Test func whatIsMissingStaysAndIsNamed() throws {
        let (text, count, findings) = try translated(#"{"items": {"A": {"anchors": {"1": "Oui."}}}}"#)
        #expect(findings == [] && text.contains("It is not.") && text.contains("Oui.") && !text.contains("It is.\""))
        #expect(
            count.missing == [
                "title", "scales.level.options.0.label", "scales.level.options.1.label", "items.A.label",
                "items.A.anchors.0", "items.A.evidence.0", "items.A.evidence.1", "items.1.label",
                "when.evidence.title",
            ])
    }

    /// No rule can be changed by a translator.
    @Test(arguments: [
        (#"{"id": "other"}"#, "$.texts.id there is no text in the definition called \"id\""),
        (#"{"titel": "x"}"#, "did you mean \"title\"?"),
        (#"{"sources": {"paper": {"title": "x"}}}"#, "$.texts.sources there is no text"),
        (#"{"items": {"A": {"tags": {"0": "x"}}}}"#, "$.texts.items.A.tags there is no text"),
        (#"{"items": {"B": {"label": "x"}}}"#, "$.texts.items.B there is no text in the definition called \"B\""),
        (#"{"items": {"A": {"anchors": {"2": "x"}}}}"#, "$.texts.items.A.anchors['2'] there is no text"),
        (#"{"items": {"A": {"evidence": ["c"]}}}"#, "the list has 1 text, and that of the definition 2"),
        (#"{"items": {"A": {"evidence": "c"}}}"#, "this is a text, not a list"),
        (#"{"items": [{"label": "x"}]}"#, "this is a list, not an object"),
        (#"{"title": " "}"#, "$.texts.title the text is empty"), (#"{"title": 1}"#, "$.texts.title this is a number"),
        (#"{"when": {"evidence": {"kind": "x"}}}"#, "$.texts.when.evidence.kind there is no text"),
    ])
    func whatIsNoTextOfTheDefinitionIsRefused(texts: String, finding: String) throws {
        let (text, _, findings) = try translated(texts)
        #expect(findings.count == 1 && findings[0].contains(finding), "\(findings)")
        let untouched = try JSONDocument(parsing: Array(Self.definition.utf8)).root.text()
        #expect(text == untouched)
    }

    /// What a workspace words anew is not translated by texts that were made for the built-in words.
    @Test func anotherWordingIsNotTranslated() throws {
        let original = Self.definition.replacingOccurrences(of: "It is not.", with: "Not at all.")
            .replacingOccurrences(of: "[\"a\", \"b\"]", with: "[\"a\"]")
        let (text, count, _) = try translated(Self.whole, original: original)
        #expect(count.missing == ["items.A.anchors.0", "items.A.evidence.1"])
        #expect(text.contains("It is not.") && text.contains("Oui."))
    }

    @Test func aSkeletonOfATranslationIsTheTranslation() throws {
        let definition = try JSONDocument(parsing: Array(Self.definition.utf8))
        let skeleton = try #require(
            Translation.skeleton(
                of: definition, language: "fr", version: "2", review: .string("awaiting"), schema: "x"))
        let reader = JSONReader(try JSONDocument(parsing: Array(skeleton.text().utf8)), file: "fr.json")
        let translation = try #require(Translation.decode(reader))
        let (document, count) = translation.applied(to: definition)
        #expect(reader.findings.list.isEmpty && translation.review == .awaiting)
        #expect(count == TranslationCount(all: 10, same: 10, missing: []))
        #expect(document.root.text() == definition.root.text())
    }

    @Test func versionAndLanguageAreLookedAt() throws {
        let source = #"{"formatVersion": 1, "language": "fr", "version": "1", "texts": {}}"#
        let reader = JSONReader(try JSONDocument(parsing: Array(source.utf8)), file: "fr.json")
        let translation = try #require(Translation.decode(reader))
        translation.check(isInto: "fr")
        translation.check(isOf: "1")
        #expect(reader.findings.list.isEmpty)
        translation.check(isInto: "de")
        translation.check(isOf: "2")
        #expect(reader.findings.list.map(\.severity) == [.error, .warning])
    }

    @Test(
        arguments: [
            ("\"awaiting\"", nil), (#"{"by": "Ann", "date": "2026-03-31"}"#, nil),
            ("\"waiting\"", "did you mean \"awaiting\"?"), (#"{"by": "Ann"}"#, "the key \"date\" is missing"),
            (#"{"by": "Ann", "date": "31.3.2026"}"#, "is not a date"), ("true", "this is true or false"),
        ] as [(String, String?)])
    func review(text: String, problem: String?) throws {
        let reader = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "fr.json")
        let review = TranslationReview.decode(reader)
        #expect((review == nil) == (problem != nil))
        let found = reader.findings.list.map(\.description).joined()
        #expect(problem.map(found.contains) ?? found.isEmpty)
    }
}
