import Foundation
import JSON

/// A reader of a text, whose findings are those of the file `test.json`.
func reader(of text: String) throws -> JSONReader {
    JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "test.json")
}

extension JSONReader {
    /// The findings without file and place.
    var found: [String] {
        findings.list.map { "\($0.severity.rawValue): \($0.path): \($0.problem); \($0.remedy)" }
    }
}

/// A reader of a file that is shipped.
func reader(ofShipped path: String) throws -> JSONReader {
    let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let bytes = [UInt8](try Data(contentsOf: package.appendingPathComponent(path)))
    return JSONReader(try JSONDocument(parsing: bytes), file: path)
}
