/// The colours of charts and heat tables in one setting: on a light screen, on a dark one, on paper.
public struct ChartColours: Sendable, Equatable {
    /// What the charts stand on; seams between marks have it, too.
    public var background: Colour
    public var text: Colour
    /// Captions and the axis.
    public var mutedText: Colour
    /// Gridlines, which may be faint: every mark has its number.
    public var grid: Colour
    /// Plain marks of what is better the more there is.
    public var better: Colour
    /// Plain marks of what is worse the more there is.
    public var worse: Colour
    public var betterRamp: ColourRamp
    public var worseRamp: ColourRamp

    public init(
        background: Colour, text: Colour, mutedText: Colour, grid: Colour, better: Colour, worse: Colour,
        betterRamp: ColourRamp, worseRamp: ColourRamp
    ) {
        self.background = background
        self.text = text
        self.mutedText = mutedText
        self.grid = grid
        self.better = better
        self.worse = worse
        self.betterRamp = betterRamp
        self.worseRamp = worseRamp
    }

    public func ramp(_ meaning: Meaning) -> ColourRamp {
        meaning == .moreIsBetter ? betterRamp : worseRamp
    }

    func plain(_ meaning: Meaning) -> Colour {
        meaning == .moreIsBetter ? better : worse
    }

    /// Blue for what is better, plum for what is worse; where they stand side by side, a hatching tells them apart.
    public static let light = ChartColours(
        background: .white, text: Colour(0x0B0C0C), mutedText: Colour(0x50575E), grid: Colour(0xD5DBE1),
        better: Colour(0x12436D), worse: Colour(0x801650),
        betterRamp: ColourRamp(
            Colour(0xE3EDF6), Colour(0xB4D0E7), Colour(0x6FA3CC), Colour(0x2F6FA5), Colour(0x12436D)),
        worseRamp: ColourRamp(
            Colour(0xF7E4EE), Colour(0xE9B8D1), Colour(0xCF7CA8), Colour(0xA63A78), Colour(0x6B0F42)))

    /// The same hues; the more there is, the brighter.
    public static let dark = ChartColours(
        background: Colour(0x14181D), text: Colour(0xF1F3F5), mutedText: Colour(0xAAB2BA), grid: Colour(0x39424B),
        better: Colour(0x7CB7E8), worse: Colour(0xEE9CC4),
        betterRamp: ColourRamp(
            Colour(0x1F2E3C), Colour(0x2B5272), Colour(0x4080B0), Colour(0x7CB7E8), Colour(0xC9E4FA)),
        worseRamp: ColourRamp(
            Colour(0x38202D), Colour(0x6B3152), Colour(0xAA4F84), Colour(0xEE9CC4), Colour(0xFBD9EA)))

    /// The hues of the light setting with black text and firmer gridlines; without colour the order stays.
    public static let print = ChartColours(
        background: .white, text: .black, mutedText: Colour(0x33383D), grid: Colour(0xB5BCC3),
        better: Colour(0x12436D), worse: Colour(0x801650),
        betterRamp: ColourRamp(
            Colour(0xEAF1F8), Colour(0xB4D0E7), Colour(0x6FA3CC), Colour(0x2F6FA5), Colour(0x0D3252)),
        worseRamp: ColourRamp(
            Colour(0xF9EBF2), Colour(0xE9B8D1), Colour(0xCF7CA8), Colour(0xA63A78), Colour(0x560B35)))
}
