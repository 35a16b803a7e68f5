/// A further number that options stand for, beside their value.
public struct Channel: Sendable, Hashable {
    public let id: String
    public let title: String
}
