import Questionnaires

/// Roles whose answers are weighted, and shown, together.
public struct RoleGroup: Sendable, Hashable {
    /// The roles in the order of the questionnaire.
    public let roles: [String]
    /// How many respondents it has, or, for one item, how many of them answered it.
    public let count: Int

    /// Merges groups of fewer than `smallest` people, so that none of them can be seen on its own.
    ///
    /// Small groups are merged with one another; if even together they are too few, they join the smallest group that
    /// stands by itself. Groups of nobody are left out.
    ///
    /// - Returns: the groups in the order given, the merged one last; one group of all where nothing else is left, and
    ///   nothing where all together are fewer than `smallest`.
    static func merging(_ groups: [RoleGroup], smallest: Int) -> [RoleGroup] {
        let present = groups.filter { $0.count > 0 }
        var standing = present.filter { $0.count >= smallest }
        var joined = present.filter { $0.count < smallest }
        guard !joined.isEmpty else { return standing }
        if joined.reduce(0, { $0 + $1.count }) < smallest {
            guard let fewest = standing.min(by: { $0.count < $1.count }) else { return [] }
            standing.removeAll { $0 == fewest }
            joined = present.filter { $0.count < smallest || $0 == fewest }
        }
        return standing + [RoleGroup(roles: joined.flatMap(\.roles), count: joined.reduce(0) { $0 + $1.count })]
    }
}

/// The groups of a wave, and the weight each has in a dimension.
struct RoleGrouping {
    let groups: [RoleGroup]
    /// The group of each role that has respondents.
    let groupOfRole: [String: Int]
    private let respondents: [String: Int]
    private let roles: [String: Role]
    /// The place of each role in the questionnaire.
    private let places: [String: Int]

    /// - Parameter smallest: groups below this size are merged; 1 keeps every role apart.
    init(respondents: [String: Int], questionnaire: Questionnaire, smallest: Int) {
        let defined = questionnaire.roles.map(\.id)
        // A questionnaire need not define roles; whoever answers then counts all the same.
        let others = respondents.keys.filter { !defined.contains($0) }.sorted()
        let single = (defined + others).map { RoleGroup(roles: [$0], count: respondents[$0] ?? 0) }
        let groups = RoleGroup.merging(single, smallest: smallest)
        self.groups = groups
        self.respondents = respondents
        roles = Dictionary(questionnaire.roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var index: [String: Int] = [:]
        for (position, group) in groups.enumerated() {
            for role in group.roles { index[role] = position }
        }
        groupOfRole = index
        places = Dictionary(
            (defined + others).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Roles in the order of the questionnaire.
    func inOrder(_ roles: [String]) -> [String] { roles.sorted { places[$0, default: 0] < places[$1, default: 0] } }

    /// The weight of a group in a dimension: the mean of its roles' weights over its respondents.
    func weight(of group: RoleGroup, in dimension: String) -> Double {
        var sum = 0.0
        var count = 0
        for role in group.roles {
            let size = respondents[role] ?? 0
            sum += Double(size) * (roles[role]?.weight(in: dimension) ?? 1)
            count += size
        }
        return count == 0 ? 0 : sum / Double(count)
    }
}
