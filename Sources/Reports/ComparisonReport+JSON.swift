import Assessments
import JSON
import Questionnaires
import Scoring

extension ComparisonReport {
    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// The comparison as JSON, for programs. The format is described in `reports/README.md`.
    public func json() -> String {
        var members: [String: JSONValue] = [
            "formatVersion": .integer(ComparisonReport.jsonFormatVersion),
            "old": ComparisonJSON.name(comparison.old),
            "new": ComparisonJSON.name(comparison.new),
            "isDifferent": .bool(!comparison.isEmpty),
            "items": [
                "added": .array(comparison.addedItems.map(ComparisonJSON.item)),
                "dropped": .array(comparison.droppedItems.map(ComparisonJSON.item)),
                "changed": .array(comparison.changedItems.map(ComparisonJSON.pair)),
                "comparable": .array(comparison.pairs.filter(\.isComparable).map { .string($0.new.id) }),
            ],
            "warnings": .array(comparison.pairs.compactMap(ComparisonJSON.warning)),
            "settings": .array(comparison.settings.map(ComparisonJSON.change)),
            "matchedShares": .array(comparison.metrics.map(ComparisonJSON.match)),
            "matchedShareNeeded": JSONValue(comparison.new.comparison?.matchedShare),
        ]
        for part in comparison.parts { members[part.part.rawValue] = ComparisonJSON.part(part) }
        return JSONValue.object(members).canonicalText()
    }
}

/// The parts of a comparison in JSON.
private enum ComparisonJSON {
    static func name(_ questionnaire: Questionnaire) -> JSONValue {
        [
            "id": .string(questionnaire.id), "version": .string(questionnaire.version),
            "title": .string(questionnaire.title),
        ]
    }

    static func item(_ item: Item) -> JSONValue { ["id": .string(item.id), "label": .string(item.label)] }

    static func pair(_ pair: ItemPair) -> JSONValue {
        [
            "id": .string(pair.new.id), "oldID": .string(pair.old.id), "label": .string(pair.new.label),
            "kinds": .array(pair.kinds.map { .string($0.rawValue) }),
            "changes": .array(pair.changes.map { change($0.change) }),
            "comparability": .string(pair.comparability.rawValue),
        ]
    }

    static func warning(_ pair: ItemPair) -> JSONValue? {
        pair.unversioned.isEmpty
            ? nil
            : [
                "item": .string(pair.new.id), "version": .integer(pair.new.version),
                "kinds": .array(pair.unversioned.map { .string($0.rawValue) }),
            ]
    }

    /// A value that is not there is null.
    static func change(_ change: KeyChange) -> JSONValue {
        ["key": .string(change.key), "old": value(change.old), "new": value(change.new)]
    }

    private static func value(_ value: DefinitionValue?) -> JSONValue {
        switch value {
        case nil: .null
        case .number(let number): .number(number)
        case .flag(let flag): .bool(flag)
        case .name(let text), .condition(let text), .text(let text): .string(text)
        case .names(let texts), .texts(let texts): .array(texts.map(JSONValue.string))
        }
    }

    static func part(_ part: PartComparison) -> JSONValue {
        [
            "added": .array(part.added.map { .object(entry($0)) }),
            "dropped": .array(part.dropped.map { .object(entry($0)) }),
            "changed": .array(
                part.changed.map { changed in
                    var members = entry(changed.entry)
                    members["changes"] = .array(changed.changes.map(change))
                    return .object(members)
                }),
        ]
    }

    private static func entry(_ entry: PartComparison.Entry) -> [String: JSONValue] {
        var members: [String: JSONValue] = ["id": .string(entry.id), "title": .string(entry.title)]
        switch entry.each {
        case nil: break
        case .dimension(let id, let depth): members["each"] = ["dimension": .string(id), "depth": .integer(depth)]
        case .tag(let id): members["each"] = ["tag": .string(id)]
        }
        return members
    }

    static func match(_ match: MetricMatch) -> JSONValue {
        [
            "metric": .string(match.leaves.id), "share": JSONValue(match.share),
            "isComparable": match.isComparable.map(JSONValue.bool) ?? .null,
            "unmatched": .array(match.unmatched.map { .string($0.id) }),
        ]
    }
}
