extension TemplateParser {
    /// The name of an interpolation or a section, split at its dots.
    func name(in tag: RawTag) throws(MustacheError) -> TemplateName {
        let text = try nameText(in: tag)
        if text == "." { return .current }
        let parts = source.bytes[tag.content].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty }) else {
            throw source.error(
                .invalidName,
                at: tag.range.lowerBound,
                "The name '\(text)' has a dot with no name beside it. Write 'a.b' for the 'b' of 'a', or '.' alone."
            )
        }
        let words = parts.map { String(decoding: $0, as: UTF8.self) }
        return .path(first: words[0], rest: Array(words[1...]))
    }

    /// The name in a tag as it is written.
    func nameText(in tag: RawTag) throws(MustacheError) -> String {
        let text = source.text(in: tag.content)
        let bytes = source.bytes[tag.content]
        guard !bytes.isEmpty else {
            throw source.error(.invalidName, at: tag.range.lowerBound, "This tag has no name in it. Add one.")
        }
        // Then the end that was found is that of a later tag.
        let holdsDelimiter = [delimiters.opening, delimiters.closing]
            .contains { source.firstOffset(of: $0, in: tag.content) != nil }
        guard !holdsDelimiter else { throw unclosedTag(tag.kind, at: tag.range.lowerBound, end: tag.end) }
        guard bytes.contains(where: \.isWhitespace) else { return text }
        throw source.error(
            .invalidName,
            at: tag.range.lowerBound,
            "The name '\(text)' contains white space, which no name may. Use one word, or dots between words."
        )
    }
}
