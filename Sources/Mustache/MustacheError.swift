/// Why a template could not be read or rendered, where, and what to do about it.
public struct MustacheError: Error, Sendable, Equatable {
    /// What went wrong, for code that has to tell cases apart.
    public enum Kind: Sendable, Equatable {
        /// A tag, or a comment, is opened and never closed.
        case unclosedTag
        /// The name in a tag is empty, contains white space, or has an empty part between dots.
        case invalidName
        /// A `{{=… …=}}` tag does not hold two delimiters.
        case invalidDelimiters
        /// A section is opened and never closed.
        case unclosedSection
        /// A section is closed by the tag of another section.
        case mismatchedSection
        /// A closing tag stands where no section is open.
        case unopenedSection
        /// A name is not in the data. Only with ``MissingNames/refused``.
        case unknownName
        /// A partial is not in the library. Only with ``MissingNames/refused``.
        case unknownPartial
        /// The template to be rendered is not in the library.
        case unknownTemplate
        /// A flag, a list or an object is to be written as text. Only with ``MissingNames/refused``.
        case notText
        /// Partials include each other more than 64 deep.
        case partialsTooDeep
    }

    /// A place in the text of a template.
    public struct Position: Sendable, Equatable {
        /// The line, counted from 1. Lines end with `\n` or `\r\n`.
        public let line: Int

        /// The column, counted from 1 in Unicode scalars.
        public let column: Int
    }

    /// The name of the template in which the error was found.
    public let template: String

    /// The start of the tag in question: of the opening tag when a section is not closed as it should be. `nil` only
    /// for ``Kind-swift.enum/unknownTemplate``, which no template asked for.
    public let position: Position?

    /// What went wrong.
    public let kind: Kind

    /// What is wrong and what to do, in one to three English sentences, without the place.
    public let message: String
}

extension MustacheError: CustomStringConvertible {
    /// The message after the place, the way compilers write it: `report.html:12:5: The name …`.
    public var description: String {
        guard let position else { return message }
        return "\(template):\(position): \(message)"
    }
}

extension MustacheError.Position: CustomStringConvertible {
    /// Line and column: `12:5`.
    public var description: String {
        "\(line):\(column)"
    }
}
