import Questionnaires

extension MetricGraph {
    /// The most that a metric could reach, and what each of its inputs contributes to that.
    struct Possible: Sendable {
        let value: Double
        /// The inputs of the metric in their order; nothing for those in a branch that another excludes.
        let entered: [Double?]
    }

    /// Every metric that says so, when nothing is known of any answer and everything is shown.
    static func possible(in graph: MetricGraph, _ questionnaire: Questionnaire) -> [Int: Possible] {
        let nodes = graph.nodes
        let isAsked = nodes.contains { node in
            if case .possible = node.rule { return true }
            return false
        }
        guard isAsked else { return [:] }
        let evaluation = Evaluation(
            graph: graph, estimates: ItemEstimates(blank: questionnaire, keys: graph.keys),
            coverages: [Double?](repeating: nil, count: nodes.count),
            isWithheld: [Bool](repeating: false, count: nodes.count), asOf: nil, subjects: [:])
        var prospects: [Evaluation.Prospect] = []
        var result: [Int: Possible] = [:]
        for (position, node) in nodes.enumerated() {
            guard case .possible(let rule) = node.rule else {
                prospects.append(evaluation.prospect(of: position, after: prospects))
                continue
            }
            let most = graph.index[rule.metric].flatMap { evaluation.most(of: $0, rule: rule, prospects) }
            result[position] = most
            prospects.append(Evaluation.Prospect(range: most.map { $0.value...$0.value }))
        }
        return result
    }
}

extension Evaluation {
    fileprivate func most(
        of target: Int, rule: PossibleRule, _ prospects: [Evaluation.Prospect]
    ) -> MetricGraph.Possible? {
        let node = graph.nodes[target]
        guard case .aggregate(let aggregate) = node.rule,
            let inputs = inputRanges(aggregate, node: node, prospects)
        else {
            return prospects[target].range.map { MetricGraph.Possible(value: $0.upperBound, entered: [$0.upperBound]) }
        }
        var entered = inputs.map { input -> Double? in
            aggregate.function.isTurned(by: input.weight) ? input.range.lowerBound : input.range.upperBound
        }
        if case .items(let items) = node.inputs {
            for branches in rule.exclusive { keepGreatest(branches, items: items, entered: &entered) }
        }
        let kept = zip(entered, inputs).compactMap { number, input in number.map { ($0, input.weight) } }
        return aggregate.function.apply(kept.map(\.0), weights: kept.map(\.1))
            .map { MetricGraph.Possible(value: $0, entered: entered) }
    }

    /// Of branches that exclude one another, leaves the one that contributes most.
    private func keepGreatest(_ branches: [ItemSelection], items: [MetricGraph.Input], entered: inout [Double?]) {
        let members = branches.map { branch in
            items.indices.filter { branch.contains(estimates.items[items[$0].index]) }
        }
        let totals = members.map { places in
            places.reduce(0.0) { $0 + (entered[$1] ?? 0) * items[$1].weight }
        }
        guard let greatest = totals.max(), let kept = totals.firstIndex(of: greatest) else { return }
        let keptPlaces = Set(members[kept])
        for place in members.joined() where !keptPlaces.contains(place) { entered[place] = nil }
    }
}
