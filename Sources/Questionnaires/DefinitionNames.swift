import JSON

/// Ids and other names that a definition has introduced so far.
struct DefinitionNames {
    var sources = KnownNames()
    var dimensions = KnownNames()
    /// The dimensions above each dimension, and itself.
    var ancestors: [String: Set<String>] = [:]
    var channels = KnownNames()
    var subjects = KnownNames()
    var tags: [String: KnownNames] = [:]
    var roles = KnownNames()
    var scales: [String: AnswerScale] = [:]
    /// The items of all files, known before anything refers to them.
    var items = KnownNames()
    /// The options of each item, and of all scales.
    var itemOptions: [String: KnownNames] = [:]
    var options = KnownNames()
    /// The scale of each item.
    var itemScales: [String: AnswerScale] = [:]
    var itemDirections: [String: Item.Direction] = [:]
    var bandSets: [String: BandSet] = [:]
    /// Metric ids as they are written in groups, and as `member.metric` in full.
    var metrics = KnownNames()
    var fullMetrics: Set<String> = []
    var groups: [Group] = []
    /// The groups that define a metric in full.
    var metricNodes: [String: [MetricNode]] = [:]
    /// Whether the members of a family are not known, so that metrics may be missing.
    var hasBrokenFamily = false
    /// The bands of metrics that name one, and the outcomes of verdicts.
    var places: [MetricNode: KnownNames] = [:]
    var recommendations = KnownNames()
    /// The keys of the policy of recommendations, whether they could be read or not.
    var policyKeys: Set<String> = []

    /// A group of metrics: its family, the members, and the ids defined for each.
    struct Group {
        let family: Family?
        let members: [String]
        let metrics: KnownNames
    }

    mutating func introduce(_ ids: [String], family: Family?, members: [String]) {
        let group = groups.count
        groups.append(Group(family: family, members: members, metrics: KnownNames(ids)))
        for id in ids {
            metrics.insert(id)
            for full in family == nil ? [id] : members.map({ "\($0).\(id)" }) {
                metricNodes[full, default: []].append(MetricNode(group: group, metric: id))
            }
        }
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

    /// Whether a metric of a group may name a metric so.
    func isVisible(_ name: String, from group: Int) -> Bool {
        groups[group].metrics.contains(name) || fullMetrics.contains(name)
    }

    /// The metrics that a metric of a group may name.
    func visibleMetrics(from group: Int) -> [String] {
        let own = groups[group].metrics.list
        return own + fullMetrics.subtracting(own).sorted()
    }

    /// What a name written in a group refers to.
    func targets(of name: String, from group: Int) -> [MetricNode] {
        groups[group].metrics.contains(name)
            ? [MetricNode(group: group, metric: name)] : metricNodes[name] ?? []
    }
}
