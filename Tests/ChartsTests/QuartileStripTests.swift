import Charts
import SeededRandomness
import Testing

struct QuartileStripTests {
    private let frame = ChartFrame(id: "q", title: "Offices", description: "A box from 40 to 60.")

    private func root(_ rows: [QuartileStrip.Row]) throws -> SVGElement {
        try SVGElement(parsing: QuartileStrip(rows: rows, axis: []).svg(in: frame))
    }

    @Test func aBoxABarAndADiamond() throws {
        let chart = try root([.init(label: "A", note: "n", lower: 0.4, median: 0.5, upper: 0.6, own: 0.7)])
        #expect(chart.all("rect").map { $0.attributes["x"] } == ["40%", "40%"])
        #expect(chart.all("rect").map { $0.attributes["width"] } == ["20%", "20%"])
        #expect(chart.all("line").filter { $0.classes == ["v"] }.map { $0.attributes["x1"] } == ["50%"])
        #expect(chart.all("use").map { $0.attributes["x"] } == ["70%"])
        #expect(chart.all("text").map(\.text) == ["A", "n"])
    }

    @Test func whatIsNotShownHasNoMark() throws {
        let chart = try root([.init(label: "A", note: "not shown"), .init(label: "B", note: "m", median: 0.3)])
        #expect(chart.all("rect").isEmpty && chart.all("use").isEmpty && chart.all("path").isEmpty)
        #expect(chart.all("line").filter { $0.classes == ["v"] }.count == 1)
    }

    @Test func whatLiesBeyondTheScaleStandsAtItsEnd() throws {
        let chart = try root([.init(label: "A", note: "n", own: 1.2), .init(label: "B", note: "n", own: .nan)])
        #expect(chart.all("use").map { $0.attributes["x"] } == ["100%"])
    }

    /// From right to left the box stands on the other side.
    @Test func mirrored() throws {
        let frame = ChartFrame(id: "q", title: "", description: "", direction: .rightToLeft)
        let row = QuartileStrip.Row(label: "A", note: "n", lower: 0.1, median: 0.2, upper: 0.3, own: 0.4)
        let chart = try SVGElement(parsing: QuartileStrip(rows: [row], axis: []).svg(in: frame))
        #expect(chart.all("rect").map { $0.attributes["x"] } == ["70%", "70%"])
        #expect(chart.all("use").map { $0.attributes["x"] } == ["60%"])
    }
}
