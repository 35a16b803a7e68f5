extension FormExpression {
    /// The expression in the language of XLSForm (XPath with fields in `${…}`); nothing where it is always true.
    var xpath: String? { self == .always ? nil : xpath(isInner: false) }

    private func xpath(isInner: Bool) -> String {
        func joined(_ parts: [FormExpression], _ word: String) -> String {
            let text = parts.map { $0.xpath(isInner: true) }.joined(separator: " \(word) ")
            return isInner && parts.count > 1 ? "(\(text))" : text
        }
        switch self {
        case .all([]): return "true()"
        case .any([]): return "false()"
        case .all(let parts): return joined(parts, "and")
        case .any(let parts): return joined(parts, "or")
        case .not(let part): return "not(\(part.xpath(isInner: false)))"
        case .equals(let field, let code): return "${\(field)} = '\(code)'"
        case .includes(let field, let code): return "selected(${\(field)}, '\(code)')"
        case .isEmpty(let field, _): return "${\(field)} = ''"
        case .compares(let field, let relation, let number):
            return "(${\(field)} != '' and ${\(field)} \(relation.xpath) \(CSVWriter.plain(number)))"
        }
    }
}

extension FormExpression.Relation {
    fileprivate var xpath: String {
        switch self {
        case .atLeast: ">="
        case .above: ">"
        case .atMost: "<="
        case .below: "<"
        case .equals: "="
        }
    }
}
