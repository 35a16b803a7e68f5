import Charts
import Testing

@Suite struct GrowthChartTests {
    private let chart = GrowthChart(
        points: [
            .init(size: 0.75, amount: Measure(0.5, "10 s"), interval: 0.4...0.7),
            .init(size: 0.25, amount: Measure(0.25, "1 s")),
        ],
        sizes: [Measure(0.25, "1,000"), Measure(0.75, "10,000")],
        amounts: [Measure(0.25, "1 s"), Measure(0.75, "100 s")], limit: Measure(0.9, "may take 500 s"))

    private func root(_ direction: TextDirection = .leftToRight) throws -> SVGElement {
        try SVGElement(
            parsing: chart.svg(
                in: ChartFrame(id: "g", title: "Growth", description: "Two sizes.", direction: direction)))
    }

    /// The plot is 220 px high and begins at 20, so that 0.25 is at 185 and 0.5 at 130.
    @Test func pointsStandWhereTheyBelong() throws {
        let circles = try root().all("circle")
        #expect(circles.map { $0.attributes["cx"] } == ["25%", "75%"])
        #expect(circles.map { $0.attributes["cy"] } == ["185", "130"])
        // What was measured is filled, a forecast is a ring.
        #expect(circles.map(\.classes) == [["p"], ["y"]])
    }

    @Test func aForecastHasItsIntervalAndADashedLine() throws {
        let lines = try root().all("line")
        let dashed = try #require(lines.first { $0.classes == ["v", "d"] })
        #expect(dashed.attributes["x1"] == "25%" && dashed.attributes["x2"] == "75%")
        #expect(dashed.attributes["y1"] == "185" && dashed.attributes["y2"] == "130")
        let upright = try #require(lines.first { $0.classes == ["v"] && $0.attributes["x1"] == $0.attributes["x2"] })
        #expect(upright.attributes["y1"] == "86" && upright.attributes["y2"] == "152")
    }

    @Test func theLimitIsNamed() throws {
        #expect(try root().all("text").map(\.text).contains("may take 500 s"))
        #expect(try root().all("line").contains { $0.classes == ["z"] && $0.attributes["y1"] == "42" })
    }

    @Test func fromRightToLeftItIsMirrored() throws {
        #expect(try root(.rightToLeft).all("circle").map { $0.attributes["cx"] } == ["75%", "25%"])
    }

    @Test func amountsThatAreNotKnownAreLeftOut() throws {
        let chart = GrowthChart(
            points: [.init(size: 0.5, amount: Measure(nil, "not known"))], sizes: [], amounts: [])
        let root = try SVGElement(parsing: chart.svg(in: ChartFrame(id: "g", title: "t", description: "d")))
        #expect(root.all("circle").isEmpty)
    }
}
