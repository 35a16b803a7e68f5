import Questionnaires

/// Everything that metrics read about items: their estimates for each channel and each way to treat missing cells.
struct ItemEstimates: Sendable {
    let items: [Item]
    private var tables: [Key: [ItemEstimate]] = [:]

    /// What an aggregate asks for.
    struct Key: Hashable, Sendable {
        let worst: WorstCells
        let channel: String?

        static let plain = Key(worst: .none, channel: nil)

        init(worst: WorstCells, channel: String?) {
            self.worst = worst
            self.channel = channel
        }

        init(_ aggregate: Aggregate) { self.init(worst: WorstCells(aggregate.missing), channel: aggregate.channel) }

        /// What no later answer can change.
        var lasting: Key { Key(worst: worst.lasting, channel: channel) }
    }

    init(_ pooled: [PooledItem], questionnaire: Questionnaire, graph: MetricGraph) {
        items = questionnaire.items
        for key in graph.keys {
            tables[key] = pooled.map {
                $0.estimate(pool: questionnaire.pool, worst: key.worst, channel: key.channel)
            }
        }
    }

    /// Of answers of which nothing is known.
    init(blank questionnaire: Questionnaire, keys: Set<Key>) {
        items = questionnaire.items
        for key in keys {
            tables[key] = items.map { item in
                let positions = item.hasPositions ? 0...(item.scale.options.count - 1) : 0...0
                return ItemEstimate(
                    value: nil, gate: nil, bounds: item.range(of: key.channel), gateBounds: positions,
                    state: .unanswered)
            }
        }
    }

    func estimates(_ key: Key) -> [ItemEstimate] { tables[key] ?? [] }

    /// The estimates of items with nothing filled in.
    var plain: [ItemEstimate] { estimates(.plain) }

    /// Puts another value, gate rating and state in place of those of an item; bounds stay as they are.
    mutating func replace(_ index: Int, of key: Key, value: Double?, gate: Int?, state: AnswerState) {
        guard let old = tables[key]?[index] else { return }
        tables[key]?[index] = ItemEstimate(
            value: value, gate: gate, bounds: old.bounds, gateBounds: old.gateBounds, state: state,
            isUndecided: old.isUndecided)
    }

    /// Changes the value and gate rating of an item wherever it has one; on other channels it stays as it is.
    mutating func change(_ index: Int, value: (Double) -> Double, gate: (Int) -> Int) {
        for key in tables.keys {
            guard let old = tables[key]?[index] else { continue }
            if key.channel == nil { tables[key]?[index].value = old.value.map(value) }
            tables[key]?[index].gate = old.gate.map(gate)
        }
    }
}
