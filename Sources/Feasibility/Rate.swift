public import JSON
import Statistics

/// A rate that was measured several times: the median and how far the measurements lie apart.
public struct Rate: Sendable, Equatable {
    public let median: Double
    /// The quarter that was slower than this.
    public let lowerQuartile: Double
    /// The quarter that was faster than this.
    public let upperQuartile: Double
    public let repetitions: Int

    /// The rates by repetitions of a piece of work.
    ///
    /// - Parameters:
    ///   - amount: the work done in one repetition, in bytes or operations.
    ///   - seconds: how long each repetition took. Those of no time at all are left out.
    /// - Returns: nothing where fewer than three repetitions took any time.
    public init?(amount: Double, seconds: [Double]) {
        let rates = seconds.filter { $0 > 0 && $0.isFinite }.map { amount / $0 }
        guard rates.count >= 3, let median = Quantile.interpolated(rates, probability: 0.5),
            let lower = Quantile.interpolated(rates, probability: 0.25),
            let upper = Quantile.interpolated(rates, probability: 0.75)
        else { return nil }
        self.median = median
        lowerQuartile = lower
        upperQuartile = upper
        repetitions = rates.count
    }

    /// Half the distance of the quartiles as a share of the median.
    public var spread: Double { median > 0 ? (upperQuartile - lowerQuartile) / 2 / median : 0 }

    public var json: JSONValue {
        [
            "median": .number(median), "lowerQuartile": .number(lowerQuartile), "upperQuartile": .number(upperQuartile),
            "repetitions": .integer(repetitions),
        ]
    }
}

/// What was timed on a machine, each nothing where it was not.
public struct MeasuredRates: Sendable, Equatable {
    /// Bytes a second that one core moves through memory (a triad: two arrays read, one written).
    public var memoryBandwidth: Rate?
    /// Multiplications and additions of 32 bits a second that one core does with the narrowest vector instructions
    /// of its kind, which is what a program compiled for any such processor uses.
    public var floatingPoint: Rate?
    /// Bytes a second written to the disk and read back.
    public var diskWrite: Rate?
    public var diskRead: Rate?

    public init(
        memoryBandwidth: Rate? = nil, floatingPoint: Rate? = nil, diskWrite: Rate? = nil, diskRead: Rate? = nil
    ) {
        self.memoryBandwidth = memoryBandwidth
        self.floatingPoint = floatingPoint
        self.diskWrite = diskWrite
        self.diskRead = diskRead
    }
}
