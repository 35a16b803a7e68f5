public import Questionnaires
public import Responses
import Statistics

/// What the responses of a wave say together: how often which answer was given to each item, by role.
///
/// It takes in one response after the other and keeps none of them, so its size does not depend on how many there are;
/// nor does what it says depend on their order.
public struct ResponseTally: Sendable {
    public let questionnaire: Questionnaire
    /// The roles of the questionnaire, and after them others that respondents have where it defines none.
    private var roles: [String]
    private var places: [String: Int]
    private var people: [Int]
    /// What answers stand for that are not one option each, by role, item and channel.
    private var sums: [[AnswerSumKey: ExactSum]]
    /// By role, those who are drawn for intervals, with the number of cells of each item by ``AnswerCode``, then of those
    /// that are asked but might not be.
    private var samples: [RoleSample]
    private let width: Int
    /// The channels on which each item is scored; the values are under no name.
    private let channels: [[String?]]

    private let mostPeople: Int

    public init(_ questionnaire: Questionnaire) {
        self.init(questionnaire, mostPeople: RoleSample.mostPeople)
    }

    /// - Parameter mostPeople: the most people of a role who are drawn by themselves.
    init(_ questionnaire: Questionnaire, mostPeople: Int) {
        self.questionnaire = questionnaire
        self.mostPeople = mostPeople
        let most = questionnaire.items.map(\.scale.options.count).max() ?? 0
        width = Slot.options + most
        channels = questionnaire.items.map { item in
            [nil] + questionnaire.channels.map(\.id).filter { item.isScored(on: $0) }
        }
        roles = []
        places = [:]
        people = []
        sums = []
        samples = []
        for role in questionnaire.roles { _ = place(ofRole: role.id) }
    }

    /// Where in a row of counts something is counted; answers that are one option stand where ``AnswerCode`` says.
    private enum Slot {
        static let dontKnow = Int(AnswerCode.dontKnow.rawValue)
        static let notApplicable = Int(AnswerCode.notApplicable.rawValue)
        static let blank = Int(AnswerCode.blank.rawValue)
        static let absent = Int(AnswerCode.absent.rawValue)
        static let notShown = 4
        static let undecided = 5
        static let unsettled = 6
        /// Answers that are not one option.
        static let others = 7
        static let options = AnswerCode.firstOption
    }

    private mutating func place(ofRole role: String) -> Int {
        if let place = places[role] { return place }
        places[role] = roles.count
        roles.append(role)
        people.append(0)
        sums.append([:])
        samples.append(RoleSample(width: width * questionnaire.items.count, mostPeople: mostPeople))
        return roles.count - 1
    }

    /// How many people answered.
    public var count: Int { people.reduce(0, +) }

    /// How many people of each role answered; roles of nobody are left out.
    public var respondents: [String: Int] {
        Dictionary(zip(roles, people).filter { $1 > 0 }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Taking in

    public mutating func add(_ response: Response) {
        let role = place(ofRole: response.role)
        people[role] += 1
        var entry = Entry()
        for (index, cell) in response.cells(in: questionnaire).enumerated() { add(cell, index: index, to: &entry) }
        for (key, amount) in entry.sums { sums[role][key, default: ExactSum()].add(amount) }
        samples[role].add(response.respondent.utf8, places: entry.places, sums: entry.sums)
    }

    /// Takes in a response whose answers are single options, each item being asked of everyone.
    public mutating func add(_ response: CodedResponse) {
        people[response.role] += 1
        samples[response.role].add(response.respondent, codes: response.codes, size: width)
    }

    /// What one response adds: 1 at some places of the counts of its role, and amounts.
    private struct Entry {
        var places: [Int32] = []
        var sums: [(key: AnswerSumKey, amount: Double)] = []
    }

    private func add(_ cell: AnswerCell, index: Int, to entry: inout Entry) {
        let item = questionnaire.items[index]
        func count(_ slot: Int) { entry.places.append(Int32(index * width + slot)) }
        if !cell.isSettled, cell.state != .notShown { count(Slot.unsettled) }
        switch cell.content {
        case .given(.option(let position)):
            let isKnown = item.scale.options.indices.contains(position)
            count(isKnown ? Slot.options + position : Slot.blank)
            // Only of single choices do sums follow from the counts.
            if isKnown, item.answering != .singleChoice { count(Slot.others) }
        case .given(.options(let positions)):
            let known = positions.filter(item.scale.options.indices.contains)
            for position in known { count(Slot.options + position) }
            count(Slot.others)
            for channel in channels[index] {
                let key = AnswerSumKey(item: index, channel: channel)
                entry.sums.append((key, item.value(ofOptions: known, channel: channel)))
            }
        case .given(.number(let number)):
            count(Slot.others)
            entry.sums.append((AnswerSumKey(item: index, channel: nil), item.value(ofNumber: number) ?? 0))
        case .given(.text): count(Slot.others)
        case .given(.dontKnow): count(Slot.dontKnow)
        case .given(.notApplicable): count(Slot.notApplicable)
        case .unanswered: count(Slot.blank)
        case .notShown where cell.isSettled: count(Slot.notShown)
        case .notShown: count(Slot.undecided)
        }
    }

    // MARK: Reading

    /// What people of some roles said about one item.
    struct Cells {
        var counts: [Int]
        /// By channel, what answers stand for that are not one option each.
        var sums: [String?: ExactSum] = [:]
        var answered = 0
        var notApplicable = 0
        var dontKnow = 0
        var unanswered = 0
        var notShown = 0
        var undecided = 0
        var unsettled = 0

        init(of item: Item) { counts = [Int](repeating: 0, count: item.scale.options.count) }

        mutating func add(_ other: Cells) {
            for option in counts.indices { counts[option] += other.counts[option] }
            for (channel, sum) in other.sums { sums[channel, default: ExactSum()].add(sum) }
            answered += other.answered
            notApplicable += other.notApplicable
            dontKnow += other.dontKnow
            unanswered += other.unanswered
            notShown += other.notShown
            undecided += other.undecided
            unsettled += other.unsettled
        }

        var applicable: Int { answered + dontKnow + unanswered }
    }

    /// What the people of some roles said about one item.
    func cells(ofItem index: Int, roles names: [String]) -> Cells {
        let item = questionnaire.items[index]
        var cells = Cells(of: item)
        for role in names.compactMap({ places[$0] }) {
            let slots = (0..<width).map { samples[role].count(at: index * width + $0) }
            var options = 0
            for option in cells.counts.indices {
                cells.counts[option] += slots[Slot.options + option]
                options += slots[Slot.options + option]
            }
            cells.answered += item.answering == .singleChoice ? options + slots[Slot.others] : slots[Slot.others]
            cells.dontKnow += slots[Slot.dontKnow]
            cells.notApplicable += slots[Slot.notApplicable]
            cells.unanswered += slots[Slot.blank] + slots[Slot.absent]
            cells.notShown += slots[Slot.notShown]
            cells.undecided += slots[Slot.undecided]
            cells.unsettled += slots[Slot.unsettled]
            for channel in channels[index] {
                guard let sum = sums[role][AnswerSumKey(item: index, channel: channel)] else { continue }
                cells.sums[channel, default: ExactSum()].add(sum)
            }
        }
        return cells
    }

    /// The channels on which an item is scored.
    func channels(ofItem index: Int) -> [String?] { channels[index] }

    // MARK: Drawing

    /// Who is drawn for intervals: a person or, in a role of very many, a random group of people.
    enum DrawnUnit {
        case person(RoleSample.Person, role: String)
        case group(RoleSample.Group, role: String)

        var role: String {
            switch self {
            case .person(_, let role), .group(_, let role): role
            }
        }

        var people: Int {
            switch self {
            case .person: 1
            case .group(let group, _): group.people
            }
        }
    }

    /// People by their pseudonyms, and after them groups by their roles; whatever the order of the responses.
    var drawnUnits: [DrawnUnit] {
        let sampled = zip(roles, samples)
        let people = sampled.flatMap { role, sample in sample.people.map { (person: $0, role: role) } }
            .sorted { $0.person.name.lexicographicallyPrecedes($1.person.name) }
        return people.map { .person($0.person, role: $0.role) }
            + sampled.flatMap { role, sample in sample.drawnGroups.map { .group($0, role: role) } }
    }

    /// The roles with so many people that groups of them are drawn.
    var groupedRoles: [String] { roles.indices.filter { samples[$0].isGrouped }.map { roles[$0] } }

    /// What a place in the counts of a unit stands for.
    enum UnitCell {
        case option(Int)
        /// An answer that is not one option.
        case other
        case dontKnow
        case notApplicable
        case unanswered
        case notShown
        case undecided
    }

    /// - Returns: nothing for counts that no weight applies to.
    func cell(at place: Int) -> (item: Int, cell: UnitCell)? {
        let item = place / width
        let isSingle = questionnaire.items[item].answering == .singleChoice
        let cell: UnitCell? =
            switch place % width {
            case Slot.unsettled: nil
            case Slot.blank, Slot.absent: .unanswered
            case Slot.dontKnow: .dontKnow
            case Slot.notApplicable: .notApplicable
            case Slot.notShown: .notShown
            case Slot.undecided: .undecided
            case Slot.others: isSingle ? nil : .other
            case let slot: isSingle ? .option(slot - Slot.options) : nil
            }
        return cell.map { (item, $0) }
    }
}
