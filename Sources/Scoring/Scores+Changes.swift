public import Questionnaires
import Responses

extension Scores {
    /// A change of one item, as a recommendation would bring it about.
    public struct Change: Sendable {
        public let item: String
        public let floor: Double?
        public let ceiling: Double?
        public let gateCeiling: Int?

        public init(item: String, floor: Double? = nil, ceiling: Double? = nil, gateCeiling: Int? = nil) {
            self.item = item
            self.floor = floor
            self.ceiling = ceiling
            self.gateCeiling = gateCeiling
        }
    }

    /// The values that the metrics would have after some changes, by their place in ``metrics``.
    ///
    /// Items without a figure stay without one: nothing is claimed about what is not known.
    public func values(after changes: [Change]) -> [Double?] {
        var changed = evaluation
        for change in changes {
            guard let index = questionnaire.index(ofItem: change.item) else { continue }
            changed.estimates.change(
                index, value: { min(max($0, change.floor ?? $0), change.ceiling ?? .infinity) },
                gate: { min($0, change.gateCeiling ?? $0) })
        }
        return changed.outcomes().map(\.value)
    }

    /// The values that the metrics would have without the answers of one of the ``groups``; nothing where nobody would
    /// be left.
    ///
    /// Answers that share a stratum with those of the group are left out with them, and count as missing. A metric has no
    /// value if nothing is left of an item it rests on: the others did not say that all is well, they said nothing.
    public func values(without group: RoleGroup) -> [Double?]? {
        guard groups.contains(group), groups.count > 1 else { return nil }
        let left = pooling.items(without: group)
        let isLost = zip(items, left).map { $0.answered > 0 && $1.answered == 0 && $1.setRating == nil }
        let coverages = graph.byLeaves { Scores.coverage(of: $0, items: left) }
        let lacksItem = graph.byLeaves { leaves in leaves.contains { isLost[$0] } }
        let isWithheld = zip(lacksItem, Scores.isWithheld(coverages, questionnaire: questionnaire)).map { $0 || $1 }
        let evaluation = Evaluation(
            graph: graph, estimates: ItemEstimates(left, questionnaire: questionnaire, graph: graph),
            coverages: coverages, isWithheld: isWithheld, asOf: evaluation.asOf, subjects: evaluation.subjects)
        return evaluation.outcomes().map(\.value)
    }

    /// Whether a condition holds; nothing where that is not known.
    public func holds(_ condition: Condition) -> Bool? {
        evaluation.holds(condition, outcomes: outcomes)
    }
}
