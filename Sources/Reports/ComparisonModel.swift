import Assessments
import Mustache
import Questionnaires
import Scoring

/// What the templates see of a comparison of two questionnaires: lines, ready to be placed.
struct ComparisonModel {
    private let comparison: QuestionnaireComparison
    private let words: Words
    private let numbers: NumberText
    private let showsTexts: Bool

    /// - Parameter showsTexts: whether a changed text is quoted as it was and as it is.
    init(_ comparison: QuestionnaireComparison, words: Words, showsTexts: Bool) {
        self.comparison = comparison
        self.words = words
        self.showsTexts = showsTexts
        numbers = NumberText(words.strings.numbers)
    }

    func value() -> MustacheValue {
        let shares = shares()
        let rest = comparison.metrics.count { $0.share != nil && $0.unmatched.isEmpty }
        return [
            "text": words.strings.values,
            "title": .text(words("diff.title", ["old": name(comparison.old), "new": name(comparison.new)])),
            "isEmpty": .flag(comparison.isEmpty),
            "comparable": .text(comparable()),
            "sections": .list(sections()),
            "threshold": threshold(),
            "shares": .list(shares),
            "hasShares": .flag(!shares.isEmpty),
            "fullyMatched": rest > 0 ? .text(words.plural("diff.fullyMatched", rest)) : .missing,
        ]
    }

    private func name(_ questionnaire: Questionnaire) -> String {
        words("diff.questionnaire", ["id": questionnaire.id, "version": questionnaire.version])
    }

    /// Which items stay comparable.
    private func comparable() -> String {
        let items = comparison.pairs.filter(\.isComparable).map(\.new.id)
        return words.plural(
            "diff.comparable", items.count,
            ["all": words.count(comparison.new.items.count), "items": items.isEmpty ? "–" : words.list(items)])
    }

    private func threshold() -> MustacheValue {
        guard let rule = comparison.new.comparison else { return .missing }
        return .text(words("diff.threshold", ["share": numbers.percent(rule.matchedShare)]))
    }

    // MARK: Sections

    private func sections() -> [MustacheValue] {
        let settings = comparison.settings.map { entry(.changed, line($0)) }
        let lists = [
            (words("diff.warnings"), warnings()), (words("diff.settings"), settings), (words("diff.items"), items()),
        ]
        let parts = comparison.parts.map { (words("definitionPart.\($0.part.rawValue)"), entries($0)) }
        return (lists + parts).filter { !$0.1.isEmpty }.map { ["title": .text($0), "entries": .list($1)] }
    }

    /// What happened to an entry.
    private enum Mark {
        case added
        case dropped
        case changed
        case warning
    }

    private func entry(_ mark: Mark, _ line: String, details: [String] = []) -> MustacheValue {
        [
            "isAdded": .flag(mark == .added), "isDropped": .flag(mark == .dropped),
            "isChanged": .flag(mark == .changed), "isWarning": .flag(mark == .warning), "line": .text(line),
            "details": .list(details.map(MustacheValue.text)),
        ]
    }

    private func warnings() -> [MustacheValue] {
        comparison.pairs.compactMap { pair in
            guard !pair.unversioned.isEmpty else { return nil }
            let version = pair.new.version
            return entry(
                .warning,
                words(
                    "diff.unversioned",
                    [
                        "item": pair.new.id, "changes": words.list(pair.unversioned.map(kind)),
                        "version": String(version), "next": String(version + 1),
                    ]))
        }
    }

    private func kind(_ kind: ItemChange.Kind) -> String { words("itemChange.\(kind.rawValue)") }

    private func items() -> [MustacheValue] {
        func title(_ item: Item) -> String { words("diff.item", ["id": item.id, "label": item.label]) }
        let added = comparison.addedItems.map { entry(.added, title($0)) }
        let dropped = comparison.droppedItems.map { entry(.dropped, title($0)) }
        let changed = comparison.changedItems.map { pair in
            entry(
                .changed,
                words("diff.changedItem", ["item": title(pair.new), "changes": words.list(pair.kinds.map(kind))]),
                details: pair.changes.map { line($0.change) } + [comparability(pair)])
        }
        return added + dropped + changed
    }

    private func comparability(_ pair: ItemPair) -> String {
        words(
            "comparability.\(pair.comparability.rawValue)",
            ["old": String(pair.old.version), "new": String(pair.new.version)])
    }

    private func entries(_ part: PartComparison) -> [MustacheValue] {
        part.added.map { entry(.added, title($0)) } + part.dropped.map { entry(.dropped, title($0)) }
            + part.changed.map { entry(.changed, title($0.entry), details: $0.changes.map(line)) }
    }

    private func title(_ entry: PartComparison.Entry) -> String {
        let parameters = ["id": entry.id, "title": entry.title]
        switch entry.each {
        case nil: return words("diff.entry", parameters)
        case .dimension(let id, _), .tag(let id):
            return words("diff.entryOfEach", parameters.merging(["family": id]) { $1 })
        }
    }

    // MARK: Changes

    private func line(_ change: KeyChange) -> String {
        if let old = text(change.old), let new = text(change.new) {
            return words("diff.change", ["key": change.key, "old": old, "new": new])
        }
        let parameters = ["key": change.key]
        if change.old == nil { return words("diff.keyAdded", parameters) }
        return words(change.new == nil ? "diff.keyDropped" : "diff.keyChanged", parameters)
    }

    /// A value in one line; nothing where it cannot be shown here.
    private func text(_ value: DefinitionValue?) -> String? {
        switch value {
        case nil: "–"
        case .number(let number): numbers.shortest(number)
        case .flag(let flag): flag ? "true" : "false"
        case .name(let text), .condition(let text): text
        case .names(let names): names.isEmpty ? "[]" : names.joined(separator: words("list.separator"))
        case .text(let text): showsTexts ? words("diff.quotation", ["text": text]) : nil
        case .texts(let texts):
            showsTexts
                ? texts.map { words("diff.quotation", ["text": $0]) }.joined(separator: words("list.separator")) : nil
        }
    }

    // MARK: Matched shares

    /// The metrics that rest on an item that is not matched.
    private func shares() -> [MustacheValue] {
        comparison.metrics.filter { $0.share != nil && !$0.unmatched.isEmpty }.map { match in
            [
                "id": .text(match.leaves.id), "title": .text(title(match)),
                "share": .text(words("diff.share", ["share": numbers.points(match.share)])),
                "unmatched": .text(words.list(match.unmatched.map(\.id))),
                "isFlagged": .flag(match.isComparable == false),
            ]
        }
    }

    private func title(_ match: MetricMatch) -> String {
        guard let member = match.leaves.member else { return match.leaves.metric.title }
        let title = comparison.new.text(ofMember: member)?.title ?? member
        return words("metric.ofMember", ["member": title, "metric": match.leaves.metric.title])
    }
}
