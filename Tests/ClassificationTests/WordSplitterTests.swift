import Testing

@testable import Classification

@Suite struct WordSplitterTests {
    private func words(_ text: String, withPrefixes: Bool = false) -> [UInt64] {
        let splitter = WordSplitter(withPrefixes: withPrefixes)
        Array(text.utf8).withUnsafeBufferPointer { splitter.split($0) }
        return (0..<splitter.count).map { splitter.hashes[$0] }
    }

    /// Words as a person would describe them, for ASCII.
    private func naive(_ text: String) -> [String] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_") }.map(String.init)
            .filter { $0.count > 1 }
    }

    /// Random ASCII texts of every length up to 300 split as described, whatever the lengths of words.
    @Test func asciiTextsSplitAsDescribed() {
        var numbers = RandomNumbers(seed: 6)
        let splitter = WordSplitter(withPrefixes: false)
        for length in 0..<300 {
            let separators = 0.02 + 0.4 * numbers.unit()
            let bytes = (0..<length).map { _ -> UInt8 in
                if numbers.chance(separators) { return UInt8(ascii: " ") }
                return UInt8(numbers.chance(0.1) ? numbers.below(128) : 97 + numbers.below(26))
            }
            bytes.withUnsafeBufferPointer { splitter.split($0) }
            let expected = naive(String(decoding: bytes, as: UTF8.self)).flatMap { words($0) }
            #expect((0..<splitter.count).map { splitter.hashes[$0] } == expected)
        }
    }

    /// The way for ASCII and the way for any script hash the same words the same.
    @Test func bothWaysAgree() {
        var numbers = RandomNumbers(seed: 7)
        for length in 1..<200 {
            let bytes = (0..<length).map { _ in UInt8(32 + numbers.below(95)) }
            let text = String(decoding: bytes, as: UTF8.self)
            for withPrefixes in [false, true] {
                let ascii = WordSplitter(withPrefixes: withPrefixes)
                let other = WordSplitter(withPrefixes: withPrefixes)
                Array(text.utf8).withUnsafeBufferPointer { ascii.split($0) }
                // A dash beyond ASCII at the end separates and changes nothing else.
                Array((text + "—").utf8).withUnsafeBufferPointer { other.split($0) }
                #expect(ascii.count == other.count)
                for word in 0..<ascii.count {
                    #expect(ascii.hashes[word] == other.hashes[word])
                    if withPrefixes {
                        #expect(ascii.prefixes[2 * word] == other.prefixes[2 * word])
                        #expect(ascii.prefixes[2 * word + 1] == other.prefixes[2 * word + 1])
                    }
                }
            }
        }
    }

    @Test func allBytesAreClassifiedAsTheTableSays() {
        for byte in UInt8(0)..<128 {
            let isWord = ScalarKind.bytes[Int(byte)] != 0
            #expect(words(String(decoding: [byte, byte], as: UTF8.self)).count == (isWord ? 1 : 0))
        }
    }

    @Test func caseDoesNotMatter() {
        #expect(words("Crane DRIVER Über ΣΟΦΟΣ") == words("crane driver über σοφοσ"))
    }

    @Test func wordsDifferByLengthAndContent() {
        #expect(Set(words("aa aaa aaaaaaaa aaaaaaaaa aaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaa ab ba")).count == 8)
    }

    @Test func onlyScriptsWithoutSpacesKeepSingleCharacters() {
        #expect(words("a 1 é я").isEmpty)
        #expect(words("看護師").count == 3)
        #expect(words("ab漢cd").count == 3)
        #expect(words("a漢b") == words("漢"))
    }

    @Test func illFormedBytesSeparate() {
        let splitter = WordSplitter(withPrefixes: false)
        (Array("crane".utf8) + [0xFF, 0xC3] + Array("driver".utf8) + [0xE6]).withUnsafeBufferPointer {
            splitter.split($0)
        }
        #expect((0..<splitter.count).map { splitter.hashes[$0] } == words("crane driver"))
    }

    @Test func prefixesAreSharedByInflections() {
        let splitter = WordSplitter(withPrefixes: true)
        Array("drivers driving driv drive".utf8).withUnsafeBufferPointer { splitter.split($0) }
        #expect(splitter.prefixes[0] == splitter.prefixes[2])
        #expect(splitter.prefixes[0] == splitter.prefixes[6])
        #expect(splitter.prefixes[1] != splitter.prefixes[3])
        // No more than four characters: no prefix; no more than five: the first only.
        #expect(splitter.prefixes[4] == 0 && splitter.prefixes[5] == 0)
        #expect(splitter.prefixes[6] != 0 && splitter.prefixes[7] == 0)
    }

    @Test func lowerCaseThatTakesMoreBytesFits() {
        // U+023A takes two bytes, its lower case three.
        let text = String(repeating: "\u{23A}", count: 5000)
        #expect(words(text) == words(text.lowercased()))
        #expect(words(text).count == 1)
    }
}
