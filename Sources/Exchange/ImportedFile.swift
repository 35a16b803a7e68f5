public import JSON
public import Responses

/// What came of reading one file: every row of it is in a response, refused, or left out by a rule.
public struct ImportedFile: Sendable {
    public let file: String
    /// Rows with values below the header; one for a file that holds one response.
    public var rowsRead = 0
    /// Rows that went into the responses.
    public var rowsMapped = 0
    public var responses: [ImportedResponse] = []
    /// Why rows were refused. All others of the same response are refused with them.
    public var refused: [Finding] = []
    /// Rows that a rule leaves out, such as unfinished ones, and the rule.
    public var leftOut: [Finding] = []
    /// What should be looked at, although it was taken.
    public var notes: [Finding] = []
    /// How many rows the refused responses have in all.
    public var rowsRefused = 0

    public init(file: String) { self.file = file }
}

/// A response that was read, and where.
public struct ImportedResponse: Sendable {
    public let response: Response
    public let file: String
    public let position: TextPosition?
    /// When it was handed in, as far as the file says: later ones are greater as texts.
    public let submitted: String

    public init(_ response: Response, file: String, position: TextPosition? = nil, submitted: String = "") {
        self.response = response
        self.file = file
        self.position = position
        self.submitted = submitted
    }

    /// The place for messages.
    public var place: String { position.map { "\(file), line \($0.line)" } ?? file }
}
