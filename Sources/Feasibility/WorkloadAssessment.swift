public import JSON

/// Whether a machine can do what a project needs.
public struct WorkloadAssessment: Sendable {
    /// What the assessment rests on.
    public enum Basis: Sendable {
        /// Trainings that were measured, and the forecast for the workload.
        case measured(BenchmarkResult.Outlook)
        /// Published figures about a known model.
        case published(ModelEstimate, ModelFamilies.Family)
    }

    public let workload: Workload
    public let basis: Basis
    /// Nothing where the workload is too far out for a forecast, or the machine tells too little about itself.
    public let verdict: Verdict?
    /// Why training is not judged; nothing where it is, or is not asked for.
    public let refusal: ForecastRefusal?

    public init(workload: Workload, basis: Basis, verdict: Verdict?, refusal: ForecastRefusal? = nil) {
        self.workload = workload
        self.basis = basis
        self.verdict = verdict
        self.refusal = refusal
    }

    /// Judges texts by what was measured.
    ///
    /// - Parameters:
    ///   - outlook: the forecast for the workload's rows.
    ///   - memoryMB: what the machine has, where the workload sets no limit of its own.
    public static func ofTexts(
        _ workload: Workload, outlook: BenchmarkResult.Outlook, text: BenchmarkResult.TextResult, memoryMB: Double?,
        today: String, rules: FeasibilityRules
    ) -> WorkloadAssessment {
        var evidence: [NeedEvidence] = []
        var refusal: ForecastRefusal?
        if let training = workload.training {
            switch outlook.time {
            case .success(let forecast):
                evidence.append(NeedEvidence(forecast, available: training.windowSeconds, rules: rules))
            case .failure(let failure): refusal = failure
            }
        }
        if let limit = workload.memoryLimitMB ?? memoryMB {
            switch outlook.memory {
            case .success(let forecast) where workload.training != nil:
                evidence.append(NeedEvidence(forecast, available: limit, rules: rules))
            case .failure, .success: break
            }
        }
        if let prediction = workload.prediction, let rate = text.prediction.rate {
            evidence += NeedEvidence.ofPrediction(prediction, rate: rate, secondsAlone: text.alone)
        }
        return WorkloadAssessment(
            workload: workload, basis: .measured(outlook),
            verdict: refusal == nil ? Verdict(evidence, today: today, rules: rules) : nil, refusal: refusal)
    }

    /// Judges a known model by its published figures.
    ///
    /// - Returns: nothing where the machine's rate is not known.
    public static func ofModel(
        _ workload: Workload, _ task: Workload.ModelTask, _ family: ModelFamilies.Family, probe: HardwareProbe,
        families: ModelFamilies, today: String, rules: FeasibilityRules
    ) -> WorkloadAssessment? {
        guard let hardware = ModelEstimate.Hardware(probe, families),
            let estimate = ModelEstimate(task, family, on: hardware)
        else { return nil }
        var evidence: [NeedEvidence] = []
        if let training = workload.training {
            evidence.append(
                NeedEvidence(
                    .time, required: estimate.trainingSeconds, available: training.windowSeconds,
                    accelerators: ModelEstimate.sufficientAccelerators(
                        task, family, windowSeconds: training.windowSeconds, in: families)))
        }
        if let limit = workload.memoryLimitMB ?? probe.usableMemory.value.map({ Double($0) / 1e6 }) {
            let memory = workload.training == nil ? estimate.predictionMemoryMB : estimate.trainingMemoryMB
            evidence.append(NeedEvidence(.memory, required: memory, available: limit))
        }
        if let prediction = workload.prediction {
            let window = prediction.windowSeconds ?? Workload.Prediction.secondsPerDay
            evidence.append(
                NeedEvidence(
                    .throughput, required: estimate.predictionSeconds.times(prediction.perDay), available: window))
            if let latency = prediction.latencySeconds {
                evidence.append(NeedEvidence(.latency, required: estimate.predictionSeconds, available: latency))
            }
        }
        return WorkloadAssessment(
            workload: workload, basis: .published(estimate, family),
            verdict: Verdict(evidence, today: today, rules: rules))
    }

    public var json: JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(workload.id), "version": .string(workload.version), "title": JSONValue(workload.title),
            "verdict": verdict?.json ?? .null, "refusal": refusal?.json ?? .null,
        ]
        switch basis {
        case .measured(let outlook):
            members["basis"] = "measured"
            members["forecast"] = outlook.json
        case .published(let estimate, let family):
            members["basis"] = "published"
            members["family"] = .string(family.id)
            members["estimate"] = estimate.json
        }
        return .object(members)
    }
}
