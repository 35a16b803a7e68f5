import Classification
import Feasibility
import Reports

/// The whole measurement that a command line asks for.
struct BenchmarkMeasurement: Sendable {
    let request: BenchmarkRequest
    let texts: BenchmarkTexts
    let workload: Workload?
    let tables: BenchmarkTables
    let date: String
    let run: BenchmarkRun
    /// An existing folder on the disk that reports go to.
    let folder: String

    /// The rows that the forecast without a workload goes up to.
    private static let usualOutlook = 1_000_000
    private static let usualLargest = 250_000

    func result() async -> BenchmarkResult? {
        let files = MachineFiles()
        let load = MachineCounters.load(files)
        let switches = MachineCounters.involuntarySwitches()
        let start = MachineCounters.now()
        let task: Workload.TextTask? = if case .text(let task)? = workload?.task { task } else { nil }
        let sizes = await sizes(task)
        let held = await run.measureMemory(
            sizes.plan?.steps.map(\.size) ?? [], of: sizes.rows, beside: texts)
        guard
            let text = await run.measureTexts(texts, peakMB: held.textsMB, seconds: request.seconds * 0.15)
        else { return nil }
        var scaling = BenchmarkResult.Scaling()
        if let plan = sizes.plan {
            scaling = await run.measureScaling(plan, of: sizes.rows, seconds: sizes.seconds)
            scaling.peaks = held.peaks
            if texts.source != .generated, plan.extrapolation > 1.05, measuresMachine {
                let rows = task?.rows ?? texts.training.count * Int(tables.rules.forecast.extrapolation)
                scaling.reference = await run.measureReference(
                    texts.shape(rows: rows), seconds: request.seconds * 0.3)
            }
        }
        let dense = measuresMachine ? await run.measureDense(seconds: request.seconds * 0.1) : nil
        let busy = MachineCounters.now() - start
        let taken = MachineCounters.involuntarySwitches().flatMap { end in switches.map { end - $0 } }
        run.progress.begin(.machine)
        let bare = HardwareProbe(files)
        let probe =
            measuresMachine
            ? HardwareProbe(
                files,
                measured: MachineRates.measure(
                    cacheBytes: bare.largestCache.value, memoryBytes: bare.memory.available.value, folder: folder))
            : bare
        let noise = Noise(
            ([text.fit] + [dense?.training].compactMap { $0 } + scaling.trainings).map {
                Timing(size: Double($0.rows), seconds: $0.seconds)
            },
            load: load.flatMap { load in probe.usableCores.value.map { (average: load, cores: $0) } },
            switches: taken.map { (count: $0, seconds: busy) }, limits: tables.rules.noise)
        return BenchmarkResult(
            toolVersion: Waymark.version, date: date,
            settings: BenchmarkResult.Settings(
                threads: request.threads, quality: request.quality.rawValue, seed: request.seed,
                seconds: request.seconds),
            corpus: texts.summary, text: text, dense: dense, probe: probe, noise: noise, scaling: scaling,
            outlook: outlookRows(scaling, task).map { outlook($0, scaling, probe, beyond: false) },
            assessment: workload.flatMap { assessment($0, text, scaling, probe) })
    }

    /// Whether there is time for the machine's rates and for images.
    private var measuresMachine: Bool { request.seconds >= 2 }

    /// The part of the time in which trainings of several sizes are measured; texts of others are compared with
    /// invented ones besides.
    private var share: Double { texts.source == .generated ? 0.65 : 0.4 }

    // MARK: Sizes

    /// What to train on, in which sizes, and for how many seconds; no plan where there are too few rows for several.
    private func sizes(_ task: Workload.TextTask?) async -> (plan: ForecastPlan?, rows: TextCorpus, seconds: Double) {
        let perRow = await run.pilot(texts.training)
        let target: Int
        let available: Int
        switch texts.source {
        case .file:
            target = task?.rows ?? texts.training.count * 10
            available = min(texts.training.count, target)
        case .generated:
            target = task?.rows ?? BenchmarkMeasurement.usualOutlook
            available = min(target, task.map(rowsThatFit) ?? BenchmarkMeasurement.usualLargest)
        }
        func plan(_ budget: Double) -> ForecastPlan? {
            // Large trainings take more for each row than the first try.
            ForecastPlan(
                target: target, available: available, secondsPerUnit: perRow * 1.5, budget: budget,
                reach: tables.rules.forecast.extrapolation, leastSize: 1000)
        }
        var budget = request.seconds * share
        var chosen = plan(budget)
        // A project's question deserves an answer even if that takes longer.
        let reach = tables.rules.forecast.extrapolation
        if task != nil, let short = chosen, short.extrapolation > reach, let longer = plan(budget * 2.5),
            longer.extrapolation <= reach
        {
            (chosen, budget) = (longer, budget * 2.5)
        }
        guard let largest = chosen?.steps.last?.size, texts.source == .generated, largest > texts.training.count else {
            return (chosen, texts.training, budget)
        }
        run.progress.begin(.inventingTexts)
        var generator = BenchmarkTexts.generator(task, seed: request.seed)
        generator.rows = largest
        return (chosen, generator.corpus(), budget)
    }

    /// Rows whose training takes at most half of the machine's memory, and no more than a program should ask for that
    /// only measures: 4 for each row and class, and as much again for words, see `TextClassifier.train`.
    private func rowsThatFit(_ task: Workload.TextTask) -> Int {
        let usable = HardwareProbe(MachineFiles()).usableMemory.value.map(Double.init) ?? 2e9
        let perRow = Double((task.classes + 15) / 16 * 64) + task.wordsPerRow * 150
        return max(BenchmarkTexts.usualRows.training, Int(min(usable / 2, 2e9) / perRow))
    }

    // MARK: Forecasts

    /// The sizes that are forecast without anybody's asking: round numbers up to ten times what was measured.
    private func outlookRows(_ scaling: BenchmarkResult.Scaling, _ task: Workload.TextTask?) -> [Double] {
        guard let largest = scaling.largest.map({ Double($0.rows) }) else { return [] }
        let most = largest * tables.rules.forecast.extrapolation
        switch texts.source {
        case .file: return [2, 5, 10].map { largest * $0 }.filter { $0 <= most * 1.000001 }
        case .generated:
            let rounds = [10_000.0, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 1e7]
            return rounds.filter { $0 >= largest * 0.99 && $0 <= most }
        }
    }

    private func outlook(
        _ rows: Double, _ scaling: BenchmarkResult.Scaling, _ probe: HardwareProbe, beyond: Bool
    ) -> BenchmarkResult.Outlook {
        func forecast(
            _ make: () throws(ForecastRefusal) -> Forecast
        ) -> Result<Forecast, ForecastRefusal> {
            do throws(ForecastRefusal) { return .success(try make()) } catch { return .failure(error) }
        }
        let growth = scaling.growth
        return BenchmarkResult.Outlook(
            rows: rows,
            time: forecast { () throws(ForecastRefusal) in
                try Forecast.ofTime(
                    scaling.timings, size: rows, growth: growth, limits: tables.rules.forecast, beyondLimit: beyond)
            },
            memory: forecast { () throws(ForecastRefusal) in
                try Forecast.ofMemory(
                    scaling.peaks, size: rows, limits: tables.rules.forecast, beyondLimit: beyond)
            })
    }

    private func assessment(
        _ workload: Workload, _ text: BenchmarkResult.TextResult, _ scaling: BenchmarkResult.Scaling,
        _ probe: HardwareProbe
    ) -> WorkloadAssessment? {
        switch workload.task {
        case .text(let task):
            WorkloadAssessment.ofTexts(
                workload, outlook: outlook(Double(task.rows), scaling, probe, beyond: request.goesBeyondLimit),
                text: text, memoryMB: probe.usableMemory.value.map { Double($0) / 1e6 }, today: date,
                rules: tables.rules)
        case .model(let task):
            tables.families.family(task.family).flatMap {
                WorkloadAssessment.ofModel(
                    workload, task, $0, probe: probe, families: tables.families, today: date, rules: tables.rules)
            }
        }
    }
}
