import Charts

/// What the tests read off the stylesheet.
enum StylesheetFacts {
    static let stylesheet = ChartPalette().stylesheet

    /// The sizes of text in px by class.
    static let fontSizes = stylesheet.matches(of: /\.chart \.([a-z]){font-size:([0-9.]+)px/)
        .reduce(into: [String: Double]()) { sizes, match in sizes[String(match.1)] = Double(match.2) }

    /// Classes that the rules name, and that of the bar of no answer: its look is its pattern alone.
    static let classes = Set(stylesheet.matches(of: /\.([a-z][a-z0-9-]*)/).map { String($0.1) }).union(["o"])

    /// Custom properties that the rules use.
    static let used = Set(stylesheet.matches(of: /var\(--chart-([a-z0-9-]+)\)/).map { String($0.1) })

    /// Custom properties that a list of declarations sets.
    static func declared(in css: String) -> Set<String> {
        Set(css.matches(of: /--chart-([a-z0-9-]+):/).map { String($0.1) })
    }
}
