/// One filled questionnaire, of a wave or about a project.
public struct Response: Sendable {
    /// A pseudonym that stays the same over the waves.
    public let respondent: String
    public let role: String
    public let wave: String?
    /// The id of the project it is about.
    public let project: String?
    /// The day on which it was completed, as an ISO 8601 date.
    public let completed: String?
    /// The language in which the questions were read, as a BCP 47 tag.
    public let language: String?
    public let answers: [String: Answer]
    /// Why whole dimensions do not apply, by dimension; it holds for their items without an answer.
    public let notApplicable: [String: String]
    /// The file it was read from.
    public let file: String

    public init(
        respondent: String, role: String, wave: String? = nil, project: String? = nil, completed: String? = nil,
        language: String? = nil, answers: [String: Answer], notApplicable: [String: String] = [:], file: String = ""
    ) {
        self.respondent = respondent
        self.role = role
        self.wave = wave
        self.project = project
        self.completed = completed
        self.language = language
        self.answers = answers
        self.notApplicable = notApplicable
        self.file = file
    }
}
