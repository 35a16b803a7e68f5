import Foundation

/// The program as users run it.
enum Program {
    /// The binary beside the bundle of the tests.
    static let url = Bundle.main.bundleURL.appendingPathComponent("waymark")

    static func run(
        _ arguments: String..., in folder: URL? = nil, environment: [String: String] = [:], program: URL = url
    ) throws -> Outcome {
        try run(arguments, in: folder, environment: environment, program: program)
    }

    /// - Parameter output: where standard output goes, if not into the outcome.
    static func run(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], output: URL? = nil,
        program: URL = url
    ) throws -> Outcome {
        let scratch = try TemporaryFolder()
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder ?? scratch.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, since a pipe that nobody reads stops the program.
        let (out, notes) = (try scratch.newFile("output"), try scratch.newFile("notes"))
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try output.map(FileHandle.init(forWritingTo:)) ?? FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: notes)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            exitCode: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            notes: String(decoding: try Data(contentsOf: notes), as: UTF8.self))
    }
}

/// A folder that goes when nobody holds it any more.
final class TemporaryFolder {
    let url: URL
    var path: String { url.path }

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("waymark-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    fileprivate func newFile(_ name: String) throws -> URL {
        let file = url.appendingPathComponent(name)
        try Data().write(to: file)
        return file
    }

    /// Writes files by their paths in the folder.
    func write(_ files: [String: String]) throws {
        for (path, text) in files {
            let file = url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// Every file with its contents.
    func contents() throws -> [String: Data] {
        var result: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let file = url.appendingPathComponent(path)
            if let data = try? Data(contentsOf: file) { result[path] = data }
        }
        return result
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
    }
}
