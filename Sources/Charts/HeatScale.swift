/// How the cells of a heat table look: a step of the ramp, and a symbol that says the same without colour.
public struct HeatScale: Sendable {
    private let meaning: Meaning
    private let edges: [Double]

    /// Five classes of equal width, or classes that begin at the given numbers.
    ///
    /// - Parameter edges: where each class but the lowest begins; a number at an edge belongs to the upper class, and
    ///   one less than a billionth below an edge counts as being at it. Fewer than five classes are spread over the
    ///   ramp, more share its steps.
    public init(_ meaning: Meaning, edges: [Double] = [0.2, 0.4, 0.6, 0.8]) {
        self.meaning = meaning
        self.edges = edges
    }

    /// The step of the ramp for a number: 0 to 4.
    public func step(of fraction: Double) -> Int {
        ColourRamp.step(ofEntry: edges.count { fraction + 1e-9 >= $0 }, among: edges.count + 1)
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
