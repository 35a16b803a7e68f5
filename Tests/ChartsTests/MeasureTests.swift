import Charts
import Testing

struct MeasureTests {
    @Test(arguments: [(0.625, 0.625), (0, 0), (1, 1), (-0.1, 0), (1.1, 1)])
    func staysOnTheScale(given: Double, fraction: Double) {
        #expect(Measure(given, "") == Measure(fraction, ""))
        #expect(Measure(given, "").fraction == fraction)
    }

    @Test(arguments: [nil, .nan, .infinity, -.infinity] as [Double?])
    func whatIsNoNumberIsWithheld(given: Double?) {
        #expect(Measure(given, "withheld").fraction == nil)
        #expect(Measure(given, "withheld").text == "withheld")
    }
}
