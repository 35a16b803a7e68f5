/// Another subject whose results a questionnaire reads, such as the organisation of a project.
public struct OtherSubject: Sendable, Hashable {
    public let id: String
    /// The questionnaire by which it is assessed.
    public let questionnaire: String
}

/// A metric of another subject.
public struct SubjectReference: Sendable, Hashable {
    /// The id of the subject.
    public let subject: String
    /// The metric by its full id.
    public let metric: String
}
