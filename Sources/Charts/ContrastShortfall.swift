/// Two colours that are too much alike for people with weak sight, for example after an office set its own.
public struct ContrastShortfall: Sendable, Equatable {
    /// The names of the custom properties, without `--chart-`.
    public let foreground: String
    public let background: String
    public let ratio: Double
    /// 4.5 for text, 3 for marks, as WCAG 2.2 asks in 1.4.3 and 1.4.11; 1.2 from step to step of a ramp, our own
    /// demand: so much further from the background must each step be that the order is seen without colour.
    public let required: Double
}

extension ChartColours {
    /// All pairs that fall short.
    ///
    /// Text on marks is not among them: it is black or white by computation, which is enough on every colour.
    public var shortfalls: [ContrastShortfall] {
        var pairs = [
            shortfall("text", on: "background", ratio: Contrast.ratio(text, background), required: 4.5),
            // Numbers stand on the grey hatching of what is withheld.
            shortfall("text", on: "grid", ratio: Contrast.ratio(text, grid), required: 4.5),
            shortfall("muted", on: "background", ratio: Contrast.ratio(mutedText, background), required: 4.5),
            shortfall("better", on: "background", ratio: Contrast.ratio(better, background), required: 3),
            shortfall("worse", on: "background", ratio: Contrast.ratio(worse, background), required: 3),
        ]
        for meaning in Meaning.allCases {
            for step in 1..<ColourRamp.stepCount {
                let (name, ramp) = (meaning.rawValue, ramp(meaning))
                let ratio = Contrast.ratio(ramp[step], background) / Contrast.ratio(ramp[step - 1], background)
                pairs.append(shortfall("\(name)-\(step)", on: "\(name)-\(step - 1)", ratio: ratio, required: 1.2))
            }
        }
        return pairs.compactMap { $0 }
    }

    private func shortfall(
        _ foreground: String, on background: String, ratio: Double, required: Double
    ) -> ContrastShortfall? {
        guard ratio < required else { return nil }
        return ContrastShortfall(foreground: foreground, background: background, ratio: ratio, required: required)
    }
}
