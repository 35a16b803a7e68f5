import Charts
import Mustache
import Questionnaires

/// The words of a report in one format, and what only its page needs: names that keep their own direction, the look.
struct PageSetting {
    let words: Words
    let numbers: NumberText
    /// How the HTML page looks; nothing for other formats.
    let theme: Theme?

    init(_ words: Words, theme: Theme? = nil) {
        self.words = words
        self.theme = theme
        numbers = NumberText(decimalSeparator: words.strings.decimalSeparator)
    }

    /// What somebody wrote, to be placed into a sentence: on a page it is isolated, so that a name written from the
    /// other side does not move the words around it.
    func name(_ text: String) -> String {
        theme == nil ? text : "\u{2068}\(VisibleText.line(text))\u{2069}"
    }

    /// A sentence that holds names: markup on a page, text elsewhere.
    func sentence(_ text: String) -> MustacheValue {
        .text(theme == nil ? text : PageSetting.markup(text))
    }

    func sentence(_ text: String?) -> MustacheValue { text.map(sentence) ?? .missing }

    func sentences(_ texts: [String]) -> MustacheValue { .list(texts.map(sentence)) }

    /// What somebody wrote, alone: markup on a page, text elsewhere.
    func alone(_ text: String) -> MustacheValue { sentence(name(text)) }

    func alone(_ text: String?) -> MustacheValue { text.map(alone) ?? .missing }

    /// Text in which isolated names become elements; the names themselves hold no isolates any more.
    static func markup(_ text: String) -> String {
        let parts = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\u{2068}" }
        return parts.enumerated().map { index, part in
            let pieces = part.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "\u{2069}" }
                .map { HTMLEscaping.escape(String($0)) }
            return index > 0 && pieces.count == 2 ? "<bdi>\(pieces[0])</bdi>\(pieces[1])" : pieces.joined()
        }.joined()
    }

    /// What the frame of a page shows; for other formats only the words and the title.
    ///
    /// - Parameters:
    ///   - title: the title, in which names are isolated.
    ///   - sections: the sections that the contents list, by their ids.
    func frame(title: String, sections: [(id: String, title: String)]) -> [String: MustacheValue] {
        let plain = String(String.UnicodeScalarView(title.unicodeScalars.filter { !isIsolate($0) }))
        var values: [String: MustacheValue] = [
            "text": words.strings.values, "language": .text(words.strings.language),
            "direction": .text(words.strings.isRightToLeft ? "rtl" : "ltr"),
            "title": .text(plain),
        ]
        guard let theme else { return values }
        let longest = 90
        values["titleMarkup"] = sentence(title)
        values["logo"] = theme.logo.map(MustacheValue.text) ?? .missing
        values["chartStyle"] = .text(theme.palette.stylesheet)
        values["runningHead"] = .text(
            ReportModel.cssString(title.count > longest ? plain.prefix(longest - 1) + "…" : title))
        values["pageStart"] = .text(words.strings.isRightToLeft ? "right" : "left")
        values["pageEnd"] = .text(words.strings.isRightToLeft ? "left" : "right")
        values["contents"] = .list(sections.map { ["id": .text($0.id), "title": .text($0.title)] })
        return values
    }

    private func isIsolate(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2068}" || scalar == "\u{2069}" }

    /// Where a report comes from.
    func provenance(_ provenance: Provenance, questionnaire: Questionnaire?) -> MustacheValue {
        let name = questionnaire.map {
            words("provenance.questionnaire", ["title": $0.title, "id": $0.id, "version": $0.version])
        }
        let own: [String: MustacheValue] = [
            "version": .text(provenance.version),
            "questionnaire": .text(name ?? "–"),
            "questionnaireDigest": .text(provenance.questionnaireDigest),
            "answersDigest": .text(provenance.answersDigest),
            "lines": words.lines(provenance),
            "companions": .list([]),
        ]
        return .object(own.merging(provenance.values(words)) { own, _ in own })
    }
}
