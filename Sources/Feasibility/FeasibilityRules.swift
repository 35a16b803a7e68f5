public import JSON

/// How far forecasts go, and how sure they are of their intervals.
public struct ForecastLimits: Sendable, Equatable {
    /// The most times that a workload may exceed the largest measured size.
    public let extrapolation: Double
    /// From how many times on a forecast is good for a partial answer only.
    public let cautiousFrom: Double
    /// The probability of the intervals.
    public let level: Double

    public init(extrapolation: Double, cautiousFrom: Double, level: Double) {
        self.extrapolation = extrapolation
        self.cautiousFrom = cautiousFrom
        self.level = level
    }

    /// Whether a workload so many times the largest measured size is within the limit. Sizes are whole numbers, so
    /// that a share of a tenth of them may be a little less.
    func allows(_ extrapolation: Double) -> Bool { extrapolation <= self.extrapolation * 1.001 }
}

/// Up to which share of what there is a need counts as met, and as partly met.
public struct NeedLimits: Sendable, Equatable {
    public let met: Double
    public let partly: Double

    public init(met: Double, partly: Double) {
        self.met = met
        self.partly = partly
    }
}

/// When the work a machine is asked to do counts as feasible. The numbers stand in a file.
public struct FeasibilityRules: Sendable, Equatable {
    public let forecast: ForecastLimits
    public let needs: [Need: NeedLimits]
    /// A measurement older than so many months is good for a partial answer only.
    public let monthsValid: Int
    public let noise: NoiseLimits

    public init(forecast: ForecastLimits, needs: [Need: NeedLimits], monthsValid: Int, noise: NoiseLimits) {
        self.forecast = forecast
        self.needs = needs
        self.monthsValid = monthsValid
        self.noise = noise
    }

    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    /// Reads the rules.
    ///
    /// - Returns: nothing where the file has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> FeasibilityRules? {
        let keys = ["$schema", "formatVersion", "forecast", "needs", "monthsValid", "noise"]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let forecast = object.required("forecast").flatMap(forecast)
        var needs: [Need: NeedLimits] = [:]
        if let limits = object.required("needs")?.object(keys: Need.allCases.map(\.rawValue)) {
            for need in Need.allCases { needs[need] = limits.required(need.rawValue).flatMap(limit) }
        }
        let months = object.required("monthsValid")?.integer(in: 1...1200)
        let noise = object.required("noise").flatMap(noise)
        guard let forecast, let months, let noise, !reader.findings.hasErrors else { return nil }
        return FeasibilityRules(forecast: forecast, needs: needs, monthsValid: months, noise: noise)
    }

    private static func forecast(_ reader: JSONReader) -> ForecastLimits? {
        guard let object = reader.object(keys: ["extrapolation", "cautiousFrom", "level"]) else { return nil }
        let most = object.required("extrapolation")?.number(in: 1...1000)
        let cautious = object.required("cautiousFrom")?.number(in: 1...1000)
        let level = object.required("level")?.number(in: 0.5...0.999)
        guard let most, let cautious, let level else { return nil }
        if cautious > most {
            object["cautiousFrom"]?.report("caution begins beyond the limit", "write at most the \"extrapolation\"")
        }
        return ForecastLimits(extrapolation: most, cautiousFrom: cautious, level: level)
    }

    private static func limit(_ reader: JSONReader) -> NeedLimits? {
        guard let object = reader.object(keys: ["met", "partly"]) else { return nil }
        let met = object.required("met")?.number(in: 0.01...100)
        let partly = object.required("partly")?.number(in: 0.01...100)
        guard let met, let partly else { return nil }
        if met > partly { object["met"]?.report("more is met than partly met", "write at most the \"partly\"") }
        return NeedLimits(met: met, partly: partly)
    }

    private static func noise(_ reader: JSONReader) -> NoiseLimits? {
        guard let object = reader.object(keys: ["spread", "loadPerCore", "switchesPerSecond"]) else { return nil }
        func pair(_ name: String) -> ClosedRange<Double>? {
            guard let element = object.required(name), let pair = element.object(keys: ["uneasy", "busy"]) else {
                return nil
            }
            let uneasy = pair.required("uneasy")?.number(in: 0...1_000_000)
            let busy = pair.required("busy")?.number(in: 0...1_000_000)
            guard let uneasy, let busy else { return nil }
            guard uneasy <= busy else {
                element.report("a machine is busy before it is uneasy", "write at most the \"busy\" as \"uneasy\"")
                return nil
            }
            return uneasy...busy
        }
        let spread = pair("spread")
        let load = pair("loadPerCore")
        let switches = pair("switchesPerSecond")
        guard let spread, let load, let switches else { return nil }
        return NoiseLimits(spread: spread, loadPerCore: load, switchesPerSecond: switches)
    }
}
