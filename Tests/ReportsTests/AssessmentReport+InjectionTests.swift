import Foundation
import Testing

@testable import Reports

/// Nothing that people write becomes more than text, in whatever field and format.
@Suite struct AssessmentReportInjectionTests {
    /// An office in which every field that people can fill holds a text.
    ///
    /// Every text here has a visible character, without which some fields may not be.
    static func office(_ text: String) throws -> Office {
        var definition = SmallDefinition()
        definition.text = { _ in text }
        return try Office.small(definition) { _ in text }
    }

    private static let harmless = Result { try office("harmless").report() }
    private static let harmlessMarkdown = Result { try harmless.get().markdown() }
    private static let harmlessStructure = Result { MarkdownStructure(try harmlessMarkdown.get()) }
    private static let harmlessTags = Result { CommonMark.tags(in: try CommonMark.html(harmlessMarkdown.get())) }
    private static let harmlessPage = Result {
        try HTMLStructure(harmless.get().html(theme: PackageFolder.theme()))
    }
    private static let harmlessSheet = Result { MarkdownStructure(try sheet("harmless")) }

    /// The report on each office, made once, and its Markdown.
    private static let reports = made { try office($0).report() }
    private static let markdown = made { try report($0).markdown() }

    private static func made<Value>(_ make: (String) throws -> Value) -> [String: Result<Value, any Error>] {
        Dictionary(uniqueKeysWithValues: Injection.chosen.map { text in (text, Result { try make(text) }) })
    }

    private static func report(_ text: String) throws -> AssessmentReport { try #require(reports[text]).get() }

    @Test(arguments: Injection.chosen)
    func inMarkdown(text: String) throws {
        let expected = try Self.harmlessStructure.get()
        let markdown = try #require(Self.markdown[text]).get()
        let structure = MarkdownStructure(markdown)
        #expect(structure.bareMarks == expected.bareMarks)
        let difference = zip(structure.blocks, expected.blocks).first { $0 != $1 }
        #expect(difference == nil && structure.blocks.count == expected.blocks.count)
        let shown = MarkdownStructure.visibleText(markdown)
        let line = VisibleText.line(text)
        for wanted in ["  - Comment: \(line)\n", "| \(line) | \(line) |\n", "# \(line), 2026: \(line)\n"] {
            #expect(shown.range(of: wanted, options: .literal) != nil, "\(wanted)")
        }
    }

    @Test(.enabled(if: CommonMark.program != nil, "cmark-gfm is not installed"), arguments: Injection.chosen)
    func inMarkdownThatIsRendered(text: String) throws {
        let expected = try Self.harmlessTags.get()
        let html = try CommonMark.html(try #require(Self.markdown[text]).get())
        let tags = CommonMark.tags(in: html)
        let difference = zip(tags, expected).first { $0 != $1 }
        #expect(difference == nil && tags.count == expected.count, "\(difference.debugDescription)")
    }

    /// Charts place their lines by the width of the text; everything else is as with harmless text.
    @Test(arguments: Injection.chosen)
    func inHTML(text: String) throws {
        let expected = try Self.harmlessPage.get()
        let page = try HTMLStructure(Self.report(text).html(theme: PackageFolder.theme()))
        let drawn: Set = ["text", "tspan", "path", "line", "rect", "g"]
        #expect(
            page.elements.filter { !drawn.contains($0.key) } == expected.elements.filter { !drawn.contains($0.key) })
        #expect(page.attributes.subtracting(expected.attributes) == [])
        #expect(page.addresses == expected.addresses)
        #expect(page.styleMarks == expected.styleMarks)
    }

    @Test(arguments: Injection.chosen)
    func inCSV(text: String) throws {
        let expected = try CSVReader.records(Self.harmless.get().csv())
        let records = try CSVReader.records(try Self.report(text).csv())
        try #require(records.map(\.count) == expected.map(\.count))
        let shown = VisibleText.line(text)
        for (record, other) in zip(records, expected) {
            for (field, harmless) in zip(record, other) where field != harmless {
                #expect(harmless == "harmless" && (field == shown || field == "'\(shown)"))
            }
            let starts = Set(record.compactMap { $0.unicodeScalars.first })
            #expect(starts.isDisjoint(with: "=+-@\t\r\n|%＝＋－＠".unicodeScalars))
        }
    }

    @Test(arguments: Injection.chosen)
    func inJSON(text: String) throws {
        let tree = try JSONTree(try Self.report(text).json())
        let texts = [
            tree["organisation"], tree["questionnaire"]["title"], tree["leftOut"].list[0]["file"],
            tree["leftOut"].list[0]["reason"], tree["members"].list[1]["title"], tree["metrics"].list[0]["title"],
            tree["items"].list[0]["label"], tree["items"].list[0]["remarks"].list[0]["text"],
            tree["recommendations"].list[0]["title"],
        ]
        // Foundation's reader takes a byte order mark at the beginning of a text for its own.
        let expected = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
        for read in texts { #expect(read.text.map { Array($0.unicodeScalars) } == Array(expected)) }
    }

    @Test(arguments: Injection.chosen)
    func inTheTerminal(text: String) throws {
        let expected = try Self.harmless.get()
        let report = try Self.report(text)
        for name in ["north.cap", "north-B1", "south-F2"] {
            let shown = try #require(try report.explanation(of: name))
            let wide = try report.wideExplanation(of: name)
            #expect(wide?.lines.count == (try expected.wideExplanation(of: name))?.lines.count, "\(name)")
            #expect(isQuiet(shown))
        }
        let summary = try report.summary()
        #expect(isQuiet(summary))
        #expect(summary.lines.count <= 25)
    }

    /// Whether a text steers no terminal and turns no direction.
    private func isQuiet(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0 == "\n"
                || $0.properties.generalCategory != .control && !(0x202A...0x202E).contains($0.value)
                    && !(0x2066...0x2069).contains($0.value)
        }
    }

    @Test(arguments: Injection.chosen)
    func inTheSheet(text: String) throws {
        #expect(MarkdownStructure(try Self.sheet(text)) == (try Self.harmlessSheet.get()))
    }

    private static func sheet(_ text: String) throws -> String {
        var definition = SmallDefinition()
        definition.text = { _ in text }
        let sheet = QuestionnaireSheet(
            try definition.questionnaire(), strings: try PackageFolder.strings(),
            library: try PackageFolder.templates())
        return try sheet.markdown()
    }

    @Test func aMegabyte() throws {
        var office = try Office.small()
        office.name = String(repeating: "<b>|{{x}}\n", count: 100_000)
        let markdown = Array(try office.report().markdown().utf8)
        // It stands in the title and in the headline.
        #expect(markdown.count > 2_000_000)
        #expect(!markdown.contains(Array("<b>".utf8)))
    }
}
