public import JSON
public import Questionnaires

/// Something to look for in a definition that can be used, but probably does not say what its author meant.
public struct Rule: Sendable {
    /// The name in camelCase, which findings give.
    public let id: String
    /// What is found, as a phrase.
    public let summary: String
    /// Why that is worth a look.
    public let why: String
    /// What the rule finds, once.
    public let bad: Example
    /// The same without the flaw.
    public let good: Example
    /// Where in the bad example the flaw is found, as a JSON path.
    public let place: String
    let flaws: @Sendable (DefinitionFacts) -> [Flaw]

    /// The members of a definition that matter, as JSON text; whatever else a definition needs is left out.
    public typealias Example = String

    init(
        _ id: String, _ summary: String, why: String, bad: Example, at place: String, good: Example,
        flaws: @escaping @Sendable (DefinitionFacts) -> [Flaw]
    ) {
        self.id = id
        self.summary = summary
        self.why = why
        self.bad = bad
        self.place = place
        self.good = good
        self.flaws = flaws
    }
}

/// What a rule found: a place in the definition, what is wrong with it and what to do.
struct Flaw {
    let part: DefinitionPart
    let steps: [DefinitionStep]
    let problem: String
    let remedy: String

    init(_ part: DefinitionPart, _ steps: [DefinitionStep] = [], _ problem: String, _ remedy: String) {
        self.part = part
        self.steps = steps
        self.problem = problem
        self.remedy = remedy
    }
}

extension DecodedQuestionnaire {
    /// What the rules find, as warnings in the order of files and places; nothing in a definition that cannot be used.
    public func findings(of rules: [Rule] = Rule.all) -> [Finding] {
        guard let questionnaire else { return [] }
        let facts = DefinitionFacts(questionnaire, places: places())
        return rules.flatMap { rule in
            rule.flaws(facts).compactMap {
                facts.places.warning(at: $0.part, $0.steps, $0.problem, $0.remedy, rule: rule.id)
            }
        }.sorted()
    }
}
