import Dispatch
import Synchronization

/// Times pieces of work.
enum BenchmarkStopwatch {
    struct Lap<Value> {
        let value: Value
        /// By the clock.
        let seconds: Double
        /// What the program computed meanwhile; nothing where the system does not say.
        let processorSeconds: Double?
        /// When it began, by the clock and in processor time.
        let start: Double
        let processorStart: Double?
    }

    static func time<Value>(_ work: () async -> Value) async -> Lap<Value> {
        let processor = MachineCounters.processorSeconds()
        let start = MachineCounters.now()
        let value = await work()
        let seconds = MachineCounters.now() - start
        let end = MachineCounters.processorSeconds()
        return Lap(
            value: value, seconds: seconds, processorSeconds: end.flatMap { end in processor.map { end - $0 } },
            start: start, processorStart: processor)
    }
}

/// Work that the rest of the command waits for.
enum Waiting {
    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }

    /// The result of work that is done on other threads.
    static func result<Value: Sendable>(of work: @escaping @Sendable () async -> Value) -> Value? {
        let box = Box<Value>()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            let value = await work()
            box.value.withLock { $0 = value }
            done.signal()
        }
        done.wait()
        return box.value.withLock { $0 }
    }
}
