import Statistics

/// What really changed between waves: what people said of the same things, and what of that is more than chance.
public struct WaveComparison: Sendable {
    /// The waves in the order in which they are compared.
    public let waves: [Assessment]
    /// Between which numbers the metrics of each wave would lie with other colleagues of the same kind, by their full
    /// ids, as far as that is known.
    public let intervals: [[String: ClosedRange<Double>]]
    /// From each wave to the next.
    public let steps: [WaveStep]
    /// How many changes were tested, and adjusted for one another.
    public let tests: Int

    /// Compares waves that answer the same questionnaire, if perhaps in different versions.
    ///
    /// The tests of all steps are one family: the chance of even one false finding in a report is held.
    ///
    /// - Precondition: at least two waves.
    public init(_ waves: [AnsweredWave]) {
        precondition(waves.count > 1, "there is nothing to compare")
        self.waves = waves.map(\.assessment)
        intervals = waves.map(\.intervals)
        var steps = zip(waves, waves.dropFirst()).enumerated().map { number, pair in
            WaveStepBuilder(pair.0, pair.1, steps: waves.count - 1).step(number: number)
        }
        tests = steps.flatMap(\.tests).count { (try? $0.get()) != nil }
        var adjusted = WaveTest.adjusted(
            steps.flatMap(\.tests), changes: steps.flatMap { $0.members.flatMap { $0.figures.map(\.change) } })[...]
        for index in steps.indices {
            steps[index].members = steps[index].members.map { member in
                var figures = member.figures
                for place in figures.indices { figures[place].test = adjusted.popFirst() ?? .untested(.noFigures) }
                return member.with(figures)
            }
        }
        self.steps = steps
    }
}

extension WaveMemberChange {
    func with(_ figures: [WaveFigureChange]) -> WaveMemberChange {
        WaveMemberChange(
            id: id, title: title, reportedEarlier: reportedEarlier, reportedLater: reportedLater, figures: figures,
            cap: cap, score: score, capEvents: capEvents, capBindsEarlier: capBindsEarlier,
            capBindsLater: capBindsLater)
    }
}
