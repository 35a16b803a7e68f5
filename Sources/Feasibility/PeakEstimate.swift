public import JSON

/// The range in which a processor's highest rate of 32-bit operations lies, all cores together.
///
/// Our own program uses the narrowest vector instructions, and multiplies and adds in two steps. Frameworks for
/// machine learning use the widest there are, with both in one. Width and fusion multiply the measured rate; whether a
/// processor can start as many wide instructions at once, and keeps its clock, the system does not tell, hence a range.
public struct PeakEstimate: Sendable, Equatable {
    /// Operations a second.
    public let range: ClosedRange<Double>

    /// - Parameters:
    ///   - rate: operations a second of one core, measured with four numbers at a time and without fusion.
    ///   - instructions: what the processor has.
    ///   - cores: physical cores, or fewer where a container allows less.
    /// - Returns: nothing where there is no core or no rate.
    public init?(rate: Double, instructions: [VectorInstructions], cores: Double) {
        guard rate > 0, cores > 0, rate.isFinite, cores.isFinite else { return nil }
        let isARM = instructions.contains(.neon)
        let fusion = isARM || instructions.contains(.fma) ? 2.0 : 1
        let lanes = instructions.compactMap(\.lanes).max() ?? 4
        // Wide instructions of 16 numbers start at half the pace on many processors, and lower the clock of some; the
        // width of ARM's scalable ones is not told, and is 4 to 16.
        let least = Double(min(lanes, 8)) / 4
        let most = instructions.contains { $0 == .sve || $0 == .sve2 } ? 2.0 : Double(lanes) / 4
        // With all cores at work the clock is lower than with one.
        let clock = cores > 1 ? 0.75 : 0.9
        range = rate * fusion * least * clock * cores...rate * fusion * most * cores
    }

    public var json: JSONValue { ["lower": .number(range.lowerBound), "upper": .number(range.upperBound)] }
}
