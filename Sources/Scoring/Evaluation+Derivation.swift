import Questionnaires

extension Evaluation {
    func derivation(of position: Int, outcomes: [MetricOutcome]) -> Derivation {
        let node = graph.nodes[position]
        let terms = terms(of: position, outcomes: outcomes)
        return Derivation(
            rule: node.rule, terms: terms, decidedBy: deciding(node, terms: terms, outcome: outcomes[position]),
            detail: detail(of: node, outcomes: outcomes))
    }

    private func detail(of node: MetricGraph.Node, outcomes: [MetricOutcome]) -> Derivation.Detail {
        switch node.rule {
        case .adjust(let rule): return .steps(adjusted(rule, node: node, outcomes: outcomes).steps)
        case .level(let rule): return .levels(level(rule, node: node, outcomes: outcomes).levels)
        case .verdict(let rule):
            let judged = verdict(rule, outcomes: outcomes)
            return .verdict(judged.conclusion, rule: judged.rule)
        case .possible(let rule): return graph.index[rule.metric].map { .most(of: graph.nodes[$0].rule) } ?? .none
        case .aggregate, .band, .reference: return .none
        }
    }

    private func terms(of position: Int, outcomes: [MetricOutcome]) -> [Derivation.Term] {
        let node = graph.nodes[position]
        if let possible = graph.possible[position], case .metrics(let inputs) = node.inputs, let target = inputs.first {
            return terms(of: possible, target: graph.nodes[target.index])
        }
        switch node.inputs {
        case .metrics(let inputs): return inputs.map { term($0, outcome: outcomes[$0.index]) }
        case .items(let inputs):
            switch node.rule {
            case .aggregate(let aggregate): return inputs.map { term($0, aggregate) }
            case .level(let rule):
                return inputs.map { input in
                    term(input, entered: satisfies(rule.at, item: input.index).map { $0 ? 1 : 0 })
                }
            case .possible, .adjust, .band, .verdict, .reference: return []
            }
        }
    }

    private func term(_ input: MetricGraph.Input, _ aggregate: Aggregate) -> Derivation.Term {
        let item = estimates.items[input.index]
        let estimate = estimates.estimates(ItemEstimates.Key(aggregate))[input.index]
        let plain = estimates.estimates(ItemEstimates.Key(worst: .none, channel: aggregate.channel))[input.index]
        let isWorst = aggregate.missing.treatment(of: estimate.state) == .worst && estimate.value == nil
        return Derivation.Term(
            reference: .item(item.id), value: plain.value,
            entered: aggregate.number(item, estimate) ?? (isWorst ? aggregate.worstNumber(item) : nil),
            gatePosition: estimate.gate, weight: input.weight, state: plain.state)
    }

    private func term(_ input: MetricGraph.Input, entered: Double?) -> Derivation.Term {
        let estimate = estimates.plain[input.index]
        return Derivation.Term(
            reference: .item(estimates.items[input.index].id), value: estimate.value, entered: entered,
            gatePosition: estimate.gate, weight: input.weight, state: estimate.state)
    }

    private func term(_ input: MetricGraph.Input, outcome: MetricOutcome) -> Derivation.Term {
        let state: AnswerState =
            switch outcome {
            case .value: .answered
            case .withheld: .unanswered
            case .notApplicable: .notApplicable
            }
        return Derivation.Term(
            reference: .metric(graph.nodes[input.index].id), value: outcome.value, entered: outcome.value,
            gatePosition: nil, weight: input.weight, state: state)
    }

    /// The most that each input of a metric could contribute.
    private func terms(of possible: MetricGraph.Possible, target: MetricGraph.Node) -> [Derivation.Term] {
        func term(_ reference: Derivation.Reference, _ weight: Double, _ entered: Double?) -> Derivation.Term {
            Derivation.Term(
                reference: reference, value: nil, entered: entered, gatePosition: nil, weight: weight,
                state: entered == nil ? .notShown : .answered)
        }
        guard case .aggregate = target.rule else {
            return possible.entered.map { term(.metric(target.id), 1, $0) }
        }
        switch target.inputs {
        case .items(let inputs):
            return zip(inputs, possible.entered).map { term(.item(estimates.items[$0.index].id), $0.weight, $1) }
        case .metrics(let inputs):
            return zip(inputs, possible.entered).map { term(.metric(graph.nodes[$0.index].id), $0.weight, $1) }
        }
    }

    /// The inputs at the minimum or maximum; of a table only those that stand in a row of it.
    private func deciding(
        _ node: MetricGraph.Node, terms: [Derivation.Term], outcome: MetricOutcome
    ) -> [Derivation.Reference] {
        guard case .aggregate(let aggregate) = node.rule, let extreme = outcome.value,
            aggregate.function == .min || aggregate.function == .max
        else { return [] }
        let winners = terms.filter { term in
            guard let entered = term.entered, entered == extreme else { return false }
            guard let table = aggregate.through, case .item(let id) = term.reference,
                let place = graph.itemPlaces[id]
            else { return true }
            return table.lookup(estimates.items[place], position: term.gatePosition ?? 0).isFromRow
        }
        return winners.enumerated()
            .sorted { left, right in
                let (first, second) = (left.element, right.element)
                if first.gatePosition != second.gatePosition {
                    return (first.gatePosition ?? -1) > (second.gatePosition ?? -1)
                }
                if first.value != second.value { return (first.value ?? 0) > (second.value ?? 0) }
                return left.offset < right.offset
            }
            .map(\.element.reference)
    }
}
