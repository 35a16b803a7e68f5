import Assessments
import Dispatch
import Synchronization

/// Work on many values at once, by all processors there are.
enum SideBySide {
    /// The results in the order of the values, whichever was done first.
    static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], _ work: @Sendable (Value) -> Result
    ) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: values.count))
        DispatchQueue.concurrentPerform(iterations: values.count) { place in
            let result = work(values[place])
            results.withLock { $0[place] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }

    /// All processors, for work that an assessment divides.
    static let workers = Workers { parts, work in map(Array(0..<parts), work) }
}
