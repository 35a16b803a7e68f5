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

    func items() -> [PooledItem] { questionnaire.items.map(pooled) }

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

    private func pooled(_ item: Item) -> PooledItem {
        let empty = Cells(counts: [Int](repeating: 0, count: item.scale.options.count))
        var cells = [Cells](repeating: empty, count: grouping.groups.count)
        for response in responses {
            guard let group = grouping.groupOfRole[response.role] else { continue }
            cells[group].add(response.answers[item.id])
        }
        var total = empty
        var answeredWeight = 0.0
        var applicableWeight = 0.0
        var notApplicableWeight = 0.0
        for (group, groupCells) in zip(grouping.groups, cells) {
            total.add(groupCells)
            let each = grouping.weight(of: group, in: item.dimension) / Double(group.count)
            answeredWeight += each * Double(groupCells.answered)
            applicableWeight += each * Double(groupCells.applicable)
            notApplicableWeight += each * Double(groupCells.notApplicable)
        }
        // Few answers of a group are joined with those of others, so that no stratum shows fewer than may be shown.
        let answering = zip(grouping.groups, cells).map { RoleGroup(roles: $0.roles, count: $1.answered) }
        let merged = RoleGroup.merging(answering, smallest: smallest)
        let isHeldBack = merged.isEmpty && total.answered > 0
        let strata = merged.map { group in
            var sum = empty
            for (candidate, groupCells) in zip(grouping.groups, cells)
            where group.roles.contains(where: candidate.roles.contains) {
                sum.add(groupCells)
            }
            return stratum(group.roles, sum, item: item)
        }
        let silent = zip(grouping.groups, cells).compactMap { group, groupCells -> PooledItem.Stratum? in
            guard groupCells.answered == 0 || isHeldBack else { return nil }
            var missing = groupCells
            missing.unanswered += missing.answered
            missing.counts = empty.counts
            return stratum(group.roles, missing, item: item)
        }
        return PooledItem(
            item: item, counts: total.counts, notApplicable: total.notApplicable, dontKnow: total.dontKnow,
            unanswered: total.unanswered, strata: strata, isHeldBack: isHeldBack,
            setRating: wave.gateRatings.last { $0.item == item.id }, silent: silent,
            answeredWeight: isHeldBack ? 0 : answeredWeight, applicableWeight: applicableWeight,
            notApplicableWeight: notApplicableWeight)
    }

    private func stratum(_ roles: [String], _ cells: Cells, item: Item) -> PooledItem.Stratum {
        PooledItem.Stratum(
            roles: roles, counts: cells.counts, dontKnow: cells.dontKnow, unanswered: cells.unanswered,
            notApplicable: cells.notApplicable,
            weight: grouping.weight(of: RoleGroup(roles: roles, count: cells.applicable), in: item.dimension))
    }
}
