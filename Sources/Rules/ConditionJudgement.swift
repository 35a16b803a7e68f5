import Questionnaires
import Scoring

/// A condition, or a part of one, whose result does not depend on anything.
struct ConditionJudgement {
    let part: DefinitionPart
    let steps: [DefinitionStep]
    let result: Result
    /// Between which numbers that lies which a test compares.
    let range: ClosedRange<Double>?
    /// Whether it is the whole of a condition that decides what is shown.
    let isWholeVisibility: Bool

    enum Result: Hashable {
        case always, never
    }

    static func all(
        in questionnaire: Questionnaire, places: DefinitionPlaces, metrics: [MetricInFull], index: [String: Int],
        members: [DefinitionFacts.Defined: [Int]], ranges: [ClosedRange<Double>]
    ) -> [ConditionJudgement] {
        let judge = ConditionJudge(questionnaire: questionnaire, metrics: metrics, index: index, ranges: ranges)
        var result: [ConditionJudgement] = []
        for written in WrittenCondition.all(in: questionnaire, places: places) {
            result += Judged(judge.judged(written.condition, kind: written.kind)).judgements(written)
        }
        for (group, content) in questionnaire.metricGroups.enumerated() {
            for metric in content.metrics {
                let definition = DefinitionFacts.Defined(group: group, id: metric.id)
                let written = WrittenCondition.all(in: metric.rule, part: definition.part, places: places)
                guard !written.isEmpty else { continue }
                let nodes = (members[definition] ?? []).map { metrics[$0] }
                let inFull = nodes.map { WrittenCondition.all(in: $0.rule, part: definition.part, places: places) }
                for (place, condition) in written.enumerated() {
                    result += judge.judged(place, of: inFull, nodes: nodes).judgements(condition)
                }
            }
        }
        return result
    }
}

/// The parts of a condition that always or never hold, by the way to them.
struct Judged {
    typealias Entry = (result: ConditionJudgement.Result, range: ClosedRange<Double>?)

    private(set) var parts: [[DefinitionStep]: Entry]

    init(_ parts: [[DefinitionStep]: Entry]) { self.parts = parts }

    /// Leaves what holds for another member or input as well.
    mutating func intersect(with other: Judged) {
        for (steps, entry) in parts {
            guard let second = other.parts[steps], second.result == entry.result else {
                parts[steps] = nil
                continue
            }
            if second.range != entry.range { parts[steps] = (entry.result, nil) }
        }
    }

    /// The innermost parts: what they are part of follows from them.
    func judgements(_ written: WrittenCondition) -> [ConditionJudgement] {
        var outer: Set<[DefinitionStep]> = []
        for steps in parts.keys {
            for length in 0..<steps.count { outer.insert(Array(steps.prefix(length))) }
        }
        return parts.compactMap { steps, entry in
            if outer.contains(steps) { return nil }
            if steps.isEmpty, entry.result == .always, written.asksWhetherKnown { return nil }
            return ConditionJudgement(
                part: written.part, steps: written.steps + steps, result: entry.result, range: entry.range,
                isWholeVisibility: steps.isEmpty && written.kind == .visibility)
        }
    }
}

/// Judges conditions by what their items and metrics can come to.
struct ConditionJudge {
    let questionnaire: Questionnaire
    let metrics: [MetricInFull]
    let index: [String: Int]
    let ranges: [ClosedRange<Double>]

    /// Whether some answers of one respondent satisfy all the conditions; never wrongly no.
    func canHold(_ conditions: [Condition]) -> Bool {
        let space = ConditionSpace([.all(conditions)], meaning: inAnswers)
        return space.conditions.allSatisfy { space.canBe(.isTrue, $0, in: space.all) }
    }

    func judged(_ condition: Condition, kind: WrittenCondition.Kind) -> [[DefinitionStep]: Judged.Entry] {
        judged(condition, meaning: kind == .visibility ? inAnswers : inAssessment)
    }

    /// A condition of a metric, as it turns out in all members and for all inputs.
    fileprivate func judged(_ place: Int, of conditions: [[WrittenCondition]], nodes: [MetricInFull]) -> Judged {
        var result: Judged?
        var seen: Set<InputKind> = []
        func add(_ parts: [[DefinitionStep]: Judged.Entry]) {
            result?.intersect(with: Judged(parts))
            if result == nil { result = Judged(parts) }
        }
        for (node, conditions) in zip(nodes, conditions) {
            if result?.parts.isEmpty == true { break }
            guard conditions.indices.contains(place) else { continue }
            let condition = conditions[place].condition
            guard conditions[place].kind == .input else {
                add(judged(condition, meaning: inAssessment))
                continue
            }
            switch node.inputs {
            case .items(let inputs):
                let tags = Set(condition.leaves.compactMap(\.tag))
                for input in inputs {
                    let item = questionnaire.items[input.index]
                    // Items that the condition cannot tell apart are judged once.
                    guard seen.insert(InputKind(item, tags: tags)).inserted else { continue }
                    add(judged(condition) { meaning($0, of: item) })
                }
            case .metrics(let inputs):
                for input in inputs { add(judged(condition) { meaning($0, ofMetric: input.index) }) }
            }
        }
        return result ?? Judged([:])
    }

    /// What a condition about the item at hand can tell of it.
    private struct InputKind: Hashable {
        let scale: String
        let answering: Answering
        let isConditional: Bool
        let tags: Set<String>

        init(_ item: Item, tags: Set<String>) {
            scale = item.scale.id
            answering = item.answering
            isConditional = item.visibility != nil
            self.tags = Set(
                tags.flatMap { tag in (item.tags[tag] ?? []).map { "\(tag).\($0)" } })
        }
    }

    private func judged(
        _ condition: Condition, meaning: (Condition) -> TestMeaning
    ) -> [[DefinitionStep]: Judged.Entry] {
        let space = ConditionSpace([condition], meaning: meaning)
        var result: [[DefinitionStep]: Judged.Entry] = [:]
        func visit(_ condition: Condition, _ node: ConditionSpace.Node, _ steps: [DefinitionStep]) {
            var range: ClosedRange<Double>?
            switch (condition, node) {
            case (.all(let parts), .all(let nodes)):
                for (place, pair) in zip(parts, nodes).enumerated() {
                    visit(pair.0, pair.1, steps + ["all", .index(place)])
                }
            case (.any(let parts), .any(let nodes)):
                for (place, pair) in zip(parts, nodes).enumerated() {
                    visit(pair.0, pair.1, steps + ["any", .index(place)])
                }
            case (.not(let part), .not(let node)): visit(part, node, steps + ["not"])
            default:
                if case .number(_, let known, _, _) = meaning(condition) { range = known }
            }
            if !space.canBe(.isTrue, node, in: space.all) {
                result[steps] = (.never, range)
            } else if !space.canBe(.isFalse, node, in: space.answered) {
                result[steps] = (.always, range)
            }
        }
        if let node = space.conditions.first { visit(condition, node, []) }
        return result
    }

    // MARK: What tests depend on

    func inAnswers(_ test: Condition) -> TestMeaning {
        guard case .item(let id?, let test) = test, let item = questionnaire.item(id) else { return .open }
        return test.meaning(inAnswersTo: item)
    }

    func inAssessment(_ test: Condition) -> TestMeaning {
        switch test {
        case .item(let id?, let test): return questionnaire.item(id).map(test.meaning(inPooled:)) ?? .open
        case .metric(let id?, let test):
            guard let place = index[id] else { return .open }
            return test.meaning(id, rule: metrics[place].rule, range: ranges[place])
        case .asOf(let relations): return .date(relations)
        default: return .open
        }
    }

    private func meaning(_ test: Condition, of item: Item) -> TestMeaning {
        switch test {
        case .tag(let tag, let value): return .constant(item.tags[tag]?.contains(value) == true)
        case .item(nil, let test): return test.meaning(inPooled: item)
        default: return .open
        }
    }

    private func meaning(_ test: Condition, ofMetric place: Int) -> TestMeaning {
        guard case .metric(nil, let test) = test else { return .open }
        return test.meaning(metrics[place].id, rule: metrics[place].rule, range: ranges[place])
    }
}

extension Condition {
    /// The tag that a test names.
    fileprivate var tag: String? {
        if case .tag(let tag, _) = self { return tag }
        return nil
    }
}
