/// A condition on the fields of a form, which is either true or false, in no particular language.
indirect enum FormExpression: Hashable, Sendable {
    case all([FormExpression])
    case any([FormExpression])
    case not(FormExpression)
    /// The choice in a field is one.
    case equals(field: String, code: String)
    /// A code is among those chosen in a field of several.
    case includes(field: String, code: String)
    /// Nothing is given in a field; the codes are those of a field of several, and none otherwise.
    case isEmpty(field: String, codes: [String])
    /// The number in a field compares so; false where there is none.
    case compares(field: String, Relation, Double)

    enum Relation: Sendable { case atLeast, above, atMost, below, equals }

    static let always = FormExpression.all([])
    static let never = FormExpression.any([])

    /// The same in fewer words.
    var simplified: FormExpression {
        switch self {
        case .all(let parts):
            let parts = parts.map(\.simplified).filter { $0 != .always }
            if parts.contains(.never) { return .never }
            let flat = parts.flatMap { part -> [FormExpression] in
                if case .all(let inner) = part { return inner }
                return [part]
            }.uniqued
            return flat.count == 1 ? flat[0] : .all(flat)
        case .any(let parts):
            let parts = parts.map(\.simplified).filter { $0 != .never }
            if parts.contains(.always) { return .always }
            let flat = parts.flatMap { part -> [FormExpression] in
                if case .any(let inner) = part { return inner }
                return [part]
            }.uniqued
            return flat.count == 1 ? flat[0] : .any(flat)
        case .not(let part):
            switch part.simplified {
            case .always: return .never
            case .never: return .always
            case .not(let inner): return inner
            case let inner: return .not(inner)
            }
        case .equals, .includes, .isEmpty, .compares: return self
        }
    }
}

extension [FormExpression] {
    fileprivate var uniqued: [FormExpression] {
        var seen: Set<FormExpression> = []
        return filter { seen.insert($0).inserted }
    }
}
