/// The values of the sections around a tag, innermost last.
struct ContextStack {
    private var values: [MustacheValue] = []

    /// The objects among the values: the only ones in which a name can be found.
    private var objects: [[String: MustacheValue]] = []

    init(_ value: MustacheValue) {
        push(value)
    }

    /// Every name that could be the first part of a name.
    var knownNames: [String] {
        objects.flatMap(\.keys)
    }

    mutating func push(_ value: MustacheValue) {
        values.append(value)
        if case .object(let members) = value { objects.append(members) }
    }

    mutating func pop() {
        if case .object = values.popLast() { objects.removeLast() }
    }

    /// The value of a name.
    ///
    /// The first part is looked up in the innermost object that has it; the others only in what came before them.
    func value(of name: TemplateName) throws(UnknownName) -> MustacheValue {
        switch name {
        case .current:
            return values.last ?? .missing
        case .path(let first, let rest):
            guard var value = value(ofFirst: first) else { throw UnknownName(index: 0, container: nil) }
            for (index, part) in rest.enumerated() {
                guard case .object(let members) = value, let member = members[part] else {
                    throw UnknownName(index: index + 1, container: value)
                }
                value = member
            }
            return value
        }
    }

    private func value(ofFirst name: String) -> MustacheValue? {
        var index = objects.count
        while index > 0 {
            index -= 1
            if let value = objects[index][name] { return value }
        }
        return nil
    }
}
