import Foundation
import Mustache
import Testing

/// The cases of the Mustache specification (https://github.com/mustache/spec), all that are not optional.
@Suite("The Mustache specification")
struct MustacheSpecificationTests {
    /// The folder with the specification's JSON files, beside the package.
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()  // MustacheTests
        .deletingLastPathComponent()  // Tests
        .deletingLastPathComponent()  // the package
        .appending(path: "../shared/mustache-spec")
        .standardizedFileURL

    private static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    // The number of cases guards against files that are cut short, or read as empty.
    @Test(
        "holds",
        .enabled(
            if: isPresent, "The specification is not part of this package; it is expected in ../shared/mustache-spec."),
        arguments: [
            ("comments", 12), ("delimiters", 14), ("interpolation", 42), ("inverted", 22), ("partials", 12),
            ("sections", 34),
        ]
    )
    func specification(file: String, numberOfCases: Int) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(file).json"))
        let cases = try JSONDecoder().decode(SpecificationFile.self, from: data).tests
        #expect(cases.count == numberOfCases)
        for specified in cases {
            let rendered = try render(
                specified.template, with: specified.data.value, partials: specified.partials ?? [:],
                missingNames: .empty)
            #expect(Array(rendered.utf8) == Array(specified.expected.utf8), "\(file): \(specified.name): \(rendered)")
        }
    }
}

private struct SpecificationFile: Decodable {
    struct Case: Decodable {
        let name: String
        let data: SpecificationData
        let template: String
        let partials: [String: String]?
        let expected: String
    }

    let tests: [Case]
}

/// JSON as a value; numbers are written as the specification writes them.
private struct SpecificationData: Decodable {
    let value: MustacheValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .missing
        } else if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            value = .text("\(number)")
        } else if let number = try? container.decode(Double.self) {
            value = .text("\(number)")
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let list = try? container.decode([SpecificationData].self) {
            value = .list(list.map(\.value))
        } else {
            value = .object(try container.decode([String: SpecificationData].self).mapValues(\.value))
        }
    }
}
