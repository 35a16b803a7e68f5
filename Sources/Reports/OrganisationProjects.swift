public import Projects

/// The projects of an organisation, as the report on the organisation tells of them: what its blockers do to them.
public struct OrganisationProjects: Sendable {
    /// The projects, assessed against the very assessment that is reported.
    public let portfolio: Portfolio
    /// Projects that had not begun on the day of the assessment, and that are therefore not counted, by id.
    public let later: [String]
    /// Projects that have problems and are therefore not counted, by id.
    public let leftOut: [String]
    /// SHA-256 over the files of the questionnaire about projects, and over the files of the projects.
    public let questionnaireDigest: String
    public let answersDigest: String

    public init(
        _ portfolio: Portfolio, later: [String], leftOut: [String], questionnaireDigest: String, answersDigest: String
    ) {
        self.portfolio = portfolio
        self.later = later
        self.leftOut = leftOut
        self.questionnaireDigest = questionnaireDigest
        self.answersDigest = answersDigest
    }
}
