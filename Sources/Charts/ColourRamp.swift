/// Colours for the steps of an ordered scale, each further from the background than the one before.
public struct ColourRamp: Sendable, Equatable {
    public static let stepCount = 5

    private let colours: [Colour]

    /// Five colours, that of the lowest step first.
    public init(_ first: Colour, _ second: Colour, _ third: Colour, _ fourth: Colour, _ fifth: Colour) {
        colours = [first, second, third, fourth, fifth]
    }

    /// - Parameter step: what is outside 0…4 counts as the nearer end.
    public subscript(step: Int) -> Colour { colours[min(max(step, 0), Self.stepCount - 1)] }

    /// Spreads an ordered list over the ramp: its first entry has step 0 and its last the last step. A list of one has
    /// the last step.
    public static func step(ofEntry index: Int, among count: Int) -> Int {
        guard count > 1 else { return stepCount - 1 }
        let last = stepCount - 1
        let entry = min(max(index, 0), count - 1)
        return (2 * entry * last + count - 1) / (2 * (count - 1))
    }

    /// The first colour that stands out 3:1 from the background: the outline that makes the paler steps visible.
    public func outline(on background: Colour) -> Colour {
        colours.first { Contrast.ratio($0, background) >= 3 } ?? Contrast.text(on: background)
    }
}
