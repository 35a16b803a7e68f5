extension Family {
    /// The ids of the members: those of dimensions as they are, those of tag values with the tag before them, as in
    /// `tag.value`, so that a dimension and a tag value may have the same name.
    public func members(dimensions: [Dimension], tags: [Tag]) -> [String] {
        switch self {
        case .tag(let id): return tags.first { $0.id == id }?.values.map { "\(id).\($0.id)" } ?? []
        case .dimension(let id, let depth):
            for root in dimensions {
                if let found = root.descendant(id) { return found.descendants(atDepth: depth).map(\.id) }
            }
            return []
        }
    }

    /// Whether an item belongs to a member.
    public func contains(_ item: Item, member: String) -> Bool {
        switch self {
        case .dimension: item.ancestors.contains(member)
        case .tag(let tag): item.tags[tag]?.contains { "\(tag).\($0)" == member } == true
        }
    }
}

extension Questionnaire {
    /// What people call a member of a family.
    public struct MemberText: Sendable {
        public let title: String
        public let description: String?
    }

    /// The words for a member of any family; nothing where there is none of that id.
    public func text(ofMember member: String) -> MemberText? {
        if let found = dimension(member) { return MemberText(title: found.title, description: found.description) }
        for tag in tags {
            if let value = tag.values.first(where: { "\(tag.id).\($0.id)" == member }) {
                return MemberText(title: value.title, description: value.description)
            }
        }
        return nil
    }
}
