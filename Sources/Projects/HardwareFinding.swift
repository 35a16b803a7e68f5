import Questionnaires

/// What a measurement says about a point of hardware.
public struct HardwareFinding: Sendable, Hashable {
    public let record: BenchmarkRecord
    public let result: HardwareResult
    /// What kept it from a better result.
    public let binding: [Binding]

    /// What may keep hardware from doing the work.
    public enum Binding: String, Sendable, CaseIterable {
        case time
        case memory
        /// The work is much larger than what was measured.
        case extrapolation
        case age
    }
}

extension HardwareRule {
    /// What the latest measurement says; nothing where there is none.
    ///
    /// - Parameters:
    ///   - changes: what happened so far, by point; a measurement that is older than a change of its point no longer
    ///     counts.
    ///   - day: the day of the assessment; a measurement of a later day does not count yet.
    func finding(
        _ records: [BenchmarkRecord], changes: [String: ChangeEvent], on day: String?
    ) -> HardwareFinding? {
        let known = records.filter { record in
            day.map { record.date <= $0 } ?? true && changes[check].map { $0.date <= record.date } ?? true
        }
        guard let latest = known.max(by: { ($0.date, $0.file) < ($1.date, $1.file) }) else { return nil }
        return finding(latest, on: day)
    }

    private func finding(_ record: BenchmarkRecord, on day: String?) -> HardwareFinding {
        let isInTime = record.upperSeconds <= record.windowSeconds
        let memory = record.peakMemoryMB / max(record.availableMemoryMB, .leastNonzeroMagnitude)
        let isOld =
            day.flatMap { day in CalendarDate.adding(months: months, to: record.date).map { $0 < day } } ?? false
        var binding: [HardwareFinding.Binding] = []
        if !isInTime { binding.append(.time) }
        if memory > metMemory { binding.append(.memory) }
        if record.extrapolation >= metExtrapolation { binding.append(.extrapolation) }
        if isOld { binding.append(.age) }
        let isPartly =
            isInTime && memory <= partlyMemory && record.extrapolation <= partlyExtrapolation
        return HardwareFinding(
            record: record, result: binding.isEmpty ? .met : isPartly ? .partly : .notMet, binding: binding)
    }
}
