import Testing

@testable import Digests

/// Messages and digests of FIPS 180-4 and the NIST example values.
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func publishedMessages(message: String, digest: String) {
        #expect(SHA256.hexadecimalDigest(of: Array(message.utf8)) == digest)
    }

    /// The digest does not depend on how the message is cut, nor on who computes it.
    @Test func partsOfAMessage() {
        for size in [0, 1, 55, 56, 63, 64, 65, 127, 128, 1000, 4097] {
            let message = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ $0 >> 3) }
            let whole = SHA256.hexadecimalDigest(of: message)
            for step in [1, 7, 64, 65, 500] {
                for usesInstructions in [true, false] {
                    var hash = SHA256(usesInstructions: usesInstructions)
                    for start in stride(from: 0, to: size, by: step) {
                        hash.update(message[start..<min(start + step, size)])
                    }
                    #expect(hash.hexadecimalDigest() == whole, "\(size) bytes by \(step)")
                }
            }
        }
    }

    @Test(arguments: [true, false])
    func aMessageOfTwoBlocksEitherWay(usesInstructions: Bool) {
        var hash = SHA256(usesInstructions: usesInstructions)
        hash.update(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)[...])
        #expect(hash.hexadecimalDigest() == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    }

    @Test func aMillionLetters() {
        let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(
            SHA256.hexadecimalDigest(of: message)
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
}
