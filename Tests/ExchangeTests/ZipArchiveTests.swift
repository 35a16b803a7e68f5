import Testing

@testable import Exchange

@Suite struct ZipArchiveTests {
    /// The check value of the catalogue of CRCs.
    @Test func theChecksumIsThatOfTheStandard() {
        #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.checksum(of: []) == 0)
    }

    @Test func anArchive() {
        var archive = ZipArchive()
        archive.add("a.txt", Array("hello".utf8))
        archive.add("b/c.txt", [])
        let bytes = archive.bytes
        #expect(bytes.count == 30 + 5 + 5 + 30 + 7 + 46 + 5 + 46 + 7 + 22)
        #expect(Array(bytes[..<4]) == [0x50, 0x4B, 3, 4])
        // The end says where the directory stands.
        #expect(Array(bytes[(bytes.count - 22)...].prefix(12)) == [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 2, 0, 2, 0])
        #expect(UInt32(bytes[bytes.count - 6]) == 30 + 5 + 5 + 30 + 7)
        #expect(StoredArchive(bytes).files == ["a.txt": Array("hello".utf8), "b/c.txt": []])
    }
}

/// Reads archives whose files are stored as they are.
struct StoredArchive {
    private(set) var files: [String: [UInt8]] = [:]

    init(_ bytes: [UInt8]) {
        func number(_ offset: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        var offset = 0
        while number(offset, 4) == 0x0403_4B50 {
            let (size, name) = (number(offset + 18, 4), number(offset + 26, 2))
            let start = offset + 30 + name
            let content = Array(bytes[start..<(start + size)])
            if CRC32.checksum(of: content) == UInt32(number(offset + 14, 4)) {
                files[String(decoding: bytes[(offset + 30)..<start], as: UTF8.self)] = content
            }
            offset = start + size
        }
    }
}
