import Questionnaires
import Responses
import Statistics

/// Brings the responses of a wave together, item by item.
struct Pooling {
    let questionnaire: Questionnaire
    let wave: Wave
    /// What the responses say together.
    let tally: ResponseTally
    let grouping: RoleGrouping
    private let smallest: Int
    /// By item, what the people of each group said.
    private let cells: [[Cells]]

    init(_ tally: ResponseTally, wave: Wave) {
        questionnaire = tally.questionnaire
        self.wave = wave
        self.tally = tally
        smallest = wave.collection.isConfidential ? max(questionnaire.pool.smallestGroup, Pool.fewestRespondents) : 1
        let grouping = RoleGrouping(respondents: tally.respondents, questionnaire: questionnaire, smallest: smallest)
        self.grouping = grouping
        cells = questionnaire.items.indices.map { item in
            grouping.groups.map { tally.cells(ofItem: item, roles: $0.roles) }
        }
    }

    /// The items, perhaps without the answers of one group.
    ///
    /// Where an item has few answers of the group, they stand in a stratum with those of others; that stratum is left
    /// out as a whole. If it were divided, the figures with and without the group would differ by the few.
    func items(without left: RoleGroup? = nil) -> [PooledItem] {
        let left = Set(left?.roles ?? [])
        return questionnaire.items.enumerated().map { pooled($1, index: $0, without: left) }
    }

    private typealias Cells = ResponseTally.Cells

    private func pooled(_ item: Item, index: Int, without left: Set<String>) -> PooledItem {
        let channels = tally.channels(ofItem: index)
        let empty = Cells(of: item)
        let cells = cells[index]
        // Few answers of a group are joined with those of others, so that no stratum shows fewer than may be shown.
        let answering = zip(grouping.groups, cells).map { RoleGroup(roles: $0.roles, count: $1.answered) }
        let used = RoleGroup.merging(answering, smallest: smallest).filter { left.isDisjoint(with: $0.roles) }
        let finalWeights = finalCellWeights(cells, item: item, used: used)
        let strata = used.map { group in
            var sum = empty
            var weights: [Double] = []
            for (place, groupCells) in cells.enumerated()
            where group.roles.contains(where: grouping.groups[place].roles.contains) {
                sum.add(groupCells)
                if !finalWeights.isEmpty { weights.append(finalWeights[place]) }
            }
            return stratum(
                group.roles, sum, item: item, channels: channels,
                cellWeights: weights.min().flatMap { low in weights.max().map { low...$0 } })
        }
        let usedRoles = Set(used.flatMap(\.roles))
        let isHeldBack = strata.isEmpty && cells.contains { $0.answered > 0 }
        var total = empty
        var weights = PooledItem.Weights()
        var silent: [PooledItem.Stratum] = []
        for (place, groupCells) in cells.enumerated() {
            let group = grouping.groups[place]
            guard left.isDisjoint(with: group.roles) else { continue }
            let isUsed = !usedRoles.isDisjoint(with: group.roles)
            let each = grouping.weight(of: group, in: item.dimension) / Double(group.count)
            weights.answered += isUsed ? each * Double(groupCells.answered) : 0
            weights.applicable += each * Double(groupCells.applicable)
            weights.notApplicable += each * Double(groupCells.notApplicable)
            total.add(groupCells)
            guard !isUsed else { continue }
            var missing = groupCells
            missing.unanswered += missing.answered
            missing.answered = 0
            // Where answers are held back, the few who did not know must not stand for all.
            if isHeldBack {
                missing.unanswered += missing.dontKnow
                missing.dontKnow = 0
            }
            missing.counts = empty.counts
            missing.sums = [:]
            silent.append(
                stratum(
                    group.roles, missing, item: item, channels: channels,
                    cellWeights: finalWeights.isEmpty ? nil : finalWeights[place]...finalWeights[place]))
        }
        return PooledItem(
            item: item, counts: strata.reduce(empty.counts) { sum, stratum in zip(sum, stratum.counts).map(+) },
            notApplicable: total.notApplicable, dontKnow: total.dontKnow, unanswered: total.unanswered,
            applicable: total.applicable, notShown: total.notShown, undecided: total.undecided,
            unsettled: total.unsettled, strata: strata,
            isHeldBack: strata.isEmpty && total.answered > 0,
            setRating: wave.gateRatings.last { $0.item == item.id }, silent: silent, weights: weights)
    }

    private func stratum(
        _ roles: [String], _ cells: Cells, item: Item, channels: [String?], cellWeights: ClosedRange<Double>?
    ) -> PooledItem.Stratum {
        PooledItem.Stratum(
            roles: grouping.inOrder(roles), counts: cells.counts, answered: cells.answered, dontKnow: cells.dontKnow,
            unanswered: cells.unanswered, notApplicable: cells.notApplicable, undecided: cells.undecided,
            weight: grouping.weight(of: RoleGroup(roles: roles, count: cells.applicable), in: item.dimension),
            cellWeights: cellWeights, sums: Pooling.sums(cells, item: item, channels: channels))
    }

    /// What each answer of a group weighs when all have answered, for groups that are then joined in another way than
    /// now; empty where none is.
    private func finalCellWeights(_ cells: [Cells], item: Item, used: [RoleGroup]) -> [Double] {
        let all = cells.map { $0.applicable + $0.undecided }
        guard cells.contains(where: { $0.applicable + $0.undecided > $0.answered }) else { return [] }
        let final = RoleGroup.merging(
            zip(grouping.groups, all).map { RoleGroup(roles: $0.roles, count: $1) }, smallest: smallest)
        let usedRoles = Set(used.flatMap(\.roles))
        let now = used + grouping.groups.filter { usedRoles.isDisjoint(with: $0.roles) }
        guard Set(final.map { Set($0.roles) }) != Set(now.map { Set($0.roles) }) else { return [] }
        return grouping.groups.map { group in
            guard let joined = final.first(where: { $0.roles.contains(where: group.roles.contains) }) else { return 0 }
            return grouping.weight(of: joined, in: item.dimension) / Double(max(1, joined.count))
        }
    }

    /// Of single answers the sums follow from the counts, whatever the order of the responses.
    private static func sums(_ cells: Cells, item: Item, channels: [String?]) -> [String?: Double] {
        guard case .singleChoice = item.answering else { return cells.sums.mapValues(\.value) }
        var result: [String?: Double] = [:]
        for channel in channels {
            var sum = 0.0
            for (option, count) in zip(item.scale.options, cells.counts) {
                sum += Double(count) * option.score(on: channel)
            }
            result[channel] = sum
        }
        return result
    }
}
