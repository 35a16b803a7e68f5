import Testing

@testable import Charts

struct ChartPaletteTests {
    static let settings = [ChartColours.light, .dark, .print]

    @Test(arguments: settings)
    func textIsReadable(colours: ChartColours) {
        #expect(Contrast.ratio(colours.text, colours.background) >= 4.5)
        #expect(Contrast.ratio(colours.mutedText, colours.background) >= 4.5)
        // Numbers stand on the grey hatching of no answer and of withheld cells.
        #expect(Contrast.ratio(colours.text, colours.grid) >= 4.5)
        for meaning in Meaning.allCases {
            let fills = [colours.plain(meaning)] + (0..<ColourRamp.stepCount).map { colours.ramp(meaning)[$0] }
            for fill in fills { #expect(Contrast.ratio(Contrast.text(on: fill), fill) >= 4.5) }
        }
    }

    /// Marks that touch are separated by a seam of background, so background is what each must stand out from.
    @Test(arguments: settings)
    func marksStandOut(colours: ChartColours) {
        for meaning in Meaning.allCases {
            #expect(Contrast.ratio(colours.plain(meaning), colours.background) >= 3)
            let outline = colours.ramp(meaning).outline(on: colours.background)
            #expect(Contrast.ratio(outline, colours.background) >= 3)
        }
        // Ticks of the text colour, and the dashed outline and the zero line of the muted one.
        #expect(Contrast.ratio(colours.text, colours.background) >= 3)
        #expect(Contrast.ratio(colours.mutedText, colours.background) >= 3)
    }

    @Test(arguments: settings)
    func rampsStayInOrderWithoutColour(colours: ChartColours) {
        for meaning in Meaning.allCases {
            let contrasts = (0..<ColourRamp.stepCount).map {
                Contrast.ratio(colours.ramp(meaning)[$0], colours.background)
            }
            for (lower, upper) in zip(contrasts, contrasts.dropFirst()) { #expect(upper >= 1.25 * lower) }
        }
    }

    @Test(arguments: settings)
    func theDefaultsFallShortNowhere(colours: ChartColours) {
        #expect(colours.shortfalls == [])
    }

    @Test func coloursOfAnOfficeThatFallShortAreNamed() {
        var colours = ChartColours.light
        colours.mutedText = Colour(0x999999)
        colours.grid = Colour(0x444444)
        colours.better = Colour(0xFFDD00)
        colours.worseRamp = ColourRamp(
            colours.worseRamp[0], colours.worseRamp[1], colours.worseRamp[2], colours.worseRamp[4],
            colours.worseRamp[3])
        let shortfalls = colours.shortfalls
        #expect(shortfalls.map(\.foreground) == ["text", "muted", "better", "worse-4"])
        #expect(shortfalls.map(\.background) == ["grid", "background", "background", "worse-3"])
        #expect(shortfalls.map(\.required) == [4.5, 4.5, 3, 1.2])
        #expect(shortfalls.allSatisfy { $0.ratio < $0.required })
    }

    @Test func everyColourThatRulesUseIsSetInEverySetting() {
        let settings = Self.settings.map(\.declarations) + [ChartColours.systemDeclarations]
        #expect(StylesheetFacts.used.count > 25)
        for setting in settings {
            // Text on the plain colour of what is worse is for the page's own use.
            #expect(StylesheetFacts.declared(in: setting) == StylesheetFacts.used.union(["on-worse"]))
        }
    }

    @Test func settingsStandInTheOrderInWhichTheyMustWin() throws {
        var palette = ChartPalette()
        palette.light.better = Colour(0x111111)
        palette.dark.better = Colour(0xEEEEEE)
        palette.print.better = Colour(0x222222)
        let lines = palette.css.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix(":root{--chart-background:#ffffff;") && lines[0].contains("--chart-better:#111111;"))
        #expect(lines[0].contains("--chart-on-better:#ffffff;"))
        #expect(lines[1].hasPrefix("@media (prefers-color-scheme:dark){:root{--chart-background:#14181d;"))
        #expect(lines[1].contains("--chart-better:#eeeeee;--chart-on-better:#000000;"))
        #expect(lines[2].hasPrefix("@media print{:root{") && lines[2].contains("--chart-better:#222222;"))
        #expect(lines[3].hasPrefix("@media (forced-colors:active){:root{--chart-background:Canvas;"))
        #expect(palette.stylesheet.hasPrefix(palette.css))
    }

    @Test func bracesMatchAndNothingLeavesAStyleElement() {
        let css = ChartPalette().stylesheet
        var depth = 0
        for character in css {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            #expect(depth >= 0)
        }
        #expect(depth == 0)
        #expect(!css.contains("<") && !css.contains("url(") && !css.contains("@import"))
    }
}
