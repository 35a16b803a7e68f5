/// A file that the binary carries.
public struct Asset: Sendable {
    /// Where the file stands in the package, such as `questionnaires/ml-maturity/questionnaire.json`.
    public let path: String
    private let literal: StaticString

    init(path: String, literal: StaticString) {
        self.path = path
        self.literal = literal
    }

    /// The contents.
    public var bytes: [UInt8] { literal.withUTF8Buffer(Array.init) }

    /// All files under `questionnaires/` and `templates/`, sorted by path.
    public static var all: [Asset] { embeddedAssets }

    /// The file at a path.
    public static func at(_ path: String) -> Asset? {
        // The list is sorted, so half of it can be left aside at each step.
        var low = 0
        var high = embeddedAssets.count
        while low < high {
            let middle = (low + high) / 2
            if embeddedAssets[middle].path < path { low = middle + 1 } else { high = middle }
        }
        guard low < embeddedAssets.count, embeddedAssets[low].path == path else { return nil }
        return embeddedAssets[low]
    }
}
