/// Reads the source of a template from start to end into a flat list of nodes.
struct TemplateParser {
    private(set) var nodes: [TemplateNode] = []
    private(set) var names: [TemplateName] = []
    private(set) var partials: [String] = []

    let source: TemplateSource
    private(set) var delimiters = Delimiters.standard
    private var openSections: [OpenSection] = []

    /// The offset up to which the source is parsed.
    private var parsedEnd = 0

    private struct OpenSection {
        let tag: TemplateTag
        let name: String
        let isInverted: Bool
        let node: Int
    }

    init(_ source: TemplateSource) {
        self.source = source
    }

    mutating func parse() throws(MustacheError) {
        while let start = source.firstOffset(of: delimiters.opening, from: parsedEnd) {
            try parse(rawTag(at: start))
        }
        appendText(upTo: source.bytes.count)
        if let section = openSections.last { throw unclosedSection(section.name, at: section.tag.offset) }
    }

    private mutating func parse(_ tag: RawTag) throws(MustacheError) {
        switch tag.kind {
        case .interpolation(let isEscaped):
            let name = try name(in: tag)
            skip(tag.range)
            nodes.append(.interpolation(register(name, at: tag), isEscaped: isEscaped))
        case .section(let isInverted):
            try openSection(tag, isInverted: isInverted)
        case .sectionEnd:
            try closeSection(tag)
        case .partial:
            partials.append(try nameText(in: tag))
            let line = skipStandalone(tag.range)
            let indentation = (line?.lowerBound ?? tag.range.lowerBound)..<tag.range.lowerBound
            let reference = TemplateTag(name: partials.count - 1, offset: tag.range.lowerBound)
            nodes.append(.partial(reference, indentation: indentation))
        case .comment:
            skipStandalone(tag.range)
        case .delimiters:
            delimiters = try newDelimiters(in: tag)
            skipStandalone(tag.range)
        }
    }

    private mutating func openSection(_ tag: RawTag, isInverted: Bool) throws(MustacheError) {
        let name = try name(in: tag)
        skipStandalone(tag.range)
        let reference = register(name, at: tag)
        let text = source.text(in: tag.content)
        openSections.append(OpenSection(tag: reference, name: text, isInverted: isInverted, node: nodes.count))
        // Holds the place until the end is known.
        nodes.append(.sectionEnd)
    }

    private mutating func closeSection(_ tag: RawTag) throws(MustacheError) {
        let name = try nameText(in: tag)
        guard let section = openSections.popLast() else { throw unopenedSection(name, at: tag.range.lowerBound) }
        guard section.name == name else {
            throw mismatchedSection(section.name, at: section.tag.offset, closedBy: name, at: tag.range.lowerBound)
        }
        skipStandalone(tag.range)
        if section.isInverted {
            nodes[section.node] = .invertedSection(section.tag, end: nodes.count)
        } else {
            nodes[section.node] = .section(section.tag, end: nodes.count)
            nodes.append(.sectionEnd)
        }
    }

    private mutating func register(_ name: TemplateName, at tag: RawTag) -> TemplateTag {
        names.append(name)
        return TemplateTag(name: names.count - 1, offset: tag.range.lowerBound)
    }
}

extension TemplateParser {
    /// Keeps the text before a tag and goes on behind it.
    private mutating func skip(_ range: Range<Int>) {
        appendText(upTo: range.lowerBound)
        parsedEnd = range.upperBound
    }

    /// Keeps the text before a tag and goes on behind it; when the tag stands alone, its lines vanish with it.
    ///
    /// - Returns: The lines that vanished, if any.
    @discardableResult
    private mutating func skipStandalone(_ tag: Range<Int>) -> Range<Int>? {
        let line = source.standaloneLine(around: tag)
        skip(line ?? tag)
        return line
    }

    private mutating func appendText(upTo end: Int) {
        if parsedEnd < end { nodes.append(.text(parsedEnd..<end)) }
    }
}
