/// How the status of a stage follows from its own points and from everything around them.
public struct StatusRule: Sendable, Hashable {
    /// The statuses there can be, as they are told.
    public let outcomes: [Outcome]
    /// Of these the first whose tests all hold names the status.
    public let rules: [Rule]
    /// The status where no rule holds.
    public let otherwise: Conclusion

    public struct Outcome: Sendable, Hashable {
        public let id: String
        public let title: String
        public let description: String?
        /// A sign that tells it apart without colour.
        public let symbol: String
        public let tone: Tone
        /// Whether nothing more has to be done for the stage.
        public let isSettled: Bool
        /// Whether the stage may not go on.
        public let isStop: Bool
    }

    /// How an outcome is coloured.
    public enum Tone: String, Sendable, CaseIterable {
        case good
        case fair
        case poor
        /// Neither good nor bad.
        case idle
    }

    public struct Rule: Sendable, Hashable {
        public let when: [PlanTest]
        public let conclusion: Conclusion
    }

    public struct Conclusion: Sendable, Hashable {
        public let outcome: String
        public let because: String?
    }

    public func outcome(_ id: String) -> Outcome? { outcomes.first { $0.id == id } }

    /// The status if nothing but the own points of a stage counted.
    func byOwnPoints(_ own: String) -> Outcome? {
        let facts = Dictionary(uniqueKeysWithValues: PlanTest.Fact.allCases.map { ($0, 0.0) })
        return outcome(conclusion(PlanFacts(facts: facts, own: own)).outcome)
    }

    func conclusion(_ facts: PlanFacts) -> Conclusion {
        rules.first { rule in rule.when.allSatisfy { $0.holds(facts) == true } }?.conclusion ?? otherwise
    }
}
