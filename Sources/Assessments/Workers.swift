/// Who does work that can be divided, and may do its parts at the same time; the results do not depend on it.
public protocol Workers: Sendable {
    /// The results of the parts, in their order.
    func map<Result: Sendable>(_ parts: Int, _ work: @Sendable (Int) -> Result) -> [Result]

    /// The results of two pieces of work, as if one had been done after the other.
    func both<First: Sendable, Second>(
        _ first: @escaping @Sendable () -> First, _ second: () -> Second
    ) -> (First, Second)
}

/// One piece of work after the other.
public struct OneWorker: Workers {
    public init() {}

    public func map<Result: Sendable>(_ parts: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        (0..<parts).map(work)
    }

    public func both<First: Sendable, Second>(
        _ first: @escaping @Sendable () -> First, _ second: () -> Second
    ) -> (First, Second) {
        (first(), second())
    }
}
