/// What the answers to a form are about, which stands in the response that comes out of it.
public enum FormSubject: Sendable, Hashable {
    /// A round of collection, by its id.
    case wave(String)
    /// A project, by its id; where nobody says which, the respondent does.
    case project(String?)
}
