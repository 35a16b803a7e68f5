import SHAInstructions

/// The secure hash algorithm SHA-256 (FIPS 180-4), by which reports name the exact inputs they rest on.
public struct SHA256: Sendable {
    private typealias State = (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)

    private var state: State = (
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
    )
    /// The bytes after the last whole block.
    private var rest: [UInt8] = []
    private var count = 0
    private let usesInstructions: Bool

    public init() { self.init(usesInstructions: true) }

    /// - Parameter usesInstructions: whether instructions of the processor are used where there are any.
    init(usesInstructions: Bool) { self.usesInstructions = usesInstructions }

    /// The digest as 64 lower-case hexadecimal digits, as `sha256sum` prints it.
    public static func hexadecimalDigest(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes[...])
        return hash.hexadecimalDigest()
    }

    /// Goes on with the next bytes of the message.
    public mutating func update(_ bytes: ArraySlice<UInt8>) {
        count += bytes.count
        var bytes = bytes
        if !rest.isEmpty {
            let needed = 64 - rest.count
            rest += bytes.prefix(needed)
            bytes = bytes.dropFirst(needed)
            guard rest.count == 64 else { return }
            let block = rest
            block.withUnsafeBytes { absorb($0) }
            rest.removeAll(keepingCapacity: true)
        }
        let whole = bytes.count / 64 * 64
        bytes.prefix(whole).withUnsafeBytes { absorb($0) }
        rest += bytes.dropFirst(whole)
    }

    /// The digest of the message so far, as 64 lower-case hexadecimal digits.
    public func hexadecimalDigest() -> String {
        var hash = self
        // The last block: the rest, a one bit, zeros, and the length in bits as 64 bits.
        var last = rest
        last.append(0x80)
        while last.count % 64 != 56 { last.append(0) }
        let length = UInt64(count) * 8
        for shift in stride(from: 56, through: 0, by: -8) { last.append(UInt8(truncatingIfNeeded: length >> shift)) }
        last.withUnsafeBytes { hash.absorb($0) }
        let state = hash.state
        return [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.utf8.count) + digits
        }.joined()
    }

    /// Takes in whole blocks, by instructions of the processor where it has them: that is six times as fast.
    private mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
        guard SHA256.hasInstructions, usesInstructions else { return absorbInSwift(blocks) }
        withUnsafeMutableBytes(of: &state) { state in
            SHA256.constants.withUnsafeBufferPointer { constants in
                sha_instructions_absorb(
                    state.assumingMemoryBound(to: UInt32.self).baseAddress,
                    blocks.assumingMemoryBound(to: UInt8.self).baseAddress, blocks.count / 64, constants.baseAddress)
            }
        }
    }

    private static let hasInstructions = sha_instructions_available()

    private mutating func absorbInSwift(_ blocks: UnsafeRawBufferPointer) {
        var state = state
        SHA256.constants.withUnsafeBufferPointer { constants in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
                guard let bytes = blocks.baseAddress, let k = constants.baseAddress, let w = schedule.baseAddress else {
                    return
                }
                for start in stride(from: 0, to: blocks.count, by: 64) {
                    SHA256.compress(bytes + start, &state, k, w)
                }
            }
        }
        self.state = state
    }

    /// - Parameters:
    ///   - k: the constants of the rounds.
    ///   - w: room for the last 16 words of the message schedule.
    @inline(__always)
    private static func compress(
        _ block: UnsafeRawPointer, _ state: inout State, _ k: UnsafePointer<UInt32>, _ w: UnsafeMutablePointer<UInt32>
    ) {
        for place in 0..<16 {
            w[place] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: place &* 4, as: UInt32.self))
        }
        var (a, b, c, d, e, f, g, h) = state
        var start = 0
        while true {
            // The names of the variables move on instead of their values.
            var place = 0
            while place < 16 {
                let round = k + start
                step(a, b, c, &d, e, f, g, &h, round[place] &+ w[place])
                step(h, a, b, &c, d, e, f, &g, round[place &+ 1] &+ w[place &+ 1])
                step(g, h, a, &b, c, d, e, &f, round[place &+ 2] &+ w[place &+ 2])
                step(f, g, h, &a, b, c, d, &e, round[place &+ 3] &+ w[place &+ 3])
                step(e, f, g, &h, a, b, c, &d, round[place &+ 4] &+ w[place &+ 4])
                step(d, e, f, &g, h, a, b, &c, round[place &+ 5] &+ w[place &+ 5])
                step(c, d, e, &f, g, h, a, &b, round[place &+ 6] &+ w[place &+ 6])
                step(b, c, d, &e, f, g, h, &a, round[place &+ 7] &+ w[place &+ 7])
                place &+= 8
            }
            start &+= 16
            if start == 64 { break }
            for place in 0..<16 {
                let early = w[(place &+ 1) & 15]
                let late = w[(place &+ 14) & 15]
                let s0 = rotate(early, 7) ^ rotate(early, 18) ^ early &>> 3
                let s1 = rotate(late, 17) ^ rotate(late, 19) ^ late &>> 10
                w[place] = w[place] &+ s0 &+ w[(place &+ 9) & 15] &+ s1
            }
        }
        state.0 &+= a
        state.1 &+= b
        state.2 &+= c
        state.3 &+= d
        state.4 &+= e
        state.5 &+= f
        state.6 &+= g
        state.7 &+= h
    }

    @inline(__always)
    private static func step(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32
    ) {
        let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let first = h &+ word &+ sum1 &+ (g ^ (e & (f ^ g)))
        let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        d = d &+ first
        h = first &+ sum0 &+ ((a & b) | (c & (a | b)))
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
