import Charts
import Testing

/// Nothing overlaps at any width: every text stands free of texts and marks or well inside a plain bar.
struct OverlapTests {
    static let widths = [288.0, 303, 360, 414, 600, 768, 1024, 1400]

    /// Bars that may carry text.
    private static let plain: Set = ["f", "s0", "s1", "s2", "s3", "s4", "o", "w"]

    private func problems(_ svg: String, width: Double) throws -> [String] {
        let layout = try ScreenLayout(SVGElement(parsing: svg), width: width)
        var problems: [String] = []
        for (index, part) in layout.texts.enumerated() {
            let text = "“\(part.text ?? "")” at \(part.box)"
            let page = Box(left: -0.5, right: width + 0.5, top: 0, bottom: layout.height)
            if !page.contains(part.box) { problems.append("\(text) leaves the chart") }
            for other in layout.texts[..<index] where part.box.overlaps(other.box) {
                problems.append("\(text) meets “\(other.text ?? "")” at \(other.box)")
            }
            // The outline of the whole bar holds all segments.
            for mark in layout.marks where mark.cssClass != "r" && part.box.overlaps(mark.box) {
                let margin = Box(
                    left: part.box.left - 2, right: part.box.right + 2, top: part.box.top, bottom: part.box.bottom)
                let isInside = Self.plain.contains(mark.cssClass) && mark.box.contains(margin)
                if !isInside { problems.append("\(text) meets \(mark.cssClass) at \(mark.box)") }
            }
        }
        return problems
    }

    private func expectFree(_ svg: String) throws {
        for width in Self.widths {
            let problems = try problems(svg, width: width)
            #expect(problems == [], "\(width) px\n\(svg)")
        }
    }

    private func frame(_ seed: UInt64) -> ChartFrame {
        ChartFrame(
            id: "r", title: "", description: "", direction: seed.isMultiple(of: 3) ? .rightToLeft : .leftToRight)
    }

    @Test(arguments: 0..<150)
    func scoreBars(seed: UInt64) throws {
        var random = RandomCharts(seed: seed)
        try expectFree(random.scoreBars(rows: 5).svg(in: frame(seed)))
    }

    @Test(arguments: 0..<150)
    func distributionBars(seed: UInt64) throws {
        var random = RandomCharts(seed: seed)
        try expectFree(random.distributionBar().svg(in: frame(seed)))
    }

    @Test(arguments: 0..<150)
    func dumbbells(seed: UInt64) throws {
        var random = RandomCharts(seed: seed)
        try expectFree(random.dumbbell(rows: 4).svg(in: frame(seed)))
    }

    @Test(arguments: 0..<150)
    func seriesLines(seed: UInt64) throws {
        var random = RandomCharts(seed: seed)
        try expectFree(random.seriesLines(rows: 3).svg(in: frame(seed)))
    }

    /// The same in a narrower room, such as the column of a table.
    @Test(arguments: 0..<30)
    func narrowRooms(seed: UInt64) throws {
        var random = RandomCharts(seed: seed)
        let frame = ChartFrame(id: "r", title: "", description: "", narrowestWidth: 180)
        for svg in [random.scoreBars(rows: 3).svg(in: frame), random.dumbbell(rows: 3).svg(in: frame)] {
            for width in [180.0, 230, 500] { #expect(try problems(svg, width: width) == []) }
        }
    }

    /// The check itself finds what it is for.
    @Test func theCheckSeesOverlaps() throws {
        let crowded = """
            <svg class="chart" height="20"><title/><g><rect class="f" width="50%" height="20"/>\
            <text class="n" x="49%" y="14">62.5</text><text class="n" x="52%" y="14">60.0</text></g></svg>
            """
        #expect(try problems(crowded, width: 300).count == 2)
        #expect(try problems(crowded, width: 2000).count == 1)
    }
}
