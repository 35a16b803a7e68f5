import Questionnaires
import Responses
import Statistics

/// The answers of a wave added up with a weight for each unit, and the item values that follow. A unit is a respondent or,
/// in a role of very many, a random group of them.
///
/// Everything has its place in flat lists that are laid out once, so that thousands of draws take no memory. Groups of
/// roles, and which answers are held back, stay as they are in the wave.
struct AnswerMasses: Sendable {
    /// Where the cells of one item are added up: for each stratum its options, then the other states, then sums of
    /// answers that are not one option each, by channel.
    struct Places: Sendable {
        let start: Int
        let stride: Int
        let options: Int
        /// Whether one option is chosen.
        let isSingle: Bool
        let hasPositions: Bool
        let worstPosition: Int
        /// A rating that was set; below 0 where there is none.
        let setGate: Int
        let isHeldBack: Bool
        /// Among ``kinds``.
        let strata: Range<Int>
    }

    /// The states of cells, as they follow on the options.
    enum Other: Int {
        case answered
        case unanswered
        case dontKnow
        case notApplicable
        case notShown
        case undecided

        static let count = 6
    }

    /// How one item is estimated: which cells count as the worst, and what options stand for.
    struct Plan: Sendable {
        let item: Int
        let worst: WorstCells
        let worstValue: Double
        /// Where the scores of the options start.
        let scores: Int
        /// The place of the sum within a stratum; below 0 where there is none.
        let sum: Int
    }

    /// One item as a plan sees it.
    struct Estimate: Sendable {
        /// Not a number where the item has no value.
        var value = Double.nan
        /// Below 0 where the item has no gate rating.
        var gate = -1
        var state = AnswerState.unanswered
    }

    let units: Int
    /// The group of roles of each unit.
    let groups: [Int]
    /// How many respondents each unit stands for.
    let people: [Double]
    private(set) var plans: [Plan] = []
    private(set) var estimates: [Estimate] = []
    /// What the options stand for, by plan; and under the choices at hand.
    private var scores: [Double] = []
    private var chosenScores: [Double] = []
    private(set) var choices = ScoringChoices()
    let places: [Places]

    private let pool: Pool
    private var masses: [Double]
    private var gateWeights: [Double] = []

    // What each unit adds to: single cells, and amounts; many counts of groups stand in blocks.
    /// The units that have single cells or amounts.
    private let singleUnits: [Int]
    private let cellStarts: [Int]
    private let cells: [Int32]
    private let amountStarts: [Int]
    private let amounts: [(place: Int32, amount: Double)]
    private var blocks: [UnitBlock] = []

    /// For each stratum of an item the weight it has.
    private let kinds: [Int]
    private let weightKinds: [WeightKind]
    private var weights: [Double]
    private let dimensions: Int
    /// By unit and dimension, what the role weighs; and by group and dimension its sum in the draw.
    private let roleWeights: [Double]
    private var groupSums: [Double]
    private var groupCounts: [Double]

    /// The groups that a stratum consists of, and the dimension of its item.
    private struct WeightKind: Hashable {
        let groups: [Int]
        let dimension: Int
    }

    init(_ scores: Scores) {
        let questionnaire = scores.questionnaire
        let pooling = scores.pooling
        let grouping = pooling.grouping
        let drawn = pooling.tally.drawnUnits.filter { grouping.groupOfRole[$0.role] != nil }
        pool = questionnaire.pool
        units = drawn.count
        groups = drawn.map { grouping.groupOfRole[$0.role] ?? 0 }
        people = drawn.map { Double($0.people) }

        var dimensions: [String: Int] = [:]
        var roleWeights: [[Double]] = []
        var kindIndex: [WeightKind: Int] = [:]
        var weightKinds: [WeightKind] = []
        var kinds: [Int] = []
        var places: [Places] = []
        var channels: [[String?]] = []
        /// For each item, the stratum of each group.
        var strataOfGroups: [[Int]] = []
        var total = 0
        for pooled in scores.items {
            let item = pooled.item
            if dimensions[item.dimension] == nil {
                dimensions[item.dimension] = roleWeights.count
                roleWeights.append(drawn.map { questionnaire.role($0.role)?.weight(in: item.dimension) ?? 1 })
            }
            let isSingle = item.answering == .singleChoice
            let strata = pooled.strata + pooled.silent
            var ofGroups = [Int](repeating: -1, count: grouping.groups.count)
            let first = kinds.count
            for (place, stratum) in strata.enumerated() {
                let members = grouping.groups.indices.filter { group in
                    grouping.groups[group].roles.contains(where: stratum.roles.contains)
                }
                for group in members { ofGroups[group] = place }
                let kind = WeightKind(groups: members, dimension: dimensions[item.dimension] ?? 0)
                if kindIndex[kind] == nil {
                    kindIndex[kind] = weightKinds.count
                    weightKinds.append(kind)
                }
                kinds.append(kindIndex[kind] ?? 0)
            }
            let own: [String?] = isSingle ? [] : [nil] + questionnaire.channels.map(\.id).filter(item.isScored)
            let stride = item.scale.options.count + Other.count + own.count
            places.append(
                Places(
                    start: total, stride: stride, options: item.scale.options.count, isSingle: isSingle,
                    hasPositions: item.hasPositions, worstPosition: item.worstPosition ?? 0,
                    setGate: pooled.setRating?.position ?? -1, isHeldBack: pooled.isHeldBack,
                    strata: first..<kinds.count))
            channels.append(own)
            strataOfGroups.append(ofGroups)
            total += stride * strata.count
        }
        self.places = places
        self.kinds = kinds
        self.weightKinds = weightKinds
        self.dimensions = roleWeights.count
        self.roleWeights = drawn.indices.flatMap { unit in roleWeights.map { $0[unit] } }
        groupSums = [Double](repeating: 0, count: grouping.groups.count * roleWeights.count)
        groupCounts = [Double](repeating: 0, count: grouping.groups.count)
        weights = [Double](repeating: 0, count: weightKinds.count)
        masses = [Double](repeating: 0, count: total)

        var cellStarts = [0]
        var cells: [Int32] = []
        var amountStarts = [0]
        var amounts: [(place: Int32, amount: Double)] = []
        /// Where a count of a tally is added up, for a unit of a group.
        func place(_ tallyPlace: Int, group: Int) -> Int? {
            guard let (index, cell) = pooling.tally.cell(at: tallyPlace) else { return nil }
            let stratum = strataOfGroups[index][group]
            guard stratum >= 0 else { return nil }
            let place = places[index]
            let start = place.start + stratum * place.stride
            // Answers that are not used count as missing.
            let isSilent = stratum >= scores.items[index].strata.count
            let other: Other
            switch cell {
            case .option(let position) where !isSilent: return start + position
            case .option, .unanswered: other = .unanswered
            case .other: other = isSilent ? .unanswered : .answered
            case .dontKnow: other = place.isHeldBack && isSilent ? .unanswered : .dontKnow
            case .notApplicable: other = .notApplicable
            case .notShown: other = .notShown
            case .undecided: other = .undecided
            }
            return start + place.options + other.rawValue
        }
        func addSum(_ key: AnswerSumKey, _ amount: Double, group: Int) {
            let stratum = strataOfGroups[key.item][group]
            guard stratum >= 0, stratum < scores.items[key.item].strata.count,
                let offset = channels[key.item].firstIndex(of: key.channel)
            else { return }
            let place = places[key.item]
            amounts.append((Int32(place.start + stratum * place.stride + place.options + Other.count + offset), amount))
        }
        var ofRoles: [String: [(unit: Int, counts: [UInt32])]] = [:]
        for (index, drawn) in drawn.enumerated() {
            let group = groups[index]
            switch drawn {
            case .person(let person, _):
                for each in person.places { cells += place(Int(each), group: group).map { [Int32($0)] } ?? [] }
                for (key, amount) in person.sums { addSum(key, amount, group: group) }
            case .group(let many, let role):
                ofRoles[role, default: []].append((index, many.counts))
                for (key, sum) in many.sums { addSum(key, sum.value, group: group) }
            }
            cellStarts.append(cells.count)
            amountStarts.append(amounts.count)
        }
        let groupOfRole = grouping.groupOfRole
        blocks = ofRoles.sorted { $0.key < $1.key }.map { role, rows in
            UnitBlock(rows) { place($0, group: groupOfRole[role] ?? 0) }
        }
        singleUnits = drawn.indices.filter {
            cellStarts[$0] < cellStarts[$0 + 1] || amountStarts[$0] < amountStarts[$0 + 1]
        }
        self.cellStarts = cellStarts
        self.cells = cells
        self.amountStarts = amountStarts
        self.amounts = amounts
        gateWeights = [Double](repeating: 0, count: places.map(\.options).max() ?? 0)
        channelsOfItems = channels
        dimensionsOfItems = scores.items.map { dimensions[$0.item.dimension] ?? 0 }
        items = questionnaire.items
    }

    /// How many respondents each group has.
    var groupSizes: [Double] {
        zip(groups, people).reduce(into: [Double](repeating: 0, count: groupCounts.count)) { $0[$1.0] += $1.1 }
    }

    /// The weight of each group in the dimension of an item: the mean of its respondents' roles.
    func groupWeights(ofItem index: Int) -> [Double] {
        let dimension = dimensionsOfItems[index]
        let sizes = groupSizes
        var sums = [Double](repeating: 0, count: sizes.count)
        for unit in 0..<units { sums[groups[unit]] += people[unit] * roleWeights[unit * dimensions + dimension] }
        return zip(sums, sizes).map { $1 > 0 ? $0 / $1 : 0 }
    }

    private let dimensionsOfItems: [Int]
    private let channelsOfItems: [[String?]]
    private let items: [Item]

    /// Lays out an estimate of an item.
    ///
    /// - Returns: its place among ``estimates``.
    mutating func plan(item index: Int, key: ItemEstimates.Key) -> Int {
        let item = items[index]
        let place = places[index]
        let offset = channelsOfItems[index].firstIndex(of: key.channel)
        plans.append(
            Plan(
                item: index, worst: key.worst, worstValue: item.worstValue(on: key.channel), scores: scores.count,
                sum: offset.map { place.options + Other.count + $0 } ?? -1))
        scores += item.scale.options.map { $0.score(on: key.channel) }
        chosenScores = scores
        estimates.append(Estimate())
        return plans.count - 1
    }

    /// Adds the answers up and estimates all that is planned.
    ///
    /// - Precondition: a weight for each unit.
    mutating func draw(_ unitWeights: [Double]) {
        precondition(unitWeights.count == units, "a weight for each unit")
        for place in masses.indices { masses[place] = 0 }
        for unit in singleUnits {
            let weight = unitWeights[unit]
            guard weight != 0 else { continue }
            for cell in cellStarts[unit]..<cellStarts[unit + 1] { masses[Int(cells[cell])] += weight }
            for each in amountStarts[unit]..<amountStarts[unit + 1] {
                masses[Int(amounts[each].place)] += weight * amounts[each].amount
            }
        }
        for block in blocks.indices { blocks[block].add(unitWeights, to: &masses) }
        weigh(unitWeights)
        for plan in plans.indices { estimate(plan) }
    }

    /// Estimates anew under other choices.
    mutating func choose(_ choices: ScoringChoices) {
        self.choices = choices
        chosenScores = scores
        if choices.spacing != 1 {
            for plan in plans where places[plan.item].isSingle {
                let range = plan.scores..<plan.scores + places[plan.item].options
                guard let low = scores[range].min(), let high = scores[range].max(), high > low else { continue }
                for place in range {
                    chosenScores[place] =
                        low + (high - low) * Power.of((scores[place] - low) / (high - low), choices.spacing)
                }
            }
        }
        for plan in plans.indices { estimate(plan) }
    }

    /// One answer to an item, from one place to another.
    struct Move {
        let item: Int
        let from: Int
        let to: Int
    }

    /// The moves of one used answer by one option, each once.
    func moves() -> [Move] {
        var moves: [Move] = []
        let planned = Set(plans.map(\.item))
        for (item, place) in places.enumerated() where place.hasPositions && planned.contains(item) {
            for stratum in 0..<place.strata.count {
                let start = place.start + stratum * place.stride
                for option in 0..<place.options where masses[start + option] > 0 {
                    for other in [option - 1, option + 1] where (0..<place.options).contains(other) {
                        moves.append(Move(item: item, from: start + option, to: start + other))
                    }
                }
            }
        }
        return moves
    }

    mutating func move(_ move: Move) {
        masses[move.from] -= 1
        masses[move.to] += 1
        for plan in plans.indices where plans[plan].item == move.item { estimate(plan) }
    }

    /// The weight of each stratum: the mean of its respondents' roles.
    private mutating func weigh(_ unitWeights: [Double]) {
        guard pool.value == .roleBalancedMean else { return }
        for place in groupCounts.indices { groupCounts[place] = 0 }
        for place in groupSums.indices { groupSums[place] = 0 }
        for unit in 0..<units {
            let weight = unitWeights[unit] * people[unit]
            let group = groups[unit]
            groupCounts[group] += weight
            for dimension in 0..<dimensions {
                groupSums[group * dimensions + dimension] += weight * roleWeights[unit * dimensions + dimension]
            }
        }
        for (index, kind) in weightKinds.enumerated() {
            var sum = 0.0
            var count = 0.0
            for group in kind.groups {
                sum += groupSums[group * dimensions + kind.dimension]
                count += groupCounts[group]
            }
            weights[index] = count > 0 ? sum / count : 0
        }
    }

    /// Value, gate rating and state of one item from the masses.
    private mutating func estimate(_ index: Int) {
        let plan = plans[index]
        let place = places[plan.item]
        var total = 0.0
        var weightTotal = 0.0
        var (answeredTotal, unansweredTotal, dontKnowTotal, notApplicableTotal) = (0.0, 0.0, 0.0, 0.0)
        var (notShownTotal, undecidedTotal) = (0.0, 0.0)
        for option in 0..<place.options { gateWeights[option] = 0 }
        var start = place.start
        for stratum in place.strata {
            defer { start += place.stride }
            let other = start + place.options
            var answered = 0.0
            var sum = 0.0
            if place.isSingle {
                for option in 0..<place.options {
                    let mass = masses[start + option]
                    answered += mass
                    sum += mass * chosenScores[plan.scores + option]
                }
            }
            answered += masses[other + Other.answered.rawValue]
            if plan.sum >= 0 { sum += masses[start + plan.sum] }
            let unanswered = masses[other + Other.unanswered.rawValue]
            let dontKnow = masses[other + Other.dontKnow.rawValue]
            let notApplicable = masses[other + Other.notApplicable.rawValue]
            answeredTotal += answered
            unansweredTotal += unanswered
            dontKnowTotal += dontKnow
            notApplicableTotal += notApplicable
            notShownTotal += masses[other + Other.notShown.rawValue]
            undecidedTotal += masses[other + Other.undecided.rawValue]
            let worst =
                (plan.worst.unanswered ? unanswered : 0)
                + (plan.worst.dontKnow || choices.countsUnknownAsWorst ? dontKnow : 0)
                + (plan.worst.notApplicable ? notApplicable : 0)
            let cells = answered + worst
            guard cells > 0 else { continue }
            let isPlain = pool.value == .mean
            let weight = isPlain ? cells : weights[kinds[stratum]]
            total += weight * ((sum + worst * plan.worstValue) / cells)
            weightTotal += weight
            guard place.hasPositions, place.setGate < 0 || choices.takesMedian else { continue }
            let each = isPlain ? 1 : weight / cells
            for option in 0..<place.options { gateWeights[option] += masses[start + option] * each }
            gateWeights[place.worstPosition] += worst * each
        }
        var result = Estimate()
        if weightTotal > 0, (total / weightTotal).isFinite { result.value = total / weightTotal }
        if choices.takesMedian, place.hasPositions, !result.value.isNaN {
            let middle = category(options: place.options, probability: 0.5)
            if middle >= 0 { result.value = chosenScores[plan.scores + middle] }
        }
        let isAsked = answeredTotal + unansweredTotal + dontKnowTotal > 0
        if !result.value.isNaN {
            result.state = .answered
        } else if !isAsked, notApplicableTotal > 0 {
            result.state = .notApplicable
        } else if !isAsked, notShownTotal + undecidedTotal > 0 {
            result.state = .notShown
        } else {
            result.state = dontKnowTotal > 0 && !place.isHeldBack ? .dontKnow : .unanswered
        }
        let isOut =
            !isAsked
            && (notApplicableTotal > 0
                ? !plan.worst.notApplicable : notShownTotal + undecidedTotal > 0 && undecidedTotal == 0)
        if !isOut {
            if place.setGate >= 0 {
                result.gate = place.setGate
            } else if place.hasPositions {
                result.gate = category(options: place.options, probability: pool.gateQuantile)
            }
        }
        estimates[index] = result
    }

    /// As ``Quantile/category(weights:probability:)``, below 0 where there is no weight.
    private func category(options: Int, probability: Double) -> Int {
        var total = 0.0
        for option in 0..<options { total += gateWeights[option] }
        guard total > 0 else { return -1 }
        var cumulative = 0.0
        var last = -1
        for option in 0..<options where gateWeights[option] > 0 {
            cumulative += gateWeights[option]
            last = option
            if Tolerance.isAtLeast(cumulative / total, probability) { return option }
        }
        return last
    }
}
