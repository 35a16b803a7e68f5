/// A piece of a parsed template.
///
/// Ranges are byte ranges of the source, and names are indices, so that nodes are plain numbers and rendering them
/// counts no references. A section is not a tree but a pair of marks in one flat list, so that no depth of nesting can
/// exhaust the stack.
enum TemplateNode: Sendable {
    case text(Range<Int>)
    case interpolation(TemplateTag, isEscaped: Bool)

    /// Its content follows, up to the ``sectionEnd`` at the given index.
    case section(TemplateTag, end: Int)
    case sectionEnd

    /// Its content follows, up to the given index.
    case invertedSection(TemplateTag, end: Int)

    /// The indentation is empty unless the tag stands alone on its line.
    case partial(TemplateTag, indentation: Range<Int>)
}

/// A tag with a name in it.
struct TemplateTag: Sendable {
    /// Index into the template's names, or partials.
    let name: Int

    /// Where the tag starts in the source, in bytes.
    let offset: Int
}
