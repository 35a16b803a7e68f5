import Charts
import Testing

struct ChartKeyTests {
    private static let marks: [ChartKey.Mark] = [
        .facilitators, .cutOff, .burden, .cap, .target, .withheld, .option(0, of: 5, .moreIsBetter),
        .option(4, of: 5, .moreIsWorse), .noAnswer(.moreIsWorse), .mean(.moreIsBetter), .now(.moreIsBetter),
        .then(.moreIsWorse),
    ]

    @Test func toTheByte() {
        let key = ChartKey([.init(.facilitators, "Facilitators"), .init(.burden, "Burden <of> blockers")])
        let expected = """
            <ul class="chart-key"><li>\
            <svg class="chart chart-better" width="20" height="14" aria-hidden="true">\
            <rect class="f" x="1" y="1.5" width="18" height="11"/></svg>Facilitators</li><li>\
            <svg class="chart chart-worse" width="20" height="14" aria-hidden="true">\
            <pattern id="k_1_b" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <path class="hb" d="M2 0V5"/></pattern>\
            <rect class="b" fill="url(#k_1_b)" x="1" y="1.5" width="18" height="11"/></svg>\
            Burden &lt;of&gt; blockers</li></ul>
            """
        #expect(key.html(id: "k") == expected)
    }

    /// No two marks look the same without colour: they differ in shape or pattern, and options in their step.
    @Test func swatchesDiffer() throws {
        let drawings = try Self.marks.map { mark in
            let swatch = try #require(
                SVGElement(parsing: ChartKey([.init(mark, "")]).html(id: "k")).all("svg").first)
            return swatch.children.map { "\($0.name) \($0.attributes.sorted { $0.key < $1.key })" }.joined()
        }
        #expect(Set(drawings).count == Self.marks.count)
    }

    @Test func theArrowPointsWhereThePageIsRead() {
        let key = ChartKey([.init(.then(.moreIsBetter), "2026")])
        #expect(key.html(id: "k").contains("M15 7"))
        #expect(key.html(id: "k", direction: .rightToLeft).contains("M5 7"))
    }

    @Test func swatchesUseThePatternsAndClassesOfTheCharts() throws {
        let key = ChartKey(Self.marks.map { .init($0, "words") })
        let root = try SVGElement(parsing: key.html(id: "k"))
        for element in root.all {
            for name in element.classes { #expect(StylesheetFacts.classes.contains(name), "\(name)") }
        }
        #expect(root.all("li").allSatisfy { $0.text == "words" })
    }
}
