/// What every chart needs to stand in a page: its name, its words for those who do not see it, its direction, its room.
public struct ChartFrame: Sendable {
    /// The narrowest room that a chart is laid out for: a window of 320 px less its margins.
    public static let usualNarrowestWidth = 288.0

    /// Unique within the page: the ids within the chart begin with it.
    public let id: String
    /// What the picture says, in a sentence.
    public let title: String
    /// What is drawn, for those who do not see it.
    public let description: String
    public let direction: TextDirection
    /// The narrowest width in px at which nothing may overlap; long labels break for it.
    public let narrowestWidth: Double

    /// - Parameters:
    ///   - id: Any text; characters that an id cannot have are written as their numbers, so that different ids
    ///     stay different.
    ///   - narrowestWidth: At least 160 px; less is taken as 160.
    public init(
        id: String, title: String, description: String, direction: TextDirection = .leftToRight,
        narrowestWidth: Double = ChartFrame.usualNarrowestWidth
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.direction = direction
        self.narrowestWidth = narrowestWidth.isFinite ? max(narrowestWidth, 160) : Self.usualNarrowestWidth
    }
}
