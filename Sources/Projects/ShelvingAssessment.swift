import Questionnaires

/// How near a project is to being put aside, by signs that others saw before it happened; not calibrated.
public struct ShelvingAssessment: Sendable {
    public let level: ShelvingRule.Level
    /// Why it is no lower: the signs and facts that raise the level.
    public let signs: [SignStanding]
    /// Days from the last change of an answer to the day of the assessment; nothing where no day is known.
    public let daysSinceLastChange: Int?
    public let lastChange: String?

    public struct SignStanding: Sendable {
        public let sign: ShelvingRule.Sign
        /// Whether it is seen; nothing where the answers do not tell.
        public let isSeen: Bool?
        /// What raises it.
        public let because: [PlanTest]
    }

    public var seen: [SignStanding] { signs.filter { $0.isSeen == true } }
}

extension ShelvingRule {
    func assessment(
        value: @escaping (String) -> Double?, similarProjects: Int?, lastChange: String?, asOf: String?
    ) -> ShelvingAssessment {
        var facts = PlanFacts(value: value)
        let days = lastChange.flatMap { last in asOf.flatMap { CalendarDate.days(from: last, to: $0) } }
        facts.facts[.similarProjects] = similarProjects.map(Double.init)
        facts.facts[.daysSinceLastChange] = days.map { Double(max(0, $0)) }
        let standings = signs.map { sign in
            let results = sign.raisedBy.map { ($0, $0.holds(facts)) }
            let because = results.filter { $0.1 == true }.map(\.0)
            let isUnknown = because.isEmpty && results.contains { $0.1 == nil }
            return ShelvingAssessment.SignStanding(
                sign: sign, isSeen: isUnknown ? nil : !because.isEmpty, because: because)
        }
        let seen = standings.filter { $0.isSeen == true }
        facts.facts[.signs] = Double(seen.count)
        facts.signs = Set(seen.map(\.sign.id))
        let level = levels.first { level in level.whenAny.contains { $0.holds(facts) == true } } ?? otherwise
        return ShelvingAssessment(
            level: level, signs: standings, daysSinceLastChange: days, lastChange: lastChange)
    }
}
