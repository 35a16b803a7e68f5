/// A label that cuts across dimensions, such as the TOGAF aspect or the class of a gate.
public struct Tag: Sendable, Hashable {
    public let id: String
    public let title: String
    public let description: String?
    public let values: [Value]

    public struct Value: Sendable, Hashable {
        public let id: String
        public let title: String
        public let description: String?
    }
}
