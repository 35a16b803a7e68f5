import Questionnaires

/// A name as the bytes that stand for it in a JSON text, with the quotation mark that ends it.
struct ByteName {
    /// How far after a place the text must be readable so that a name can be compared there.
    static let reach = 32

    /// The first eight bytes, or as many as there are, and which bytes of a text they are compared with.
    fileprivate let word: UInt64
    fileprivate let mask: UInt64
    fileprivate let length: Int
    /// The bytes after the first eight, in the same way.
    fileprivate let more: SIMD3<UInt64>
    fileprivate let moreMask: SIMD3<UInt64>

    /// The byte with which it begins.
    var firstByte: UInt8 { UInt8(truncatingIfNeeded: word) }

    init(_ name: String) { self.init(name, before: "", after: "\"") }

    /// A name together with what stands before and after it.
    init(_ name: String, before: String, after: String) {
        let bytes = Array("\(before)\(name)\(after)".utf8)
        // A name that JSON writes with escapes, or may write in two ways, is left to others, and so is a very long one.
        let isPlain = name.utf8.allSatisfy {
            0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        guard isPlain, bytes.count <= ByteName.reach else {
            // No text has these bits.
            (word, mask, length, more, moreMask) = (1, 0, 0, .zero, .zero)
            return
        }
        var words = SIMD4<UInt64>.zero
        var masks = SIMD4<UInt64>.zero
        for (place, byte) in bytes.enumerated() {
            words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
            masks[place / 8] |= 0xFF << UInt64(place % 8 * 8)
        }
        (word, mask) = (words[0], masks[0])
        more = SIMD3(words[1], words[2], words[3])
        moreMask = SIMD3(masks[1], masks[2], masks[3])
        length = bytes.count
    }
}

/// A place in a text that ends with a line feed, and after which some bytes can be read.
///
/// Nothing passes over the line feed, so nothing need be compared with the end of the text.
struct ByteCursor {
    private(set) var place: UnsafePointer<UInt8>

    init(_ place: UnsafePointer<UInt8>) { self.place = place }

    /// The byte at the place.
    var byte: UInt8 {
        @inline(__always) get { place.pointee }
    }

    @inline(__always)
    func isAt(_ character: Unicode.Scalar) -> Bool { place.pointee == UInt8(ascii: character) }

    @inline(__always)
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard place.pointee == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    @inline(__always)
    mutating func skipSpace() {
        // Nearly always there is none, and one comparison tells.
        while place.pointee <= 0x20, place.pointee == 0x20 || place.pointee == 0x09 || place.pointee == 0x0D {
            place += 1
        }
    }

    /// Passes over a comma and the space around it.
    @inline(__always)
    mutating func takeComma() -> Bool {
        guard take(",") else { return false }
        skipSpace()
        return true
    }

    /// Passes over a colon and the space around it.
    @inline(__always)
    mutating func takeColon() -> Bool {
        skipSpace()
        guard take(":") else { return false }
        skipSpace()
        return true
    }

    // MARK: Names

    @inline(__always)
    func isAt(_ name: ByteName) -> Bool {
        word(0) & name.mask == name.word && (name.length <= 8 || isAtMore(name))
    }

    private func isAtMore(_ name: ByteName) -> Bool {
        SIMD3(word(8), word(16), word(24)) & name.moreMask == name.more
    }

    /// The byte after a name that stands at the place, and the one after that.
    ///
    /// - Precondition: the name stands there; the second is of no meaning where the first is the line feed.
    @inline(__always)
    func bytes(after name: ByteName) -> (UInt8, UInt8) { (place[name.length], place[name.length + 1]) }

    /// The eight bytes at a distance.
    @inline(__always)
    private func word(_ distance: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(place + distance).loadUnaligned(as: UInt64.self))
    }

    /// Passes over a name that stands at the place, and some bytes after it.
    @inline(__always)
    mutating func skip(_ name: ByteName, and more: Int = 0) { place += name.length + more }

    @inline(__always)
    mutating func take(_ name: ByteName) -> Bool {
        guard isAt(name) else { return false }
        place += name.length
        return true
    }

    // MARK: Values

    /// The number 1, as a version of a format is written.
    mutating func takeOne() -> Bool {
        guard take("1") else { return false }
        // 1.0 and 1e0 are the same number, and are left to others.
        return isAt(",") || isAt("}") || isAt(" ") || isAt("\t") || isAt("\r")
    }

    /// What is known of a text that was passed over.
    struct PassedText {
        /// Whether it has a character that is certainly not space.
        let showsSomething: Bool
    }

    /// Passes over a text in quotation marks; only such escapes are understood as can go nowhere wrong.
    mutating func takeText() -> PassedText? {
        guard take("\"") else { return nil }
        let start = place
        var isASCII = true
        var showsSomething = false
        var hasEscapes = false
        while true {
            let byte = place.pointee
            switch byte {
            case UInt8(ascii: "\""):
                if !isASCII {
                    let bytes = UnsafeBufferPointer(start: start, count: place - start)
                    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
                }
                place += 1
                return PassedText(showsSomething: showsSomething && !hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                place += 1
                switch place.pointee {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                    UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                    break
                default: return nil
                }
            case 0..<0x20: return nil
            case 0x20: break
            case 0x80...: isASCII = false
            default: showsSomething = true
            }
            place += 1
        }
    }

    /// Passes over an id in quotation marks.
    mutating func takeIdentifier() -> UnsafeBufferPointer<UInt8>? {
        guard take("\"") else { return nil }
        let start = place
        while true {
            switch place.pointee {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                place += 1
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                guard place > start else { return nil }
                place += 1
            case UInt8(ascii: "\""):
                let name = UnsafeBufferPointer(start: start, count: place - start)
                guard (1...100).contains(name.count) else { return nil }
                place += 1
                return name
            default: return nil
            }
        }
    }

    /// Passes over a day in quotation marks: year × 10,000 + month × 100 + day.
    mutating func takeDate() -> Int? {
        guard take("\"") else { return nil }
        let start = place
        var code = 0
        for offset in 0..<10 {
            let byte = place.pointee
            if offset == 4 || offset == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
                code = code * 10 + Int(byte - UInt8(ascii: "0"))
            }
            place += 1
        }
        guard take("\"") else { return nil }
        // All months have these days; of others the calendar must be asked.
        if (1...12).contains(code / 100 % 100), (1...28).contains(code % 100), code >= 10000 { return code }
        let text = String(decoding: UnsafeBufferPointer(start: start, count: 10), as: UTF8.self)
        return CalendarDate.isValid(text) && code >= 10000 ? code : nil
    }
}
