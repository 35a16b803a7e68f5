/// The key to a chart: a list in HTML, so that it breaks into lines as the window needs.
public struct ChartKey: Sendable {
    /// What a swatch shows.
    public enum Mark: Sendable, Equatable {
        case facilitators
        case cutOff
        case burden
        case cap
        case target
        case withheld
        /// An option of the answer scale, counted from 0.
        case option(Int, of: Int, Meaning)
        case noAnswer(Meaning)
        case mean(Meaning)
        case now(Meaning)
        case then(Meaning)
    }

    /// A swatch and the words for it.
    public struct Entry: Sendable, Equatable {
        public let mark: Mark
        public let words: String

        public init(_ mark: Mark, _ words: String) {
            self.mark = mark
            self.words = words
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The key as an HTML list with the class `chart-key`.
    ///
    /// - Parameters:
    ///   - id: unique within the page, as that of a chart.
    ///   - direction: that of the charts; the arrow points where the page is read.
    public func html(id: String, direction: TextDirection = .leftToRight) -> String {
        let items = entries.enumerated().map { index, entry in
            let swatch = Swatch(
                entry.mark, identifier: "\(Markup.identifier(id))_\(index)", direction: direction)
            return "<li>\(swatch.svg)\(Markup.text(entry.words))</li>"
        }
        return "<ul class=\"chart-key\">\(items.joined())</ul>"
    }
}
