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

    /// The first colour that stands out 3:1 from the background: the outline that makes the paler steps visible.
    public func outline(on background: Colour) -> Colour {
        colours.first { Contrast.ratio($0, background) >= 3 } ?? Contrast.text(on: background)
    }
}
