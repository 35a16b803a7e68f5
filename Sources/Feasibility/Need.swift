public import JSON

/// What a workload asks of a machine.
public enum Need: String, Sendable, CaseIterable {
    /// That a training ends within its window.
    case time
    /// That it fits into memory.
    case memory
    /// That an answer comes soon enough.
    case latency
    /// That a day's predictions are done within their window.
    case throughput
}

/// Whether a need is met.
public enum Standing: String, Sendable, CaseIterable, Comparable {
    case met, partly, notMet

    /// The better standing is the smaller one.
    public static func < (left: Standing, right: Standing) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// Why a standing is not better.
public enum StandingReason: String, Sendable, CaseIterable {
    /// The upper end of what it takes is more than the share that counts as met, but not more than there may be.
    case littleRoom
    /// The upper end of what it takes is more than there is.
    case tooMuch
    /// The middle of the interval would do, its upper end does not: a narrower interval might.
    case uncertain
    /// The forecast reaches far beyond what was measured.
    case farForecast
    /// The forecast reaches further than forecasts are trusted.
    case beyondLimit
    /// The measurement is old.
    case oldMeasurement
}

/// What would change a standing.
public enum Remedy: Sendable, Equatable {
    /// A window of at least so many seconds.
    case window(seconds: Double)
    /// Memory of at least so many megabytes.
    case memory(megabytes: Double)
    /// At most so many rows.
    case rows(Double)
    /// Hardware at least so many times as fast.
    case speed(Double)
    /// Answers may take so many seconds.
    case latency(seconds: Double)
    /// Accelerators of a class that would do, by its id in the table.
    case accelerator(String)
    /// Measuring at least so many rows.
    case measureMore(rows: Double)
    /// Measuring anew.
    case measureAgain

    public var json: JSONValue {
        switch self {
        case .window(let seconds): ["kind": "window", "seconds": .number(seconds)]
        case .memory(let megabytes): ["kind": "memory", "megabytes": .number(megabytes)]
        case .rows(let rows): ["kind": "rows", "rows": .number(rows)]
        case .speed(let factor): ["kind": "speed", "factor": .number(factor)]
        case .latency(let seconds): ["kind": "latency", "seconds": .number(seconds)]
        case .accelerator(let id): ["kind": "accelerator", "class": .string(id)]
        case .measureMore(let rows): ["kind": "measureMore", "rows": .number(rows)]
        case .measureAgain: ["kind": "measureAgain"]
        }
    }
}
