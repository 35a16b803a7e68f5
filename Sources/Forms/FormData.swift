import JSON
import Questionnaires
import Responses

/// What the script of a form knows of a questionnaire: ids and what is asked of whom. All words stand in the page.
struct FormData {
    let questionnaire: Questionnaire
    let subject: FormSubject
    /// Under which name a browser keeps the answers.
    let key: String
    /// The language in which the questions stand.
    let language: String
    let decimalSeparator: String
    /// The words of the script, by key.
    let words: [String: String]

    /// The data as JSON that can stand between the tags of a script.
    var text: String {
        // Outside strings JSON has no "<", and without one nothing ends the element.
        value.canonicalText().split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
    }

    private var value: JSONValue {
        var members: [String: JSONValue] = [
            "key": .string(key),
            "formatVersion": .integer(Response.formatVersion),
            "questionnaire": .string(questionnaire.id),
            "version": .string(questionnaire.version),
            "language": .string(language),
            "decimal": .string(decimalSeparator),
            "sections": .array(questionnaire.askedDimensions.map { .string($0) }),
            "items": .array(questionnaire.items.map(item)),
            "order": .array(questionnaire.itemsByDependence.map { .string(questionnaire.items[$0].id) }),
            "roles": .array(questionnaire.roles.map { .string($0.id) }),
            "kinds": .array(Evidence.Kind.allCases.map { .string($0.rawValue) }),
            "words": .object(words.mapValues { .string($0) }),
        ]
        switch subject {
        case .wave(let id): members["wave"] = .string(id)
        case .project(let id?): members["project"] = .string(id)
        case .project(nil): members["asksForProject"] = true
        }
        return .object(members)
    }

    private func item(_ item: Item) -> JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(item.id),
            "section": .string(item.dimension),
            "within": .array(item.ancestors.sorted().map { .string($0) }),
            "kind": .string(item.formKind.rawValue),
            "options": .array(item.scale.options.map(option)),
            "canBeNotApplicable": .bool(item.allowsNotApplicable),
            "canBeNothing": .bool(item.offersNothing),
        ]
        if let condition = item.visibility { members["when"] = condition.formValue }
        if case .number(let line) = item.answering {
            if let lowest = line.lowest { members["low"] = .number(lowest) }
            if let highest = line.highest { members["high"] = .number(highest) }
        }
        if valueItems.contains(item.id) { members["value"] = values(item) }
        return .object(members)
    }

    private func option(_ option: AnswerScale.Option) -> JSONValue {
        var members: [String: JSONValue] = ["id": .string(option.id)]
        if option.isExclusive { members["alone"] = true }
        if let condition = option.visibility { members["when"] = condition.formValue }
        return .object(members)
    }

    /// The items whose values a condition compares.
    private var valueItems: Set<String> {
        let conditions = questionnaire.items.flatMap { item in
            (item.visibility.map { [$0] } ?? []) + item.scale.options.compactMap(\.visibility)
        }
        return Set(
            conditions.flatMap(\.leaves).compactMap { leaf in
                if case .item(let id?, .value) = leaf { return id }
                return nil
            })
    }

    /// How answers become the value that a condition compares; never for a score.
    private func values(_ item: Item) -> JSONValue {
        var members: [String: JSONValue] = [:]
        switch item.answering {
        case .singleChoice, .multipleChoice:
            members["options"] = .object(
                Dictionary(
                    item.scale.options.map { ($0.id, .number($0.value)) }, uniquingKeysWith: { first, _ in first }))
        case .number(let line): members["points"] = .array(line.points.map { [.number($0.place), .number($0.value)] })
        case .text: break
        }
        if case .multipleChoice(let choice) = item.answering {
            members["combine"] = .string(choice.combination.rawValue)
            if let cap = choice.cap { members["atMost"] = .number(cap) }
        }
        return .object(members)
    }
}

/// How a form asks an item.
enum FormKind: String {
    case one, several, number, text
}

extension Item {
    var formKind: FormKind {
        switch answering {
        case .singleChoice: .one
        case .multipleChoice: .several
        case .number: .number
        case .text: .text
        }
    }

    /// Whether the form has to offer "none of these", since the item has no such option of its own.
    var offersNothing: Bool { formKind == .several && !scale.options.contains(where: \.isExclusive) }
}

extension Questionnaire {
    /// The dimensions that hold items, in the order in which the items are asked.
    var askedDimensions: [String] {
        var seen: Set<String> = []
        return items.map(\.dimension).filter { seen.insert($0).inserted }
    }
}

extension Condition {
    /// The condition as the script judges it, in the words of the definition.
    var formValue: JSONValue {
        switch self {
        case .all(let conditions): return ["all": .array(conditions.map(\.formValue))]
        case .any(let conditions): return ["any": .array(conditions.map(\.formValue))]
        case .not(let condition): return ["not": condition.formValue]
        case .item(let id?, let test):
            switch test {
            case .option(let option): return ["item": .string(id), "option": .string(option)]
            case .includes(let option): return ["item": .string(id), "includes": .string(option)]
            case .state(let state): return ["item": .string(id), "state": .string(state.rawValue)]
            case .value(let comparisons): return ["item": .string(id), "value": comparisons.formValue]
            case .number(let comparisons): return ["item": .string(id), "number": comparisons.formValue]
            case .gateRating: return Condition.alwaysTrue
            }
        // A page knows nothing but the answers of one person; nothing else is allowed in `visibleWhen`.
        case .item(nil, _), .metric, .tag, .asOf, .subject: return Condition.alwaysTrue
        }
    }

    private static let alwaysTrue: JSONValue = ["all": []]
}

extension [Condition.Comparison] {
    fileprivate var formValue: JSONValue {
        .object(
            Dictionary(map { ($0.relation.rawValue, .number($0.number)) }, uniquingKeysWith: { first, _ in first }))
    }
}
