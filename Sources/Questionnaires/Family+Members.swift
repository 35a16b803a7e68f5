extension Family {
    /// The ids of the members.
    public func members(dimensions: [Dimension], tags: [Tag]) -> [String] {
        switch self {
        case .tag(let id): return tags.first { $0.id == id }?.values.map(\.id) ?? []
        case .dimension(let id, let depth):
            for root in dimensions {
                if let found = root.descendant(id) { return found.descendants(atDepth: depth).map(\.id) }
            }
            return []
        }
    }
}
