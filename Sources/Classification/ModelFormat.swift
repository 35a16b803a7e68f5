// The file format of a classifier, version 1. All numbers are little-endian; "float" is IEEE 754 binary32.
//
//     offset  bytes  what
//          0      8  "WMKCLASS" in ASCII
//          8      4  version of the format: 1
//         12      4  CRC-32 (ISO 3309, as in PNG and zip) of everything from offset 16 to the end
//         16      8  length of the whole file in bytes
//         24      4  kinds of features (bits of FeatureKinds)
//         28      4  bits of a hashed feature, 1 to 32
//         32      4  number of classes K, at least 1
//         36      4  number of features F
//         40      4  float: mean squared length of the training rows, above 0
//         44      4  float: length normalisation, 0 to 1
//         48      4  float: sharpness, above 0
//         52         K class names: length in bytes (4), then that many bytes of UTF-8
//                    F hashed features (4 each), all different, below 2^bits
//                    F floats: squared weights of the features, above 0
//                    K floats: biases
//                    F × K floats: weights, those of a feature together

/// Why bytes are not a classifier.
public struct ModelFormatError: Error, Hashable, CustomStringConvertible {
    public enum Cause: Hashable, Sendable {
        /// The bytes do not begin as a classifier does.
        case notAModel
        /// The format is newer than this program.
        case unknownVersion(UInt32)
        /// There are fewer or more bytes than the file says.
        case wrongLength(stated: UInt64, found: Int)
        /// Some byte has changed since the classifier was saved.
        case wrongChecksum
        /// A value is not possible.
        case impossible(String)
    }

    public let cause: Cause

    public var description: String {
        switch cause {
        case .notAModel: "this is not a classifier saved by this program"
        case .unknownVersion(let version):
            "the classifier has format version \(version), this program reads version 1; use a newer program"
        case .wrongLength(let stated, let found):
            "the classifier should have \(stated) bytes and has \(found); copy or train it again"
        case .wrongChecksum: "the classifier is damaged (its checksum does not fit); copy or train it again"
        case .impossible(let what): "the classifier is damaged: \(what); copy or train it again"
        }
    }
}

extension TextClassifier {
    private static let magic = Array("WMKCLASS".utf8)
    private static let version: UInt32 = 1

    /// The classifier as bytes, in the format described in this file: about 4 bytes for each feature and class.
    public var bytes: [UInt8] {
        let classCount = classNames.count
        var output = TextClassifier.magic
        output.reserveCapacity(64 + classCount * 32 + featureCount * (8 + classCount * 4))
        output.append(number: TextClassifier.version)
        output.append(number: UInt32(0))
        output.append(number: UInt64(0))
        output.append(number: UInt32(features.rawValue))
        output.append(number: UInt32(hashBits))
        output.append(number: UInt32(classCount))
        output.append(number: UInt32(featureCount))
        for value in [meanSquaredLength, lengthNormalisation, sharpness] { output.append(number: value.bitPattern) }
        for name in classNames {
            output.append(number: UInt32(name.utf8.count))
            output.append(contentsOf: name.utf8)
        }
        output.append(words: hashedFeatures)
        output.append(words: squaredWeights.map(\.bitPattern))
        output.append(words: floats(biases, rows: 1))
        output.append(words: floats(weights, rows: featureCount))
        output.replace(at: 16, with: UInt64(output.count))
        output.replace(at: 12, with: CRC32.checksum(output[16...]))
        return output
    }

    /// The floats of blocks of sixteen classes, without those that only fill up.
    private func floats(_ lanes: [Lanes], rows: Int) -> [UInt32] {
        lanes.withUnsafeBytes { bytes in
            let floats = bytes.assumingMemoryBound(to: Float.self)
            var words: [UInt32] = []
            words.reserveCapacity(rows * classNames.count)
            for row in 0..<rows {
                let start = row * blockCount * 16
                for place in start..<start + classNames.count { words.append(floats[place].bitPattern) }
            }
            return words
        }
    }

    /// The classifier that was saved as these bytes. Every byte is checked; damage is an error, never a trap.
    public init(bytes: [UInt8]) throws(ModelFormatError) {
        guard bytes.starts(with: TextClassifier.magic), bytes.count >= 52 else { throw .init(cause: .notAModel) }
        var input = ModelReader(bytes: bytes, position: 8)
        let version = try input.number(UInt32.self)
        guard version == TextClassifier.version else { throw .init(cause: .unknownVersion(version)) }
        let checksum = try input.number(UInt32.self)
        let length = try input.number(UInt64.self)
        guard length == UInt64(bytes.count) else {
            throw .init(cause: .wrongLength(stated: length, found: bytes.count))
        }
        guard CRC32.checksum(bytes[16...]) == checksum else { throw .init(cause: .wrongChecksum) }

        let kinds = try input.number(UInt32.self)
        try require(kinds <= 15 && kinds & 1 == 1, "it has unknown kinds of features")
        let hashBits = Int(try input.number(UInt32.self))
        try require((1...32).contains(hashBits), "its features have \(hashBits) bits")
        let classCount = Int(try input.number(UInt32.self))
        let featureCount = Int(try input.number(UInt32.self))
        try require(classCount > 0, "it has no classes")
        // Counts are held against the bytes that are there before anything is set aside for them.
        let (products, overflow) = featureCount.multipliedReportingOverflow(by: classCount + 2)
        try require(
            !overflow && products <= bytes.count / 4 && classCount <= bytes.count / 4, "its counts exceed its length")
        let meanSquaredLength = try input.float()
        let normalisation = try input.float()
        let sharpness = try input.float()
        try require(meanSquaredLength > 0 && sharpness > 0, "a scale is not above 0")
        try require(normalisation >= 0 && normalisation <= 1, "its length normalisation is not from 0 to 1")
        var names: [String] = []
        for _ in 0..<classCount { names.append(try input.text(Int(try input.number(UInt32.self)))) }
        try require(Set(names).count == classCount, "two of its classes have one name")
        var hashed: [UInt32] = []
        for _ in 0..<featureCount {
            let feature = try input.number(UInt32.self)
            try require(UInt64(feature) < 1 << UInt64(hashBits), "a feature is out of range")
            hashed.append(feature)
        }
        guard let index = FeatureIndex(features: hashed) else {
            throw .init(cause: .impossible("a feature occurs twice"))
        }
        var squaredWeights: [Float] = []
        for _ in 0..<featureCount {
            let weight = try input.float()
            try require(weight > 0, "a feature weighs nothing")
            squaredWeights.append(weight)
        }
        let biases = try input.lanes(classCount)
        var weights: [Lanes] = []
        weights.reserveCapacity(featureCount * biases.count)
        for _ in 0..<featureCount { weights += try input.lanes(classCount) }
        try require(input.position == bytes.count, "it goes on after its end")
        self.init(
            classNames: names, features: FeatureKinds(rawValue: UInt8(kinds)), hashBits: hashBits,
            hashedFeatures: hashed, index: index, weights: weights, biases: biases, squaredWeights: squaredWeights,
            meanSquaredLength: meanSquaredLength, lengthNormalisation: normalisation, sharpness: sharpness)
    }
}

private func require(_ condition: Bool, _ what: @autoclosure () -> String) throws(ModelFormatError) {
    if !condition { throw ModelFormatError(cause: .impossible(what())) }
}

/// Reads numbers one after the other.
private struct ModelReader {
    let bytes: [UInt8]
    var position: Int

    mutating func number<Number: FixedWidthInteger>(_: Number.Type) throws(ModelFormatError) -> Number {
        let size = Number.bitWidth / 8
        try require(bytes.count - position >= size, "it ends too early")
        var number: Number = 0
        for offset in 0..<size { number |= Number(truncatingIfNeeded: bytes[position + offset]) << Number(8 * offset) }
        position += size
        return number
    }

    mutating func float() throws(ModelFormatError) -> Float {
        let value = Float(bitPattern: try number(UInt32.self))
        try require(value.isFinite, "a number is not finite")
        return value
    }

    mutating func text(_ count: Int) throws(ModelFormatError) -> String {
        try require(bytes.count - position >= count, "it ends too early")
        let range = bytes[position..<position + count]
        let text = String(decoding: range, as: UTF8.self)
        try require(text.utf8.elementsEqual(range), "the name of a class is not UTF-8")
        position += count
        return text
    }

    /// Floats in blocks of sixteen, the last one filled up with zeros.
    mutating func lanes(_ count: Int) throws(ModelFormatError) -> [TextClassifier.Lanes] {
        var lanes = [TextClassifier.Lanes](repeating: .zero, count: (count + 15) / 16)
        for number in 0..<count { lanes[number >> 4][number & 15] = try float() }
        return lanes
    }
}

extension [UInt8] {
    fileprivate mutating func append(words: [UInt32]) {
        words.map(\.littleEndian).withUnsafeBytes { append(contentsOf: $0) }
    }

    fileprivate mutating func append<Number: FixedWidthInteger>(number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }

    fileprivate mutating func replace<Number: FixedWidthInteger>(at position: Int, with number: Number) {
        for offset in 0..<Number.bitWidth / 8 {
            self[position + offset] = UInt8(truncatingIfNeeded: number >> Number(8 * offset))
        }
    }
}
