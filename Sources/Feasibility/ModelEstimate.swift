public import JSON

/// What a known model takes on a machine, by its published work: a range, since nothing was run.
///
/// Seconds = operations / (rate × utilisation). The ends come from the ends of both ranges; the middle is their
/// geometric mean and no more likely than its neighbours.
public struct ModelEstimate: Sendable, Equatable {
    /// What computes: its rate, its memory's rate, and how much of them frameworks reach.
    public struct Hardware: Sendable, Equatable {
        /// 32-bit or lower-precision operations a second.
        public let operations: ClosedRange<Double>
        /// Bytes a second; nothing where it is not known.
        public let bandwidth: ClosedRange<Double>?
        public let utilisation: [ModelFamilies.Kind: ModelFamilies.Utilisation]

        public init(
            operations: ClosedRange<Double>, bandwidth: ClosedRange<Double>?,
            utilisation: [ModelFamilies.Kind: ModelFamilies.Utilisation]
        ) {
            self.operations = operations
            self.bandwidth = bandwidth
            self.utilisation = utilisation
        }

        /// The processor that was probed.
        ///
        /// - Returns: nothing where its rate was not measured.
        public init?(_ probe: HardwareProbe, _ families: ModelFamilies) {
            guard let peak = probe.peak.value else { return nil }
            // One core alone rarely uses all of the memory's rate, and several share it.
            let bandwidth = probe.memoryBandwidth.value.map { $0.lowerQuartile...$0.upperQuartile * 4 }
            self.init(
                operations: peak.range, bandwidth: bandwidth, utilisation: families.processorUtilisation)
        }

        public init(_ accelerator: ModelFamilies.AcceleratorClass) {
            self.init(
                operations: accelerator.operations, bandwidth: accelerator.bandwidth,
                utilisation: accelerator.utilisation)
        }
    }

    /// Operations of all training, and of one prediction.
    public let trainingOperations: Double
    public let predictionOperations: Double
    /// Seconds of one training; of no time where the utilisation is not known.
    public let trainingSeconds: Interval
    /// Seconds of one prediction by itself.
    public let predictionSeconds: Interval
    public let trainingMemoryMB: Interval
    public let predictionMemoryMB: Interval

    /// - Returns: nothing where the utilisation of models of that kind is not known.
    public init?(_ task: Workload.ModelTask, _ family: ModelFamilies.Family, on hardware: Hardware) {
        guard let utilisation = hardware.utilisation[family.kind]?.range else { return nil }
        let ratio = (task.itemSize ?? family.itemSize) / family.itemSize
        let forward = family.forwardOperations * (family.itemUnit == .pixels ? ratio * ratio : ratio)
        predictionOperations = forward
        // Only the part that is trained is gone through backwards.
        trainingOperations =
            forward * (1 + family.backwardFactor * task.fineTuneShare) * Double(task.items) * task.epochs
        let rate =
            hardware.operations.lowerBound * utilisation.lowerBound...hardware.operations.upperBound
            * utilisation.upperBound
        trainingSeconds = ModelEstimate.interval(
            trainingOperations / rate.upperBound, trainingOperations / rate.lowerBound)
        var fastest = forward / rate.upperBound
        var slowest = forward / rate.lowerBound
        if family.kind == .generation, let bandwidth = hardware.bandwidth {
            // For every token all parameters are read once; reading takes longer than the arithmetic.
            let tokens = task.itemSize ?? family.itemSize
            fastest = max(
                fastest, tokens * family.parameters * family.predictionBytes.lowerBound / bandwidth.upperBound)
            slowest = max(
                slowest, tokens * family.parameters * family.predictionBytes.upperBound / bandwidth.lowerBound)
        }
        predictionSeconds = ModelEstimate.interval(fastest, slowest)
        let batch = Double(task.batch ?? family.batch)
        let growth = family.itemUnit == .pixels ? ratio * ratio : ratio
        trainingMemoryMB = ModelEstimate.interval(
            family.parameters * family.trainingBytes.lowerBound / 1e6
                + family.activationMB.lowerBound * growth * batch * task.fineTuneShare,
            family.parameters * family.trainingBytes.upperBound / 1e6 + family.activationMB.upperBound * growth * batch)
        predictionMemoryMB = ModelEstimate.interval(
            family.parameters * family.predictionBytes.lowerBound / 1e6,
            family.parameters * family.predictionBytes.upperBound / 1e6 + family.activationMB.upperBound * growth)
    }

    private static func interval(_ lower: Double, _ upper: Double) -> Interval {
        Interval(lower: lower, middle: (lower * upper).squareRoot(), upper: upper)
    }

    /// The classes of accelerators, in the order of the table, by whose upper end a training ends within a window and
    /// fits into memory.
    public static func sufficientAccelerators(
        _ task: Workload.ModelTask, _ family: ModelFamilies.Family, windowSeconds: Double, in families: ModelFamilies
    ) -> [String] {
        families.accelerators.filter { accelerator in
            guard let estimate = ModelEstimate(task, family, on: Hardware(accelerator)) else { return false }
            return estimate.trainingSeconds.upper <= windowSeconds
                && estimate.trainingMemoryMB.lower <= accelerator.memoryMB.upperBound
        }.map(\.id)
    }

    public var json: JSONValue {
        [
            "trainingOperations": .number(trainingOperations), "predictionOperations": .number(predictionOperations),
            "trainingSeconds": trainingSeconds.json, "predictionSeconds": predictionSeconds.json,
            "trainingMemoryMB": trainingMemoryMB.json, "predictionMemoryMB": predictionMemoryMB.json,
        ]
    }
}
