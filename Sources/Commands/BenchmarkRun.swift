import Classification
import Feasibility
import Reports

/// The measurements of the benchmark, one after the other.
struct BenchmarkRun: Sendable {
    let threads: Int
    let quality: TrainingQuality
    let seed: UInt64
    let progress: BenchmarkProgress

    private let files = MachineFiles()

    init(threads: Int, quality: TrainingQuality, seed: UInt64, progress: BenchmarkProgress) {
        self.threads = threads
        self.quality = quality
        self.seed = seed
        self.progress = progress
    }

    var settings: TrainingSettings { TrainingSettings(quality: quality, seed: seed) }

    // MARK: Texts

    /// Trains on all rows and codes the test rows, each several times.
    ///
    /// - Parameters:
    ///   - peakMB: what was held at the most, by ``measureMemory(_:of:beside:)``.
    ///   - seconds: how long repeating may take.
    func measureTexts(_ texts: BenchmarkTexts, peakMB: Double, seconds: Double) async -> BenchmarkResult.TextResult? {
        progress.begin(.training)
        // The first time warms up.
        guard let classifier = try? await TextClassifier.train(on: texts.training, settings: settings, threads: threads)
        else { return nil }
        _ = await classifier.predict(texts.test, threads: threads)
        let fit = await repeated(rows: texts.training.count, least: 3, most: 9, seconds: seconds * 0.75) {
            _ = try? await TextClassifier.train(on: texts.training, settings: settings, threads: threads)
        }
        progress.begin(.coding)
        let prediction = await repeated(rows: texts.test.count, least: 5, most: 25, seconds: seconds * 0.2) {
            _ = await classifier.predict(texts.test, threads: threads)
        }
        let alone = await timeAlone(classifier, texts.test, seconds: seconds * 0.05)
        let evaluation = await classifier.evaluate(texts.test, threads: threads)
        return BenchmarkResult.TextResult(
            fit: fit, prediction: prediction, alone: alone, accuracy: evaluation.accuracy, macroF1: evaluation.macroF1,
            accuracyOfThree: evaluation.accuracy(top: 3), calibrationError: evaluation.calibration.expectedError,
            features: classifier.featureCount, peakMemoryMB: peakMB,
            confusions: evaluation.confusions.prefix(5).map {
                BenchmarkResult.TextResult.Confusion(truth: $0.truth, predicted: $0.predicted, rows: $0.rows)
            })
    }

    /// Seconds that single texts take: the middle, and the ends between which nine of ten lie.
    private func timeAlone(_ classifier: TextClassifier, _ texts: TextCorpus, seconds: Double) async -> Interval? {
        let start = MachineCounters.now()
        var laps: [Double] = []
        for row in 0..<min(200, texts.count) {
            let text = texts.rows(row..<row + 1)
            laps.append(await BenchmarkStopwatch.time { await classifier.predict(text) }.seconds)
            if laps.count >= 20, MachineCounters.now() - start > seconds { break }
        }
        laps.sort()
        guard laps.count >= 3 else { return nil }
        func quantile(_ share: Double) -> Double { laps[Int((Double(laps.count - 1) * share).rounded())] }
        return Interval(lower: quantile(0.05), middle: quantile(0.5), upper: quantile(0.95))
    }

    private func repeated(
        rows: Int, least: Int, most: Int, seconds: Double, _ work: () async -> Void
    ) async -> BenchmarkResult.Repeated {
        let start = MachineCounters.now()
        var laps: [Double] = []
        var processor: [Double] = []
        while laps.count < least || (laps.count < most && MachineCounters.now() - start < seconds) {
            let lap = await BenchmarkStopwatch.time(work)
            laps.append(lap.seconds)
            if let seconds = lap.processorSeconds { processor.append(seconds) }
            progress.advance()
        }
        return BenchmarkResult.Repeated(rows: rows, seconds: laps, processorSeconds: processor)
    }

    // MARK: Several sizes

    /// Seconds that a row takes, by training on a few.
    func pilot(_ texts: TextCorpus) async -> Double {
        progress.begin(.firstTry)
        let rows = texts.rows(0..<min(2000, texts.count))
        let timed = await repeated(rows: rows.count, least: 3, most: 3, seconds: 0) {
            _ = try? await TextClassifier.train(on: rows, settings: settings, threads: threads)
        }
        return (timed.seconds.min() ?? 1e-5) / Double(max(1, rows.count))
    }

    /// What is held at the most, of several sizes.
    struct HeldMemory {
        var peaks: [MemoryPeak] = []
        /// By the whole program, until it has trained on the texts and coded the test rows.
        var textsMB = 0.0
    }

    /// Trains on each size once, the smallest first: the most that a program has held never falls.
    ///
    /// - Parameters:
    ///   - sizes: rising.
    ///   - rows: at least as many as the largest size.
    ///   - texts: those that are measured by themselves, among the sizes where they belong.
    func measureMemory(_ sizes: [Int], of rows: TextCorpus, beside texts: BenchmarkTexts) async -> HeldMemory {
        progress.begin(.memory)
        var held = HeldMemory()
        let before = MachineCounters.peakMemoryMB(files) ?? 0
        // What reading the texts has taken must not hide what the small sizes take.
        _ = MachineCounters.forgetPeak()
        let all = texts.source == .generated ? [rows, texts.training, texts.test] : [texts.training, texts.test]
        let bytes = all.reduce(0) { $0 + $1.bytes.count }
        let inOrder = (sizes.map { ($0, false) } + [(texts.training.count, true)]).sorted { $0.0 < $1.0 }
        for (size, isTexts) in inOrder {
            let chosen = isTexts ? texts.training : rows.rows(0..<size)
            let classifier = try? await TextClassifier.train(on: chosen, settings: settings, threads: threads)
            progress.advance()
            if isTexts {
                _ = await classifier?.predict(texts.test, threads: threads)
                held.textsMB = max(before, MachineCounters.peakMemoryMB(files) ?? 0)
            } else if let peak = MachineCounters.peakMemoryMB(files) {
                // A program that does nothing else would not hold the other rows.
                held.peaks.append(MemoryPeak(size: Double(size), megabytes: max(1, peak - Double(bytes) / 1e6)))
            }
        }
        return held
    }

    /// Trains on several sizes, round after round.
    ///
    /// - Parameters:
    ///   - plan: which sizes, and how often each.
    ///   - seconds: after so many no further round begins, if the machine is slower than planned.
    func measureScaling(
        _ plan: ForecastPlan, of texts: TextCorpus, seconds: Double
    ) async -> BenchmarkResult.Scaling {
        var laps = BenchmarkLaps(isSingleThreaded: threads == 1)
        let start = MachineCounters.now()
        for (number, round) in plan.rounds.enumerated() {
            if number > 1, MachineCounters.now() - start > seconds { break }
            for size in round {
                progress.begin(.trainingOn(rows: size))
                let lap = await training(texts.rows(0..<size))
                // The first round warms up.
                if number > 0 { laps.add(lap) }
            }
        }
        return laps.scaling
    }

    /// Trains on invented texts up to many rows, so as to know how the cost of a row grows on this machine.
    ///
    /// - Parameters:
    ///   - shape: the workload, whose rows, words and classes the texts have: how many features come with more rows, and
    ///     how much is kept of each row, decide when caches are outgrown.
    ///   - seconds: how long it may take, about; larger sizes are left out if it would take longer.
    func measureReference(_ shape: Workload.TextTask, seconds: Double) async -> [PhasedTraining] {
        progress.begin(.inventingTexts)
        var generator = BenchmarkTexts.generator(shape, seed: seed &+ 1_000_003)
        generator.rows = min(BenchmarkRun.mostReferenceRows, max(8000, shape.rows))
        let texts = generator.corpus()
        var sizes: [Int] = []
        var size = texts.count
        while size >= 1000 {
            sizes.insert(size, at: 0)
            size /= 2
        }
        var laps = BenchmarkLaps(isSingleThreaded: threads == 1)
        let start = MachineCounters.now()
        for round in 0..<4 {
            for (place, size) in sizes.enumerated() {
                let elapsed = MachineCounters.now() - start
                // A size takes a little more than all before it together, and each is wanted twice.
                let isTooLarge = round == 0 && place > 3 && elapsed * 1.3 > seconds * 0.4
                if isTooLarge || (round > 1 && elapsed > seconds) {
                    sizes.removeSubrange(place...)
                    break
                }
                progress.begin(.calibrating(rows: size))
                laps.add(await training(texts.rows(0..<size)))
            }
        }
        return laps.scaling.phases
    }

    private static let mostReferenceRows = 320_000

    /// One training, with the time at which the features were chosen.
    func training(_ rows: TextCorpus) async -> BenchmarkLap {
        let chosen = BenchmarkMilestone()
        let lap = await BenchmarkStopwatch.time {
            _ = try? await TextClassifier.train(on: rows, settings: settings, threads: threads) { event in
                switch event {
                case .chosen(let features, let kept): chosen.reach(features: features, kept: kept)
                }
            }
        }
        progress.advance()
        return BenchmarkLap(
            rows: rows.count, seconds: lap.seconds, processorSeconds: lap.processorSeconds, chosen: chosen.reached,
            since: (lap.start, lap.processorStart))
    }

    // MARK: Images

    /// Trains a small network on invented images.
    func measureDense(seconds: Double) async -> BenchmarkResult.DenseResult {
        progress.begin(.images)
        let trainingCount = 1200
        let passes = 3
        let images = LandCoverImages(count: trainingCount + 300, seed: seed)
        let (values, classes) = images.images()
        let inputs = images.valuesPerImage
        let training = Array(values[..<(trainingCount * inputs)])
        let labels = Array(classes[..<trainingCount])
        let fresh = DenseNetwork(
            inputs: inputs, hidden: 96, classes: LandCoverImages.classNames.count, seed: seed)
        func trained() async -> DenseNetwork {
            var network = fresh
            await network.train(values: training, classes: labels, passes: passes, seed: seed, threads: threads)
            return network
        }
        let network = await trained()
        let timed = await repeated(rows: trainingCount, least: 3, most: 7, seconds: seconds) { _ = await trained() }
        let answers = await network.predict(values: Array(values[(trainingCount * inputs)...]), threads: threads)
        let right = zip(answers, classes[trainingCount...]).count { $0 == $1 }
        return BenchmarkResult.DenseResult(
            training: timed,
            operations: fresh.operations(rows: trainingCount, training: true) * Double(passes),
            accuracy: Double(right) / Double(max(1, answers.count)))
    }
}
