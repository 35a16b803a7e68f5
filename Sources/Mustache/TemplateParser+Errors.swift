extension TemplateParser {
    private var opening: String { String(decoding: delimiters.opening, as: UTF8.self) }
    private var closing: String { String(decoding: delimiters.closing, as: UTF8.self) }

    /// - Parameter end: What should have closed the tag.
    func unclosedTag(_ kind: TagKind, at offset: Int, end: [UInt8]) -> MustacheError {
        // A tag that is closed, but not as one that sets delimiters must be.
        if case .delimiters = kind, source.firstOffset(of: delimiters.closing, from: offset) != nil {
            return invalidDelimiters(at: offset)
        }
        let what = if case .comment = kind { "comment" } else { "tag" }
        let end = String(decoding: end, as: UTF8.self)
        let message = "This \(what) is opened with '\(opening)' and never closed. Add '\(end)' where it should end."
        return source.error(.unclosedTag, at: offset, message)
    }

    func invalidDelimiters(at offset: Int) -> MustacheError {
        let message = """
            This tag must set two delimiters, without an equals sign in them, with white space between them. \
            Write it like '\(opening)=<% %>=\(closing)'.
            """
        return source.error(.invalidDelimiters, at: offset, message)
    }

    func unclosedSection(_ name: String, at offset: Int) -> MustacheError {
        let message = """
            The section '\(name)' is opened here and never closed. \
            Add '\(opening)/\(name)\(closing)' where it should end.
            """
        return source.error(.unclosedSection, at: offset, message)
    }

    func unopenedSection(_ name: String, at offset: Int) -> MustacheError {
        let message = """
            There is no open section for '\(opening)/\(name)\(closing)' to close. \
            Remove it, or open the section with '\(opening)#\(name)\(closing)'.
            """
        return source.error(.unopenedSection, at: offset, message)
    }

    func mismatchedSection(
        _ name: String, at offset: Int, closedBy other: String, at closingOffset: Int
    ) -> MustacheError {
        let message = """
            The section '\(name)' is opened here, but the tag that comes to close it, at \
            \(source.position(of: closingOffset)), is '\(opening)/\(other)\(closing)'. \
            Close '\(name)' before it, or correct one of the two names.
            """
        return source.error(.mismatchedSection, at: offset, message)
    }
}
