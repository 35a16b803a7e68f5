public import Questionnaires
public import Scoring
import Statistics

/// What has changed between two definitions of a questionnaire, and what may still be compared.
///
/// Nothing depends on the order in which a definition lists its items or the entries of its other lists.
public struct QuestionnaireComparison: Sendable {
    public let old: Questionnaire
    public let new: Questionnaire
    /// Items of the newer questionnaire without a counterpart in the older; in the order of their ids, like all here.
    public let addedItems: [Item]
    public let droppedItems: [Item]
    /// Items that both have, changed or not.
    public let pairs: [ItemPair]
    /// What the definitions say beside their lists, such as how respondents are pooled.
    public let settings: [KeyChange]
    /// The other lists of the definition, in which something differs.
    public let parts: [PartComparison]
    /// The metrics of the newer questionnaire, each after those it rests on.
    public let metrics: [MetricMatch]

    public init(old: Questionnaire, new: Questionnaire) {
        self.old = old
        self.new = new
        let pairs = ItemPair.pairs(old: old.items, new: new.items)
        let oldIDs = Set(pairs.map(\.old.id))
        let newIDs = Set(pairs.map(\.new.id))
        self.pairs = pairs
        addedItems = new.items.filter { !newIDs.contains($0.id) }.sorted { $0.id < $1.id }
        droppedItems = old.items.filter { !oldIDs.contains($0.id) }.sorted { $0.id < $1.id }
        settings = old.described.changes(to: new.described)
        parts = PartComparison.Part.allCases.map { PartComparison($0, old: old, new: new) }.filter { !$0.isEmpty }
        let matched = Set(pairs.filter(\.isComparable).map(\.new.id))
        metrics = new.metricLeaves().map { MetricMatch($0, matched: matched, rule: new.comparison) }
    }

    /// The pairs in which something differs.
    public var changedItems: [ItemPair] { pairs.filter { !$0.changes.isEmpty } }

    /// Whether both definitions say the same.
    public var isEmpty: Bool {
        addedItems.isEmpty && droppedItems.isEmpty && settings.isEmpty && parts.isEmpty
            && pairs.allSatisfy(\.changes.isEmpty)
    }
}

/// How much of a metric rests on items that are matched with the older questionnaire.
public struct MetricMatch: Sendable {
    public let leaves: MetricLeaves
    /// The share of the weight of its items that is matched, by the newer weights; nothing where there is no weight.
    public let share: Double?
    /// Its items that are not matched, in the order of their ids.
    public let unmatched: [Item]
    /// Whether the share is enough to compare over time; nothing where the method does not say.
    public let isComparable: Bool?

    /// - Parameter matched: the ids of the newer items that are matched.
    init(_ leaves: MetricLeaves, matched: Set<String>, rule: ComparisonRule?) {
        var matchedWeight = 0.0
        var weight = 0.0
        var unmatched: [Item] = []
        // Always in the same order, so that rounding does not depend on that of the definition.
        for item in leaves.items.sorted(by: { $0.id < $1.id }) {
            weight += item.weight
            if matched.contains(item.id) { matchedWeight += item.weight } else { unmatched.append(item) }
        }
        let share = weight > 0 ? matchedWeight / weight : nil
        self.leaves = leaves
        self.share = share
        self.unmatched = unmatched
        isComparable = rule.flatMap { rule in share.map { Tolerance.isAtLeast($0, rule.matchedShare) } }
    }
}
