import Charts
import Testing

struct ColourTests {
    @Test(arguments: ["#12436d", "#000000", "#ffffff", "#00000a"])
    func writesWhatItReads(hex: String) throws {
        #expect(try #require(Colour(hex: hex)).css == hex)
        #expect(Colour(hex: hex.uppercased()) == Colour(hex: hex))
    }

    @Test(arguments: [
        "", "#", "#fff", "12436d", "#12436", "#12436dd", "#12436g", "#+2436d", " #12436d", "red", "#１２４３６",
    ])
    func refusesTheRest(text: String) {
        #expect(Colour(hex: text) == nil)
    }

    @Test func channels() {
        let colour = Colour(0xFF12_436D)
        #expect([colour.red, colour.green, colour.blue] == [0x12, 0x43, 0x6D])
    }
}
