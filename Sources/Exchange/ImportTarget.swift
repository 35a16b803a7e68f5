public import Questionnaires

/// What answers are brought in for: a questionnaire, and the wave or project they belong to.
public struct ImportTarget: Sendable {
    public let questionnaire: Questionnaire
    public let place: Place
    /// Whether answers to another version of the questionnaire are taken as answers to this one.
    public let takesOtherVersions: Bool
    /// Whether responses that their platform counts as unfinished are taken.
    public let takesUnfinished: Bool

    public enum Place: Sendable, Hashable {
        case wave(String)
        case project(String)

        /// The id of the wave or project.
        public var id: String {
            switch self {
            case .wave(let id), .project(let id): id
            }
        }

        /// The word for what it is, which is also the name of its column.
        var noun: String {
            switch self {
            case .wave: "wave"
            case .project: "project"
            }
        }
    }

    public init(
        questionnaire: Questionnaire, place: Place, takesOtherVersions: Bool = false, takesUnfinished: Bool = false
    ) {
        self.questionnaire = questionnaire
        self.place = place
        self.takesOtherVersions = takesOtherVersions
        self.takesUnfinished = takesUnfinished
    }
}
