import Questionnaires
import Responses
public import Scoring

/// How the organisation of a project stands by its latest assessment.
public struct OrganisationStanding: Sendable {
    public let name: String
    public let scores: Scores

    public init(name: String, scores: Scores) {
        self.name = name
        self.scores = scores
    }

    public var wave: String { scores.wave.id }

    /// The rating of a blocker; nothing where none is known.
    func rating(of blocker: String) -> AnswerScale.Option? {
        guard let position = scores.gatePosition(ofItem: blocker), let item = scores.item(blocker)?.item,
            item.scale.options.indices.contains(position)
        else { return nil }
        return item.scale.options[position]
    }

    func item(_ id: String) -> Item? { scores.item(id)?.item }
}
