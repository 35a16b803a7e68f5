public import JSON
import Statistics

/// What is known about one need of a workload.
public struct NeedEvidence: Sendable, Equatable {
    public let need: Need
    /// What it takes: seconds of a training (time), megabytes (memory), seconds of one prediction (latency), seconds of
    /// a day's predictions (throughput).
    public let required: Interval
    /// What there is, in the same unit.
    public let available: Double
    /// How many times the largest measured size the workload is; 1 where it was measured itself.
    public let extrapolation: Double
    /// The size of the workload; nothing where it has none.
    public let size: Double?
    /// How many rows would do with what there is; nothing where that is not known.
    public let sizeWithin: Double?
    /// Classes of accelerators that would do; empty where none does or nobody knows.
    public let accelerators: [String]

    public init(
        _ need: Need, required: Interval, available: Double, extrapolation: Double = 1, size: Double? = nil,
        sizeWithin: Double? = nil, accelerators: [String] = []
    ) {
        self.need = need
        self.required = required
        self.available = available
        self.extrapolation = extrapolation
        self.size = size
        self.sizeWithin = sizeWithin
        self.accelerators = accelerators
    }

    /// The need that a forecast is about.
    public init(_ forecast: Forecast, available: Double, rules: FeasibilityRules, accelerators: [String] = []) {
        let need: Need = forecast.quantity == .seconds ? .time : .memory
        let most = available * (rules.needs[need]?.met ?? 1)
        self.init(
            need, required: forecast.amount, available: available, extrapolation: forecast.extrapolation,
            size: forecast.size, sizeWithin: forecast.amount.upper > most ? forecast.largestSize(within: most) : nil,
            accelerators: accelerators)
    }

    /// What a day's predictions take, and what one of them does, by the rate that was measured.
    ///
    /// - Parameters:
    ///   - rate: predictions a second.
    ///   - secondsAlone: how long a single one takes; nothing where it was not measured: latency is not judged then.
    public static func ofPrediction(
        _ prediction: Workload.Prediction, rate: Rate, secondsAlone: Interval?
    ) -> [NeedEvidence] {
        let window = prediction.windowSeconds ?? Workload.Prediction.secondsPerDay
        let day = Interval(
            lower: prediction.perDay / rate.upperQuartile, middle: prediction.perDay / rate.median,
            upper: prediction.perDay / rate.lowerQuartile)
        var evidence = [NeedEvidence(.throughput, required: day, available: window)]
        if let latency = prediction.latencySeconds, let secondsAlone {
            evidence.append(NeedEvidence(.latency, required: secondsAlone, available: latency))
        }
        return evidence
    }
}

/// Whether a machine can do the work, and what stands in the way.
public struct Verdict: Sendable, Equatable {
    /// The standing of one need.
    public struct Line: Sendable, Equatable {
        public let evidence: NeedEvidence
        public let standing: Standing
        /// The upper end of what it takes as a share of what there is.
        public let share: Double
        /// Why it is not met; empty where it is.
        public let reasons: [StandingReason]
        /// What would change it; empty where it is met.
        public let remedies: [Remedy]
    }

    /// The worst standing of all needs.
    public let standing: Standing
    public let lines: [Line]

    /// The needs that bind: those of the worst standing, the one with the largest share first; none where all are met.
    public var binding: [Need] {
        guard standing != .met else { return [] }
        return lines.filter { $0.standing == standing }.sorted { $0.share > $1.share }.map(\.evidence.need)
    }

    /// - Parameters:
    ///   - evidence: what is known, at least about one need.
    ///   - measured: the day of the measurement, as an ISO 8601 date; nothing where it is of today.
    ///   - today: the day on which the verdict is given.
    /// - Returns: nothing without any evidence.
    public init?(_ evidence: [NeedEvidence], measured: String? = nil, today: String, rules: FeasibilityRules) {
        let isOld = Verdict.isOld(measured, today: today, months: rules.monthsValid)
        lines = evidence.map { Verdict.line($0, isOld: isOld, rules) }
        guard let worst = lines.map(\.standing).max() else { return nil }
        standing = worst
    }

    /// Whether a day lies more than so many months back; on the day itself it does not yet. What is no date is not
    /// known to be recent.
    static func isOld(_ measured: String?, today: String, months: Int) -> Bool {
        guard let measured else { return false }
        guard let first = CalendarDay(measured), let today = CalendarDay(today) else { return true }
        return first.adding(months: months) < today
    }

    private static func line(_ evidence: NeedEvidence, isOld: Bool, _ rules: FeasibilityRules) -> Line {
        let limits = rules.needs[evidence.need] ?? NeedLimits(met: 1, partly: 1)
        let share = evidence.available > 0 ? evidence.required.upper / evidence.available : .infinity
        var standing = Standing.met
        var reasons: [StandingReason] = []
        if !Tolerance.isAtMost(share, limits.partly) {
            standing = .notMet
            reasons.append(.tooMuch)
        } else if !Tolerance.isAtMost(share, limits.met) {
            standing = .partly
            reasons.append(.littleRoom)
        }
        if standing != .met, evidence.required.middle <= evidence.available * limits.met { reasons.append(.uncertain) }
        if !rules.forecast.allows(evidence.extrapolation) {
            standing = .notMet
            reasons.append(.beyondLimit)
        } else if Tolerance.isAtLeast(evidence.extrapolation, rules.forecast.cautiousFrom) {
            standing = max(standing, .partly)
            reasons.append(.farForecast)
        }
        if isOld {
            standing = max(standing, .partly)
            reasons.append(.oldMeasurement)
        }
        return Line(
            evidence: evidence, standing: standing, share: share, reasons: reasons,
            remedies: remedies(evidence, reasons: reasons, limits, rules))
    }

    private static func remedies(
        _ evidence: NeedEvidence, reasons: [StandingReason], _ limits: NeedLimits, _ rules: FeasibilityRules
    ) -> [Remedy] {
        var remedies: [Remedy] = []
        if reasons.contains(.tooMuch) || reasons.contains(.littleRoom) {
            let enough = evidence.required.upper / limits.met
            switch evidence.need {
            case .time, .throughput: remedies.append(.window(seconds: enough))
            case .memory: remedies.append(.memory(megabytes: enough))
            case .latency: remedies.append(.latency(seconds: enough))
            }
            if let rows = evidence.sizeWithin { remedies.append(.rows(rows.rounded(.down))) }
            if evidence.need != .memory, evidence.available > 0 { remedies.append(.speed(enough / evidence.available)) }
            remedies += evidence.accelerators.map { .accelerator($0) }
        }
        if reasons.contains(.farForecast) || reasons.contains(.beyondLimit) {
            // Just less than so many times.
            if let size = evidence.size {
                remedies.append(.measureMore(rows: (size / rules.forecast.cautiousFrom).rounded(.down) + 1))
            }
        }
        if reasons.contains(.oldMeasurement) { remedies.append(.measureAgain) }
        return remedies
    }

    public var json: JSONValue {
        [
            "standing": .string(standing.rawValue), "binding": .array(binding.map { .string($0.rawValue) }),
            "needs": .array(lines.map(\.json)),
        ]
    }
}

extension Verdict.Line {
    var json: JSONValue {
        [
            "need": .string(evidence.need.rawValue), "standing": .string(standing.rawValue),
            "required": evidence.required.json, "available": .number(evidence.available), "share": .number(share),
            "extrapolation": .number(evidence.extrapolation),
            "reasons": .array(reasons.map { .string($0.rawValue) }), "remedies": .array(remedies.map(\.json)),
        ]
    }
}
