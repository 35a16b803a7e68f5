/// What is wrong with a file of texts and classes.
public struct CorpusError: Error, Hashable, CustomStringConvertible {
    public enum Cause: Hashable, Sendable {
        case noHeader
        case missingColumn(String, found: [String])
        case repeatedColumn(String)
        case fieldCount(found: Int, expected: Int)
        case emptyText
        case emptyLabel
        case unknownSplit(String)
        case illFormedText(column: String)
        case textAfterQuote
        case openQuote
        case noTrainingRows
        case oneLabel(String)
    }

    public let cause: Cause
    /// The line of the file, counted from 1; nil if the file as a whole is meant. In a row of several lines, the
    /// first of them.
    public let line: Int?

    public var description: String { (line.map { "line \($0): " } ?? "") + "\(problem); \(remedy)" }

    /// What is wrong, as a sentence without a full stop.
    public var problem: String {
        switch cause {
        case .noHeader: "the file is empty"
        case .missingColumn(let name, let found):
            "the column \(name) is missing among \(found.map { "'\($0)'" }.joined(separator: ", "))"
        case .repeatedColumn(let name): "the column \(name) stands twice in the header"
        case .fieldCount(let found, let expected): "the row has \(found) fields and the header \(expected)"
        case .emptyText: "the text is empty"
        case .emptyLabel: "the label is empty"
        case .unknownSplit(let value): "the split '\(value)' is neither train nor test"
        case .illFormedText(let column): "the \(column) is not UTF-8"
        case .textAfterQuote: "text follows a closing quote"
        case .openQuote: "a quote is opened here and never closed"
        case .noTrainingRows: "there are no rows to train on"
        case .oneLabel(let label): "all rows to train on have the label '\(label)'"
        }
    }

    /// What to do about it, as a sentence without a full stop.
    public var remedy: String {
        switch cause {
        case .noHeader, .missingColumn, .repeatedColumn:
            "the first row must name the columns text and label, and split if there is one, separated by commas"
        case .fieldCount: "put texts with commas or line breaks between quotes"
        case .emptyText, .emptyLabel: "fill it in or take the row out"
        case .unknownSplit: "write train or test"
        case .illFormedText: "save the file as UTF-8"
        case .textAfterQuote: "double every quote inside a quoted field"
        case .openQuote: "close it, and double every quote inside a quoted field"
        case .noTrainingRows: "give some rows, with split train if there is a column split"
        case .oneLabel: "give rows of at least two labels"
        }
    }
}
