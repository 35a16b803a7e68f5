import Foundation
import Testing

@testable import JSON

/// Nicolas Seriot's JSONTestSuite (https://github.com/nst/JSONTestSuite).
@Suite("The JSON test suite")
struct JSONTestSuiteTests {
    /// The folder with the suite's files, beside the package.
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()  // JSONTests
        .deletingLastPathComponent()  // Tests
        .deletingLastPathComponent()  // the package
        .appending(path: "../shared/json-test-suite")
        .standardizedFileURL

    private static let isPresent = FileManager.default.fileExists(atPath: folder.path)
    private static let absence: Comment =
        "The suite is not part of this package; it is expected in ../shared/json-test-suite."

    private static func files(_ prefix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(prefix) }.sorted()
    }

    private static func error(_ file: String) throws -> JSONSyntaxError? {
        syntaxError(in: Array(try Data(contentsOf: folder.appending(path: file))))
    }

    /// The standard only advises against these; Waymark refuses them, as one of the two members would be lost.
    private static let duplicates: Set = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

    @Test("holds for what must be accepted", .enabled(if: isPresent, absence))
    func valid() throws {
        let files = try Self.files("y_")
        #expect(files.count == 95)
        #expect(Self.duplicates.isSubset(of: files))
        for file in files {
            let error = try Self.error(file)
            if Self.duplicates.contains(file) {
                #expect(error?.problem == "the name \"a\" occurs twice in this object", "\(file)")
            } else {
                #expect(error == nil, "\(file)")
            }
        }
    }

    @Test("holds for what must be refused, with a reason and a remedy", .enabled(if: isPresent, absence))
    func invalid() throws {
        let files = try Self.files("n_")
        #expect(files.count == 188)
        for file in files {
            let error = try #require(try Self.error(file), "\(file)")
            #expect(!error.problem.isEmpty, "\(file)")
            #expect(!error.remedy.isEmpty, "\(file)")
        }
    }

    /// Where the standard leaves the choice, these are accepted: numbers too large or too small for a double's
    /// precision, but not for its range, and the byte order mark.
    private static let accepted: Set = [
        "i_number_double_huge_neg_exp.json", "i_number_real_underflow.json", "i_number_too_big_neg_int.json",
        "i_number_too_big_pos_int.json", "i_number_very_big_negative_int.json",
        "i_structure_UTF-8_BOM_empty_object.json",
    ]

    @Test("is decided for what may be either", .enabled(if: isPresent, absence))
    func open() throws {
        let files = try Self.files("i_")
        #expect(files.count == 35)
        let passed = try files.filter { try Self.error($0) == nil }
        #expect(Set(passed) == Self.accepted)
    }
}
