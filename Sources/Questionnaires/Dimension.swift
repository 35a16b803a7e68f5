/// A part of what is assessed; people see the word its questionnaire uses, such as domain or stage.
public struct Dimension: Sendable, Hashable {
    public let id: String
    public let title: String
    public let description: String?
    public let children: [Dimension]

    /// The dimension itself or the one below it with this id.
    public func descendant(_ id: String) -> Dimension? {
        if self.id == id { return self }
        for child in children {
            if let found = child.descendant(id) { return found }
        }
        return nil
    }

    /// The dimensions that lie `depth` levels below this one; 1 gives the children.
    public func descendants(atDepth depth: Int) -> [Dimension] {
        depth <= 0 ? [self] : children.flatMap { $0.descendants(atDepth: depth - 1) }
    }

    /// This dimension and all below it.
    public var subtree: [Dimension] { [self] + children.flatMap(\.subtree) }
}
