import Questionnaires

/// The metrics of a questionnaire, spread over the members of their families, each after the ones it needs.
struct MetricGraph: Sendable {
    let nodes: [Node]
    /// The place of a metric by its full id, as in `technology.score`.
    let index: [String: Int]

    struct Node: Sendable {
        let id: String
        /// The member of the family, such as a domain; nothing for a single metric.
        let member: String?
        let metric: Metric
        let inputs: Inputs
        /// The items on which the metric rests in the end.
        let leaves: [Int]
    }

    enum Inputs: Sendable {
        case items([Input])
        case metrics([Input])
    }

    /// An item or metric by its place, and its weight or coefficient.
    struct Input: Sendable {
        let index: Int
        let weight: Double
    }

    init(_ questionnaire: Questionnaire) {
        var builder = MetricGraphBuilder(questionnaire)
        builder.build()
        nodes = builder.nodes
        index = builder.index
    }
}

/// Resolves names and puts the metrics in an order in which each comes after its inputs.
struct MetricGraphBuilder {
    private struct Draft {
        let member: String?
        let family: Family?
        let metric: Metric
    }

    private let questionnaire: Questionnaire
    private var drafts: [String: Draft] = [:]
    private var order: [String] = []
    private(set) var nodes: [MetricGraph.Node] = []
    private(set) var index: [String: Int] = [:]

    init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        for group in questionnaire.metricGroups {
            let members: [String?] =
                group.each.map { $0.members(dimensions: questionnaire.dimensions, tags: questionnaire.tags) } ?? [nil]
            for metric in group.metrics {
                for member in members {
                    let id = MetricGraphBuilder.fullID(metric.id, member)
                    drafts[id] = Draft(member: member, family: group.each, metric: metric)
                    order.append(id)
                }
            }
        }
    }

    private static func fullID(_ metric: String, _ member: String?) -> String {
        member.map { "\($0).\(metric)" } ?? metric
    }

    mutating func build() {
        for id in order { add(id) }
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
            let inputs = inputs(of: draft)
            index[id] = nodes.count
            nodes.append(
                MetricGraph.Node(
                    id: id, member: draft.member, metric: draft.metric, inputs: inputs, leaves: leaves(of: inputs)))
        }
    }

    private func inputs(of draft: Draft) -> MetricGraph.Inputs {
        if case .aggregate(let aggregate) = draft.metric.rule, case .items(let selection) = aggregate.inputs {
            let items = questionnaire.items.enumerated().filter { isMember($1, of: draft) && selection.contains($1) }
            return .items(items.map { MetricGraph.Input(index: $0.offset, weight: $0.element.weight) })
        }
        return .metrics(
            references(of: draft).compactMap { reference in
                index[reference.id].map { MetricGraph.Input(index: $0, weight: reference.weight) }
            })
    }

    private func isMember(_ item: Item, of draft: Draft) -> Bool {
        guard let family = draft.family, let member = draft.member else { return true }
        return family.contains(item, member: member)
    }

    private struct Reference {
        let id: String
        let weight: Double
    }

    private func references(of draft: Draft) -> [Reference] {
        switch draft.metric.rule {
        case .band(let rule):
            return [rule.metric, rule.relativeTo].compactMap { $0 }
                .map { Reference(id: resolve($0, for: draft), weight: 1) }
        case .aggregate(let aggregate):
            switch aggregate.inputs {
            case .items: return []
            case .metrics(let coefficients):
                return coefficients.map { Reference(id: resolve($0.metric, for: draft), weight: $0.factor) }
            case .family(let family, let metric, let weights):
                return family.members(dimensions: questionnaire.dimensions, tags: questionnaire.tags).map {
                    Reference(id: MetricGraphBuilder.fullID(metric, $0), weight: weights[$0] ?? 1)
                }
            case .children(let metric):
                let children = draft.member.flatMap(questionnaire.dimension)?.children ?? []
                return children.map { Reference(id: MetricGraphBuilder.fullID(metric, $0.id), weight: 1) }
            }
        }
    }

    /// The metric of the same member where there is one, else the single metric or the one named in full.
    private func resolve(_ name: String, for draft: Draft) -> String {
        let own = MetricGraphBuilder.fullID(name, draft.member)
        return drafts[own] == nil ? name : own
    }

    private func leaves(of inputs: MetricGraph.Inputs) -> [Int] {
        switch inputs {
        case .items(let items): items.map(\.index)
        case .metrics(let metrics): Set(metrics.flatMap { nodes[$0.index].leaves }).sorted()
        }
    }
}
