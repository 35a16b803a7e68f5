import Foundation

/// A JSON text, read by another reader than our own.
///
/// It is quick, but off by a bit in some numbers; see ``JSONFigures`` where that matters.
struct JSONTree {
    let value: Any?

    init(_ text: String) throws { value = try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    private init(value: Any?) { self.value = value is NSNull ? nil : value }

    subscript(name: String) -> JSONTree { JSONTree(value: (value as? [String: Any])?[name]) }

    var list: [JSONTree] { (value as? [Any] ?? []).map(JSONTree.init(value:)) }
    var text: String? { value as? String }
    var number: Double? { (value as? NSNumber)?.doubleValue }
    var flag: Bool? { value as? Bool }
    var names: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }
}

/// The figures of a report in JSON, as the nearest doubles.
struct JSONFigures: Decodable {
    struct Figure: Decodable {
        let id: String
        let value: Double?
        let bounds: [Double]?
        let coverage: Double?
        let median: Double?
        let answered: Double?
        let gateRating: String?
    }

    let metrics: [Figure]
    let items: [Figure]

    init(_ text: String) throws { self = try JSONDecoder().decode(JSONFigures.self, from: Data(text.utf8)) }
}
