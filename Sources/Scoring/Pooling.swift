import Questionnaires
import Responses

/// Brings the responses of a wave together, item by item.
struct Pooling {
    let questionnaire: Questionnaire
    let wave: Wave
    let responses: [Response]
    let grouping: RoleGrouping
    private let smallest: Int

    init(questionnaire: Questionnaire, wave: Wave, responses: [Response]) {
        self.questionnaire = questionnaire
        self.wave = wave
        // The order of files must not matter to the last bit.
        self.responses = responses.sorted { $0.respondent < $1.respondent }
        smallest = wave.collection.isConfidential ? max(questionnaire.pool.smallestGroup, Pool.fewestRespondents) : 1
        var counts: [String: Int] = [:]
        for response in responses { counts[response.role, default: 0] += 1 }
        grouping = RoleGrouping(respondents: counts, questionnaire: questionnaire, smallest: smallest)
    }

    /// The items, perhaps without the answers of one group.
    ///
    /// Where an item has few answers of the group, they stand in a stratum with those of others; that stratum is left
    /// out as a whole. If it were divided, the figures with and without the group would differ by the few.
    func items(without left: RoleGroup? = nil) -> [PooledItem] {
        let left = Set(left?.roles ?? [])
        return questionnaire.items.map { pooled($0, without: left) }
    }

    /// What one group of the wave said about one item.
    private struct Cells {
        var counts: [Int]
        var notApplicable = 0
        var dontKnow = 0
        var unanswered = 0

        mutating func add(_ answer: Answer?) {
            switch answer?.content {
            case .option(let position) where counts.indices.contains(position): counts[position] += 1
            case .option, nil: unanswered += 1
            case .dontKnow: dontKnow += 1
            case .notApplicable: notApplicable += 1
            }
        }

        mutating func add(_ other: Cells) {
            for option in counts.indices { counts[option] += other.counts[option] }
            notApplicable += other.notApplicable
            dontKnow += other.dontKnow
            unanswered += other.unanswered
        }

        var answered: Int { counts.reduce(0, +) }
        var applicable: Int { answered + dontKnow + unanswered }
    }

    private func pooled(_ item: Item, without left: Set<String>) -> PooledItem {
        let empty = Cells(counts: [Int](repeating: 0, count: item.scale.options.count))
        var cells = [Cells](repeating: empty, count: grouping.groups.count)
        for response in responses {
            guard let group = grouping.groupOfRole[response.role] else { continue }
            cells[group].add(response.answers[item.id])
        }
        // Few answers of a group are joined with those of others, so that no stratum shows fewer than may be shown.
        let answering = zip(grouping.groups, cells).map { RoleGroup(roles: $0.roles, count: $1.answered) }
        let used = RoleGroup.merging(answering, smallest: smallest).filter { left.isDisjoint(with: $0.roles) }
        let strata = used.map { group in
            var sum = empty
            for (candidate, groupCells) in zip(grouping.groups, cells)
            where group.roles.contains(where: candidate.roles.contains) {
                sum.add(groupCells)
            }
            return stratum(group.roles, sum, item: item)
        }
        let usedRoles = Set(used.flatMap(\.roles))
        var total = empty
        var weights = PooledItem.Weights()
        var silent: [PooledItem.Stratum] = []
        for (group, groupCells) in zip(grouping.groups, cells) where left.isDisjoint(with: group.roles) {
            let isUsed = !usedRoles.isDisjoint(with: group.roles)
            let each = grouping.weight(of: group, in: item.dimension) / Double(group.count)
            weights.answered += isUsed ? each * Double(groupCells.answered) : 0
            weights.applicable += each * Double(groupCells.applicable)
            weights.notApplicable += each * Double(groupCells.notApplicable)
            total.add(groupCells)
            guard !isUsed else { continue }
            var missing = groupCells
            missing.unanswered += missing.answered
            missing.counts = empty.counts
            silent.append(stratum(group.roles, missing, item: item))
        }
        return PooledItem(
            item: item, counts: strata.reduce(empty.counts) { sum, stratum in zip(sum, stratum.counts).map(+) },
            notApplicable: total.notApplicable, dontKnow: total.dontKnow, unanswered: total.unanswered,
            applicable: total.applicable, strata: strata, isHeldBack: strata.isEmpty && total.answered > 0,
            setRating: wave.gateRatings.last { $0.item == item.id }, silent: silent, weights: weights)
    }

    private func stratum(_ roles: [String], _ cells: Cells, item: Item) -> PooledItem.Stratum {
        PooledItem.Stratum(
            roles: grouping.inOrder(roles), counts: cells.counts, dontKnow: cells.dontKnow,
            unanswered: cells.unanswered, notApplicable: cells.notApplicable,
            weight: grouping.weight(of: RoleGroup(roles: roles, count: cells.applicable), in: item.dimension))
    }
}
