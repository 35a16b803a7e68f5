public import JSON

/// A figure about a machine: its value and how it was got, or why it is not known.
public enum Figure<Value: Sendable & Equatable>: Sendable, Equatable {
    case known(Value, from: FigureSource)
    case unknown(FigureGap)

    /// The value; nothing where it is not known.
    public var value: Value? {
        if case .known(let value, _) = self { return value }
        return nil
    }

    /// The figure that follows from this one; what is not known stays so, for the same reason.
    public func map<Other>(_ transform: (Value) -> Other) -> Figure<Other> {
        switch self {
        case .known(let value, let source): .known(transform(value), from: source)
        case .unknown(let gap): .unknown(gap)
        }
    }

    /// The figure as an object: `value` and `source`, or `unknown` with the reason.
    public func json(_ write: (Value) -> JSONValue) -> JSONValue {
        switch self {
        case .known(let value, let source): ["value": write(value), "source": .string(source.rawValue)]
        case .unknown(let gap): ["unknown": .string(gap.rawValue)]
        }
    }
}

/// How a figure was got.
public enum FigureSource: String, Sendable, CaseIterable {
    /// The system's description of its processors, /proc/cpuinfo.
    case processorDescription
    /// The system's description of cores and caches, /sys/devices/system/cpu.
    case processorTopology
    /// The system's account of its memory, /proc/meminfo.
    case memoryAccount
    /// The limits of the container, /sys/fs/cgroup.
    case controlGroup
    /// Devices and drivers that the system lists.
    case deviceList
    /// The load that the system reports, /proc/loadavg.
    case loadAverage
    /// Timed by a small program of our own.
    case measured
    /// Worked out from other figures.
    case derived
}

/// Why a figure is not known.
public enum FigureGap: String, Sendable, CaseIterable {
    /// The system does not show it.
    case notExposed
    /// What the system shows was not understood.
    case notUnderstood
    /// This program does not look for it on this system.
    case notSupported
    /// It was not measured in this run.
    case notMeasured
    /// The measurement failed, or was too short to trust.
    case notMeasurable
    /// There is none, so that there is nothing to say.
    case none
}
