public import Questionnaires

/// An item of the older questionnaire and the one that takes its place in the newer.
public struct ItemPair: Sendable {
    public let old: Item
    public let new: Item
    /// What differs, in the alphabetical order of the keys.
    public let changes: [ItemChange]
    public let comparability: Comparability

    /// Whether answers to both may be compared.
    public enum Comparability: String, Sendable, CaseIterable {
        /// The concept is the same, and so is the version, or the newer item names the older version as comparable.
        case comparable
        /// The item keeps its id, but is about something else.
        case anotherConcept
        /// The newer version does not name the older one as comparable.
        case anotherVersion
    }

    init(old: Item, new: Item) {
        self.old = old
        self.new = new
        changes = old.described.changes(to: new.described).map(ItemChange.init)
        comparability =
            if old.concept != new.concept {
                .anotherConcept
            } else if old.version == new.version || new.comparableWith.contains(old.version) {
                .comparable
            } else {
                .anotherVersion
            }
    }

    public var isComparable: Bool { comparability == .comparable }

    /// What has changed about the item, each kind once.
    public var kinds: [ItemChange.Kind] {
        ItemChange.Kind.allCases.filter { kind in changes.contains { $0.kind == kind } }
    }

    /// Changes that may give the answers another meaning although the item keeps its version: a slip of the author.
    public var unversioned: [ItemChange.Kind] {
        guard old.concept == new.concept, old.version == new.version else { return [] }
        // A scale under another name with the same options asks the same.
        let telling = changes.filter { $0.change.key != "scale" }
        return [.reworded, .rescaled, .redirected, .rerouted].filter { kind in telling.contains { $0.kind == kind } }
    }

    /// Pairs items by concept; where several have one concept, by id; and then what is left by id.
    ///
    /// - Returns: the pairs in the order of the newer items' ids; an item without a partner is in none.
    static func pairs(old: [Item], new: [Item]) -> [ItemPair] {
        var pairs: [ItemPair] = []
        var oldLeft: [String: Item] = [:]
        var newLeft: [String: Item] = [:]
        let oldByConcept = Dictionary(grouping: old, by: \.concept)
        let newByConcept = Dictionary(grouping: new, by: \.concept)
        for concept in Set(oldByConcept.keys).union(newByConcept.keys) {
            var older = byID(oldByConcept[concept] ?? [])
            var newer = byID(newByConcept[concept] ?? [])
            pairs += takePairs(&older, &newer)
            if older.count == 1, newer.count == 1, let first = older.values.first, let second = newer.values.first {
                pairs.append(ItemPair(old: first, new: second))
            } else {
                oldLeft.merge(older) { first, _ in first }
                newLeft.merge(newer) { first, _ in first }
            }
        }
        pairs += takePairs(&oldLeft, &newLeft)
        return pairs.sorted { $0.new.id < $1.new.id }
    }

    private static func byID(_ items: [Item]) -> [String: Item] {
        Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Pairs what has the same id, and takes it away.
    private static func takePairs(_ old: inout [String: Item], _ new: inout [String: Item]) -> [ItemPair] {
        Set(old.keys).intersection(new.keys).compactMap { id in
            guard let older = old.removeValue(forKey: id), let newer = new.removeValue(forKey: id) else { return nil }
            return ItemPair(old: older, new: newer)
        }
    }
}

/// One key of an item that has changed, and what that means for those who answer or compare.
public struct ItemChange: Sendable, Hashable {
    public let kind: Kind
    public let change: KeyChange

    public enum Kind: String, Sendable, CaseIterable {
        /// The label, the prompt, an anchor, the label of an option, or the unit of a number.
        case reworded
        /// Another kind of answer, another scale or line, or other options or values.
        case rescaled
        case reweighted
        /// Moved to another dimension.
        case moved
        /// Turned from a facilitator to a blocker, or the like.
        case redirected
        /// Asked under another condition.
        case rerouted
        /// Other values of a tag, such as the class of a gate.
        case retagged
        /// Another id, concept, version or list of comparable versions.
        case identified
        /// Texts and references around the question.
        case annotated
        case other
    }

    init(_ change: KeyChange) {
        self.change = change
        let head = String(change.key.prefix { $0 != "." })
        let kind = ItemChange.kinds[change.key] ?? ItemChange.kinds[head] ?? .other
        // What is a text in an answer or a scale are words that people read.
        if case .text? = change.new ?? change.old, kind == .rescaled {
            self.kind = .reworded
        } else {
            self.kind = kind
        }
    }

    private static let kinds: [String: Kind] = [
        "label": .reworded, "prompt": .reworded, "anchors": .reworded, "scale": .rescaled, "answer": .rescaled,
        "canBeNotApplicable": .rescaled, "weight": .reweighted, "dimension": .moved, "direction": .redirected,
        "visibleWhen": .rerouted, "tags": .retagged, "id": .identified, "concept": .identified,
        "version": .identified, "comparableWith": .identified, "help": .annotated, "why": .annotated,
        "evidence": .annotated, "source": .annotated, "mirror": .annotated, "scale.title": .annotated,
    ]
}
