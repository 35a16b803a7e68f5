import Charts
import SeededRandomness

/// Charts with random rows: ends of the scale, withheld numbers and long words among them more often than by chance.
struct RandomCharts {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }

    private mutating func fraction() -> Double {
        if chance(0.1) { return 0 }
        if chance(0.1) { return 1 }
        if chance(0.2) { return Double.random(in: 0...0.2, using: &generator) }
        return (Double.random(in: 0...1, using: &generator) * 1000).rounded() / 1000
    }

    /// A measure near another, so that marks and numbers crowd.
    private mutating func near(_ fraction: Double) -> Double {
        chance(0.5) ? self.fraction() : fraction + Double.random(in: -0.05...0.05, using: &generator)
    }

    private mutating func measure(_ fraction: Double) -> Measure {
        if chance(0.05) { return Measure(nil, words(upTo: 8)) }
        let tenths = Int((min(max(fraction, 0), 1) * 1000).rounded())
        if chance(0.05) { return Measure(fraction, "about \(tenths / 10).\(tenths % 10) of one hundred") }
        return Measure(fraction, "\(tenths / 10).\(tenths % 10)")
    }

    private mutating func words(upTo count: Int) -> String {
        let stock = [
            "Software", "restricted", "or", "slow", "Data", "MMMM", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "ill", "a-b",
            "Expertise", "in", "silos,", "machine-learning", "統計局の機械学習", "of", "the", "Held", "at", "50.0",
        ]
        return (0..<Int.random(in: 1...count, using: &generator))
            .map { _ in stock.randomElement(using: &generator) ?? "" }.joined(separator: " ")
    }

    mutating func scoreBars(rows: Int) -> ScoreBars {
        let made = (0..<rows).map { _ in
            let facilitators = fraction()
            return ScoreBars.Row(
                label: words(upTo: 6), score: chance(0.9) ? measure(facilitators) : nil,
                note: chance(0.6) ? words(upTo: 4) : nil, facilitators: measure(facilitators),
                burden: chance(0.9) ? measure(fraction()) : nil,
                target: chance(0.8) ? near(facilitators) : nil,
                cap: chance(0.6) ? Measure(near(facilitators), words(upTo: 8)) : nil)
        }
        return ScoreBars(
            rows: made, scoreHeading: chance(0.5) ? words(upTo: 2) : nil, axis: chance(0.7) ? Measure.quarters : [])
    }

    mutating func distributionBar() -> DistributionBar {
        let counts = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            chance(0.3) ? 0 : Int.random(in: 0...(chance(0.5) ? 5 : 150), using: &generator)
        }
        let missing = chance(0.5) ? Int.random(in: 0...5, using: &generator) : 0
        return DistributionBar(
            options: counts.map { DistributionBar.Share(Double($0), "\($0)") },
            noAnswer: DistributionBar.Share(Double(missing), "\(missing)"),
            mean: chance(0.9) ? measure(fraction()) : nil,
            meaning: chance(0.5) ? .moreIsBetter : .moreIsWorse, withheld: words(upTo: 5))
    }

    mutating func dumbbell(rows: Int) -> Dumbbell {
        let made = (0..<rows).map { _ in
            let now = fraction()
            return Dumbbell.Row(
                label: chance(0.9) ? words(upTo: 6) : nil, now: measure(now),
                then: measure(chance(0.1) ? now : near(now)))
        }
        return Dumbbell(
            rows: made, meaning: chance(0.5) ? .moreIsBetter : .moreIsWorse, axis: chance(0.7) ? Measure.quarters : [])
    }

    mutating func seriesLines(rows: Int) -> SeriesLines {
        let count = Int.random(in: 1...14, using: &generator)
        let moments = (0..<count).map { chance(0.8) ? "\(2020 + $0)" : words(upTo: 5) }
        let made = (0..<rows).map { _ in
            SeriesLines.Row(
                label: words(upTo: 6),
                points: (0..<count).map { _ in
                    let value = fraction()
                    let interval = value - Double.random(in: 0...0.3, using: &generator)...value + 0.1
                    return SeriesLines.Point(
                        measure(value), interval: chance(0.5) ? interval : nil, isJoined: chance(0.8))
                })
        }
        return SeriesLines(
            moments: moments, rows: made, meaning: chance(0.5) ? .moreIsBetter : .moreIsWorse)
    }
}
