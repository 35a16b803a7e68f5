import Mustache
import Projects

/// A status as templates see it: its word, a sign that tells it apart without colour, and a tone for those who see
/// colour. Templates write all three.
struct StageStatusValue {
    let id: String
    let title: String
    let symbol: String
    let tone: StatusRule.Tone
    let description: String?

    init(_ outcome: StatusRule.Outcome) {
        id = outcome.id
        title = outcome.title
        symbol = outcome.symbol
        tone = outcome.tone
        description = outcome.description
    }

    init(_ standing: RiskCatalogue.Standing, words: Words) {
        id = standing.id
        title = standing.title
        symbol = StageStatusValue.symbol(standing.tone, words)
        tone = standing.tone
        description = standing.description
    }

    init(_ level: ShelvingRule.Level, words: Words) {
        id = level.id
        title = level.title
        symbol = StageStatusValue.symbol(level.tone, words)
        tone = level.tone
        description = level.description
    }

    /// The names are those that `templates/html/project-style.mustache` gives a look: `tone` completes the class
    /// `tone-good`, `tone-fair`, `tone-poor` or `tone-idle`.
    var value: MustacheValue {
        [
            "id": .text(id), "title": .text(title), "symbol": .text(symbol), "tone": .text(tone.rawValue),
            "description": description.map(MustacheValue.text) ?? .missing,
        ]
    }

    /// The sign and the word, for formats without cells.
    var text: String { "\(symbol) \(title)" }

    /// The sign of what the definition gives none to.
    private static func symbol(_ tone: StatusRule.Tone, _ words: Words) -> String {
        switch tone {
        case .good: words("project.symbol.good")
        case .fair: words("project.symbol.fair")
        case .poor: words("project.symbol.poor")
        case .idle: words("project.symbol.idle")
        }
    }
}
