/// The colours of all charts of a page, for light and dark screens and for paper.
public struct ChartPalette: Sendable, Equatable {
    public var light: ChartColours
    public var dark: ChartColours
    public var print: ChartColours

    public init(
        light: ChartColours = .light, dark: ChartColours = .dark, print: ChartColours = .print
    ) {
        self.light = light
        self.dark = dark
        self.print = print
    }

    /// What a page needs once for all its charts, keys and heat tables: the colours and the rules that use them.
    public var stylesheet: String { css + ChartStylesheet.rules }

    /// The colours as custom properties of the page, which an element may set again for what it holds, for instance
    /// `--chart-background` for a card of another colour.
    public var css: String {
        """
        :root{\(light.declarations)}
        @media (prefers-color-scheme:dark){:root{\(dark.declarations)}}
        @media print{:root{\(print.declarations)}}
        @media (forced-colors:active){:root{\(ChartColours.systemDeclarations)}}

        """
    }
}
