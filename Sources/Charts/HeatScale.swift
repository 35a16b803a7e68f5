/// How the cells of a heat table look: a step of the ramp, and a symbol that says the same without colour.
public struct HeatScale: Sendable {
    public let meaning: Meaning
    private let edges: [Double]

    /// Steps of equal width, or steps that begin at the given numbers.
    ///
    /// - Parameter edges: where steps 1 to 4 begin, rising; a number at an edge belongs to the upper step.
    public init(_ meaning: Meaning, edges: (Double, Double, Double, Double) = (0.2, 0.4, 0.6, 0.8)) {
        self.meaning = meaning
        self.edges = [edges.0, edges.1, edges.2, edges.3]
    }

    /// The step of a number: 0 to 4. A number less than a billionth below an edge counts as being at it.
    public func step(of fraction: Double) -> Int {
        edges.count { fraction + 1e-9 >= $0 }
    }

    /// How to show a measure; a withheld one has a class and a symbol of its own.
    public func cell(for measure: Measure) -> HeatCell {
        guard let fraction = measure.fraction else {
            return HeatCell(step: nil, cssClass: "chart-heat chart-heat-none", symbol: "–")
        }
        let step = step(of: fraction)
        return HeatCell(
            step: step, cssClass: "chart-heat chart-heat-\(meaning.rawValue)-\(step)", symbol: Self.symbols[step])
    }

    /// Discs from empty to full: one reads them without colour and in every language.
    static let symbols = ["○", "◔", "◑", "◕", "●"]
}

/// The look of one cell; the number and its words are the page's own.
public struct HeatCell: Sendable, Equatable {
    /// Nothing for a withheld number.
    public let step: Int?
    /// Sets background and text colour, by the stylesheet.
    public let cssClass: String
    /// For the eye alone: to be hidden from screen readers, as the number stands beside it.
    public let symbol: String
}
