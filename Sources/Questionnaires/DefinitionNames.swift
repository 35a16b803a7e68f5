/// Ids and other names that a definition has introduced so far.
struct DefinitionNames {
    var sources: [String] = []
    var dimensions: [String] = []
    /// The dimensions above each dimension, and itself.
    var ancestors: [String: Set<String>] = [:]
    var tags: [String: [String]] = [:]
    var roles: [String] = []
    var scales: [String: AnswerScale] = [:]
    var items: [String] = []
    /// The scale of each item.
    var itemScales: [String: AnswerScale] = [:]
    var itemDirections: [String: Item.Direction] = [:]
    var bandSets: [String: BandSet] = [:]
    /// Metric ids as they are written in groups, and as `member.metric` in full.
    var metrics: [String] = []
    var fullMetrics: Set<String> = []
    var groups: [Group] = []
    /// Whether the members of a family are not known, so that metrics may be missing.
    var hasBrokenFamily = false
    var recommendations: [String] = []
    /// The keys of the policy of recommendations, whether they could be read or not.
    var policyKeys: Set<String> = []

    /// The options of all scales.
    var options: [String] { Set(scales.values.flatMap { $0.options.map(\.id) }).sorted() }

    /// A group of metrics: its family, the members, and the ids defined for each.
    struct Group {
        let family: Family?
        let members: [String]
        let metrics: [String]
    }

    mutating func introduce(_ ids: [String], family: Family?, members: [String]) {
        groups.append(Group(family: family, members: members, metrics: ids))
        metrics += ids.filter { !metrics.contains($0) }
    }

    /// The groups some of whose members lie right below a member of a group.
    func childGroups(of group: Int) -> [Int] {
        // What lies above a child is its parent, and what lies above that.
        let above = Set(groups[group].members.compactMap { ancestors[$0] })
        return groups.indices.filter { candidate in
            guard candidate != group, case .dimension = groups[candidate].family else { return false }
            return groups[candidate].members.contains { member in
                ancestors[member].map { above.contains($0.subtracting([member])) } == true
            }
        }
    }

    /// The metrics that a metric of a group may name.
    func visibleMetrics(from group: Int) -> [String] {
        let own = groups[group].metrics
        return own + fullMetrics.subtracting(own).sorted()
    }

    /// What a name written in a group refers to.
    func targets(of name: String, from group: Int) -> [MetricNode] {
        if groups[group].metrics.contains(name) { return [MetricNode(group: group, metric: name)] }
        return groups.indices.flatMap { candidate -> [MetricNode] in
            let target = groups[candidate]
            if target.family == nil {
                return target.metrics.contains(name) ? [MetricNode(group: candidate, metric: name)] : []
            }
            return target.metrics.filter { id in target.members.contains { "\($0).\(id)" == name } }
                .map { MetricNode(group: candidate, metric: $0) }
        }
    }
}
