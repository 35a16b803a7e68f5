public import JSON
import Statistics

/// From where on signs of other work on a machine make measurements doubtful: the lower end is uneasy, the upper busy.
public struct NoiseLimits: Sendable, Equatable {
    /// The relative spread of repetitions of the same work.
    public let spread: ClosedRange<Double>
    /// Programs that want to run for each core, without the one that measures.
    public let loadPerCore: ClosedRange<Double>
    /// How often a second the system took the processor away.
    public let switchesPerSecond: ClosedRange<Double>

    public init(
        spread: ClosedRange<Double>, loadPerCore: ClosedRange<Double>, switchesPerSecond: ClosedRange<Double>
    ) {
        self.spread = spread
        self.loadPerCore = loadPerCore
        self.switchesPerSecond = switchesPerSecond
    }
}

/// Whether a machine had other work while it was measured.
public struct Noise: Sendable, Equatable {
    public enum Judgement: String, Sendable, CaseIterable, Comparable {
        /// Nothing speaks for other work.
        case quiet
        /// Something does; intervals are wider for it.
        case uneasy
        /// Measure again when the machine has nothing else to do.
        case busy

        public static func < (left: Judgement, right: Judgement) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    public enum Sign: String, Sendable, CaseIterable {
        case spread, load, switches
    }

    public let judgement: Judgement
    /// What speaks for it; empty where the machine was quiet.
    public let signs: [Sign]
    /// The relative spread of repetitions; nothing where no size was repeated often enough.
    public let spread: Double?
    public let loadPerCore: Double?
    public let switchesPerSecond: Double?

    /// - Parameters:
    ///   - timings: all that was timed. Sizes with fewer than three repetitions say nothing.
    ///   - load: the load average before measuring, and the cores it is shared by.
    ///   - switches: how often the system took the processor away from the program, and in how many seconds.
    public init(
        _ timings: [Timing], load: (average: Double, cores: Double)? = nil,
        switches: (count: Int, seconds: Double)? = nil, limits: NoiseLimits
    ) {
        var ranges: [Double] = []
        for timing in timings where timing.counted.count >= 3 {
            guard let lower = Quantile.interpolated(timing.counted, probability: 0.25),
                let upper = Quantile.interpolated(timing.counted, probability: 0.75), let middle = timing.median
            else { continue }
            // The quartiles of a normal distribution are 1.35 standard deviations apart.
            ranges.append((upper - lower) / middle / 1.35)
        }
        spread = Quantile.interpolated(ranges, probability: 0.5)
        loadPerCore = load.flatMap { $0.cores > 0 && $0.average >= 0 ? $0.average / $0.cores : nil }
        switchesPerSecond = switches.flatMap { $0.seconds > 0 ? Double($0.count) / $0.seconds : nil }
        let signs: [(Sign, Judgement)] = [
            (.spread, Noise.judge(spread, limits.spread)), (.load, Noise.judge(loadPerCore, limits.loadPerCore)),
            (.switches, Noise.judge(switchesPerSecond, limits.switchesPerSecond)),
        ]
        self.signs = signs.filter { $0.1 > .quiet }.map(\.0)
        judgement = signs.map(\.1).max() ?? .quiet
    }

    private static func judge(_ value: Double?, _ limits: ClosedRange<Double>) -> Judgement {
        guard let value else { return .quiet }
        if Tolerance.isAbove(value, limits.upperBound) { return .busy }
        return Tolerance.isAbove(value, limits.lowerBound) ? .uneasy : .quiet
    }

    public var json: JSONValue {
        [
            "judgement": .string(judgement.rawValue), "signs": .array(signs.map { .string($0.rawValue) }),
            "spread": JSONValue(spread), "loadPerCore": JSONValue(loadPerCore),
            "switchesPerSecond": JSONValue(switchesPerSecond),
        ]
    }
}
