import Charts
public import JSON

/// How an office wants its HTML reports to look, from `templates/theme.json`: logo, colours, sections.
public struct Theme: Sendable {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    /// The logo as a `data:` address; nothing for none.
    public let logo: String?
    let palette: ChartPalette
    /// The colours as custom properties, for a page that draws no charts.
    public var colourRules: String { palette.css }
    /// Sections by name, and whether they are shown.
    let sections: [String: Bool]

    /// The sections that can be left out; the first page and the provenance always stay.
    static let sectionNames = [
        "domains", "remarks", "recommendations", "contradictions", "stability", "lenses", "method", "data",
        "derivations",
    ]

    /// Reads a theme.
    ///
    /// - Parameter image: the picture at a path beside the theme, as a `data:` address, or what is wrong with it.
    /// - Returns: the theme unless it has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader, image: (String) -> Result<String, ThemeImageProblem>) -> Theme? {
        let keys = ["$schema", "formatVersion", "logo", "colours", "sections"]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        var logo: String?
        if let path = object["logo"], let text = path.text() {
            switch image(text) {
            case .success(let address): logo = address
            case .failure(let problem): path.report(problem.problem, problem.remedy)
            }
        }
        var palette = ChartPalette()
        if let colours = object["colours"]?.object(keys: ["light", "dark", "print"]) {
            read(colours["light"], into: &palette.light)
            read(colours["dark"], into: &palette.dark)
            read(colours["print"], into: &palette.print)
        }
        var sections = Dictionary(sectionNames.map { ($0, true) }, uniquingKeysWith: { first, _ in first })
        if let list = object["sections"]?.object(keys: sectionNames) {
            for (name, value) in list.all { sections[name] = value.bool() }
        }
        guard !reader.findings.hasErrors else { return nil }
        return Theme(logo: logo, palette: palette, sections: sections)
    }

    /// Reads the colours of one setting; those that are not named stay. Colours too much alike are warned of.
    private static func read(_ reader: JSONReader?, into colours: inout ChartColours) {
        let keys = ["background", "text", "mutedText", "grid", "better", "worse", "betterRamp", "worseRamp"]
        guard let reader, let object = reader.object(keys: keys) else { return }
        func set(_ name: String, _ path: WritableKeyPath<ChartColours, Colour>) {
            if let colour = object[name].flatMap(colour) { colours[keyPath: path] = colour }
        }
        set("background", \.background)
        set("text", \.text)
        set("mutedText", \.mutedText)
        set("grid", \.grid)
        set("better", \.better)
        set("worse", \.worse)
        if let ramp = object["betterRamp"].flatMap(ramp) { colours.betterRamp = ramp }
        if let ramp = object["worseRamp"].flatMap(ramp) { colours.worseRamp = ramp }
        for shortfall in colours.shortfalls {
            reader.warn(
                "\(shortfall.foreground) on \(shortfall.background) has a contrast of "
                    + "\(NumberText(decimalSeparator: ".").fixed(shortfall.ratio, decimals: 1)):1",
                "choose colours with at least \(NumberText(decimalSeparator: ".").fixed(shortfall.required, decimals: 1)):1, so that people with weak sight can tell them apart"
            )
        }
    }

    private static func colour(_ reader: JSONReader) -> Colour? {
        guard let text = reader.string() else { return nil }
        if let colour = Colour(hex: text) { return colour }
        reader.report("\"\(text.prefix(20))\" is not a colour", "write six hexadecimal digits, as in \"#12436D\"")
        return nil
    }

    private static func ramp(_ reader: JSONReader) -> ColourRamp? {
        let colours = (reader.array() ?? []).compactMap(colour)
        guard colours.count == ColourRamp.stepCount else {
            reader.report(
                "a ramp needs \(ColourRamp.stepCount) colours",
                "list them from the least to the most, as in \"#E3EDF6\"")
            return nil
        }
        return ColourRamp(colours[0], colours[1], colours[2], colours[3], colours[4])
    }
}

/// Why a picture cannot be used.
public struct ThemeImageProblem: Error, Sendable {
    let problem: String
    let remedy: String

    public init(_ problem: String, _ remedy: String) {
        self.problem = problem
        self.remedy = remedy
    }
}
