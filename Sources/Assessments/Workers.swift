/// Who does work that can be divided, and may do its parts at the same time; the results do not depend on it.
public struct Workers: Sendable {
    /// The results of the parts, in their order.
    let compute: @Sendable (_ parts: Int, _ work: @Sendable (Int) -> [Double]) -> [[Double]]

    public init(_ compute: @escaping @Sendable (_ parts: Int, _ work: @Sendable (Int) -> [Double]) -> [[Double]]) {
        self.compute = compute
    }

    /// One part after the other.
    public static let one = Workers { parts, work in (0..<parts).map(work) }
}
