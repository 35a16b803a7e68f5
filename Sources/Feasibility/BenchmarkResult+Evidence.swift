extension BenchmarkResult {
    /// The measurement as evidence for the project whose workload it was.
    ///
    /// Where the workload both trains and predicts, it tells of what is harder for the machine.
    ///
    /// - Parameters:
    ///   - host: the name of the machine.
    ///   - rules: they say from when on evidence is partial; an estimate that nothing was measured for is so always.
    /// - Returns: without a workload the measurement of the machine alone; nothing where the workload could not be
    ///   judged.
    public func evidence(host: String, rules: FeasibilityRules) -> BenchmarkEvidence? {
        guard let memory = probe.usableMemory.value.map({ Double($0) / 1e9 }) else { return nil }
        func evidence(
            workload: (id: String, version: String), task: BenchmarkEvidence.Task, size: Int, seconds: Double,
            repetitions: Int, required: BenchmarkEvidence.Required?, extrapolation: Double?, window: Double?,
            limit: Double?
        ) -> BenchmarkEvidence {
            BenchmarkEvidence(
                hostID: host, memoryGB: memory, workloadID: workload.id, workloadVersion: workload.version, task: task,
                size: size, seconds: seconds, peakMemoryMB: scaling.peaks.map(\.megabytes).max() ?? text.peakMemoryMB,
                repetitions: max(1, repetitions), date: date, toolVersion: toolVersion, required: required,
                extrapolation: extrapolation, windowSeconds: window, memoryLimitMB: limit)
        }
        guard let assessment else {
            return evidence(
                workload: (id: "texts", version: "1"), task: .train, size: text.fit.rows, seconds: text.fit.median,
                repetitions: text.fit.seconds.count, required: nil, extrapolation: nil, window: nil, limit: nil)
        }
        guard let verdict = assessment.verdict else { return nil }
        let workload = (id: assessment.workload.id, version: assessment.workload.version)
        let times = verdict.lines.filter { $0.evidence.need != .memory }
        guard let hardest = times.max(by: { ($0.standing, $0.share) < ($1.standing, $1.share) }) else { return nil }
        let peak = verdict.lines.first { $0.evidence.need == .memory }?.evidence.required.upper
        let isTraining = hardest.evidence.need == .time
        let extrapolation: Double
        let done: Repeated
        switch assessment.basis {
        case .measured:
            done = isTraining ? scaling.largest ?? text.fit : text.prediction
            extrapolation = isTraining ? hardest.evidence.extrapolation : 1
        case .published:
            // Nothing of the model was run, which is good for a partial answer at best.
            done = dense?.training ?? text.fit
            extrapolation = max(hardest.evidence.extrapolation, rules.forecast.cautiousFrom)
        }
        return evidence(
            workload: workload, task: isTraining ? .train : .predict, size: done.rows, seconds: done.median,
            repetitions: done.seconds.count,
            required: BenchmarkEvidence.Required(
                seconds: hardest.evidence.required, peakMemoryMB: peak ?? text.peakMemoryMB),
            extrapolation: extrapolation, window: hardest.evidence.available,
            limit: assessment.workload.memoryLimitMB)
    }
}
