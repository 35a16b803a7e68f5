/// A ZIP archive whose files are stored as they are, with the same time for all, so that equal files give equal bytes.
struct ZipArchive {
    private var content: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// 1 January 1980, the first day that the format knows.
    private static let date: UInt16 = 1 << 5 | 1

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let offset = UInt32(content.count)
        var shared: [UInt8] = []
        // Version 2.0, names in UTF-8, stored, midnight.
        for number in [20, 0x0800, 0, 0, ZipArchive.date] as [UInt16] { shared.append(number) }
        for number in [CRC32.checksum(of: bytes), UInt32(bytes.count), UInt32(bytes.count)] { shared.append(number) }
        shared.append(UInt16(name.utf8.count))
        // No extra field.
        shared.append(UInt16(0))

        content.append(UInt32(0x0403_4B50))
        content += shared
        content += Array(name.utf8)
        content += bytes

        directory.append(UInt32(0x0201_4B50))
        directory.append(UInt16(20))
        directory += shared
        // No comment, first disk, no attributes.
        for number in [0, 0, 0] as [UInt16] { directory.append(number) }
        directory.append(UInt32(0))
        directory.append(offset)
        directory += Array(name.utf8)
        count += 1
    }

    /// The archive with everything that was added.
    var bytes: [UInt8] {
        var result = content + directory
        result.append(UInt32(0x0605_4B50))
        for number in [0, 0, count, count] { result.append(number) }
        result.append(UInt32(directory.count))
        result.append(UInt32(content.count))
        result.append(UInt16(0))
        return result
    }
}

extension [UInt8] {
    /// The number with its lowest byte first.
    fileprivate mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }
}

/// The checksum of ISO 3309, as ZIP uses it.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    static func checksum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }
}
