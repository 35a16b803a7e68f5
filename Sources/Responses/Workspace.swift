public import JSON
public import Questionnaires

/// What an office declares about itself and its reports, in `waymark.json`.
public struct Workspace: Sendable {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    public let organisation: String
    /// The id of the questionnaire.
    public let questionnaire: String
    /// The id of the questionnaire about projects; nothing where the workspace does not say.
    public let projectQuestionnaire: String?
    /// The language of reports, as a BCP 47 tag.
    public let language: String
    /// What the office aims at, by dimension, from 0 to 1.
    public let targets: [String: Double]
    public let sharing: Sharing

    /// What respondents wrote may be shown only where the office says so.
    public struct Sharing: Sendable, Hashable {
        public let comments: Bool

        public init(comments: Bool) {
            self.comments = comments
        }
    }

    public init(
        organisation: String, questionnaire: String, projectQuestionnaire: String? = nil, language: String,
        targets: [String: Double] = [:], sharing: Sharing = Sharing(comments: false)
    ) {
        self.organisation = organisation
        self.questionnaire = questionnaire
        self.projectQuestionnaire = projectQuestionnaire
        self.language = language
        self.targets = targets
        self.sharing = sharing
    }

    /// The record as it holds for a questionnaire: targets are of the dimensions of the workspace's own.
    public func about(_ questionnaire: String) -> Workspace {
        guard questionnaire != self.questionnaire else { return self }
        return Workspace(
            organisation: organisation, questionnaire: questionnaire, language: language, sharing: sharing)
    }

    /// Reads a workspace record.
    ///
    /// - Returns: the record unless it has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> Workspace? {
        let keys = [
            "$schema", "formatVersion", "organisation", "questionnaire", "projectQuestionnaire", "language", "targets",
            "sharing",
        ]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let organisation = object.required("organisation")?.text()
        let questionnaire = object.required("questionnaire")?.identifier()
        let projectQuestionnaire = object["projectQuestionnaire"]?.identifier()
        let language = object["language"].flatMap { $0.identifier() } ?? "en"
        var targets: [String: Double] = [:]
        if let list = object["targets"]?.map() {
            for (dimension, value) in list.all { targets[dimension] = value.number(in: 0...1) }
        }
        let sharing = object["sharing"]?.object(keys: ["comments"])
        let comments = sharing?["comments"].flatMap { $0.bool() } ?? false
        guard let organisation, let questionnaire, !reader.findings.hasErrors else { return nil }
        return Workspace(
            organisation: organisation, questionnaire: questionnaire, projectQuestionnaire: projectQuestionnaire,
            language: language, targets: targets, sharing: Sharing(comments: comments))
    }

    /// Checks what can be checked only once the questionnaire is known.
    public static func check(_ reader: JSONReader, against questionnaire: Questionnaire) {
        // What is of another type was reported when the record was read.
        guard case .object = reader.node.content, let list = reader.map()?["targets"],
            case .object = list.node.content, let targets = list.map()
        else { return }
        let known = questionnaire.dimensions.flatMap(\.subtree).map(\.id)
        for (dimension, _) in targets.all { _ = targets.checkName(dimension, among: known, kind: "dimension") }
    }
}
