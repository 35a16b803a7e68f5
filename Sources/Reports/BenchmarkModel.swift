import Feasibility
import Mustache

/// What the templates see of a run of the benchmark.
struct BenchmarkModel {
    let result: BenchmarkResult
    let families: ModelFamilies
    let words: Words
    let quantities: QuantityText
    private let setting: PageSetting

    /// - Parameter theme: how the HTML page looks; nothing for other formats.
    init(_ result: BenchmarkResult, families: ModelFamilies, words: Words, theme: Theme?) {
        self.result = result
        self.families = families
        self.words = words
        quantities = QuantityText(words: words)
        setting = PageSetting(words, theme: theme)
    }

    func values() -> [String: MustacheValue] {
        var sections = [(id: "measured", title: words("benchmark.measured"))]
        if !result.scaling.trainings.isEmpty { sections.append((id: "growth", title: words("benchmark.scaling"))) }
        sections.append((id: "machine", title: words("benchmark.machine")))
        return setting.frame(title: question() ?? words("benchmark.title"), sections: sections).merging(content()) {
            $1
        }
    }

    private func content() -> [String: MustacheValue] {
        [
            "headline": .text(headline()),
            "noise": .text(noise()),
            "isQuiet": .flag(result.noise.judgement == .quiet),
            "machine": .list(machine()),
            "texts": .list(texts()),
            "corpus": setting.sentence(corpus()),
            "chart": chart().map { .text($0) } ?? .missing,
            "confusions": .list(
                confusions.map {
                    [
                        "truth": .text($0.truth), "predicted": .text($0.predicted),
                        "rows": .text(quantities.count($0.rows)),
                    ]
                }),
            "hasConfusions": .flag(!confusions.isEmpty),
            "scaling": .list(scaling()),
            "hasScaling": .flag(!result.scaling.trainings.isEmpty),
            "curve": curve().map { .text($0) } ?? .missing,
            "outlook": .list(result.outlook.map(outlook)),
            "hasOutlook": .flag(!result.outlook.isEmpty),
            "workload": workload(),
            "provenance": .text(
                words(
                    "benchmark.provenance",
                    [
                        "version": result.toolVersion, "date": result.date, "seed": String(result.settings.seed),
                        "quality": words("benchmarkQuality.\(result.settings.quality)"),
                        "threads": words.plural("benchmark.threads", result.settings.threads),
                    ])),
        ]
    }

    // MARK: What was measured

    /// Which classes of invented texts are taken for which tells nobody anything.
    private var confusions: [BenchmarkResult.TextResult.Confusion] {
        result.corpus.source == .generated ? [] : result.text.confusions
    }

    private func headline() -> String {
        let text = result.text
        let parameters = [
            "rows": quantities.count(text.fit.rows), "fit": quantities.duration(text.fit.median),
            "rate": text.prediction.rate.map { quantities.count($0.median) } ?? "–",
            "accuracy": quantities.share(text.accuracy),
        ]
        return words("benchmark.headline", parameters)
    }

    private func noise() -> String {
        let sentence = words("benchmarkNoise.\(result.noise.judgement.rawValue)")
        guard !result.noise.signs.isEmpty else { return sentence }
        return words(
            "benchmark.noiseSigns",
            [
                "sentence": sentence,
                "signs": words.list(result.noise.signs.map { words("benchmarkSign.\($0.rawValue)") }),
            ])
    }

    private func corpus() -> String {
        let corpus = result.corpus
        let parameters = [
            "rows": quantities.count(corpus.trainingCount), "test": quantities.count(corpus.testCount),
            "classes": quantities.count(corpus.classes), "words": quantities.number(corpus.wordsPerRow),
        ]
        let sentence =
            switch corpus.source {
            case .generated: words("benchmark.generatedCorpus", parameters)
            case .file(let name): words("benchmark.fileCorpus", parameters.merging(["file": setting.name(name)]) { $1 })
            }
        return words(
            "benchmark.corpus", ["sentence": sentence, "test": words("benchmarkTestRows.\(corpus.testRows.rawValue)")])
    }

    private func row(_ label: String, _ value: String, _ how: String = "") -> MustacheValue {
        ["label": .text(label), "value": .text(value), "how": .text(how)]
    }

    private func texts() -> [MustacheValue] {
        let text = result.text
        var rows = [
            row(
                words("benchmark.fit"), quantities.duration(text.fit.median),
                spread(text.fit)),
            row(
                words("benchmark.predict"),
                text.prediction.rate.map { words("benchmark.perSecond", ["n": quantities.count($0.median)]) } ?? "–",
                spread(text.prediction)),
        ]
        if let alone = text.alone {
            rows.append(row(words("benchmark.alone"), quantities.interval(alone, quantities.duration)))
        }
        rows += [
            row(words("benchmark.accuracy"), quantities.share(text.accuracy)),
            row(words("benchmark.fMeasure"), quantities.share(text.macroF1)),
            row(words("benchmark.accuracyOfThree"), quantities.share(text.accuracyOfThree)),
            row(words("benchmark.calibration"), quantities.share(text.calibrationError)),
            row(words("benchmark.peak"), quantities.megabytes(text.peakMemoryMB)),
        ]
        if let dense = result.dense, let rate = dense.rate {
            rows.append(
                row(
                    words("benchmark.dense"),
                    words("benchmark.gigaOperations", ["n": quantities.number(rate.median / 1e9)]),
                    spread(dense.training)))
        }
        return rows
    }

    private func spread(_ repeated: BenchmarkResult.Repeated) -> String {
        guard let spread = repeated.rate?.spread else {
            return repeated.seconds.count == 1 ? words.plural("benchmark.repetitions", 1, ["spread": ""]) : ""
        }
        return words.plural(
            "benchmark.repetitions", repeated.seconds.count, ["spread": quantities.percent(spread)])
    }

    private func machine() -> [MustacheValue] {
        let probe = result.probe
        func rate(_ bytes: Rate) -> String {
            words("benchmark.gigabytesPerSecond", ["n": quantities.number(bytes.median / 1e9)])
        }
        func operations(_ rate: Double) -> String {
            words("benchmark.gigaOperations", ["n": quantities.number(rate / 1e9)])
        }
        return [
            figure(words("benchmark.processor"), probe.processor.name) { $0 },
            figure(words("benchmark.cores"), probe.usableCores, cores),
            figure(words("benchmark.logicalCores"), probe.processor.logicalCores) { quantities.count($0) },
            figure(words("benchmark.instructions"), probe.processor.vectorInstructions) {
                $0.isEmpty ? "–" : $0.map(\.rawValue).joined(separator: words("list.separator"))
            },
            figure(words("benchmark.cache"), probe.largestCache) { quantities.megabytes(Double($0) / 1e6) },
            figure(words("benchmark.memory"), probe.memory.total) { quantities.megabytes(Double($0) / 1e6) },
            figure(words("benchmark.memoryLimit"), probe.limits.memory) { quantities.megabytes(Double($0) / 1e6) },
            figure(words("benchmark.processorLimit"), probe.limits.processors, cores),
            figure(words("benchmark.bandwidth"), probe.memoryBandwidth, rate),
            figure(words("benchmark.arithmetic"), probe.floatingPoint) { operations($0.median) },
            figure(words("benchmark.peakArithmetic"), probe.peak) {
                words(
                    "benchmark.range",
                    ["lower": operations($0.range.lowerBound), "upper": operations($0.range.upperBound)])
            },
            figure(words("benchmark.diskWrite"), probe.diskWrite, rate),
            figure(words("benchmark.diskRead"), probe.diskRead, rate),
            figure(words("benchmark.accelerators"), probe.accelerators) { accelerators in
                accelerators.isEmpty
                    ? words("benchmark.noAccelerator")
                    : accelerators.map { "\($0.maker.rawValue) \($0.name)" }.joined(separator: words("list.separator"))
            },
        ]
    }

    /// A container may allow a part of a core.
    private func cores(_ number: Double) -> String {
        number == number.rounded() ? quantities.count(number) : quantities.number(number)
    }

    private func figure<Value>(_ label: String, _ figure: Figure<Value>, _ write: (Value) -> String) -> MustacheValue {
        switch figure {
        case .known(let value, let source): row(label, write(value), words("benchmarkSource.\(source.rawValue)"))
        case .unknown(let gap): row(label, words("benchmark.unknown"), words("benchmarkGap.\(gap.rawValue)"))
        }
    }

    // MARK: Sizes

    private func scaling() -> [MustacheValue] {
        let peaks = Dictionary(result.scaling.peaks.map { ($0.size, $0.megabytes) }) { first, _ in first }
        return result.scaling.trainings.map { training in
            let timing = result.scaling.timings.first { $0.size == Double(training.rows) }
            return [
                "rows": .text(quantities.count(training.rows)),
                "seconds": .text(quantities.duration(timing?.median ?? training.median)),
                "spread": .text(spread(training)),
                "memory": .text(peaks[Double(training.rows)].map(quantities.megabytes) ?? "–"),
            ]
        }
    }

    /// The curve in words, as far as there is one.
    private func curve() -> String? {
        for case .success(let forecast) in result.outlook.reversed().map(\.time) where forecast.extrapolation > 1 {
            return words(
                "benchmark.curve",
                [
                    "cost": quantities.number(forecast.rowCost),
                    "rows": quantities.count(forecast.size),
                    "level": quantities.percent(forecast.level),
                ])
        }
        return nil
    }

    private func outlook(_ outlook: BenchmarkResult.Outlook) -> MustacheValue {
        [
            "rows": .text(quantities.count(outlook.rows)),
            "seconds": .text(forecast(outlook.time, quantities.duration)),
            "memory": .text(forecast(outlook.memory, quantities.megabytes)),
        ]
    }

    private func forecast(_ result: Result<Forecast, ForecastRefusal>, _ write: (Double) -> String) -> String {
        switch result {
        case .success(let forecast): quantities.interval(forecast.amount, write)
        case .failure(let refusal): self.refusal(refusal)
        }
    }

    private func refusal(_ refusal: ForecastRefusal) -> String {
        switch refusal {
        case .noSize: words("benchmark.refusedSize")
        case .tooFewSizes(let found, let needed):
            words("benchmark.refusedSizes", ["found": words.count(found), "needed": words.count(needed)])
        case .tooFar(let extrapolation, let limit, let size):
            words(
                "benchmark.refusedFar",
                [
                    "times": quantities.number(extrapolation), "limit": quantities.number(limit),
                    "rows": quantities.count(size.rounded(.up)),
                ])
        }
    }

    // MARK: The project's needs

    private func workload() -> MustacheValue {
        guard let assessment = result.assessment else { return .missing }
        let lines = assessment.verdict?.lines ?? []
        return [
            "question": setting.sentence(question()),
            "verdict": .text(verdict(assessment)),
            "basis": .text(basis(assessment)),
            "needs": .list(lines.map(need)),
            "hasNeeds": .flag(!lines.isEmpty),
            "mark": mark(assessment).map { .text($0) } ?? .missing,
        ]
    }

    /// What the report answers; nothing without a workload.
    private func question() -> String? {
        result.assessment.map {
            words("benchmark.question", ["workload": setting.name($0.workload.title ?? $0.workload.id)])
        }
    }

    private func verdict(_ assessment: WorkloadAssessment) -> String {
        guard let verdict = assessment.verdict else {
            return words(
                "benchmark.noAnswer", ["reason": assessment.refusal.map(refusal) ?? words("benchmark.noVerdict")])
        }
        // What fits by far is not as doubtful as what hardly fits.
        let fits = verdict.lines.allSatisfy { !$0.reasons.contains(.littleRoom) && !$0.reasons.contains(.tooMuch) }
        if verdict.standing == .partly && fits { return words("benchmark.fits") }
        return words(
            "benchmarkAnswer.\(verdict.standing.rawValue)",
            ["needs": words.list(verdict.binding.map { words("benchmarkNeed.\($0.rawValue)") })])
    }

    private func basis(_ assessment: WorkloadAssessment) -> String {
        switch assessment.basis {
        case .measured(let outlook):
            return words("benchmark.basisMeasured", ["rows": quantities.count(outlook.rows)])
        case .published(let estimate, let family):
            return words(
                "benchmark.basisPublished",
                [
                    "family": family.title,
                    "operations": quantities.number(estimate.trainingOperations / 1e12),
                ])
        }
    }

    /// That the forecast goes further than forecasts are trusted.
    private func mark(_ assessment: WorkloadAssessment) -> String? {
        guard case .measured(let outlook) = assessment.basis, case .success(let forecast) = outlook.time,
            forecast.isBeyondLimit
        else { return nil }
        return words("benchmark.beyondLimit", ["times": quantities.number(forecast.extrapolation)])
    }

    private func need(_ line: Verdict.Line) -> MustacheValue {
        let write = line.evidence.need == .memory ? quantities.megabytes : quantities.duration
        return [
            "need": .text(words("benchmarkNeed.\(line.evidence.need.rawValue)")),
            "required": .text(quantities.interval(line.evidence.required, write)),
            "available": .text(write(line.evidence.available)),
            "standing": .text(words("benchmarkStanding.\(line.standing.rawValue)")),
            "reasons": .text(words.row(line.reasons.map { words("benchmarkReason.\($0.rawValue)") })),
            "remedies": .text(remedies(line.remedies)),
            "hasReasons": .flag(!line.reasons.isEmpty), "hasRemedies": .flag(!line.remedies.isEmpty),
        ]
    }

    /// One after the other, the accelerators together.
    private func remedies(_ remedies: [Remedy]) -> String {
        let accelerators = remedies.compactMap { remedy in
            if case .accelerator(let id) = remedy {
                families.accelerators.first { $0.id == id }?.title ?? id
            } else {
                nil
            }
        }
        var texts = remedies.compactMap(remedy)
        if !accelerators.isEmpty {
            texts.append(
                words(
                    "benchmark.remedyAccelerator",
                    ["classes": accelerators.joined(separator: words("list.separator"))]))
        }
        return words.row(texts)
    }

    /// Nothing for an accelerator.
    private func remedy(_ remedy: Remedy) -> String? {
        switch remedy {
        case .window(let seconds): words("benchmark.remedyWindow", ["time": quantities.duration(seconds)])
        case .memory(let megabytes): words("benchmark.remedyMemory", ["memory": quantities.megabytes(megabytes)])
        case .rows(let rows): words("benchmark.remedyRows", ["rows": quantities.count(rows)])
        case .speed(let factor): words("benchmark.remedySpeed", ["times": quantities.number(factor)])
        case .latency(let seconds): words("benchmark.remedyLatency", ["time": quantities.duration(seconds)])
        case .accelerator: nil
        case .measureMore(let rows): words("benchmark.remedyMeasureMore", ["rows": quantities.count(rows)])
        case .measureAgain: words("benchmark.remedyMeasureAgain")
        }
    }
}
