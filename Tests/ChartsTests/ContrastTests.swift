import Charts
import Foundation
import Testing

struct ContrastTests {
    /// What WebAIM's checker and others say of well-known colours.
    @Test(arguments: [
        (UInt32(0x000000), 21.0), (0xFFFFFF, 1), (0x777777, 4.48), (0x767676, 4.54), (0x0000FF, 8.59), (0xFF0000, 4.0),
        (0x12436D, 10.25), (0xF46A25, 3.03),
    ])
    func ratiosToWhite(rgb: UInt32, ratio: Double) {
        #expect(abs(Contrast.ratio(Colour(rgb), .white) - ratio) < 0.005)
        #expect(Contrast.ratio(Colour(rgb), .white) == Contrast.ratio(.white, Colour(rgb)))
    }

    /// The formula of WCAG 2.2 with the mathematics library that the module does without.
    @Test func agreesWithTheMathematicsLibraryOnEveryGrey() {
        for channel in 0...255 {
            let value = Double(channel) / 255
            let expected = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            let grey = Colour(UInt32(channel) * 0x010101)
            #expect(abs(Contrast.luminance(of: grey) - expected) < 1e-14)
        }
    }

    @Test func channelsWeighAsTheEyeDoes() {
        #expect(abs(Contrast.luminance(of: Colour(0xFF0000)) - 0.2126) < 1e-15)
        #expect(abs(Contrast.luminance(of: Colour(0x00FF00)) - 0.7152) < 1e-15)
        #expect(abs(Contrast.luminance(of: Colour(0x0000FF)) - 0.0722) < 1e-15)
    }

    @Test func blackOrWhiteTextIsEnoughOnEveryColour() {
        var least = 21.0
        for red in stride(from: UInt32(0), through: 255, by: 5) {
            for green in stride(from: UInt32(0), through: 255, by: 5) {
                for blue in stride(from: UInt32(0), through: 255, by: 17) {
                    let colour = Colour(red << 16 | green << 8 | blue)
                    least = min(least, Contrast.ratio(Contrast.text(on: colour), colour))
                }
            }
        }
        #expect(least >= 4.58)
    }
}
