extension Condition {
    /// The metrics it names, as they are written, each once and in the order of the text.
    public var metrics: [String] {
        unique(
            leaves.flatMap { leaf -> [String] in
                guard case .metric(let id, let test) = leaf else { return [] }
                var names = id.map { [$0] } ?? []
                if case .value(_, let base?) = test { names.append(base) }
                return names
            })
    }

    /// The items it names, each once and in the order of the text.
    public var items: [String] {
        unique(
            leaves.compactMap { leaf in
                if case .item(let id, _) = leaf { return id }
                return nil
            })
    }

    /// The same condition with other names for its metrics.
    public func renamingMetrics(_ rename: (String) -> String) -> Condition {
        switch self {
        case .all(let conditions): .all(conditions.map { $0.renamingMetrics(rename) })
        case .any(let conditions): .any(conditions.map { $0.renamingMetrics(rename) })
        case .not(let condition): .not(condition.renamingMetrics(rename))
        case .metric(let id, .value(let comparisons, let base)):
            .metric(id.map(rename), .value(comparisons, relativeTo: base.map(rename)))
        case .metric(let id, let test): .metric(id.map(rename), test)
        // What another subject calls its metrics is its own affair.
        case .item, .tag, .asOf, .subject: self
        }
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
