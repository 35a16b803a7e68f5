import Digests
import Testing

@Suite struct BLAKE2bTests {
    private static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(($0 * 7 + 3) % 251) } }

    /// RFC 7693, appendix A.
    @Test func theExampleOfTheStandard() {
        #expect(
            BLAKE2b.hexadecimalDigest(of: Array("abc".utf8))
                == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
    }

    /// Around the ends of blocks; the digests are those of Python's hashlib.
    @Test(arguments: [
        (
            0,
            "786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419"
                + "d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce"
        ),
        (
            1,
            "4fe4da61bcc756071b226843361d74944c72245d23e8245ea678c13fdcd7fe2a"
                + "e529cf999ad99cc24f7a73416a18ba53e76c0afef83b16a568b12fbfc1a2674d"
        ),
        (
            127,
            "965b0d67d74567a8e84273ff74730f14645dfb11cf263d0e20cbcb5fa3fadb5e"
                + "ec725f9d5dd4f4fd60ee10390fcdd3188ce53faf105d82e6594773ea398edbe1"
        ),
        (
            128,
            "a4d40e9fac2f4491cc7c048202589a43de09be6e0a9e16efe8765eb2fe2c9395"
                + "d27417f6e21256f26d90a1315d76e51db0045e934a29c8dae2150a4484ad5d87"
        ),
        (
            129,
            "0263b9cb461cd36c77452119f6920ce4a95a9c47f48f241377dc33d09732464c"
                + "30295c38590761f1b16464f4fa54bbb37e95c6e664adf7b66800b71ffec75503"
        ),
        (
            255,
            "c3dad47cc5975efc76145af76b69acb9c4ff01eeab093226d54fc0705601ec60"
                + "3018c811ded3463cb21f1a6c6e0d54a2812f8f3406981772896d4d97770e16ba"
        ),
        (
            256,
            "5eb68fbd373e852c1f4aaf96953c480367c87135e721deb5db341bbbc497cfae"
                + "000aef2af67dbd311ecf01a42a23d442f1fec22d9a0258d8fad22da2390c0680"
        ),
        (
            257,
            "c8d9abb099ddff17483c75eee9bd368102862dc1a1088d957323fa8c0527eae5"
                + "6e568deb089ed96ed6a66addc7469a54491ebff01a94afdfb9b5e36acd869f86"
        ),
        (
            1000,
            "4f7c042aaed7f13a9c87a6ad31816ecdd9a19bf5568d552cc9753fa5e68ed992"
                + "73a7aa4990c1f462cc2b4b740e170b97820551eef6d2f8aa21401ce8c3f67ee7"
        ),
    ]) func messagesOfAllLengths(count: Int, digest: String) {
        #expect(BLAKE2b.hexadecimalDigest(of: BLAKE2bTests.bytes(count)) == digest)
    }

    @Test(arguments: [1, 7, 64, 127, 128, 129, 300]) func howTheMessageIsCutDoesNotMatter(size: Int) {
        for count in [0, 1, 128, 256, 1000] {
            let bytes = BLAKE2bTests.bytes(count)
            var hash = BLAKE2b()
            for start in stride(from: 0, to: count, by: size) {
                bytes[start..<min(start + size, count)].withUnsafeBytes { hash.update($0) }
            }
            #expect(hash.hexadecimalDigest() == BLAKE2b.hexadecimalDigest(of: bytes))
        }
    }

    /// A digest may be looked at before the message ends.
    @Test func lookingChangesNothing() {
        var hash = BLAKE2b()
        BLAKE2bTests.bytes(200).withUnsafeBytes { hash.update($0) }
        #expect(hash.hexadecimalDigest() == BLAKE2b.hexadecimalDigest(of: BLAKE2bTests.bytes(200)))
        BLAKE2bTests.bytes(50).withUnsafeBytes { hash.update($0) }
        #expect(
            hash.hexadecimalDigest() == BLAKE2b.hexadecimalDigest(of: BLAKE2bTests.bytes(200) + BLAKE2bTests.bytes(50)))
    }
}
