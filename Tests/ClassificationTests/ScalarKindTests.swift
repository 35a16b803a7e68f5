import Testing

@testable import Classification

@Suite struct ScalarKindTests {
    private func code(_ character: Unicode.Scalar) -> UInt32 { ScalarKind(of: character.value).code }

    @Test func lettersOfManyScriptsAreLowered() {
        for (upper, lower) in [("Ä", "ä"), ("Ж", "ж"), ("Ω", "ω"), ("Ա", "ա"), ("𐐀", "𐐨")]
            as [(Unicode.Scalar, Unicode.Scalar)]
        {
            #expect(code(upper) == lower.value)
        }
        for letter in ["ß", "א", "م", "क", "ि", "가", "ሀ", "٣"] as [Unicode.Scalar] {
            #expect(code(letter) == letter.value)
        }
    }

    @Test func scriptsWithoutSpacesGiveAWordAScalar() {
        for letter in ["漢", "𠀀", "か", "カ", "ｶ", "ก", "ກ", "ក", "က", "々"] as [Unicode.Scalar] {
            #expect(code(letter) == letter.value | ScalarKind.alone)
        }
    }

    @Test func everythingElseSeparates() {
        for mark in ["«", "…", "—", "、", "।", "،", "\u{A0}", "€", "😀", "\u{200B}"] as [Unicode.Scalar] {
            #expect(code(mark) == 0)
        }
    }

    /// Decoding accepts exactly what the standard library accepts, on random bytes that are often nearly right.
    @Test func decodingIsThatOfTheStandardLibrary() {
        var numbers = RandomNumbers(seed: 5)
        for _ in 0..<50_000 {
            var bytes: [UInt8] = [UInt8(0x80 + numbers.below(128))]
            for _ in 0..<3 { bytes.append(UInt8(numbers.chance(0.8) ? 0x80 + numbers.below(64) : numbers.below(256))) }
            var decoder = UTF8()
            var iterator = bytes.makeIterator()
            let decoded = bytes.withUnsafeBufferPointer { ScalarKind.decode($0, at: 0) }
            if case .scalarValue(let scalar) = decoder.decode(&iterator) {
                #expect(decoded.length == UTF8.width(scalar))
                #expect(decoded.code == ScalarKind(of: scalar.value).code)
            } else {
                #expect(decoded.length == 1)
                #expect(decoded.code == 0)
            }
        }
    }

    @Test func aSequenceCutShortIsIllFormed() {
        let bytes: [UInt8] = [0xE6, 0xBC]
        #expect(bytes.withUnsafeBufferPointer { ScalarKind.decode($0, at: 0) }.length == 1)
    }
}
