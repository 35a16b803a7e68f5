public import Questionnaires

/// What an import did, or why it did nothing: everything that its report says.
public struct ImportOutcome: Sendable {
    public let questionnaire: Questionnaire
    public let place: ImportTarget.Place
    /// The folder of the responses.
    public let folder: String
    public let files: [ImportedFile]
    public let plan: ImportPlan
    public let ending: Ending

    public enum Ending: String, Sendable, CaseIterable {
        /// What was to be written is written.
        case written
        /// Nothing was written, since it was only to be seen what would be.
        case rehearsed
        /// Nothing was written, since something was refused.
        case stopped
    }

    public init(
        questionnaire: Questionnaire, place: ImportTarget.Place, folder: String, files: [ImportedFile],
        plan: ImportPlan, ending: Ending
    ) {
        self.questionnaire = questionnaire
        self.place = place
        self.folder = folder
        self.files = files
        self.plan = plan
        self.ending = ending
    }

    public var rowsRead: Int { files.reduce(0) { $0 + $1.rowsRead } }
    public var rowsMapped: Int { files.reduce(0) { $0 + $1.rowsMapped } }
    public var rowsRefused: Int { files.reduce(0) { $0 + $1.rowsRefused } }
    public var rowsLeftOut: Int { files.reduce(0) { $0 + $1.leftOut.count } }
}
