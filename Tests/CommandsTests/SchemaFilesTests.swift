import Foundation
import JSON
import Testing

@testable import Commands

@Suite struct SchemaFilesTests {
    private static let folder = "office/questionnaires/schemas"

    /// The file that the `$schema` of a file leads to.
    private func schema(of path: String, in files: MemoryFileSystem) throws -> String? {
        let bytes = try #require(files.files[path])
        let reference = JSONReader(try JSONDocument(parsing: bytes), file: path).map()?["$schema"]?.string()
        return reference.map { target in
            var folder = Path.folder(of: path).split(separator: "/").map(String.init)
            for step in target.split(separator: "/") {
                if step == ".." { folder.removeLast() } else { folder.append(String(step)) }
            }
            return folder.joined(separator: "/")
        }
    }

    /// Whatever is written into a workspace finds its schema there, and so does a copy of the response template.
    @Test func everyFileOfAWorkspaceFindsItsSchema() throws {
        let files = MemoryFileSystem()
        #expect(files.run("init", "office", "--wave", "2026").exitCode == 0)
        files["office/waves/2026/responses/r-01.json"] = files["office/waves/2026/template/response.json"]
        for id in ["ml-maturity-six-areas", "mlops-practice"] {
            #expect(files.run("questionnaire", "copy", id, "office").exitCode == 0)
        }
        #expect(files.run("template", "copy", "office").exitCode == 0)
        let paths = files.files.keys.filter { $0.hasSuffix(".json") && !$0.hasPrefix("\(Self.folder)/") }
        #expect(paths.count > 20)
        for path in paths {
            let schema = try schema(of: path, in: files)
            #expect(schema.map { files.kind(of: $0) == .file && $0.hasPrefix("\(Self.folder)/") } == true, "\(path)")
        }
        #expect(
            try schema(of: "office/waves/2026/responses/r-01.json", in: files) == "\(Self.folder)/response.schema.json")
    }

    @Test func everyFileOfTheDemoFindsItsSchema() throws {
        let files = MemoryFileSystem()
        #expect(files.run("demo", "--output", "office").exitCode == 0)
        let paths = files.files.keys.filter {
            $0.hasSuffix(".json") && !$0.hasPrefix("\(Self.folder)/") && !$0.hasPrefix("office/reports/")
        }
        #expect(paths.count > 20)
        for path in paths {
            let schema = try schema(of: path, in: files)
            #expect(schema.map { files.kind(of: $0) == .file } == true, "\(path)")
        }
    }

    /// Schemas come with the files that refer to them, which is said; those that are there stay as they are.
    @Test(arguments: [["questionnaire", "copy", "ml-maturity"], ["template", "copy"]])
    func schemasComeWithWhatRefersToThem(arguments: [String]) {
        let files = MemoryFileSystem(["\(Self.folder)/wave.schema.json": "mine"])
        let outcome = files.run(arguments + ["office"])
        #expect(outcome.exitCode == 0)
        #expect(outcome.notes == "The schemas by which editors help are in office/questionnaires/schemas/\n")
        #expect(files["\(Self.folder)/wave.schema.json"] == "mine")
        #expect(files.kind(of: "\(Self.folder)/questionnaire.schema.json") == .file)
        // A folder of schemas is no questionnaire, and what stands in it replaces nothing.
        files["office/waymark.json"] = Sample.record
        let listed = files.run("questionnaire", "list", "office").output
        #expect(!listed.contains("schemas"))
        #expect(files.run("questionnaire", "copy", "schemas", "other").exitCode == 66)
        #expect(files.run("check", "office").exitCode == 0)
    }
}
