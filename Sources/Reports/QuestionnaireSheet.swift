public import Mustache
public import Questionnaires

/// A questionnaire to be read on paper: every item with its help and its anchors.
public struct QuestionnaireSheet: Sendable {
    private let questionnaire: Questionnaire
    private let strings: Strings
    private let library: MustacheLibrary

    public init(_ questionnaire: Questionnaire, strings: Strings, library: MustacheLibrary) {
        self.questionnaire = questionnaire
        self.strings = strings
        self.library = library
    }

    /// The sheet in Markdown.
    public func markdown() throws(ReportFailure) -> String {
        let words = Words(strings)
        let value: MustacheValue = [
            "text": strings.values,
            "title": .text(questionnaire.title),
            "description": .text(questionnaire.description),
            "roles": .list(
                questionnaire.roles.map {
                    ["id": .text($0.id), "title": .text($0.title), "description": .text($0.description ?? "")]
                }),
            "sections": .list(sections().map { section($0, words) }),
        ]
        guard words.problems.isEmpty else { throw ReportFailure(words.problems) }
        do throws(MustacheError) {
            return try library.render("questionnaire.md", with: value, escaping: .markdown, missingNames: .refused)
        } catch {
            throw ReportFailure(error)
        }
    }

    /// The dimensions that hold items, in the order in which the items are asked.
    private func sections() -> [String] {
        var result: [String] = []
        for item in questionnaire.items where !result.contains(item.dimension) { result.append(item.dimension) }
        return result
    }

    private func section(_ dimension: String, _ words: Words) -> MustacheValue {
        let text = questionnaire.dimension(dimension)
        return [
            "title": .text(text?.title ?? dimension),
            "description": .text(text?.description ?? ""),
            "items": .list(questionnaire.items.filter { $0.dimension == dimension }.map { item($0, words) }),
        ]
    }

    /// How the item is answered, and of whom it is asked, where that is not the usual way.
    private func notes(_ item: Item, _ words: Words) -> [String] {
        var notes: [String] = []
        switch item.answering {
        case .singleChoice: break
        case .multipleChoice: notes.append(words("sheet.severalOptions"))
        case .number(let line):
            let number = line.unit.map { words("sheet.numberOf", ["unit": $0]) } ?? words("sheet.number")
            notes.append([number, words.limits(of: line)].compactMap { $0 }.joined(separator: " "))
        case .text: notes.append(words("sheet.words"))
        }
        let deciding = (item.visibility?.items ?? []).compactMap { id in
            questionnaire.item(id).map { words("sheet.itemNamed", ["id": $0.id, "label": $0.label]) }
        }
        if !deciding.isEmpty { notes.append(words("sheet.conditional", ["items": words.list(deciding)])) }
        return notes
    }

    private func item(_ item: Item, _ words: Words) -> MustacheValue {
        let notes = notes(item, words)
        return [
            "id": .text(item.id),
            "label": .text(item.label),
            "prompt": .text(item.prompt),
            "help": .text(item.help ?? ""),
            "notes": .list(notes.map { .text($0) }),
            "hasNotes": .flag(!notes.isEmpty),
            "why": .text(item.why ?? ""),
            "evidence": .text(item.evidence ?? ""),
            "options": .list(
                zip(item.scale.options, item.anchors).map {
                    ["id": .text($0.id), "label": .text($0.label), "anchor": .text($1)]
                }),
        ]
    }
}

extension Words {
    /// Between which limits a number has to lie, written as it is to be typed; nothing where there are none.
    public func limits(of line: NumberLine) -> String? {
        let numbers = NumberText(decimalSeparator: strings.decimalSeparator)
        return switch (line.lowest.map(numbers.shortest), line.highest.map(numbers.shortest)) {
        case (nil, nil): nil
        case (let low?, nil): self("form.item.from", ["low": low])
        case (nil, let high?): self("form.item.upTo", ["high": high])
        case (let low?, let high?): self("form.item.range", ["low": low, "high": high])
        }
    }
}
