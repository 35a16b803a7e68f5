import Charts
import Testing

struct ChartFrameTests {
    @Test(arguments: [(288.0, 288.0), (200, 200), (20, 160), (-5, 160), (.nan, 288), (.infinity, 288)])
    func narrowestWidth(given: Double, taken: Double) {
        #expect(ChartFrame(id: "", title: "", description: "", narrowestWidth: given).narrowestWidth == taken)
    }
}
