import Questionnaires

/// Conditions in a form in which one can ask what is possible.
///
/// Each variable has finitely many states that the conditions can tell apart: options, states of an answer, and for
/// numbers the thresholds, the ends of the range, and a number between each two of them.
struct ConditionSpace {
    /// A condition, with its tests as their results in each state of their variable.
    indirect enum Node {
        case all([Node])
        case any([Node])
        case not(Node)
        case test(variable: Int, results: [Bool?])
        case constant(Bool?)
        case open
    }

    /// For each variable, which states are possible. Only what was narrowed down is copied.
    struct States {
        fileprivate var start: [[Bool]] = []
        private var narrowed: [Int: [Bool]] = [:]

        subscript(variable: Int) -> [Bool] {
            get { narrowed[variable] ?? start[variable] }
            set { narrowed[variable] = newValue }
        }
    }

    private(set) var conditions: [Node] = []
    /// All states of all variables, and only those in which there is an answer to judge.
    private(set) var all = States()
    private(set) var answered = States()

    /// - Parameter meaning: what a test depends on.
    init(_ conditions: [Condition], meaning: (Condition) -> TestMeaning) {
        var thresholds: [Variable: [Double]] = [:]
        var dates: Set<String> = []
        for leaf in conditions.flatMap(\.leaves) {
            switch meaning(leaf) {
            case .number(let variable, let range, let comparisons, _):
                let ends = [range.lowerBound, range.upperBound]
                thresholds[variable, default: ends] += comparisons.map(\.number)
            case .date(let relations): dates.formUnion(relations.values)
            case .states, .constant, .open: break
            }
        }
        let points = thresholds.mapValues(ConditionSpace.points)
        var places: [Variable: Int] = [:]
        let sortedDates = dates.sorted()
        func place(_ variable: Variable, answered count: Int, missing: Int) -> Int {
            if let place = places[variable] {
                // A test of the state makes missing answers a state like others.
                if missing == 0 { answered.start[place] = all.start[place] }
                return place
            }
            let place = all.start.count
            places[variable] = place
            all.start.append([Bool](repeating: true, count: count + missing))
            answered.start.append(
                [Bool](repeating: true, count: count) + [Bool](repeating: false, count: missing))
            return place
        }
        func node(_ condition: Condition) -> Node {
            switch condition {
            case .all(let list): return .all(list.map(node))
            case .any(let list): return .any(list.map(node))
            case .not(let negated): return .not(node(negated))
            case .item, .metric, .tag, .asOf, .subject: break
            }
            switch meaning(condition) {
            case .states(let variable, let results, let missing):
                let place = place(variable, answered: results.count - missing, missing: missing)
                return all[place].count == results.count ? .test(variable: place, results: results) : .open
            case .number(let variable, _, let comparisons, let missing):
                let numbers = points[variable] ?? []
                let place = place(variable, answered: numbers.count, missing: missing.count)
                return .test(variable: place, results: numbers.map { comparisons.holds($0) } + missing)
            case .date(let relations):
                let place = place(.date, answered: 2 * sortedDates.count + 1, missing: 0)
                return .test(variable: place, results: ConditionSpace.results(of: relations, among: sortedDates))
            case .constant(let result): return .constant(result)
            case .open: return .open
            }
        }
        self.conditions = conditions.map(node)
    }

    /// The thresholds and ends themselves, and a number between each two neighbours.
    private static func points(_ marks: [Double]) -> [Double] {
        let (low, high) = (marks[0], marks[1])
        let inside = Set(marks.filter { $0.isFinite && $0 >= low && $0 <= high }).sorted()
        guard let first = inside.first, let last = inside.last else { return [0] }
        let between = zip(inside, inside.dropFirst()).map { $0 + ($1 - $0) / 2 }
        // Beyond the outermost threshold of a range without an end.
        let outer =
            (low < first ? [first - Swift.max(1, abs(first))] : [])
            + (high > last ? [last + Swift.max(1, abs(last))] : [])
        return inside + between + outer
    }

    /// How a comparison turns out before the first date, on it, after it, and so on.
    private static func results(of relations: [Condition.Relation: String], among dates: [String]) -> [Bool?] {
        (0...2 * dates.count).map { day in
            relations.allSatisfy { relation, date in
                guard let other = dates.firstIndex(of: date).map({ 2 * $0 + 1 }) else { return true }
                return switch relation {
                case .atLeast: day >= other
                case .above: day > other
                case .atMost: day <= other
                case .below: day < other
                case .equals: day == other
                }
            }
        }
    }
}

// MARK: What is possible

extension ConditionSpace {
    /// A result that is asked for.
    enum Wish {
        case isTrue, isFalse, isNotTrue, isNotFalse

        var negated: Wish {
            switch self {
            case .isTrue: .isFalse
            case .isFalse: .isTrue
            case .isNotTrue: .isNotFalse
            case .isNotFalse: .isNotTrue
            }
        }

        func isGranted(by result: Bool?) -> Bool {
            switch self {
            case .isTrue: result == true
            case .isFalse: result == false
            case .isNotTrue: result != true
            case .isNotFalse: result != false
            }
        }

        /// Whether all parts of a list must have the result for the list to have it.
        func concernsEach(ofAll isAll: Bool) -> Bool {
            switch self {
            case .isTrue, .isNotFalse: isAll
            case .isFalse, .isNotTrue: !isAll
            }
        }
    }

    /// Whether a condition may have a result in some of the states; never wrongly no.
    func canBe(_ wish: Wish, _ node: Node, in states: States) -> Bool {
        var states = states
        return narrow(&states, to: wish, node)
    }

    /// Leaves only states in which a condition may have a result.
    ///
    /// - Returns: whether any are left.
    @discardableResult
    func narrow(_ states: inout States, to wish: Wish, _ node: Node) -> Bool {
        var alternatives: [(Node, Wish)] = []
        guard narrow(&states, to: wish, node, alternatives: &alternatives) else { return false }
        // One of the parts must have the result; each was left for last, when the most is known.
        return alternatives.allSatisfy { list, wish in
            switch list {
            case .all(let parts), .any(let parts):
                return parts.contains { [states] part in canBe(wish, part, in: states) }
            case .not, .test, .constant, .open: return true
            }
        }
    }

    private func narrow(
        _ states: inout States, to wish: Wish, _ node: Node, alternatives: inout [(Node, Wish)]
    ) -> Bool {
        switch node {
        case .not(let negated): return narrow(&states, to: wish.negated, negated, alternatives: &alternatives)
        case .constant(let result): return wish.isGranted(by: result)
        case .open: return true
        case .test(let variable, let results):
            return keep(&states, variable) { wish.isGranted(by: results[$0]) }
        case .all(let parts), .any(let parts):
            var isAll = false
            if case .all = node { isAll = true }
            if wish.concernsEach(ofAll: isAll) {
                for part in parts {
                    guard narrow(&states, to: wish, part, alternatives: &alternatives) else { return false }
                }
                return true
            }
            guard let variable = onlyVariable(node) else {
                alternatives.append((node, wish))
                return true
            }
            return keep(&states, variable) { wish.isGranted(by: result(of: node, at: $0)) }
        }
    }

    private func keep(_ states: inout States, _ variable: Int, _ isKept: (Int) -> Bool) -> Bool {
        var isAnyLeft = false
        var left = states[variable]
        for state in left.indices where left[state] {
            if isKept(state) { isAnyLeft = true } else { left[state] = false }
        }
        states[variable] = left
        return isAnyLeft
    }

    /// The variable on which alone a condition depends.
    private func onlyVariable(_ node: Node) -> Int? {
        switch node {
        case .test(let variable, _): return variable
        case .not(let negated): return onlyVariable(negated)
        case .constant, .open: return nil
        case .all(let parts), .any(let parts):
            guard let first = parts.first.flatMap(onlyVariable) else { return nil }
            return parts.dropFirst().allSatisfy { onlyVariable($0) == first } ? first : nil
        }
    }

    /// The result of a condition of one variable in a state.
    private func result(of node: Node, at state: Int) -> Bool? {
        switch node {
        case .test(_, let results): return results[state]
        case .not(let negated): return result(of: negated, at: state).map(!)
        case .constant(let result): return result
        case .open: return nil
        case .all(let parts):
            let results = parts.map { result(of: $0, at: state) }
            return results.contains(false) ? false : results.contains(nil) ? nil : true
        case .any(let parts):
            let results = parts.map { result(of: $0, at: state) }
            return results.contains(true) ? true : results.contains(nil) ? nil : false
        }
    }
}
