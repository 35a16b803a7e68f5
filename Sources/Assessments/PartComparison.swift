public import Questionnaires

/// How one of the lists of a definition, such as its roles, differs between two questionnaires.
public struct PartComparison: Sendable {
    public let part: Part
    public let added: [Entry]
    public let dropped: [Entry]
    public let changed: [ChangedEntry]

    /// The lists beside the items, by their keys.
    public enum Part: String, Sendable, CaseIterable {
        case sources
        case subjects
        case dimensions
        case tags
        case roles
        case channels
        case scales
        case bands
        case metrics
        case recommendations
    }

    /// Something that a definition lists.
    public struct Entry: Sendable, Hashable {
        public let id: String
        /// The family for each member of which a metric is defined.
        public let each: Family?
        public let title: String
    }

    /// An entry, as the newer questionnaire has it, and the keys that differ.
    public struct ChangedEntry: Sendable, Hashable {
        public let entry: Entry
        public let changes: [KeyChange]
    }

    var isEmpty: Bool { added.isEmpty && dropped.isEmpty && changed.isEmpty }

    init(_ part: Part, old: Questionnaire, new: Questionnaire) {
        let older = DescribedEntry.all(part, of: old)
        let newer = DescribedEntry.all(part, of: new)
        let oldByKey = Dictionary(older.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let newKeys = Set(newer.map(\.key))
        self.part = part
        added = newer.filter { oldByKey[$0.key] == nil }.map(\.entry)
        dropped = older.filter { !newKeys.contains($0.key) }.map(\.entry)
        changed = newer.compactMap { entry in
            let changes = oldByKey[entry.key].map { $0.described.changes(to: entry.described) } ?? []
            return changes.isEmpty ? nil : ChangedEntry(entry: entry.entry, changes: changes)
        }
    }
}

/// An entry with what the definition says about it.
struct DescribedEntry {
    let entry: PartComparison.Entry
    let described: DescribedKeys

    /// What makes it the same in two questionnaires.
    struct Key: Hashable {
        let id: String
        let each: Family?
    }

    var key: Key { Key(id: entry.id, each: entry.each) }

    private init(_ id: String, each: Family? = nil, title: String, _ described: DescribedKeys) {
        entry = PartComparison.Entry(id: id, each: each, title: title)
        self.described = described
    }

    /// The entries of a list in the order of their ids.
    static func all(_ part: PartComparison.Part, of questionnaire: Questionnaire) -> [DescribedEntry] {
        let entries: [DescribedEntry] =
            switch part {
            case .sources: questionnaire.sources.map { DescribedEntry($0.id, title: $0.title, $0.described) }
            case .subjects:
                // Another subject has no words of its own.
                questionnaire.subjects.map { DescribedEntry($0.id, title: $0.questionnaire, $0.described) }
            case .dimensions: questionnaire.dimensions.flatMap { dimensions($0, below: nil) }
            case .tags: questionnaire.tags.map { DescribedEntry($0.id, title: $0.title, $0.described) }
            case .roles: questionnaire.roles.map { DescribedEntry($0.id, title: $0.title, $0.described) }
            case .channels: questionnaire.channels.map { DescribedEntry($0.id, title: $0.title, $0.described) }
            case .scales: questionnaire.scales.map { DescribedEntry($0.id, title: $0.title, $0.described) }
            case .bands: questionnaire.bandSets.map { DescribedEntry($0.id, title: $0.title, $0.described) }
            case .metrics:
                questionnaire.metricGroups.flatMap { group in
                    group.metrics.map { DescribedEntry($0.id, each: group.each, title: $0.title, $0.described) }
                }
            case .recommendations:
                questionnaire.recommendations.map {
                    DescribedEntry($0.id, title: $0.title, $0.described(in: questionnaire))
                }
            }
        return entries.sorted { ($0.entry.id, order($0.entry.each)) < ($1.entry.id, order($1.entry.each)) }
    }

    private static func dimensions(_ dimension: Dimension, below parent: String?) -> [DescribedEntry] {
        [DescribedEntry(dimension.id, title: dimension.title, dimension.described(below: parent))]
            + dimension.children.flatMap { dimensions($0, below: dimension.id) }
    }

    /// A text by which families are put in order, single metrics first.
    private static func order(_ family: Family?) -> String {
        switch family {
        case nil: ""
        case .dimension(let id, let depth): "dimension \(id) \(depth)"
        case .tag(let id): "tag \(id)"
        }
    }
}
