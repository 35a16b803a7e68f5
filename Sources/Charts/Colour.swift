/// An opaque sRGB colour.
public struct Colour: Sendable, Equatable {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public static let white = Colour(0xFFFFFF)
    public static let black = Colour(0x000000)

    /// - Parameter rgb: as in CSS, for example `0x12436D`; bits above 24 are ignored.
    public init(_ rgb: UInt32) {
        red = UInt8(truncatingIfNeeded: rgb >> 16)
        green = UInt8(truncatingIfNeeded: rgb >> 8)
        blue = UInt8(truncatingIfNeeded: rgb)
    }

    /// A colour as people write it in a configuration: `#12436D`, in either case.
    ///
    /// - Returns: nothing for any other text.
    public init?(hex: String) {
        guard hex.utf8.count == 7, hex.utf8.first == UInt8(ascii: "#"), hex.utf8.dropFirst().allSatisfy(Self.isDigit),
            let rgb = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(rgb)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }

    /// The colour as CSS writes it: `#12436d`.
    public var css: String {
        let rgb = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
        let digits = String(rgb, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
