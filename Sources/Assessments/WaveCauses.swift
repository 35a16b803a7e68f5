import Questionnaires
import Scoring
import Statistics

/// Why the value of an item, or of a metric of items, moved: because people rate it otherwise, or because others answered.
public struct WaveCauses: Sendable, Hashable {
    /// From other ratings by the same kinds of people.
    public let ratings: Double
    /// From who answered.
    public let people: Double

    public var sum: Double { ratings + people }

    init(ratings: Double, people: Double) {
        self.ratings = ratings
        self.people = people
    }
}

extension WaveCauses {
    /// The causes of the change of one item, by standardising the earlier wave to the mix of the later.
    ///
    /// Let block k have the share pₖ of an item's weight and the mean mₖ in the earlier wave, p′ₖ and m′ₖ in the later,
    /// so that the item's values are x = Σ pₖ mₖ and x′ = Σ p′ₖ m′ₖ. Then
    ///
    ///     ratings = Σ p′ₖ (m′ₖ − mₖ)        people = Σ (p′ₖ − pₖ) mₖ        ratings + people = x′ − x
    ///
    /// Both waves are seen by the newer mix, as they are by the newer weights of items; so no order of roles or items is
    /// chosen. A block that is in one of the waves only cannot have changed its ratings: its whole part is of who
    /// answered, as if it would have rated alike in the other wave.
    ///
    /// Blocks are the finest groups of roles that both waves show: roles that stand together in one of them stand together
    /// here, and what the mix within a block does counts as ratings. Everything follows from the means and weights that
    /// the report of each wave shows of its groups, so nothing more can be learned of single people. Where roles count by
    /// their weights and not by their people, shares move only with the roles that answered.
    ///
    /// - Returns: nothing where the value of the item is not the weighted mean of its groups, since missing answers count.
    init?(earlier: PooledItem, later: PooledItem, values: (earlier: Double, later: Double), pool: Pool) {
        let blocks = RoleBlocks(earlier.strata.map(\.roles) + later.strata.map(\.roles))
        guard let before = WaveCauses.shares(earlier, blocks, pool), let after = WaveCauses.shares(later, blocks, pool)
        else { return nil }
        func value(_ shares: [Int: Share]) -> Double {
            shares.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.weight * $1.value.mean }
        }
        guard Tolerance.isEqual(value(before), values.earlier), Tolerance.isEqual(value(after), values.later) else {
            return nil
        }
        var people = 0.0
        for block in Set(before.keys).union(after.keys).sorted() {
            let (old, new) = (before[block], after[block])
            guard let mean = old?.mean ?? new?.mean else { continue }
            people += ((new?.weight ?? 0) - (old?.weight ?? 0)) * mean
        }
        // Shares of one add up to it but for the last bit.
        self.people = abs(people) < 1e-12 ? 0 : people
        ratings = values.later - values.earlier - self.people
    }

    /// The share of a block in the weight of an item, and the mean of its answers.
    private struct Share {
        var weight = 0.0
        var mean = 0.0
    }

    private static func shares(_ pooled: PooledItem, _ blocks: RoleBlocks, _ pool: Pool) -> [Int: Share]? {
        var sums: [Int: (weight: Double, total: Double)] = [:]
        var all = 0.0
        for stratum in pooled.strata {
            guard let mean = stratum.mean, let block = stratum.roles.first.flatMap(blocks.block) else { return nil }
            let weight = pool.value == .mean ? Double(stratum.answered) : stratum.weight
            sums[block, default: (0, 0)].weight += weight
            sums[block, default: (0, 0)].total += weight * mean
            all += weight
        }
        guard all > 0 else { return nil }
        return sums.filter { $0.value.weight > 0 }.mapValues {
            Share(weight: $0.weight / all, mean: $0.total / $0.weight)
        }
    }
}

/// The finest groups of roles of which each given group is in one.
struct RoleBlocks {
    private let places: [String: Int]

    init(_ groups: [[String]]) {
        var parents: [String: String] = [:]
        func root(_ role: String) -> String {
            var role = role
            while let parent = parents[role], parent != role { role = parent }
            return role
        }
        for group in groups {
            for role in group {
                if parents[role] == nil { parents[role] = role }
                guard let first = group.first else { continue }
                let (one, other) = (root(first), root(role))
                // The lesser name leads, so that the order of groups does not matter.
                if one != other { parents[max(one, other)] = min(one, other) }
            }
        }
        var leaders: [String: String] = [:]
        for role in parents.keys { leaders[role] = root(role) }
        let order = Set(leaders.values).sorted()
        let index = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        places = leaders.compactMapValues { index[$0] }
    }

    /// The block of a role, by a number in no particular order.
    func block(_ role: String) -> Int? { places[role] }
}

/// The whole change of a metric, as the reports of the two waves show it, by its causes.
public struct WaveParts: Sendable {
    /// From items that both waves asked alike and that have a figure in both.
    public let matched: WaveCauses
    /// From items that only one of the waves asked, or has a figure of: what the newer ones add to the later value, less
    /// what the older ones had added to the earlier one.
    public let items: Double
    /// From the newer questionnaire's weights, values and rules, as they would have moved the earlier value.
    public let weights: Double

    public var whole: Double { matched.sum + items + weights }
}
