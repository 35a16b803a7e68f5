/// The position from which a respondent speaks.
public struct Role: Sendable, Hashable {
    public let id: String
    public let title: String
    public let description: String?
    /// The weight of the role in a dimension; 1 where none is named.
    public let weights: [String: Double]
    /// Dimensions in which the role may set a gate rating directly, with evidence.
    public let authority: Set<String>

    public func weight(in dimension: String) -> Double { weights[dimension] ?? 1 }
}
