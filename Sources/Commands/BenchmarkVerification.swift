import Classification
import Feasibility

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
                run.progress.begin("inventing texts")
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
        run.progress.begin("training on all rows")
        var whole = BenchmarkLaps(isSingleThreaded: run.threads == 1)
        for _ in 0..<BenchmarkVerification.wholeRuns { whole.add(await run.training(all)) }
        return BenchmarkTrial(
            rows: all.count, from: scaling.largest?.rows ?? 0, forecast: forecast?.amount,
            measured: whole.scaling.timings.first?.median ?? 0)
    }
}

/// A forecast beside what it was for.
struct BenchmarkTrial: Sendable {
    let rows: Int
    /// The most rows that the forecast rests on.
    let from: Int
    let forecast: Interval?
    let measured: Double

    /// By what share the forecast was off; above 0 where it was too high.
    var error: Double? { forecast.map { $0.middle / measured - 1 } }
    var isInside: Bool { forecast?.contains(measured) ?? false }

    /// The trial as a line of a table.
    var line: String {
        func column(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        func number(_ value: Double, _ decimals: Double = 1000) -> String {
            String((value * decimals).rounded() / decimals)
        }
        guard let forecast, let error else {
            return column("\(rows)", 11) + column("\(from)", 10) + "no forecast"
        }
        return column("\(rows)", 11) + column("\(from)", 10) + column(number(forecast.middle), 11)
            + column(number(measured), 11) + column("\(number(error * 100, 10)) %", 9)
            + column("\(number(forecast.lower)) to \(number(forecast.upper))", 19) + (isInside ? "yes" : "no")
    }
}
