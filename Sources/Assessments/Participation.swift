public import Questionnaires
import Responses
import Scoring

/// Who was asked and who answered.
public struct Participation: Sendable {
    public struct Row: Sendable {
        public let role: Role
        public let answered: Int
        /// Nothing where the wave record does not say how many were asked.
        public let invited: Int?

        /// The share of those asked who answered, from 0 to 1.
        public var rate: Double? {
            guard let invited, invited > 0, answered <= invited else { return nil }
            return Double(answered) / Double(invited)
        }
    }

    /// Roles that were asked or answered, in the order of the questionnaire.
    public let rows: [Row]
    /// How many answered, also where the questionnaire defines no roles.
    public let answered: Int

    init(wave: Wave, tally: ResponseTally) {
        answered = tally.count
        let counts = tally.respondents
        rows = tally.questionnaire.roles.compactMap { role in
            let answered = counts[role.id] ?? 0
            // A new workspace lists every role with nobody asked; where somebody answered, that is not a record.
            let invited = wave.invited[role.id].flatMap { $0 == 0 && answered > 0 ? nil : $0 }
            guard answered > 0 || (invited ?? 0) > 0 else { return nil }
            return Row(role: role, answered: answered, invited: invited)
        }
    }

    /// How many were asked; nothing where that is not recorded for every role that answered.
    public var invited: Int? {
        rows.isEmpty || rows.contains { $0.invited == nil } ? nil : rows.reduce(0) { $0 + ($1.invited ?? 0) }
    }

    /// The share of those asked who answered, from 0 to 1.
    public var rate: Double? {
        guard let invited, invited > 0, answered <= invited else { return nil }
        return Double(answered) / Double(invited)
    }
}
