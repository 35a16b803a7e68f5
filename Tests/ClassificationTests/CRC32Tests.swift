import Testing

@testable import Classification

@Suite struct CRC32Tests {
    /// The check value every catalogue of such codes gives.
    @Test func checkValue() {
        #expect(CRC32.checksum(Array("123456789".utf8)[...]) == 0xCBF4_3926)
        #expect(CRC32.checksum([]) == 0)
    }
}
