import Testing

@testable import Reports

/// Nothing that people write about a project becomes more than text.
@Suite struct ProjectReportInjectionTests {
    private static let harmless = Result { try ProjectOffice.full { _ in "harmless" } }
    private static let harmlessMarkdown = Result { MarkdownStructure(try harmless.get().markdown()) }
    private static let harmlessPage = Result { try HTMLStructure(harmless.get().page()) }
    private static let harmlessTags = Result { CommonMark.tags(in: try CommonMark.html(harmless.get().markdown())) }

    /// Fields of each kind: what they say when they are harmless.
    private static let fields = [
        "Reading receipts", "Amounts are read from photos.", "household budgets", "5.1", "Photos", "Keyed receipts",
        "image recognition", "COICOP", "Released in May", "No services are bought", "Minutes", "See the second page",
        "Rank the qualities", "Rewrite the pipeline", "Ask the director", "Admission of the library", "New layout",
        "Tried elsewhere", "node-2", "none", "image-network", "Keying diaries", "receipts", "Statistics Merrow",
    ]

    /// A field that is no longer shown would be tested in vain.
    @Test(arguments: fields)
    func everyFieldIsShown(field: String) throws {
        let office = try ProjectOffice.full { $0 == field ? "Marker" : $0 }
        #expect(try office.markdown().contains("Marker"))
        #expect(try office.page().contains("<bdi>Marker</bdi>"))
    }

    @Test(arguments: Injection.chosen)
    func inMarkdown(text: String) throws {
        let expected = try Self.harmlessMarkdown.get()
        let structure = MarkdownStructure(try ProjectOffice.full { _ in text }.markdown())
        #expect(structure.bareMarks == expected.bareMarks)
        let difference = zip(structure.blocks, expected.blocks).first { $0 != $1 }
        #expect(difference == nil && structure.blocks.count == expected.blocks.count)
    }

    @Test(.enabled(if: CommonMark.program != nil, "cmark-gfm is not installed"), arguments: Injection.chosen)
    func inMarkdownThatIsRendered(text: String) throws {
        let expected = try Self.harmlessTags.get()
        let tags = CommonMark.tags(in: try CommonMark.html(try ProjectOffice.full { _ in text }.markdown()))
        let difference = zip(tags, expected).first { $0 != $1 }
        #expect(difference == nil && tags.count == expected.count, "\(difference.debugDescription)")
    }

    @Test(arguments: Injection.chosen)
    func inHTML(text: String) throws {
        let expected = try Self.harmlessPage.get()
        let page = try HTMLStructure(try ProjectOffice.full { _ in text }.page())
        #expect(page.elements == expected.elements)
        #expect(page.attributes.subtracting(expected.attributes) == [])
        #expect(page.addresses == expected.addresses)
        #expect(page.styleMarks == expected.styleMarks)
    }

    @Test(arguments: Injection.chosen)
    func inTheTerminal(text: String) throws {
        let summary = try ProjectOffice.full { _ in text }.report().summary()
        #expect(
            summary.unicodeScalars.allSatisfy {
                $0 == "\n"
                    || $0.properties.generalCategory != .control && !(0x202A...0x202E).contains($0.value)
                        && !(0x2066...0x2069).contains($0.value)
            })
        #expect(summary.lines.count <= 25)
    }
}
