import Foundation
import Testing

/// The table of modules in the README is true: no source imports more, and the manifest says the same.
@Suite struct ImportTableTests {
    private static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Modules of the toolchain, and which of ours may use them.
    private static let toolchain = [
        "FoundationEssentials": ["Commands"], "Dispatch": ["Commands"], "Synchronization": ["Commands"],
        "Foundation": ["EmbedTool", "EmbedAssets"],
        "PackagePlugin": ["EmbedAssets"],
    ]
    private static let systemModules: Set<String> = ["Glibc", "Musl", "Darwin"]
    /// The files that may meet the system, one for each module that must.
    private static let systemFiles: Set<String> = [
        "ElementaryFunctions.swift", "System.swift", "SystemProbe.swift", "main.swift",
    ]

    private struct Row {
        let module: String
        let imports: Set<String>
    }

    private func table() throws -> [Row] {
        let readme = try String(contentsOf: Self.package.appendingPathComponent("README.md"), encoding: .utf8)
        let start = try #require(readme.range(of: "## Architecture")).upperBound
        let rows = readme[start...].split(separator: "\n").filter { $0.hasPrefix("| `") && $0.hasSuffix("|") }
            .map { $0.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
            .filter { $0.count == 3 }
        let modules = rows.map { names(in: $0[0])[0] }
        return rows.map { row in
            let module = names(in: row[0])[0]
            let imports =
                row[2].contains("all") ? modules.filter { $0 != "waymark" && $0 != module } : names(in: row[2])
            return Row(module: module, imports: Set(imports))
        }
    }

    private func names(in cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    private func sources(of module: String) throws -> [URL] {
        let folder = Self.package.appendingPathComponent("Sources/\(module)")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
    }

    private func imports(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index < 2, words.count == index + 2 else { return nil }
            guard index == 0 || ["public", "package", "internal", "private", "@testable"].contains(words[0]) else {
                return nil
            }
            return String(words[index + 1])
        }
    }

    @Test func everyModuleStandsInTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.package.appendingPathComponent("Sources").path)
        #expect(Set(try table().map(\.module)) == Set(folders).subtracting(["EmbedTool", "EmbedAssets"]))
    }

    @Test func sourcesImportNoMoreThanTheTableSays() throws {
        let rows = try table()
        let ours = Set(rows.map(\.module))
        #expect(rows.count > 10)
        for row in rows {
            for file in try sources(of: row.module) {
                for name in try imports(of: file) {
                    let place = "\(row.module)/\(file.lastPathComponent) imports \(name)"
                    if ours.contains(name) {
                        #expect(row.imports.contains(name), "\(place)")
                    } else if Self.systemModules.contains(name) {
                        #expect(Self.systemFiles.contains(file.lastPathComponent), "\(place)")
                    } else {
                        #expect(Self.toolchain[name]?.contains(row.module) == true, "\(place)")
                    }
                }
            }
        }
    }

    /// Every import that the table allows is used somewhere, so that the table does not grow by habit.
    @Test func theTableSaysNoMoreThanSourcesImport() throws {
        for row in try table() where row.module != "Commands" {
            let used = Set(try sources(of: row.module).flatMap(imports))
            for name in row.imports { #expect(used.contains(name), "\(row.module) does not import \(name)") }
        }
    }

    @Test func theManifestNamesNoPackage() throws {
        let manifest = try String(contentsOf: Self.package.appendingPathComponent("Package.swift"), encoding: .utf8)
        #expect(!manifest.contains(".package("))
        for row in try table() where row.module != "Commands" && row.module != "waymark" && row.module != "Assets" {
            let imports = row.imports.sorted()
            let declared = try Regex("module\\(\\s*\"\(row.module)\"[^)]*\\)").firstMatch(in: manifest)
            let text = try #require(declared.map { manifest[$0.range] }, "\(row.module) is not declared")
            let named = Set(names(in: text.replacingOccurrences(of: "\"", with: "`"))).subtracting([row.module])
            #expect(named == Set(imports), "\(row.module)")
        }
    }

    /// No rule of a method, no domain and no model stands in Swift.
    @Test func sourcesNameNoDomainAndNoModel() throws {
        let words = ["technology", "expertise", "culture", "SAMM", "C2M2", "togaf"]
        for row in try table() where row.module != "Commands" {
            for file in try sources(of: row.module) {
                let code = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                    .filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }.joined(separator: "\n")
                for word in words {
                    #expect(!code.contains("\"\(word)"), "\(file.lastPathComponent) names \(word)")
                }
            }
        }
    }
}
