import Questionnaires

/// A name as the bytes that stand for it in a JSON text, with the quotation mark that ends it.
struct ByteName {
    /// How far after a place the text must be readable so that a name can be compared there.
    static let reach = 8

    /// The first eight bytes, or as many as there are.
    fileprivate let word: UInt64
    fileprivate let mask: UInt64
    fileprivate let length: Int
    /// The bytes after the first eight.
    fileprivate let rest: [UInt8]

    init(_ name: String) {
        // A name that JSON writes with escapes, or may write in two ways, is left to others.
        guard name.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) else {
            (word, mask, length, rest) = (1, 0, 0, [])
            return
        }
        let bytes = Array(name.utf8) + [UInt8(ascii: "\"")]
        var word: UInt64 = 0
        for (place, byte) in bytes.prefix(8).enumerated() { word |= UInt64(byte) << UInt64(place * 8) }
        self.word = word
        mask = bytes.count >= 8 ? .max : 1 << UInt64(bytes.count * 8) - 1
        length = bytes.count
        rest = Array(bytes.dropFirst(8))
    }
}

/// A place in a text that ends with a line feed, and after which some bytes can be read.
///
/// Nothing passes over the line feed, so nothing need be compared with the end of the text.
struct ByteCursor {
    private(set) var place: UnsafePointer<UInt8>

    init(_ place: UnsafePointer<UInt8>) { self.place = place }

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
        while place.pointee == 0x20 || place.pointee == 0x09 || place.pointee == 0x0D { place += 1 }
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
        let word = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
        return word & name.mask == name.word && (name.length <= 8 || isAt(name.rest, after: 8))
    }

    private func isAt(_ bytes: [UInt8], after start: Int) -> Bool {
        for (offset, byte) in bytes.enumerated() where place[start + offset] != byte { return false }
        return true
    }

    @inline(__always)
    mutating func skip(_ name: ByteName) { place += name.length }

    @inline(__always)
    mutating func take(_ name: ByteName) -> Bool {
        guard isAt(name) else { return false }
        place += name.length
        return true
    }

    mutating func take(member name: StaticString) -> Bool {
        for offset in 0..<name.utf8CodeUnitCount where place[offset] != name.utf8Start[offset] { return false }
        place += name.utf8CodeUnitCount
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
