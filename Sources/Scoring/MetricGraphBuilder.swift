import Questionnaires

/// Resolves names and puts the metrics in an order in which each comes after its inputs.
struct MetricGraphBuilder {
    private struct Draft {
        let member: String?
        let family: Family?
        let metric: Metric
        let rule: Metric.Rule
    }

    private let questionnaire: Questionnaire
    private let itemsByMember: ItemsByMember
    private var children: [String: [String]] = [:]
    private var drafts: [String: Draft] = [:]
    private var order: [String] = []
    private(set) var nodes: [MetricGraph.Node] = []
    private(set) var index: [String: Int] = [:]
    private(set) var leafSets = LeafSets()

    init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        itemsByMember = ItemsByMember(questionnaire.items)
        for dimension in questionnaire.dimensions.flatMap(\.subtree) {
            children[dimension.id] = dimension.children.map(\.id)
        }
        var names: Set<String> = []
        var spread: [(id: String, member: String?, family: Family?, metric: Metric)] = []
        for group in questionnaire.metricGroups {
            let members: [String?] =
                group.each.map { $0.members(dimensions: questionnaire.dimensions, tags: questionnaire.tags) } ?? [nil]
            for metric in group.metrics {
                for member in members {
                    let id = MetricGraphBuilder.fullID(metric.id, member)
                    names.insert(id)
                    spread.append((id, member, group.each, metric))
                }
            }
        }
        for (id, member, family, metric) in spread {
            // The metric of the same member where there is one, else the single metric or the one named in full.
            let rule = metric.rule.renamingMetrics { name in
                let own = MetricGraphBuilder.fullID(name, member)
                return names.contains(own) ? own : name
            }
            drafts[id] = Draft(member: member, family: family, metric: metric, rule: rule)
            order.append(id)
        }
    }

    private static func fullID(_ metric: String, _ member: String?) -> String {
        member.map { "\($0).\(metric)" } ?? metric
    }

    /// - Parameter wanted: the full ids of the metrics to lay out, with all they rest on; all metrics, where it is
    ///   nothing.
    mutating func build(_ wanted: Set<String>?) {
        for id in order where wanted?.contains(id) ?? true { add(id) }
    }

    /// Adds a metric after everything it needs; the definition was checked to be free of circles.
    private mutating func add(_ start: String) {
        // An explicit stack, as chains of metrics may be long.
        var stack = [(id: start, isExpanded: false)]
        while let (id, isExpanded) = stack.popLast() {
            guard index[id] == nil, let draft = drafts[id] else { continue }
            let needed = isExpanded ? [] : references(of: draft).map(\.id).filter { index[$0] == nil && $0 != id }
            guard needed.isEmpty else {
                stack.append((id, true))
                stack += needed.map { ($0, false) }
                continue
            }
            place(id, draft)
        }
    }

    private mutating func place(_ id: String, _ draft: Draft) {
        var levels: [MetricGraph.Inputs] = []
        let inputs: MetricGraph.Inputs
        if case .level(let rule) = draft.rule {
            levels = rule.levels.map { self.inputs($0.inputs, channel: nil, of: draft) }
            inputs = MetricGraphBuilder.joined(levels)
        } else if case .aggregate(let aggregate) = draft.rule {
            inputs = self.inputs(aggregate.inputs, channel: aggregate.channel, of: draft)
        } else {
            inputs = metrics(references(of: draft))
        }
        let asked = draft.rule.itemsInConditions.compactMap { questionnaire.index(ofItem: $0) }
        let leafSet: Int
        switch inputs {
        case .items(let items): leafSet = leafSets.place(joining: [], and: items.map(\.index) + asked)
        // What could be reached does not rest on any answer.
        case .metrics where draft.rule.isFixed: leafSet = leafSets.place(of: [])
        case .metrics(let metrics):
            leafSet = leafSets.place(joining: Set(metrics.map { nodes[$0.index].leafSet }), and: asked)
        }
        index[id] = nodes.count
        nodes.append(
            MetricGraph.Node(
                id: id, member: draft.member, metric: draft.metric, rule: draft.rule, inputs: inputs, levels: levels,
                leafSet: leafSet))
    }

    private static func joined(_ levels: [MetricGraph.Inputs]) -> MetricGraph.Inputs {
        var items: [MetricGraph.Input] = []
        var metrics: [MetricGraph.Input] = []
        for level in levels {
            switch level {
            case .items(let inputs): items += inputs
            case .metrics(let inputs): metrics += inputs
            }
        }
        return metrics.isEmpty ? .items(items) : .metrics(metrics)
    }

    private func inputs(_ inputs: MetricInputs, channel: String?, of draft: Draft) -> MetricGraph.Inputs {
        guard case .items(let selection) = inputs else { return metrics(references(inputs, of: draft)) }
        let places = itemsByMember.places(
            of: selection, family: draft.family, member: draft.member, questionnaire: questionnaire)
        return .items(
            places.compactMap { place in
                let item = questionnaire.items[place]
                guard selection.contains(item), item.isScored(on: channel) else { return nil }
                return MetricGraph.Input(index: place, weight: item.weight)
            })
    }

    private func metrics(_ references: [Reference]) -> MetricGraph.Inputs {
        .metrics(
            references.compactMap { reference in
                index[reference.id].map { MetricGraph.Input(index: $0, weight: reference.weight) }
            })
    }

    private struct Reference {
        let id: String
        let weight: Double
    }

    /// The metrics that a metric needs, in the order in which they enter.
    private func references(of draft: Draft) -> [Reference] {
        switch draft.rule {
        case .aggregate(let aggregate): return references(aggregate.inputs, of: draft)
        case .level(let rule): return rule.levels.flatMap { references($0.inputs, of: draft) }
        case .possible, .adjust, .band, .verdict, .reference:
            var seen: Set<String> = []
            return draft.rule.metrics.filter { seen.insert($0).inserted }.map { Reference(id: $0, weight: 1) }
        }
    }

    private func references(_ inputs: MetricInputs, of draft: Draft) -> [Reference] {
        switch inputs {
        case .items: return []
        case .metrics(let coefficients):
            return coefficients.map { Reference(id: resolve($0.metric, for: draft), weight: $0.factor) }
        case .family(let family, let metric, let weights):
            return family.members(dimensions: questionnaire.dimensions, tags: questionnaire.tags).map {
                Reference(id: MetricGraphBuilder.fullID(metric, $0), weight: weights[$0] ?? 1)
            }
        case .children(let metric):
            return (draft.member.flatMap { children[$0] } ?? []).map {
                Reference(id: MetricGraphBuilder.fullID(metric, $0), weight: 1)
            }
        }
    }

    private func resolve(_ name: String, for draft: Draft) -> String {
        let own = MetricGraphBuilder.fullID(name, draft.member)
        return drafts[own] == nil ? name : own
    }
}

/// The items of each dimension and tag value, so that a metric does not look through all items.
private struct ItemsByMember {
    private var byDimension: [String: [Int]] = [:]
    /// Under the names that members of a tag have, as in `tag.value`.
    private var byTagValue: [String: [Int]] = [:]
    private let all: [Int]

    init(_ items: [Item]) {
        all = Array(items.indices)
        for (place, item) in items.enumerated() {
            for dimension in item.ancestors { byDimension[dimension, default: []].append(place) }
            for (tag, values) in item.tags {
                for value in Set(values) { byTagValue["\(tag).\(value)", default: []].append(place) }
            }
        }
    }

    /// Items among which all of a selection are, in the order of the questionnaire.
    func places(
        of selection: ItemSelection, family: Family?, member: String?, questionnaire: Questionnaire
    ) -> [Int] {
        if let family, let member {
            return switch family {
            case .dimension: byDimension[member] ?? []
            case .tag: byTagValue[member] ?? []
            }
        }
        if let ids = selection.ids { return ids.compactMap { questionnaire.index(ofItem: $0) }.sorted() }
        if let dimension = selection.dimension { return byDimension[dimension] ?? [] }
        if let (tag, value) = selection.tags.min(by: { $0.key < $1.key }) { return byTagValue["\(tag).\(value)"] ?? [] }
        return all
    }
}

extension Metric.Rule {
    /// Whether the value is the same whatever is answered.
    fileprivate var isFixed: Bool {
        if case .possible = self { return true }
        return false
    }
}
