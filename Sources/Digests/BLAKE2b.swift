/// The hash function BLAKE2b with 512 bits and without a key (RFC 7693), as `b2sum` computes it.
///
/// It names files of any size: in Swift it is three times as fast as SHA-256.
public struct BLAKE2b: Sendable {
    private typealias State = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    /// The first 64 bits of the fractional parts of the square roots of the first eight primes.
    private static let start: State = (
        0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b,
        0xa54f_f53a_5f1d_36f1, 0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f,
        0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179
    )
    private static let blockSize = 128

    private var state: State
    /// The bytes after the last block taken in: of a message that has any, at least one, since the last block differs.
    private var rest: [UInt8] = []
    /// How many bytes were taken in.
    private var count: UInt64 = 0

    public init() {
        state = BLAKE2b.start
        // Parameters: 64 bytes of digest, no key, one leaf.
        state.0 ^= 0x0101_0040
        rest.reserveCapacity(BLAKE2b.blockSize)
    }

    /// The digest as 128 lower-case hexadecimal digits, as `b2sum` prints it.
    public static func hexadecimalDigest(of bytes: [UInt8]) -> String {
        var hash = BLAKE2b()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.hexadecimalDigest()
    }

    /// Goes on with the next bytes of the message.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        var bytes = bytes[...]
        if !rest.isEmpty {
            let head = bytes.prefix(BLAKE2b.blockSize - rest.count)
            rest += head
            bytes = bytes.dropFirst(head.count)
            guard !bytes.isEmpty else { return }
            let block = rest
            block.withUnsafeBytes { absorb($0) }
            rest.removeAll(keepingCapacity: true)
        }
        let whole = max(0, bytes.count - 1) / BLAKE2b.blockSize * BLAKE2b.blockSize
        absorb(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole)))
        rest += bytes.dropFirst(whole)
    }

    /// The digest of the message so far, as 128 lower-case hexadecimal digits.
    public func hexadecimalDigest() -> String {
        var last = rest
        last.append(contentsOf: repeatElement(0, count: BLAKE2b.blockSize - rest.count))
        var state = state
        last.withUnsafeBytes { block in
            if let base = block.baseAddress {
                BLAKE2b.compress(base, &state, count: count &+ UInt64(rest.count), isLast: true)
            }
        }
        let words = [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7]
        return words.map { word in
            let digits = String(word.byteSwapped, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }

    /// Takes in whole blocks, none of which is the last.
    private mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
        guard let base = blocks.baseAddress else { return }
        var state = state
        var place = 0
        while place < blocks.count {
            count &+= UInt64(BLAKE2b.blockSize)
            BLAKE2b.compress(base + place, &state, count: count, isLast: false)
            place &+= BLAKE2b.blockSize
        }
        self.state = state
    }

    /// - Parameter count: how many bytes of the message there are up to the end of the block.
    @inline(__always)
    private static func compress(_ block: UnsafeRawPointer, _ state: inout State, count: UInt64, isLast: Bool) {
        func word(_ place: Int) -> UInt64 {
            UInt64(littleEndian: block.loadUnaligned(fromByteOffset: place &* 8, as: UInt64.self))
        }
        let m0 = word(0)
        let m1 = word(1)
        let m2 = word(2)
        let m3 = word(3)
        let m4 = word(4)
        let m5 = word(5)
        let m6 = word(6)
        let m7 = word(7)
        let m8 = word(8)
        let m9 = word(9)
        let m10 = word(10)
        let m11 = word(11)
        let m12 = word(12)
        let m13 = word(13)
        let m14 = word(14)
        let m15 = word(15)
        var v = WorkVector(
            a: state, c: start.0, start.1, start.2, start.3, d: start.4 ^ count, start.5,
            isLast ? ~start.6 : start.6, start.7)
        // Every round takes the words in another order; two orders come twice.
        v.round(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15)
        v.round(m14, m10, m4, m8, m9, m15, m13, m6, m1, m12, m0, m2, m11, m7, m5, m3)
        v.round(m11, m8, m12, m0, m5, m2, m15, m13, m10, m14, m3, m6, m7, m1, m9, m4)
        v.round(m7, m9, m3, m1, m13, m12, m11, m14, m2, m6, m5, m10, m4, m0, m15, m8)
        v.round(m9, m0, m5, m7, m2, m4, m10, m15, m14, m1, m11, m12, m6, m8, m3, m13)
        v.round(m2, m12, m6, m10, m0, m11, m8, m3, m4, m13, m7, m5, m15, m14, m1, m9)
        v.round(m12, m5, m1, m15, m14, m13, m4, m10, m0, m7, m6, m3, m9, m2, m8, m11)
        v.round(m13, m11, m7, m14, m12, m1, m3, m9, m5, m0, m15, m4, m8, m6, m2, m10)
        v.round(m6, m15, m14, m9, m11, m3, m0, m8, m12, m2, m13, m7, m1, m4, m10, m5)
        v.round(m10, m2, m8, m4, m7, m6, m1, m5, m15, m11, m9, m14, m3, m12, m13, m0)
        v.round(m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15)
        v.round(m14, m10, m4, m8, m9, m15, m13, m6, m1, m12, m0, m2, m11, m7, m5, m3)
        state.0 ^= v.a0 ^ v.c0
        state.1 ^= v.a1 ^ v.c1
        state.2 ^= v.a2 ^ v.c2
        state.3 ^= v.a3 ^ v.c3
        state.4 ^= v.b0 ^ v.d0
        state.5 ^= v.b1 ^ v.d1
        state.6 ^= v.b2 ^ v.d2
        state.7 ^= v.b3 ^ v.d3
    }
}

/// The sixteen words on which a compression works, as a square of rows a to d.
private struct WorkVector {
    var a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3, d0, d1, d2, d3: UInt64

    @inline(__always)
    init(
        a state: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64), c c0: UInt64, _ c1: UInt64,
        _ c2: UInt64, _ c3: UInt64, d d0: UInt64, _ d1: UInt64, _ d2: UInt64, _ d3: UInt64
    ) {
        (a0, a1, a2, a3, b0, b1, b2, b3) = state
        (self.c0, self.c1, self.c2, self.c3) = (c0, c1, c2, c3)
        (self.d0, self.d1, self.d2, self.d3) = (d0, d1, d2, d3)
    }

    /// The columns are mixed, and after them the diagonals.
    @inline(__always)
    mutating func round(
        _ m0: UInt64, _ m1: UInt64, _ m2: UInt64, _ m3: UInt64, _ m4: UInt64, _ m5: UInt64, _ m6: UInt64, _ m7: UInt64,
        _ m8: UInt64, _ m9: UInt64, _ m10: UInt64, _ m11: UInt64, _ m12: UInt64, _ m13: UInt64, _ m14: UInt64,
        _ m15: UInt64
    ) {
        WorkVector.mix(&a0, &b0, &c0, &d0, m0, m1)
        WorkVector.mix(&a1, &b1, &c1, &d1, m2, m3)
        WorkVector.mix(&a2, &b2, &c2, &d2, m4, m5)
        WorkVector.mix(&a3, &b3, &c3, &d3, m6, m7)
        WorkVector.mix(&a0, &b1, &c2, &d3, m8, m9)
        WorkVector.mix(&a1, &b2, &c3, &d0, m10, m11)
        WorkVector.mix(&a2, &b3, &c0, &d1, m12, m13)
        WorkVector.mix(&a3, &b0, &c1, &d2, m14, m15)
    }

    @inline(__always)
    private static func mix(
        _ a: inout UInt64, _ b: inout UInt64, _ c: inout UInt64, _ d: inout UInt64, _ first: UInt64, _ second: UInt64
    ) {
        a = a &+ b &+ first
        d = rotate(d ^ a, 32)
        c = c &+ d
        b = rotate(b ^ c, 24)
        a = a &+ b &+ second
        d = rotate(d ^ a, 16)
        c = c &+ d
        b = rotate(b ^ c, 63)
    }

    @inline(__always)
    private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 { word &>> count | word &<< (64 &- count) }
}
