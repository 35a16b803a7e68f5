public import Questionnaires
public import Responses

/// What single people of a cohort answered, as far as intervals need it.
///
/// Up to a number of people each one's answers are kept, without names, so that people can be drawn anew. Above it nothing
/// is kept of any single person; what remains are the sums from which a normal distribution can be drawn.
public struct CohortPeople: Sendable {
    /// The most people whose answers are kept.
    public static let mostPeople = 5000

    /// One person's answers.
    public struct Person: Sendable, Hashable {
        /// The place of the role in the questionnaire.
        public let role: Int
        /// What each answer stands for, in the order of the items; not a number where there is no answer.
        public let values: [Float]
        /// The place of the option chosen, in the order of the items; -1 for answers that are not one option, and where
        /// there is none.
        public let positions: [Int16]
    }

    /// How answers go together, whatever the number of people.
    public private(set) var moments: CohortMoments
    private let questionnaire: Questionnaire
    private let places: [String: Int]
    /// The value of each option, by item.
    private let options: [[Double]]
    private var kept: [Person] = []
    /// How many people answered.
    public private(set) var count = 0

    public init(_ questionnaire: Questionnaire) {
        self.questionnaire = questionnaire
        moments = CohortMoments(questionnaire)
        places = Dictionary(
            questionnaire.roles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        options = questionnaire.items.map { $0.scale.options.map(\.value) }
    }

    /// The people, in an order that says nothing of who they are and does not depend on that of the responses; nothing
    /// where there are too many to be kept.
    public var people: [Person]? {
        guard count <= CohortPeople.mostPeople else { return nil }
        return kept.sorted { left, right in
            guard left.role == right.role else { return left.role < right.role }
            guard left.positions == right.positions else {
                return left.positions.lexicographicallyPrecedes(right.positions)
            }
            return left.values.lexicographicallyPrecedes(right.values) {
                $0.isNaN ? !$1.isNaN : !$1.isNaN && $0 < $1
            }
        }
    }

    /// Takes in a response; one of a role that the questionnaire does not define is left aside.
    public mutating func add(_ response: Response) {
        guard let role = places[response.role] else { return }
        let cells = response.cells(in: questionnaire)
        let (questionnaire, options) = (questionnaire, options)
        add(role: role) { index in
            guard case .given(let content) = cells[index].content else { return (nil, nil) }
            let value = content.value(of: questionnaire.items[index])
            if case .option(let position) = content, options[index].indices.contains(position) {
                return (value, position)
            }
            return (value, nil)
        }
    }

    public mutating func add(_ response: CodedResponse) {
        let options = options
        add(role: response.role) { index in
            let position = Int(response.codes[index]) - AnswerCode.firstOption
            return position >= 0 ? (options[index][position], position) : (nil, nil)
        }
    }

    private mutating func add(role: Int, answer: (Int) -> (value: Double?, position: Int?)) {
        count += 1
        let size = options.count
        var values = [Double](repeating: 0, count: size)
        var given = values
        var positions = [Int16](repeating: -1, count: count <= CohortPeople.mostPeople ? size : 0)
        for index in 0..<size {
            let (value, position) = answer(index)
            if let value {
                values[index] = value
                given[index] = 1
            }
            if let position, !positions.isEmpty { positions[index] = Int16(position) }
        }
        moments.add(role: role, values: values, given: given)
        if count <= CohortPeople.mostPeople {
            kept.append(
                Person(
                    role: role, values: zip(values, given).map { $1 > 0 ? Float($0) : .nan }, positions: positions))
        } else if !kept.isEmpty {
            kept = []
        }
    }
}
