import Charts
import Testing

struct SeriesLinesTests {
    private let frame = ChartFrame(id: "s", title: "Over time", description: "50, then 63, then 40.")

    private func root(_ points: [SeriesLines.Point], moments: [String] = ["2024", "2025", "2026"]) throws -> SVGElement
    {
        try SVGElement(
            parsing: SeriesLines(moments: moments, rows: [.init(label: "A", points: points)]).svg(in: frame))
    }

    private func classes(_ root: SVGElement, _ name: String) -> [String] { root.all(name).flatMap(\.classes) }

    /// The field is 64 px high: 18 px for the name, 16 of numbers 10 of air above it.
    @Test func placesByHand() throws {
        let chart = try root([
            .init(Measure(0.5, "50.0")), .init(Measure(1, "100.0")), .init(Measure(0, "0.0")),
        ])
        let circles = chart.all("circle")
        #expect(circles.map { $0.attributes["cx"] } == ["16.67%", "50%", "83.33%"])
        #expect(circles.map { $0.attributes["cy"] } == ["76", "44", "108"])
        let lines = chart.all("line").filter { $0.classes == ["j"] }
        #expect(lines.map { $0.attributes["y1"] } == ["76", "44"])
        #expect(lines.map { $0.attributes["y2"] } == ["44", "108"])
        #expect(
            chart.all("text").map(\.text)
                == ["A", "50.0", "100.0", "0.0", "100", "50", "0", "2024", "2025", "2026"])
    }

    @Test func aGapWhereTwoMayNotBeCompared() throws {
        let chart = try root([
            .init(Measure(0.5, "50")), .init(Measure(0.6, "60"), isJoined: false), .init(Measure(0.7, "70")),
        ])
        #expect(classes(chart, "line").filter { $0 == "j" }.count == 1)
        #expect(chart.all("circle").count == 3)
    }

    @Test func aWithheldNumberHasNoPoint() throws {
        let chart = try root([
            .init(Measure(0.5, "50")), .init(Measure(nil, "withheld")), .init(Measure(0.7, "70")),
        ])
        #expect(chart.all("circle").count == 2)
        #expect(!classes(chart, "line").contains("j"))
        #expect(chart.all("text").map(\.text).contains("withheld"))
    }

    @Test func intervalsWhereTheyAreKnown() throws {
        let chart = try root([
            .init(Measure(0.5, "50"), interval: 0.25...0.75), .init(Measure(0.6, "60")), .init(Measure(0.7, "70")),
        ])
        let whiskers = chart.all("line").filter { $0.classes == ["u"] }
        #expect(whiskers.count == 1)
        #expect(whiskers[0].attributes["y1"] == "60" && whiskers[0].attributes["y2"] == "92")
    }

    /// Of twelve waves in a narrow window some names and numbers are left out, but never the ends.
    @Test func manyMoments() throws {
        let chart = try root(
            (0..<12).map { .init(Measure(Double($0) / 12, "\($0 * 8).5")) }, moments: (0..<12).map { "\(2020 + $0)" })
        let texts = chart.all("text").map(\.text)
        #expect(texts.contains("2020") && texts.contains("2031") && !texts.contains("2030"))
        #expect(texts.contains("0.5") && texts.contains("88.5") && texts.count < 20)
        #expect(chart.all("circle").count == 12)
    }
}
