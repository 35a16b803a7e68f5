/// Texts with their classes, in one block of bytes.
///
/// A row costs its bytes and twelve more. Texts are UTF-8; ill-formed bytes separate words.
public struct TextCorpus: Sendable {
    /// The texts, one after the other, without separators.
    public private(set) var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    public private(set) var ends: [Int] = []
    /// The class of each row, as an index into `classNames`.
    public private(set) var labels: [UInt32] = []
    /// The names of the classes, in order of first appearance.
    public private(set) var classNames: [String] = []

    private var classNumbers: [String: UInt32] = [:]

    public init() {}

    /// A corpus of rows.
    public init(_ rows: [(text: String, label: String)]) {
        for row in rows { append(text: row.text.utf8, label: row.label) }
    }

    /// How many rows there are.
    public var count: Int { ends.count }

    /// The place of a row's text in `bytes`.
    public func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

    /// The text of a row; ill-formed bytes become replacement characters.
    public func text(of row: Int) -> String { String(decoding: bytes[range(of: row)], as: UTF8.self) }

    /// Adds a row.
    public mutating func append(text: some Collection<UInt8>, label: String) {
        append(text: text, classNumber: number(ofClass: label))
    }

    /// Adds a row whose class has been named before.
    public mutating func append(text: some Collection<UInt8>, classNumber: UInt32) {
        precondition(classNumber < classNames.count, "a class must be named before rows of it are added")
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        labels.append(classNumber)
    }

    /// The number of a class, which is named if it is new.
    public mutating func number(ofClass name: String) -> UInt32 {
        if let number = classNumbers[name] { return number }
        let number = UInt32(classNames.count)
        classNames.append(name)
        classNumbers[name] = number
        return number
    }

    /// Makes room, so that the corpus does not grow by doubling.
    public mutating func reserve(rows: Int, bytes byteCount: Int) {
        bytes.reserveCapacity(byteCount)
        ends.reserveCapacity(rows)
        labels.reserveCapacity(rows)
    }

    /// The corpus of some rows, in the order given, with the same class numbers.
    public func rows(_ chosen: some Sequence<Int>) -> TextCorpus {
        var result = TextCorpus()
        result.classNames = classNames
        result.classNumbers = classNumbers
        for row in chosen { result.append(text: bytes[range(of: row)], classNumber: labels[row]) }
        return result
    }

    /// The rows in random order, the same for the same seed.
    public func shuffledRows(seed: UInt64) -> [Int] {
        var order = Array(0..<count)
        var numbers = RandomNumbers(seed: seed, stream: 1)
        numbers.shuffle(&order)
        return order
    }
}
