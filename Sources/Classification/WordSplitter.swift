/// Finds the words of a text and hashes them.
///
/// A word's hash is that of its lower-case UTF-8, eight bytes at a time. Texts in ASCII, eight bytes of which are
/// looked at together (L. Lamport, "Multiple byte processing with full-word instructions", CACM 18, 1975), take a way
/// without a branch for each byte; other texts are decoded scalar by scalar. Both give the same hashes. A splitter
/// owns its working memory and serves one thread at a time.
final class WordSplitter {
    /// How many words the last text has.
    private(set) var count = 0
    /// The hashes of the words of the last text.
    private(set) var hashes: UnsafeMutablePointer<UInt64>
    /// For each word, the hash of its first four and of its first five characters, 0 if it has no more than those.
    private(set) var prefixes: UnsafeMutablePointer<UInt64>

    private let withPrefixes: Bool
    private var capacity = 0
    /// The text in lower case, with eight bytes to spare.
    private var lower: UnsafeMutableRawPointer
    /// A bit for each byte, set in words.
    private var masks: UnsafeMutablePointer<UInt64>
    /// Where words begin and end, by turns.
    private var edges: UnsafeMutablePointer<Int>

    init(withPrefixes: Bool) {
        self.withPrefixes = withPrefixes
        hashes = .allocate(capacity: 0)
        prefixes = .allocate(capacity: 0)
        lower = .allocate(byteCount: 0, alignment: 8)
        masks = .allocate(capacity: 0)
        edges = .allocate(capacity: 0)
        reserve(bytes: 1024)
    }

    deinit { deallocate() }

    private func deallocate() {
        hashes.deallocate()
        prefixes.deallocate()
        lower.deallocate()
        masks.deallocate()
        edges.deallocate()
    }

    private func reserve(bytes: Int) {
        guard bytes > capacity else { return }
        deallocate()
        capacity = bytes * 2
        // A word takes two bytes at least, and one of one byte is an edge on both sides. Lower case can take half as
        // much again.
        hashes = .allocate(capacity: capacity / 2 + 2)
        prefixes = .allocate(capacity: withPrefixes ? capacity + 4 : 0)
        lower = .allocate(byteCount: capacity * 2 + 16, alignment: 8)
        masks = .allocate(capacity: capacity / 64 + 2)
        edges = .allocate(capacity: capacity + 4)
    }

    /// Splits a text; linear in its bytes.
    func split(_ text: UnsafeBufferPointer<UInt8>) {
        reserve(bytes: text.count)
        if classify(UnsafeRawBufferPointer(text), lower: lower, masks: masks) {
            count = hashWords(edgeCount: findEdges(maskCount: text.count / 64 + 1, masks, edges), lower, edges)
        } else {
            count = splitScalars(text)
        }
    }

    // MARK: ASCII

    @inline(__always)
    private func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Lowers the text and marks the bytes of words; false if the text is not ASCII.
    private func classify(
        _ text: UnsafeRawBufferPointer, lower: UnsafeMutableRawPointer, masks: UnsafeMutablePointer<UInt64>
    ) -> Bool {
        var seen: UInt64 = 0
        var mask: UInt64 = 0
        let whole = text.count & ~7
        var place = 0
        while place < whole {
            let bytes = text.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
            seen |= bytes
            mask |= classify(bytes, into: lower + place) << UInt64(place & 63)
            place += 8
            if place & 63 == 0 {
                masks[place / 64 - 1] = mask
                mask = 0
            }
        }
        var rest: UInt64 = 0
        for offset in 0..<text.count & 7 { rest |= UInt64(text[whole + offset]) << UInt64(offset * 8) }
        mask |= classify(rest, into: lower + place) << UInt64(place & 63)
        masks[place / 64] = mask
        return (seen | rest) & repeated(0x80) == 0
    }

    /// Writes eight bytes in lower case; the result has a bit for each of them that belongs to a word. All ranges are
    /// tested by adding what carries the first byte beyond them into the eighth bit.
    @inline(__always)
    private func classify(_ bytes: UInt64, into lower: UnsafeMutableRawPointer) -> UInt64 {
        let eighth = repeated(0x80)
        let folded = bytes | repeated(0x20)
        let letters = (folded &+ repeated(0x80 - 0x61)) & ~(folded &+ repeated(0x80 - 0x7B)) & eighth
        let digits = (bytes &+ repeated(0x80 - 0x30)) & ~(bytes &+ repeated(0x80 - 0x3A)) & eighth
        let lowLines = ~((bytes ^ repeated(0x5F)) &+ repeated(0x7F)) & eighth
        lower.storeBytes(of: (bytes | letters >> 2).littleEndian, as: UInt64.self)
        return (((letters | digits | lowLines) >> 7) &* 0x0102_0408_1020_4080) >> 56
    }

    private func findEdges(maskCount: Int, _ masks: UnsafeMutablePointer<UInt64>, _ edges: UnsafeMutablePointer<Int>)
        -> Int
    {
        var count = 0
        var carry: UInt64 = 0
        for number in 0..<maskCount {
            let mask = masks[number]
            var changes = mask ^ (mask << 1 | carry)
            carry = mask >> 63
            while changes != 0 {
                edges[count] = number &* 64 &+ changes.trailingZeroBitCount
                count &+= 1
                changes &= changes &- 1
            }
        }
        return count
    }

    private func hashWords(edgeCount: Int, _ lower: UnsafeMutableRawPointer, _ edges: UnsafeMutablePointer<Int>) -> Int
    {
        let hashes = hashes
        let prefixes = prefixes
        let withPrefixes = withPrefixes
        var count = 0
        var edge = 0
        while edge < edgeCount {
            let start = edges[edge]
            let length = edges[edge + 1] - start
            hashes[count] = WordSplitter.hash(lower + start, length)
            if withPrefixes {
                prefixes[count * 2] = length > 4 ? WordSplitter.hash(lower + start, 4) : 0
                prefixes[count * 2 + 1] = length > 5 ? WordSplitter.hash(lower + start, 5) : 0
            }
            count += length > 1 ? 1 : 0
            edge += 2
        }
        return count
    }

    // MARK: Any script

    private func splitScalars(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var wordCount = 0
        var length = 0
        var byteCount = 0
        var four = 0
        var five = 0
        func endWord(_ minimum: Int) {
            if length >= minimum {
                hashes[wordCount] = WordSplitter.hash(lower, byteCount)
                if withPrefixes {
                    prefixes[wordCount * 2] = length > 4 ? WordSplitter.hash(lower, four) : 0
                    prefixes[wordCount * 2 + 1] = length > 5 ? WordSplitter.hash(lower, five) : 0
                }
                wordCount += 1
            }
            length = 0
            byteCount = 0
        }
        var place = 0
        while place < text.count {
            var code = UInt32(ScalarKind.bytes[Int(text[place])])
            var size = 1
            if code == 1 { (code, size) = ScalarKind.decode(text, at: place) }
            place += size
            if code == 0 {
                endWord(2)
                continue
            }
            if code & ScalarKind.alone != 0 { endWord(2) }
            if length == 4 { four = byteCount }
            if length == 5 { five = byteCount }
            byteCount += write(code & ~ScalarKind.alone, at: byteCount)
            length += 1
            if code & ScalarKind.alone != 0 { endWord(1) }
        }
        endWord(2)
        return wordCount
    }

    /// Writes a scalar as UTF-8; the result is how many bytes it took.
    private func write(_ code: UInt32, at place: Int) -> Int {
        var size = 0
        for byte in UTF8.encode(Unicode.Scalar(code) ?? "?") ?? UTF8.encodedReplacementCharacter {
            lower.storeBytes(of: byte, toByteOffset: place + size, as: UInt8.self)
            size += 1
        }
        return size
    }

    // MARK: Hash

    /// The hash of some bytes, of which up to seven more than `length` are read and passed over.
    @inline(__always)
    private static func hash(_ bytes: UnsafeMutableRawPointer, _ length: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var rest = length
        var place = bytes
        while rest > 8 {
            hash = (hash ^ place.loadUnaligned(as: UInt64.self).littleEndian) &* 0x9FB2_1C65_1E98_DF25
            hash ^= hash >> 29
            place += 8
            rest -= 8
        }
        hash ^= place.loadUnaligned(as: UInt64.self).littleEndian & (UInt64.max &>> UInt64(64 - 8 * rest))
        hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    }
}
