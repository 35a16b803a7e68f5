import JSON

/// A step from a value to one within it.
enum Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, Sendable {
    case member(String)
    case element(Int)

    init(stringLiteral value: String) { self = .member(value) }
    init(integerLiteral value: Int) { self = .element(value) }
}

extension JSONValue {
    /// The value with the part at the end of the steps replaced, added, or removed where there is none to put there.
    ///
    /// An element whose index is the length of the array is added to it.
    func setting(_ steps: [Step], to part: JSONValue?) -> JSONValue {
        setting(steps[...], to: part)
    }

    private func setting(_ steps: ArraySlice<Step>, to part: JSONValue?) -> JSONValue {
        guard let step = steps.first else { return part ?? .null }
        let isLast = steps.count == 1
        switch (self, step) {
        case (.object(var members), .member(let name)):
            if isLast, part == nil {
                precondition(members[name] != nil, "there is no \(name) to remove")
                members[name] = nil
            } else {
                members[name] = (members[name] ?? .null).setting(steps.dropFirst(), to: part)
            }
            return .object(members)
        case (.array(var elements), .element(let index)):
            if isLast, part == nil {
                elements.remove(at: index)
            } else if isLast, index == elements.count {
                elements.append(part ?? .null)
            } else {
                elements[index] = elements[index].setting(steps.dropFirst(), to: part)
            }
            return .array(elements)
        default:
            preconditionFailure("there is no \(step) in \(canonicalText())")
        }
    }

    /// The part at the end of the steps.
    func part(_ steps: [Step]) -> JSONValue? {
        var value = self
        for step in steps {
            switch (value, step) {
            case (.object(let members), .member(let name)):
                guard let member = members[name] else { return nil }
                value = member
            case (.array(let elements), .element(let index)): value = elements[index]
            default: return nil
            }
        }
        return value
    }
}
