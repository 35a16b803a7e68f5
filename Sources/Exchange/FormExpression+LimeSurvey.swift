extension FormExpression {
    /// The expression in LimeSurvey's ExpressionScript.
    var limeSurvey: String { self == .always ? "1" : limeSurvey(isInner: false) }

    private func limeSurvey(isInner: Bool) -> String {
        func joined(_ parts: [FormExpression], _ word: String) -> String {
            let text = parts.map { $0.limeSurvey(isInner: true) }.joined(separator: " \(word) ")
            return isInner && parts.count > 1 ? "(\(text))" : text
        }
        switch self {
        case .all([]): return "1"
        case .any([]): return "0"
        case .all(let parts): return joined(parts, "and")
        case .any(let parts): return joined(parts, "or")
        case .not(let part): return "!(\(part.limeSurvey(isInner: false)))"
        case .equals(let field, let code): return "\(field).NAOK == \"\(code)\""
        case .includes(let field, let code): return "\(field)_\(code).NAOK == \"Y\""
        case .isEmpty(let field, []): return "is_empty(\(field).NAOK)"
        case .isEmpty(let field, let codes):
            let text = codes.map { "is_empty(\(field)_\($0).NAOK)" }.joined(separator: " and ")
            return isInner ? "(\(text))" : text
        case .compares(let field, let relation, let number):
            return "(!is_empty(\(field).NAOK) and \(field).NAOK \(relation.limeSurvey) \(CSVWriter.plain(number)))"
        }
    }
}

extension FormExpression.Relation {
    fileprivate var limeSurvey: String {
        switch self {
        case .atLeast: ">="
        case .above: ">"
        case .atMost: "<="
        case .below: "<"
        case .equals: "=="
        }
    }
}
