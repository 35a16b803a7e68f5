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
    /// For each role and item the number of cells by ``AnswerCode``, then of those that are asked but might not be.
    private var counts: [Int]
    /// What answers stand for that are not one option each, by role, item and channel.
    private var sums: [[SumKey: ExactSum]]
    private let width: Int
    /// The channels on which each item is scored; the values are under no name.
    private let channels: [[String?]]

    private struct SumKey: Hashable {
        let item: Int
        let channel: String?
    }

    public init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        let most = questionnaire.items.map(\.scale.options.count).max() ?? 0
        width = Slot.options + most
        channels = questionnaire.items.map { item in
            [nil] + questionnaire.channels.map(\.id).filter { item.isScored(on: $0) }
        }
        roles = []
        places = [:]
        people = []
        counts = []
        sums = []
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
        counts += [Int](repeating: 0, count: width * questionnaire.items.count)
        sums.append([:])
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
        for (index, cell) in response.cells(in: questionnaire).enumerated() { add(cell, index: index, role: role) }
    }

    /// Takes in a response whose answers are single options, each item being asked of everyone.
    public mutating func add(_ response: CodedResponse) {
        people[response.role] += 1
        var row = response.role * questionnaire.items.count * width
        counts.withUnsafeMutableBufferPointer { counts in
            for code in response.codes {
                counts[row + Int(code)] += 1
                row += width
            }
        }
    }

    private mutating func add(_ cell: AnswerCell, index: Int, role: Int) {
        let row = (role * questionnaire.items.count + index) * width
        let item = questionnaire.items[index]
        if !cell.isSettled, cell.state != .notShown { counts[row + Slot.unsettled] += 1 }
        switch cell.content {
        case .given(.option(let position)):
            let isKnown = item.scale.options.indices.contains(position)
            counts[row + (isKnown ? Slot.options + position : Slot.blank)] += 1
            // Only of single choices do sums follow from the counts.
            if isKnown, item.answering != .singleChoice { counts[row + Slot.others] += 1 }
        case .given(.options(let positions)):
            let known = positions.filter(item.scale.options.indices.contains)
            for position in known { counts[row + Slot.options + position] += 1 }
            counts[row + Slot.others] += 1
            for channel in channels[index] {
                sums[role][SumKey(item: index, channel: channel), default: ExactSum()].add(
                    item.value(ofOptions: known, channel: channel))
            }
        case .given(.number(let number)):
            counts[row + Slot.others] += 1
            sums[role][SumKey(item: index, channel: nil), default: ExactSum()].add(item.value(ofNumber: number) ?? 0)
        case .given(.text): counts[row + Slot.others] += 1
        case .given(.dontKnow): counts[row + Slot.dontKnow] += 1
        case .given(.notApplicable): counts[row + Slot.notApplicable] += 1
        case .unanswered: counts[row + Slot.blank] += 1
        case .notShown where cell.isSettled: counts[row + Slot.notShown] += 1
        case .notShown: counts[row + Slot.undecided] += 1
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
            let row = (role * questionnaire.items.count + index) * width
            var options = 0
            for option in cells.counts.indices {
                cells.counts[option] += counts[row + Slot.options + option]
                options += counts[row + Slot.options + option]
            }
            cells.answered +=
                item.answering == .singleChoice ? options + counts[row + Slot.others] : counts[row + Slot.others]
            cells.dontKnow += counts[row + Slot.dontKnow]
            cells.notApplicable += counts[row + Slot.notApplicable]
            cells.unanswered += counts[row + Slot.blank] + counts[row + Slot.absent]
            cells.notShown += counts[row + Slot.notShown]
            cells.undecided += counts[row + Slot.undecided]
            cells.unsettled += counts[row + Slot.unsettled]
            for channel in channels[index] {
                guard let sum = sums[role][SumKey(item: index, channel: channel)] else { continue }
                cells.sums[channel, default: ExactSum()].add(sum)
            }
        }
        return cells
    }

    /// The channels on which an item is scored.
    func channels(ofItem index: Int) -> [String?] { channels[index] }
}
