public import JSON

/// What is known of a machine, each figure with how it was got or why it is not known.
public struct HardwareProbe: Sendable, Equatable {
    public let processor: Processor
    public let memory: Memory
    public let limits: ContainerLimits
    /// What the system lists; an empty list means that it lists its devices and none is an accelerator.
    public let accelerators: Figure<[Accelerator]>
    /// Bytes a second of one core.
    public let memoryBandwidth: Figure<Rate>
    /// Operations a second of one core, see ``MeasuredRates/floatingPoint``.
    public let floatingPoint: Figure<Rate>
    public let diskWrite: Figure<Rate>
    public let diskRead: Figure<Rate>

    /// The machine that the files describe.
    ///
    /// - Parameter measured: what was timed; nothing of it may have been.
    public init(_ files: some SystemFiles, measured: MeasuredRates = MeasuredRates()) {
        processor = Processor(files)
        memory = Memory(files)
        limits = ContainerLimits(files)
        accelerators = Accelerator.all(files)
        func figure(_ rate: Rate?) -> Figure<Rate> {
            rate.map { .known($0, from: .measured) } ?? .unknown(.notMeasured)
        }
        memoryBandwidth = figure(measured.memoryBandwidth)
        floatingPoint = figure(measured.floatingPoint)
        diskWrite = figure(measured.diskWrite)
        diskRead = figure(measured.diskRead)
    }

    /// Bytes that a program may use: the memory of the machine, or of the container where that is less.
    public var usableMemory: Figure<Int> {
        switch (memory.total, limits.memory.value) {
        case (.known(let total, _), let limit?): .known(min(total, limit), from: .derived)
        case (let total, nil): total
        case (.unknown, let limit?): .known(limit, from: .controlGroup)
        }
    }

    /// Cores that a program may use, at most as many as the container allows.
    public var usableCores: Figure<Double> {
        let cores = processor.physicalCores.value == nil ? processor.logicalCores : processor.physicalCores
        switch (cores, limits.processors.value) {
        case (.known(let count, _), let limit?): return .known(min(Double(count), limit), from: .derived)
        case (_, nil): return cores.map(Double.init)
        case (.unknown, let limit?): return .known(limit, from: .controlGroup)
        }
    }

    /// The highest rate of 32-bit operations, as a range.
    public var peak: Figure<PeakEstimate> {
        guard let rate = floatingPoint.value else { return .unknown(.notMeasured) }
        guard let cores = usableCores.value,
            let peak = PeakEstimate(
                rate: rate.median, instructions: processor.vectorInstructions.value ?? [], cores: cores)
        else { return .unknown(.notExposed) }
        return .known(peak, from: .derived)
    }

    /// The largest cache, in bytes.
    public var largestCache: Figure<Int> {
        guard let caches = processor.caches.value, let largest = caches.map(\.bytes).max() else {
            return processor.caches.map { _ in 0 }
        }
        return .known(largest, from: .processorTopology)
    }

    public var json: JSONValue {
        [
            "processor": processor.json,
            "memory": [
                "totalBytes": memory.total.json { .integer($0) },
                "availableBytes": memory.available.json { .integer($0) },
                "usableBytes": usableMemory.json { .integer($0) },
            ],
            "container": [
                "processors": limits.processors.json { .number($0) },
                "memoryBytes": limits.memory.json { .integer($0) },
            ],
            "accelerators": accelerators.json { .array($0.map(\.json)) },
            "memoryBandwidth": memoryBandwidth.json(\.json),
            "floatingPoint": floatingPoint.json(\.json),
            "floatingPointPeak": peak.json(\.json),
            "diskWrite": diskWrite.json(\.json),
            "diskRead": diskRead.json(\.json),
        ]
    }
}

extension Processor {
    var json: JSONValue {
        [
            "name": name.json { .string($0) },
            "logicalCores": logicalCores.json { .integer($0) },
            "physicalCores": physicalCores.json { .integer($0) },
            "vectorInstructions": vectorInstructions.json { .array($0.map { .string($0.rawValue) }) },
            "caches": caches.json { .array($0.map(\.json)) },
            "virtual": isVirtual.json { .bool($0) },
        ]
    }
}

extension Cache {
    var json: JSONValue {
        [
            "level": .integer(level), "bytes": .integer(bytes),
            "sharedBy": sharedBy.map(JSONValue.integer) ?? .null,
        ]
    }
}

extension Accelerator {
    var json: JSONValue {
        [
            "maker": .string(maker.rawValue), "name": .string(name),
            "memoryBytes": memory.map(JSONValue.integer) ?? .null, "computeDriver": .bool(hasComputeDriver),
        ]
    }
}
