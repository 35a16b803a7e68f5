import Classification
import Feasibility
import Reports

/// Forecasts whole trainings from a tenth of their rows, runs them, and compares.
struct BenchmarkVerification: Sendable {
    let request: BenchmarkRequest
    /// The user's own; nothing for invented ones.
    let texts: BenchmarkTexts?
    let rules: FeasibilityRules
    let run: BenchmarkRun

    /// Invented workloads whose whole training takes a second or more on a machine of today.
    private static let shapes: [(rows: Int, words: Int, classes: Int)] = [
        (240_000, 12, 46), (150_000, 30, 46), (70_000, 12, 400), (300_000, 8, 30), (120_000, 20, 150),
    ]
    private static let count = 10
    /// Of whole runs the median counts, since one by itself may be disturbed.
    private static let wholeRuns = 3

    func trials() async -> [BenchmarkTrial] {
        var trials: [BenchmarkTrial] = []
        for number in 0..<BenchmarkVerification.count {
            let seed = request.seed &+ UInt64(number)
            let rows: TextCorpus
            let shape: Workload.TextTask
            if let texts {
                shape = texts.shape(rows: texts.training.count)
                rows = texts.training.rows(texts.training.shuffledRows(seed: seed))
            } else {
                run.progress.begin(.inventingTexts)
                let (count, words, classes) = BenchmarkVerification.shapes[number % BenchmarkVerification.shapes.count]
                shape = Workload.TextTask(rows: count, wordsPerRow: Double(words), classes: classes)
                var generator = BenchmarkTexts.generator(shape, seed: seed)
                generator.rows = count
                rows = generator.corpus()
            }
            if let trial = await trial(rows, shape) { trials.append(trial) }
        }
        return trials
    }

    private func trial(_ all: TextCorpus, _ shape: Workload.TextTask) async -> BenchmarkTrial? {
        let tenth = all.count / 10
        let pilot = await BenchmarkStopwatch.time {
            _ = try? await TextClassifier.train(
                on: all.rows(0..<tenth), settings: run.settings, threads: run.threads)
        }
        let plan = ForecastPlan(
            target: all.count, available: tenth, secondsPerUnit: pilot.seconds / Double(max(1, tenth)),
            budget: request.seconds * 0.2, leastSize: 1000, mostShare: 0.1)
        guard let plan else { return nil }
        var scaling = await run.measureScaling(plan, of: all, seconds: request.seconds)
        scaling.reference = await run.measureReference(shape, seconds: request.seconds * 0.4)
        let forecast = try? Forecast.ofTime(
            scaling.timings, size: Double(all.count), growth: scaling.growth, limits: rules.forecast, beyondLimit: true)
        run.progress.begin(.trainingOnAll)
        var whole = BenchmarkLaps(isSingleThreaded: run.threads == 1)
        var again = BenchmarkLaps(isSingleThreaded: run.threads == 1)
        let largest = scaling.largest?.rows ?? tenth
        for _ in 0..<BenchmarkVerification.wholeRuns {
            again.add(await run.training(all.rows(0..<largest)))
            whole.add(await run.training(all))
        }
        let runs = whole.scaling.timings.first?.seconds ?? []
        return BenchmarkTrial(
            rows: all.count, from: largest, forecast: forecast?.amount, measured: runs,
            before: scaling.timings.first { $0.size == Double(largest) }?.median,
            after: again.scaling.timings.first?.median)
    }
}

/// A forecast beside what it was for.
struct BenchmarkTrial: Sendable {
    let rows: Int
    /// The most rows that the forecast rests on.
    let from: Int
    let forecast: Interval?
    /// The time of each whole training.
    let measuredRuns: [Double]
    /// How much faster or slower the machine was from one time to another that it did the same work: the range of the
    /// whole trainings, or what the most rows of the forecast took again beside them against what they took before,
    /// whichever is more. No forecast can be nearer than that.
    let unsteadiness: Double

    init(rows: Int, from: Int, forecast: Interval?, measured: [Double], before: Double?, after: Double?) {
        self.rows = rows
        self.from = from
        self.forecast = forecast
        measuredRuns = measured.sorted()
        let middle = measuredRuns.isEmpty ? 0 : measuredRuns[measuredRuns.count / 2]
        let range = middle > 0 ? ((measuredRuns.last ?? 0) - (measuredRuns.first ?? 0)) / middle : 0
        var drift = 0.0
        if let before, let after, before > 0, after > 0 { drift = max(before / after, after / before) - 1 }
        unsteadiness = max(range, drift)
    }

    /// The median of the whole trainings, since one by itself may be disturbed.
    var measured: Double { measuredRuns.isEmpty ? 0 : measuredRuns[measuredRuns.count / 2] }
    /// By what share the forecast was off; above 0 where it was too high.
    var error: Double? { forecast.map { $0.middle / measured - 1 } }
    var isInside: Bool { forecast?.contains(measured) ?? false }
    var isNear: Bool { error.map { abs($0) <= BenchmarkTrial.nearness } ?? false }
    var isQuiet: Bool { unsteadiness <= BenchmarkTrial.mostUnsteadiness }

    /// What counts as near.
    private static let nearness = 0.15
    /// Up to which unsteadiness a machine counts as quiet.
    private static let mostUnsteadiness = 0.05

    /// All trials as a table, with what they come to.
    static func table(_ trials: [BenchmarkTrial], _ words: BenchmarkWords) -> [String] {
        let quiet = trials.filter(\.isQuiet)
        return words.table(
            trials.map { trial in
                BenchmarkWords.Trial(
                    rows: trial.rows, from: trial.from, forecast: trial.forecast, measured: trial.measured,
                    error: trial.error, isInside: trial.isInside, unsteadiness: trial.unsteadiness)
            },
            BenchmarkWords.Tally(
                trials: trials.count, near: trials.count(where: \.isNear), inside: trials.count(where: \.isInside),
                unknown: trials.count { $0.forecast == nil }, quiet: quiet.count,
                quietNear: quiet.count(where: \.isNear), quietInside: quiet.count(where: \.isInside)),
            near: nearness, quiet: mostUnsteadiness)
    }
}
