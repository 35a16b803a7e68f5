extension TemplateParser {
    /// What opens and closes a tag.
    struct Delimiters {
        let opening: [UInt8]
        let closing: [UInt8]

        static let standard = Delimiters(opening: Array("{{".utf8), closing: Array("}}".utf8))
    }

    /// A tag as it stands in the source.
    struct RawTag {
        let kind: TagKind

        /// What closes it.
        let end: [UInt8]

        /// From the first byte of the opening delimiter to the last of the closing one.
        let range: Range<Int>

        /// What is between the marks, without the white space around it.
        let content: Range<Int>
    }

    enum TagKind {
        case interpolation(isEscaped: Bool)
        case section(isInverted: Bool)
        case sectionEnd
        case partial
        case comment
        case delimiters
    }

    /// The tag whose opening delimiter is at an offset.
    func rawTag(at start: Int) throws(MustacheError) -> RawTag {
        let bytes = source.bytes
        let afterOpening = start + delimiters.opening.count
        let mark = bytes[afterOpening...].firstIndex(where: { !$0.isWhitespace }) ?? afterOpening
        var contentStart = mark + 1
        var end = delimiters.closing
        let kind: TagKind
        switch mark < bytes.count ? bytes[mark] : 0 {
        case UInt8(ascii: "#"): kind = .section(isInverted: false)
        case UInt8(ascii: "^"): kind = .section(isInverted: true)
        case UInt8(ascii: "/"): kind = .sectionEnd
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "!"): kind = .comment
        case UInt8(ascii: "&"): kind = .interpolation(isEscaped: false)
        case UInt8(ascii: "{"):
            kind = .interpolation(isEscaped: false)
            end.insert(UInt8(ascii: "}"), at: 0)
        case UInt8(ascii: "="):
            kind = .delimiters
            end.insert(UInt8(ascii: "="), at: 0)
        default:
            kind = .interpolation(isEscaped: true)
            contentStart = mark
        }
        guard let contentEnd = source.firstOffset(of: end, from: contentStart) else {
            throw unclosedTag(kind, at: start, end: end)
        }
        let content = trimmed(contentStart..<contentEnd)
        return RawTag(kind: kind, end: end, range: start..<contentEnd + end.count, content: content)
    }

    /// The two delimiters that a tag sets.
    func newDelimiters(in tag: RawTag) throws(MustacheError) -> Delimiters {
        let content = source.bytes[tag.content]
        let words = content.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, !content.contains(UInt8(ascii: "=")) else {
            throw invalidDelimiters(at: tag.range.lowerBound)
        }
        return Delimiters(opening: Array(words[0]), closing: Array(words[1]))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let content = source.bytes[range].drop(while: \.isWhitespace)
        let end = content.lastIndex(where: { !$0.isWhitespace }).map { $0 + 1 } ?? content.startIndex
        return content.startIndex..<end
    }
}
