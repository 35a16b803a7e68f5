import Mustache
import Questionnaires
import Reports
import Responses

/// The questions, section by section.
extension FormPage {
    func sections(_ words: Words) -> [MustacheValue] {
        let dimensions = questionnaire.askedDimensions
        return dimensions.enumerated().map { index, id in
            let dimension = questionnaire.dimension(id)
            let isLast = index == dimensions.count - 1
            return [
                "id": .text(id),
                "title": .text(dimension?.title ?? id),
                "description": .text(dimension?.description ?? ""),
                "place": .text(
                    words("form.place", ["place": String(index + 1), "count": String(dimensions.count)])),
                "previous": .text(index == 0 ? "start" : "section:\(dimensions[index - 1])"),
                "next": .text(isLast ? "review" : "section:\(dimensions[index + 1])"),
                "nextLabel": .text(words(isLast ? "form.toReview" : "form.next")),
                "items": .list(questionnaire.items.filter { $0.dimension == id }.map { item($0, words) }),
            ]
        }
    }

    private func item(_ item: Item, _ words: Words) -> MustacheValue {
        let isOptions = item.formKind == .one || item.formKind == .several
        let control = item.formKind == .one ? "radio" : "checkbox"
        var unit = ""
        if case .number(let line) = item.answering { unit = line.unit ?? "" }
        return [
            "id": .text(item.id),
            "label": .text(item.label),
            "prompt": .text(item.prompt),
            "condition": .text(condition(item, words) ?? ""),
            "hasMore": .flag([item.help, item.why, item.evidence].contains { $0?.isEmpty == false }),
            "help": .text(item.help ?? ""),
            "why": .text(item.why ?? ""),
            "proof": .text(item.evidence ?? ""),
            "note": .text(note(item, words) ?? ""),
            "number": .flag(item.formKind == .number),
            "unit": .text(unit),
            "words": .flag(item.formKind == .text),
            "options": .list(isOptions ? options(item, control: control) : []),
            "nothing": .flag(item.offersNothing),
            "stateControl": .text(control),
            "stateName": .text(isOptions ? "answer:\(item.id)" : "state:\(item.id)"),
            "canBeNotApplicable": .flag(item.allowsNotApplicable),
            "dated": .flag(questionnaire.subject == .project),
            "kinds": .list(
                Evidence.Kind.allCases.map {
                    ["id": .text($0.rawValue), "title": .text(words("formEvidence.\($0.rawValue)"))]
                }),
        ]
    }

    private func options(_ item: Item, control: String) -> [MustacheValue] {
        item.scale.options.enumerated().map { place, option in
            let anchor = item.anchors.indices.contains(place) ? item.anchors[place] : ""
            return [
                "itemID": .text(item.id), "id": .text(option.id), "label": .text(option.label),
                "anchor": .text(anchor == option.label ? "" : anchor),
                "control": .text(control), "alone": .flag(option.isExclusive),
            ]
        }
    }

    /// How an item is answered that does not offer one choice.
    private func note(_ item: Item, _ words: Words) -> String? {
        switch item.answering {
        case .singleChoice, .text: return nil
        case .multipleChoice: return words("form.item.several")
        case .number(let line):
            let kind = line.unit.map { words("form.item.numberOf", ["unit": $0]) } ?? words("form.item.number")
            return [kind, words.limits(of: line)].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// On paper: of whom the item is asked.
    private func condition(_ item: Item, _ words: Words) -> String? {
        let deciding = (item.visibility?.items ?? []).compactMap { questionnaire.item($0)?.label }
        return deciding.isEmpty ? nil : words("form.item.conditional", ["items": words.list(deciding)])
    }
}
