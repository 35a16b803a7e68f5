import Charts
import Testing

struct DumbbellTests {
    private let frame = ChartFrame(id: "d", title: "Change", description: "From 50 to 63.")

    private func root(_ rows: [Dumbbell.Row], axis: [Measure] = []) throws -> SVGElement {
        try SVGElement(parsing: Dumbbell(rows: rows, axis: axis).svg(in: frame))
    }

    @Test func aCardToTheByte() {
        let chart = Dumbbell(rows: [.init(now: Measure(0.5, "50.0"), then: Measure(0.633, "63.3"))], axis: [])
        let expected = """
            <svg class="chart chart-better" width="100%" height="21" role="img" aria-labelledby="d_t d_d">\
            <title id="d_t">Change</title><desc id="d_d">From 50 to 63.</desc><g aria-hidden="true"><defs>\
            <path id="d_r" d="M5 0-5-6V6z"/></defs><line class="a" x2="100%" y1="20" y2="20"/>\
            <line class="v" x1="50%" x2="63.3%" y1="9" y2="9"/><circle class="y" cx="50%" cy="9" r="4.5"/>\
            <use class="p" href="#d_r" x="63.3%" y="9"/><text class="n e" x="50%" dx="-10" y="13">50.0</text>\
            <text class="n" x="63.3%" dx="10" y="13">63.3</text></g></svg>
            """
        #expect(chart.svg(in: frame) == expected)
    }

    @Test func aFallPointsBackAndItsNumbersChangeSides() throws {
        let chart = try root([.init(label: "A", now: Measure(0.7, "70"), then: Measure(0.4, "40"))])
        #expect(chart.all("use").map { $0.attributes["href"] } == ["#d_l"])
        #expect(chart.all("path").map { $0.attributes["id"] } == ["d_l"])
        let numbers = chart.all("text").dropFirst()
        #expect(numbers.map(\.text) == ["70", "40"])
        #expect(numbers.map { $0.attributes["dx"] } == ["10", "-10"])
    }

    @Test func noChangeIsARingWithBothNumbersAndNoArrow() throws {
        let chart = try root([.init(label: "A", now: Measure(0.7, "70"), then: Measure(0.7, "70"))])
        #expect(chart.all("use").isEmpty && chart.all("line").filter { $0.classes == ["v"] }.isEmpty)
        #expect(chart.all("circle").flatMap(\.classes) == ["y"])
        #expect(chart.all("text").map(\.text) == ["A", "70", "70"])
    }

    @Test func aWithheldEndIsAWordAndNotAMark() throws {
        let withoutNow = try root([.init(label: "A", now: Measure(nil, "not comparable"), then: Measure(0.7, "70"))])
        #expect(withoutNow.all("circle").flatMap(\.classes) == ["p"])
        #expect(withoutNow.all("text").map(\.text) == ["A", "not comparable", "70"])
        let withoutThen = try root([.init(label: "A", now: Measure(0.7, "70"), then: Measure(nil, "withheld"))])
        #expect(withoutThen.all("circle").flatMap(\.classes) == ["y"])
        #expect(withoutThen.all("text").map(\.text) == ["A", "withheld", "70"])
        let neither = try root([.init(label: "A", now: Measure(nil, "gone"), then: Measure(nil, "withheld"))])
        #expect(neither.all("circle").isEmpty && neither.all("use").isEmpty)
        #expect(neither.all("text").map(\.text) == ["A", "gone", "withheld"])
    }

    @Test func guttersOnlyAtTheEndsThatNeedThem() throws {
        func rootClass(_ now: Double, _ then: Double) throws -> String? {
            try root([.init(now: Measure(now, "12.3"), then: Measure(then, "12.3"))]).attributes["class"]
        }
        #expect(try rootClass(0.3, 0.6) == "chart chart-better")
        #expect(try rootClass(0, 0.6) == "chart chart-better chart-start-46")
        #expect(try rootClass(0.3, 1) == "chart chart-better chart-end-46")
        #expect(try rootClass(1, 0) == "chart chart-better chart-start-46 chart-end-46")
    }

    @Test func aSmallChangeHasASeamBetweenRingAndArrow() throws {
        let chart = try root([
            .init(now: Measure(0.5, "50"), then: Measure(0.51, "51")),
            .init(now: Measure(0.5, "50"), then: Measure(0.7, "70")),
        ])
        #expect(chart.all("use").map(\.classes) == [["p", "k"], ["p"]])
    }

    @Test func theMeaningDecidesTheColour() {
        let rows = [Dumbbell.Row(now: Measure(0.5, "50"), then: Measure(0.4, "40"))]
        #expect(
            Dumbbell(rows: rows, meaning: .moreIsWorse).svg(in: frame).hasPrefix("<svg class=\"chart chart-worse\""))
    }
}
