import SeededRandomness
import Statistics
import Testing

@testable import Assessments
@testable import Questionnaires

/// What is shown of several offices, and an attack on it.
@Suite struct OfficePoolFigureTests {
    private static let rule = OfficePoolRule(fewestOffices: 5, quartilesFrom: 9, leastGap: 0.1, roundedTo: 0.01)
    private static let disclosure = OfficePoolDisclosure(rule, .overall(id: "overall", title: "Overall"))

    @Test func fourOfficesShowNothing() {
        #expect(Self.disclosure.spread(of: [0.2, 0.4, 0.5, 0.7]) == .hidden(.tooFew))
        #expect(Self.disclosure.spread(of: []) == .hidden(.tooFew))
    }

    @Test func fiveShowAMedianThatIsNoOnesFigure() {
        #expect(Self.disclosure.spread(of: [0.2, 0.3, 0.45, 0.7, 0.9]) == .median(0.51, .tooFew))
    }

    @Test func nineShowQuartiles() {
        let values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
        #expect(Self.disclosure.spread(of: values) == .quartiles(lower: 0.3, median: 0.5, upper: 0.7))
        #expect(Self.disclosure.spread(of: values.reversed()) == .quartiles(lower: 0.3, median: 0.5, upper: 0.7))
    }

    /// Quartiles of figures all alike would show all of them.
    @Test func figuresThatAreAlikeHaveNoQuartiles() {
        let alike = [Double](repeating: 0.42, count: 12)
        #expect(Self.disclosure.spread(of: alike) == .median(0.42, .tooClose))
        #expect(Self.disclosure.spread(of: [Double](repeating: 0.05, count: 12)) == .hidden(.tooClose))
        #expect(Self.disclosure.spread(of: [Double](repeating: 1, count: 5)) == .hidden(.tooClose))
    }

    /// An office at 100 among five would find that all others are at 0.
    @Test func anOfficeThatTakesItselfOutFindsNothing() {
        #expect(Self.disclosure.spread(of: [0, 0, 0, 0, 1]) == .hidden(.tooClose))
        #expect(Self.disclosure.spread(of: [0, 0, 0, 0.4, 1]) == .median(0.28, .tooFew))
    }

    // MARK: The attack

    /// How far apart the worlds lie that look the same to the attacker: for each of the other offices in their order,
    /// the range of figures for which everything that is shown stays as it is.
    ///
    /// Worlds are searched by random steps uphill and downhill, so that the true ranges are at least as wide.
    private static func ranges<Shown: Equatable>(
        own: Double?, others: [Double], steps: Int, generator: inout SeededGenerator, shown: ([Double]) -> Shown
    ) -> [ClosedRange<Double>] {
        let truth = others.sorted()
        let known = own.map { [$0] } ?? []
        let told = shown(truth + known)
        return truth.indices.map { target in
            var ends: [Double] = []
            for sign in [-1.0, 1.0] {
                var world = truth
                for step in 0..<steps {
                    var next = world
                    let size = [0.3, 0.1, 0.03, 0.01][step % 4]
                    // One part moves one way and another the other way, so that means can stay.
                    let cut = Int.random(in: 0...next.count, using: &generator)
                    let isEdge = Bool.random(using: &generator)
                    let first = Double.random(in: -size...size, using: &generator)
                    let second = Double.random(in: -size...size, using: &generator)
                    for index in next.indices {
                        let isFirst = isEdge ? index == target : index < cut
                        let isSecond = isEdge ? index == cut : index >= cut
                        let move = isFirst ? first : isSecond ? second : 0
                        next[index] = min(1, max(0, next[index] + move))
                    }
                    next.sort()
                    guard (next[target] - world[target]) * sign >= 0, shown(next + known) == told else { continue }
                    world = next
                }
                ends.append(world[target])
            }
            return ends[0]...max(ends[0], ends[1])
        }
    }

    private static func offices(_ count: Int, generator: inout SeededGenerator) -> [Double] {
        let centre = Double.random(in: 0.2...0.8, using: &generator)
        let width = Double.random(in: 0.05...0.5, using: &generator)
        return (0..<count).map { _ in
            // Scores under a cap are often the same.
            if Double.random(in: 0..<1, using: &generator) < 0.15 { return 0.15 }
            return min(1, max(0, centre + Double.random(in: -width...width, using: &generator)))
        }
    }

    /// Neither a reader outside nor any office that knows its own figure narrows down one of the others.
    @Test(arguments: 0..<5)
    func noFigureOfAnotherOfficeIsFound(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let values = Self.offices(5 + Int(seed) % 8, generator: &generator)
        guard Self.disclosure.spread(of: values) != .hidden(.tooClose) else { return }
        for own in [nil, values.max(), values[0]] {
            var others = values
            if let own, let place = others.firstIndex(of: own) { others.remove(at: place) }
            let ranges = Self.ranges(own: own, others: others, steps: 2000, generator: &generator) {
                Self.disclosure.spread(of: $0)
            }
            for range in ranges {
                #expect(range.upperBound - range.lowerBound >= 0.05, "\(values) to \(own ?? -1): \(range)")
            }
        }
    }

    /// The attack is not blunt: of plain quartiles of five offices it finds three figures to the point.
    @Test func plainQuartilesFallToTheAttack() {
        var generator = SeededGenerator(seed: 99)
        let values = [0.21, 0.34, 0.52, 0.63, 0.84]
        let ranges = Self.ranges(own: nil, others: values, steps: 2000, generator: &generator) { values in
            [0.25, 0.5, 0.75].map { ((Quantile.interpolated(values, probability: $0) ?? 0) * 100).rounded() }
        }
        #expect(ranges[1...3].allSatisfy { $0.upperBound - $0.lowerBound <= 0.01 + 1e-9 })
    }

    /// Offices that agree on one answer have no figures but those of the options: what is shown of them leaves more
    /// than one possibility for each of the others.
    @Test(arguments: 5..<9)
    func noSingleAnswerIsFound(count: Int) throws {
        let options = [0, 0.25, 0.5, 0.75, 1]
        let disclosure = OfficePoolDisclosure(Self.rule, options: options)
        // All ways to give the options to so many offices, in order, with what is shown.
        var worlds: [[Double]] = [[]]
        for _ in 0..<count {
            worlds = worlds.flatMap { world in options.filter { $0 >= world.last ?? 0 }.map { world + [$0] } }
        }
        var told: [String: [[Double]]] = [:]
        for world in worlds { told["\(disclosure.spread(of: world))", default: []].append(world) }
        for (shown, alike) in told where !shown.hasPrefix("hidden") {
            for own in Set(alike.flatMap { $0 }) {
                let others = alike.compactMap { world -> [Double]? in
                    var rest = world
                    guard let place = rest.firstIndex(of: own) else { return nil }
                    rest.remove(at: place)
                    return rest
                }
                for place in 0..<(count - 1) {
                    #expect(Set(others.map { $0[place] }).count > 1, "\(shown), own \(own), place \(place)")
                }
            }
        }
        #expect(told.count > 3)
    }
}
