import Questionnaires

/// What a single test in a condition depends on, and how it turns out.
enum TestMeaning {
    /// One of several states; how the test turns out in each, nothing where that is not known then. The last `missing`
    /// states are those in which there is no answer to judge.
    case states(Variable, results: [Bool?], missing: Int)
    /// A number in a range, or one of the states in which there is none.
    case number(Variable, ClosedRange<Double>, [Condition.Comparison], missing: [Bool?])
    case date([Condition.Relation: String])
    /// It turns out the same whatever is answered.
    case constant(Bool?)
    /// Nothing is known of it here.
    case open
}

/// One thing that tests look at. Tests of the same variable can contradict one another; different variables are taken
/// to be free of one another, so that nothing possible is ever called impossible.
enum Variable: Hashable {
    /// The single answer of a respondent, or its absence.
    case answer(String)
    /// Whether an option is among several that a respondent chose.
    case choice(item: String, option: String)
    /// The number that was answered, the value that answers stand for, the state, the gate rating.
    case number(String)
    case value(String)
    case state(String)
    case rating(String)
    case metric(String, relativeTo: String?)
    /// The band or outcome of a metric.
    case place(String)
    case coverage(String)
    case date
}

/// The ways in which there can be no answer to judge, with what becomes of a test on the answer.
enum Absence: CaseIterable {
    case dontKnow, unanswered, notApplicable, notShown

    var state: AnswerState {
        switch self {
        case .dontKnow: .dontKnow
        case .unanswered: .unanswered
        case .notApplicable: .notApplicable
        case .notShown: .notShown
        }
    }

    static func possible(for item: Item) -> [Absence] {
        allCases.filter { $0 != .notShown || item.visibility != nil }
    }
}

extension Condition.ItemTest {
    /// As one respondent's answers decide it.
    func meaning(inAnswersTo item: Item) -> TestMeaning {
        let absences = Absence.possible(for: item)
        // What one does not know, or has not answered yet, leaves the test open; what does not apply fails it.
        let missing = absences.map { absence -> Bool? in
            absence == .notApplicable || absence == .notShown ? false : nil
        }
        if item.answering == .singleChoice { return meaning(inSingleAnswersTo: item, absences, missing) }
        switch self {
        case .state(let state):
            return .states(
                .state(item.id), results: [state == .answered] + absences.map { $0.state == state }, missing: 0)
        case .value(let comparisons):
            if item.answering == .text { return .constant(nil) }
            return .number(.value(item.id), item.range(), comparisons, missing: missing)
        case .number(let comparisons):
            guard case .number(let line) = item.answering else { return .constant(false) }
            let range = (line.lowest ?? -.infinity)...(line.highest ?? .infinity)
            return .number(.number(item.id), range, comparisons, missing: missing)
        case .option(let option): return choice(of: option, in: item, alone: true, missing)
        case .includes(let option): return choice(of: option, in: item, alone: false, missing)
        case .gateRating: return .open
        }
    }

    private func meaning(
        inSingleAnswersTo item: Item, _ absences: [Absence], _ missing: [Bool?]
    ) -> TestMeaning {
        let options = item.scale.options
        let results: [Bool?]
        switch self {
        case .state(let state):
            let all: [Bool?] = options.map { _ in state == .answered } + absences.map { $0.state == state }
            return .states(.answer(item.id), results: all, missing: 0)
        case .value(let comparisons): results = options.map { comparisons.holds($0.value) }
        case .option(let option), .includes(let option): results = options.map { $0.id == option }
        case .number: results = options.map { _ in false }
        case .gateRating: return .open
        }
        return .states(.answer(item.id), results: results + missing, missing: missing.count)
    }

    /// The states: not chosen, chosen among others, chosen alone.
    private func choice(of option: String, in item: Item, alone: Bool, _ missing: [Bool?]) -> TestMeaning {
        guard case .multipleChoice = item.answering,
            let chosen = item.scale.options.first(where: { $0.id == option })
        else { return .constant(false) }
        // One that excludes all others stands in no company.
        let inCompany: Bool? = chosen.isExclusive ? true : !alone
        return .states(
            .choice(item: item.id, option: option), results: [false, inCompany, true] + missing, missing: missing.count)
    }

    /// As the answers of all respondents together decide it.
    func meaning(inPooled item: Item) -> TestMeaning {
        let options = item.scale.options.map(\.id)
        switch self {
        case .state(let state):
            let states = [AnswerState.answered] + Absence.possible(for: item).map(\.state)
            return .states(.state(item.id), results: states.map { $0 == state }, missing: 0)
        case .value(let comparisons):
            if item.answering == .text { return .constant(nil) }
            return .number(.value(item.id), item.range(), comparisons, missing: [])
        case .option(let option):
            guard item.hasPositions else { return .constant(nil) }
            return .states(.rating(item.id), results: options.map { $0 == option }, missing: 0)
        case .gateRating(let relations):
            guard item.hasPositions else { return .constant(nil) }
            return .states(
                .rating(item.id), results: options.indices.map { relations.holds($0, among: options) }, missing: 0)
        case .number, .includes: return .constant(nil)
        }
    }
}

extension Condition.MetricTest {
    /// - Parameters:
    ///   - id: the full id of the metric.
    ///   - range: between which numbers it lies.
    func meaning(_ id: String, rule: Metric.Rule, range: ClosedRange<Double>) -> TestMeaning {
        switch self {
        case .value(let comparisons, nil):
            return .number(.metric(id, relativeTo: nil), range, comparisons, missing: [])
        case .value(let comparisons, let base?):
            return .number(.metric(id, relativeTo: base), MetricRanges.everything, comparisons, missing: [])
        case .coverage(let comparisons): return .number(.coverage(id), 0...1, comparisons, missing: [])
        case .band(let relations):
            guard case .band(let band) = rule else { return .constant(nil) }
            return place(of: relations, among: band.bands.intervals.map(\.id), id) { place in
                band.bands.intervals[place].meets(range)
            }
        case .outcome(let outcome):
            guard case .verdict(let verdict) = rule else { return .constant(nil) }
            let named = Set((verdict.rules.map(\.conclusion) + [verdict.otherwise]).map(\.outcome))
            return place(of: [.equals: outcome], among: verdict.outcomes.map(\.id), id) { place in
                named.contains(verdict.outcomes[place].id)
            }
        }
    }

    private func place(
        of relations: [Condition.Relation: String], among names: [String], _ id: String, isPossible: (Int) -> Bool
    ) -> TestMeaning {
        let results = names.indices.filter(isPossible).map { relations.holds($0, among: names) }
        return results.isEmpty ? .open : .states(.place(id), results: results, missing: 0)
    }
}

extension BandSet.Interval {
    /// Whether some number of a range may lie in it.
    fileprivate func meets(_ range: ClosedRange<Double>) -> Bool {
        let tolerance = 1e-9
        if let lower, range.upperBound < lower.value - tolerance { return false }
        if let upper, range.lowerBound > upper.value + tolerance { return false }
        if let lower, !lower.isInclusive, range.upperBound < lower.value + tolerance { return false }
        if let upper, !upper.isInclusive, range.lowerBound > upper.value - tolerance { return false }
        return true
    }
}
