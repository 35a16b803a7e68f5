import Questionnaires

/// Says by expressions on the fields of a form when items are asked.
///
/// In a questionnaire a condition may be not known, and the item is then not asked; a form knows only true and false.
/// Each condition therefore becomes an expression that is true exactly where it holds.
struct FormConditions {
    private let fields: [String: FieldLayout.ItemFields]

    init(_ layout: FieldLayout) {
        fields = Dictionary(layout.items.map { ($0.item.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// When an item is asked; nothing where a form cannot say it.
    func shows(_ item: Item) -> FormExpression? {
        guard let visibility = item.visibility else { return .always }
        return holds(visibility)?.simplified
    }

    /// When a condition holds.
    func holds(_ condition: Condition) -> FormExpression? { expression(condition, wanted: true) }

    private func expression(_ condition: Condition, wanted: Bool) -> FormExpression? {
        switch condition {
        case .all(let parts):
            let parts = parts.map { expression($0, wanted: wanted) }
            return parts.complete.map { wanted ? .all($0) : .any($0) }
        case .any(let parts):
            let parts = parts.map { expression($0, wanted: wanted) }
            return parts.complete.map { wanted ? .any($0) : .all($0) }
        case .not(let part): return expression(part, wanted: !wanted)
        case .item(let id?, let test):
            return fields[id].flatMap { expression($0, test, wanted: wanted) }
        case .item(nil, _), .metric, .tag, .asOf, .subject: return nil
        }
    }

    private func expression(
        _ field: FieldLayout.ItemFields, _ test: Condition.ItemTest, wanted: Bool
    ) -> FormExpression? {
        if case .state(let state) = test {
            guard let holds = isIn(state, field) else { return nil }
            return wanted ? holds : .not(holds)
        }
        guard let holds = isAnswered(so: test, field) else { return nil }
        if wanted { return holds }
        // Known to be otherwise: answered so, or not applicable, or not asked.
        let otherwise = FormExpression.all([field.isAnswered, .not(holds)])
        return .any([otherwise, field.isNotApplicable, isKnownNotToBeShown(field)])
    }

    private func isKnownNotToBeShown(_ field: FieldLayout.ItemFields) -> FormExpression {
        // What the form always shows is never known not to be shown.
        field.item.visibility.flatMap { expression($0, wanted: false) } ?? .never
    }

    private func isIn(_ state: AnswerState, _ field: FieldLayout.ItemFields) -> FormExpression? {
        let isShown = field.item.visibility.map { holds($0) ?? .always } ?? .always
        switch state {
        case .answered: return field.isAnswered
        case .dontKnow: return field.isNotKnown
        case .notApplicable: return field.isNotApplicable
        case .unanswered: return .all([isShown, field.isUnanswered])
        case .notShown: return .not(isShown)
        }
    }

    /// When an item is answered in such a way that a test holds.
    private func isAnswered(so test: Condition.ItemTest, _ field: FieldLayout.ItemFields) -> FormExpression? {
        let options = field.item.scale.options
        switch (test, field.item.answering) {
        case (.option(let id), .singleChoice), (.includes(let id), .singleChoice):
            return .any(options.indices.filter { options[$0].id == id }.map { field.isOption($0) })
        case (.value(let comparisons), .singleChoice):
            let fitting = options.indices.filter { comparisons.holds(field.item.value(ofOptions: [$0])) }
            return .any(fitting.map { field.isOption($0) })
        case (.includes(let id), .multipleChoice):
            return .any(options.indices.filter { options[$0].id == id }.map { field.includes($0) })
        case (.option(let id), .multipleChoice):
            return .all(
                options.indices.map { options[$0].id == id ? field.includes($0) : .not(field.includes($0)) })
        case (.number(let comparisons), .number):
            // Platforms do not read exponents.
            guard comparisons.allSatisfy({ !CSVWriter.plain($0.number).contains("e") }) else { return nil }
            return .all(comparisons.map { .compares(field: field.main, .init($0.relation), $0.number) })
        // Of words only the state can be asked, and sums of options need sums of numbers.
        default: return nil
        }
    }
}

extension FieldLayout.ItemFields {
    func isOption(_ position: Int) -> FormExpression { .equals(field: main, code: options[position]) }

    func includes(_ position: Int) -> FormExpression { .includes(field: main, code: options[position]) }

    private func says(_ code: String) -> FormExpression {
        isMultiple
            ? .includes(field: main, code: code) : .equals(field: isChoice ? main : state, code: code)
    }

    /// All codes of a field of several.
    var allCodes: [String] { isMultiple ? options + [nothing, dontKnow, notApplicable] : [] }

    var isNotKnown: FormExpression { says(dontKnow) }
    var isNotApplicable: FormExpression { says(notApplicable) }

    private var isEmpty: FormExpression { .isEmpty(field: main, codes: allCodes) }

    var isUnanswered: FormExpression {
        isChoice ? isEmpty : .all([isEmpty, .isEmpty(field: state, codes: [])])
    }

    /// Whether there is an answer that says something.
    var isAnswered: FormExpression {
        isChoice ? .all([.not(isEmpty), .not(isNotKnown), .not(isNotApplicable)]) : .not(isEmpty)
    }
}

extension FormExpression.Relation {
    fileprivate init(_ relation: Condition.Relation) {
        switch relation {
        case .atLeast: self = .atLeast
        case .above: self = .above
        case .atMost: self = .atMost
        case .below: self = .below
        case .equals: self = .equals
        }
    }
}

extension [FormExpression?] {
    /// The elements, if none is missing.
    fileprivate var complete: [FormExpression]? {
        let known = compactMap { $0 }
        return known.count == count ? known : nil
    }
}
