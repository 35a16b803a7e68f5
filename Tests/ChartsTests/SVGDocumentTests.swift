import Charts
import Testing

/// What holds for every chart: well-formed, named, unique ids, nothing that a strict page forbids.
struct SVGDocumentTests {
    static let hostile = [
        "</title><script>alert(1)</script>", "\" onload=\"alert(1)", "]]><!--", "&lt;b&gt; & 'x'",
        "\u{0}\u{1B}[31m\u{202E}txt",
        "<style>*{display:none}</style>", "{{{name}}} $HOME %s \\u0022",
    ]

    private func charts(seed: UInt64, direction: TextDirection = .leftToRight) -> [String] {
        var random = RandomCharts(seed: seed)
        func frame(_ name: String) -> ChartFrame {
            ChartFrame(id: "\(name)\(seed)", title: "Title", description: "Words", direction: direction)
        }
        return [
            random.scoreBars(rows: 6).svg(in: frame("s")), random.distributionBar().svg(in: frame("a")),
            random.dumbbell(rows: 4).svg(in: frame("d")), random.seriesLines(rows: 3).svg(in: frame("l")),
        ]
    }

    @Test(arguments: hostile)
    func hostileTextStaysText(text: String) throws {
        let frame = ChartFrame(id: text, title: text, description: text)
        let measure = Measure(0.5, text)
        let svgs = [
            ScoreBars(
                rows: [
                    .init(
                        label: text, score: measure, note: text, facilitators: measure, burden: measure, target: 0.6,
                        cap: Measure(0.4, text)),
                    .init(label: text, score: Measure(nil, text), facilitators: Measure(nil, text)),
                ], scoreHeading: text, axis: [measure]
            ).svg(in: frame),
            DistributionBar(
                options: [.init(2, text)], noAnswer: .init(1, text), mean: measure, meaning: .moreIsBetter
            ).svg(in: frame),
            DistributionBar(options: [], mean: Measure(nil, text), meaning: .moreIsBetter, withheld: text).svg(
                in: frame),
            Dumbbell(rows: [.init(label: text, now: measure, then: measure)]).svg(in: frame),
            SeriesLines(moments: [text], rows: [.init(label: text, points: [.init(measure, interval: 0.2...0.7)])]).svg(
                in: frame),
            ChartKey([.init(.burden, text)]).html(id: text),
        ]
        let allowed: Set = [
            "svg", "title", "desc", "g", "defs", "pattern", "path", "symbol", "line", "rect", "text", "use", "circle",
            "ul",
            "li",
        ]
        for svg in svgs {
            let root = try SVGElement(parsing: svg)
            #expect(Set(root.all.map(\.name)).isSubset(of: allowed))
            #expect(root.all.allSatisfy { element in !element.attributes.keys.contains { $0.hasPrefix("on") } })
            #expect(!svg.unicodeScalars.contains { $0.value < 0x20 || ("\u{202A}"..."\u{202E}").contains($0) })
        }
    }

    @Test(arguments: 0..<40)
    func wellFormedNamedAndSelfContained(seed: UInt64) throws {
        for svg in charts(seed: seed) {
            let root = try SVGElement(parsing: svg)
            #expect(root.attributes["role"] == "img")
            #expect(root.children.prefix(2).map(\.name) == ["title", "desc"])
            let names = root.children.prefix(2).compactMap { $0.attributes["id"] }
            #expect(root.attributes["aria-labelledby"] == names.joined(separator: " "))
            #expect(root.children.count == 3 && root.children.last?.attributes["aria-hidden"] == "true")
            let ids = Set(root.all.compactMap { $0.attributes["id"] })
            let references =
                root.all.compactMap { $0.attributes["href"].map { String($0.dropFirst()) } }
                + root.all.compactMap { $0.attributes["fill"].map { String($0.dropFirst(5).dropLast()) } }
            #expect(ids.isSuperset(of: references))
            // Nothing is defined that nothing uses.
            #expect(ids.subtracting(names) == Set(references))
            #expect(root.all.allSatisfy { $0.attributes["style"] == nil })
            #expect(!svg.contains("http") && !svg.contains("viewBox"))
        }
    }

    @Test func idsAreUniqueInAPage() throws {
        let page = (0..<20).flatMap { charts(seed: $0) }
        let ids = try page.flatMap { try SVGElement(parsing: $0).all.compactMap { $0.attributes["id"] } }
        #expect(ids.count > 100)
        #expect(Set(ids).count == ids.count)
        // Also where a careless caller's ids look like ours.
        let careless = try ["x", "x_t", "x_", "x t", "x_0_b"].flatMap { id in
            try SVGElement(
                parsing: Dumbbell(rows: []).svg(in: ChartFrame(id: id, title: "", description: ""))
            ).all.compactMap { $0.attributes["id"] }
        }
        #expect(Set(careless).count == careless.count)
    }

    @Test(arguments: 0..<40)
    func numbersHaveAtMostTwoDecimals(seed: UInt64) throws {
        for svg in charts(seed: seed) {
            for element in try SVGElement(parsing: svg).all {
                for (name, value) in element.attributes where !["class", "id", "aria-labelledby"].contains(name) {
                    #expect(!value.contains(/\.[0-9]{3}|[0-9]e[0-9-]|nan|inf/), "\(name)=\(value)")
                }
            }
        }
    }

    @Test(arguments: 0..<40)
    func theStylesheetKnowsEveryClassAndNoTextIsSmall(seed: UInt64) throws {
        for svg in charts(seed: seed) {
            for element in try SVGElement(parsing: svg).all {
                for name in element.classes { #expect(StylesheetFacts.classes.contains(name), "\(name)") }
                guard element.name == "text" else { continue }
                let size = try #require(element.classes.first.flatMap { StylesheetFacts.fontSizes[$0] })
                #expect((11...14).contains(size))
            }
        }
    }
}
