import Feasibility
import Synchronization

/// The moment at which a training had chosen its features.
final class BenchmarkMilestone: Sendable {
    struct Moment: Sendable {
        let seconds: Double
        let processorSeconds: Double?
        let features: Int
        let kept: Int
    }

    private let moment = Mutex<Moment?>(nil)

    func reach(features: Int, kept: Int) {
        let now = Moment(
            seconds: MachineCounters.now(), processorSeconds: MachineCounters.processorSeconds(), features: features,
            kept: kept)
        moment.withLock { $0 = now }
    }

    var reached: Moment? { moment.withLock { $0 } }
}

/// One training that was timed.
struct BenchmarkLap {
    let rows: Int
    let seconds: Double
    let processorSeconds: Double?
    let chosen: BenchmarkMilestone.Moment?
    /// When it began, by the clock and in processor time.
    let since: (seconds: Double, processorSeconds: Double?)
}

/// Trainings of several sizes, put together by size.
struct BenchmarkLaps {
    /// Of one thread's work, processor time says how long it takes on a machine that does nothing else.
    let isSingleThreaded: Bool
    private var laps: [Int: [BenchmarkLap]] = [:]

    init(isSingleThreaded: Bool) {
        self.isSingleThreaded = isSingleThreaded
    }

    mutating func add(_ lap: BenchmarkLap) { laps[lap.rows, default: []].append(lap) }

    var scaling: BenchmarkResult.Scaling {
        let sizes = laps.keys.sorted()
        let usesProcessorTime =
            isSingleThreaded && laps.values.allSatisfy { $0.allSatisfy { $0.processorSeconds != nil } }
        return BenchmarkResult.Scaling(
            trainings: sizes.map { size in
                let laps = laps[size] ?? []
                return BenchmarkResult.Repeated(
                    rows: size, seconds: laps.map(\.seconds), processorSeconds: laps.compactMap(\.processorSeconds))
            },
            usesProcessorTime: usesProcessorTime,
            phases: sizes.compactMap { phases(of: $0, usesProcessorTime: usesProcessorTime) })
    }

    private func phases(of size: Int, usesProcessorTime: Bool) -> PhasedTraining? {
        let laps = laps[size] ?? []
        guard let moment = laps.compactMap(\.chosen).first else { return nil }
        var counting: [Double] = []
        var descent: [Double] = []
        for lap in laps {
            guard let chosen = lap.chosen else { continue }
            if usesProcessorTime {
                guard let reached = chosen.processorSeconds, let start = lap.since.processorSeconds,
                    let whole = lap.processorSeconds
                else { continue }
                counting.append(reached - start)
                descent.append(whole - (reached - start))
            } else {
                counting.append(chosen.seconds - lap.since.seconds)
                descent.append(lap.seconds - (chosen.seconds - lap.since.seconds))
            }
        }
        return PhasedTraining(
            rows: size, features: moment.features, kept: moment.kept, counting: counting, descent: descent)
    }
}
