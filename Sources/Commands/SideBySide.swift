import Assessments
import Dispatch
import Synchronization

/// Work on many values at once, by all processors there are.
enum SideBySide {
    /// The results in the order of the values, whichever was done first.
    static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], _ work: @Sendable (Value) -> Result
    ) -> [Result] {
        workers.map(values.count) { work(values[$0]) }
    }

    /// Two pieces of work at once: the first by another processor, the second by the one that asks.
    ///
    /// - Returns: both results, as if one had been done after the other.
    static func both<First: Sendable, Second>(
        _ first: @escaping @Sendable () -> First, _ second: () -> Second
    ) -> (First, Second) {
        workers.both(first, second)
    }

    /// All processors, for work that an assessment divides.
    static let workers: any Workers = Processors()

    private struct Processors: Workers {
        func map<Result: Sendable>(_ parts: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
            let results = Mutex([Result?](repeating: nil, count: parts))
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                let result = work(part)
                results.withLock { $0[part] = result }
            }
            return results.withLock { $0.compactMap { $0 } }
        }

        func both<First: Sendable, Second>(
            _ first: @escaping @Sendable () -> First, _ second: () -> Second
        ) -> (First, Second) {
            let later = Later<First>()
            let group = DispatchGroup()
            // A queue of its own always gets a thread. Those of the system's are as many as there are processors, and
            // all of them may be waiting for work that is within theirs.
            let queue = DispatchQueue(label: "beside", qos: .userInitiated)
            queue.async(group: group) { later.finish(first()) }
            let second = second()
            group.wait()
            return (later.value, second)
        }
    }

    /// A value that another thread finds.
    private final class Later<Value: Sendable>: Sendable {
        private let found = Mutex<Value?>(nil)

        func finish(_ value: Value) { found.withLock { $0 = value } }

        var value: Value {
            guard let value = found.withLock({ $0 }) else { preconditionFailure("asked for before it was found") }
            return value
        }
    }
}
