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
        let value: MustacheValue = [
            "text": strings.values,
            "title": .text(questionnaire.title),
            "description": .text(questionnaire.description),
            "roles": .list(
                questionnaire.roles.map {
                    ["id": .text($0.id), "title": .text($0.title), "description": .text($0.description ?? "")]
                }),
            "sections": .list(sections().map(section)),
        ]
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

    private func section(_ dimension: String) -> MustacheValue {
        let text = questionnaire.dimension(dimension)
        return [
            "title": .text(text?.title ?? dimension),
            "description": .text(text?.description ?? ""),
            "items": .list(questionnaire.items.filter { $0.dimension == dimension }.map(item)),
        ]
    }

    private func item(_ item: Item) -> MustacheValue {
        [
            "id": .text(item.id),
            "label": .text(item.label),
            "prompt": .text(item.prompt),
            "help": .text(item.help ?? ""),
            "why": .text(item.why ?? ""),
            "evidence": .text(item.evidence ?? ""),
            "options": .list(
                zip(item.scale.options, item.anchors).map {
                    ["id": .text($0.id), "label": .text($0.label), "anchor": .text($1)]
                }),
        ]
    }
}
