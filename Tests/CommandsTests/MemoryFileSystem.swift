@testable import Commands

/// Files in memory, some of which can be made to fail.
final class MemoryFileSystem: FileSystem {
    private(set) var files: [String: [UInt8]] = [:]
    private(set) var folders: Set<String> = ["."]
    /// The paths written to, in their order, failures included.
    private(set) var writes: [String] = []

    /// Why a write fails: given its number, counted from 1, and its path.
    var writeFailure: (Int, String) -> FileFailure.Kind? = { _, _ in nil }
    /// Why a read fails.
    var readFailure: (String) -> FileFailure.Kind? = { _ in nil }
    /// Why a folder cannot be made.
    var folderFailure: (String) -> FileFailure.Kind? = { _ in nil }

    init(_ files: [String: String] = [:]) {
        for (path, text) in files { self[path] = text }
    }

    /// The text of a file.
    subscript(path: String) -> String? {
        get { files[normal(path)].map { String(decoding: $0, as: UTF8.self) } }
        set { set(newValue.map { Array($0.utf8) }, at: path) }
    }

    /// Puts a file with the folders above it, or takes one away.
    func set(_ bytes: [UInt8]?, at path: String) {
        files[normal(path)] = bytes
        if bytes != nil { addFolders(Path.folder(of: normal(path))) }
    }

    func remove(_ path: String) { files[normal(path)] = nil }

    func removeFolder(_ path: String) {
        files = files.filter { !$0.key.hasPrefix("\(path)/") }
        folders = folders.filter { $0 != path && !$0.hasPrefix("\(path)/") }
    }

    private func normal(_ path: String) -> String {
        var path = path
        while path.hasPrefix("./") { path.removeFirst(2) }
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.isEmpty ? "." : path
    }

    private func addFolders(_ path: String) {
        var folder = path
        while folder != ".", folder != "/", folders.insert(folder).inserted { folder = Path.folder(of: folder) }
    }

    func kind(of path: String) -> FileKind? {
        let path = normal(path)
        return files[path] != nil ? .file : folders.contains(path) ? .folder : nil
    }

    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        if let kind = readFailure(path) { throw FileFailure(path: path, kind: kind) }
        if kind(of: path) == .folder { throw FileFailure(path: path, kind: .isFolder) }
        guard let bytes = files[normal(path)] else { throw FileFailure(path: path, kind: .missing) }
        guard bytes.count <= limit else {
            throw FileFailure(path: path, kind: .tooLarge(size: bytes.count, limit: limit))
        }
        return bytes
    }

    /// In how large parts files of any size are handed over.
    var partSize = Int.max

    func readParts(_ path: String, _ take: (ArraySlice<UInt8>) -> Bool) throws(FileFailure) {
        var rest = try read(path, limit: .max)[...]
        while !rest.isEmpty {
            guard take(rest.prefix(partSize)) else { return }
            rest = rest.dropFirst(partSize)
        }
    }

    func names(in folder: String) throws(FileFailure) -> [String] {
        let folder = normal(folder)
        guard folders.contains(folder) else { throw FileFailure(path: folder, kind: .missing) }
        let all = Array(files.keys) + folders.filter { $0 != "." }
        return all.filter { Path.folder(of: $0) == folder }.map(Path.name(of:)).sorted()
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        writes.append(path)
        if let kind = writeFailure(writes.count, path) { throw FileFailure(path: path, kind: kind) }
        if kind(of: path) == .folder { throw FileFailure(path: path, kind: .isFolder) }
        guard kind(of: Path.folder(of: normal(path))) == .folder else { throw FileFailure(path: path, kind: .missing) }
        files[normal(path)] = bytes
    }

    func makeFolder(_ path: String) throws(FileFailure) {
        if let kind = folderFailure(path) { throw FileFailure(path: path, kind: kind) }
        var folder = normal(path)
        while folder != ".", folder != "/" {
            if files[folder] != nil { throw FileFailure(path: path, kind: .cannotCreate) }
            folder = Path.folder(of: folder)
        }
        addFolders(normal(path))
    }
}

/// A terminal in memory.
final class MemoryConsole: Console {
    private(set) var output = ""
    private(set) var notes = ""
    let width = 80
    let height = 24
    let clearingScreen = ""
    /// What is typed, line by line; then the input ends.
    var typed: [String] = []

    func line() -> String? { typed.isEmpty ? nil : typed.removeFirst() }

    /// Whether output is refused, as by a full disk.
    var isFull = false

    func write(_ text: String) -> Bool {
        if isFull { return false }
        output += text
        return true
    }

    func note(_ text: String) { notes += text }

    /// The files that were to be shown.
    private(set) var opened: [String] = []
    /// Whether the desktop has a program for them.
    var canOpen = true

    func open(_ path: String) -> Bool {
        opened.append(path)
        return canOpen
    }
}

/// What came of running the program.
struct Outcome {
    let exitCode: Int32
    /// Standard output.
    let output: String
    /// Standard error.
    let notes: String
    /// The files that were to be shown in another program.
    var opened: [String] = []
}

extension MemoryFileSystem {
    /// Runs the program on these files.
    func run(_ arguments: String...) -> Outcome { run(arguments) }

    /// - Parameters:
    ///   - isFull: whether standard output takes nothing.
    ///   - canOpen: whether there is a program to open files with.
    ///   - typed: the lines that are typed.
    func run(
        _ arguments: [String], isFull: Bool = false, canOpen: Bool = true, typed: [String] = []
    ) -> Outcome {
        let console = MemoryConsole()
        console.typed = typed
        console.isFull = isFull
        console.canOpen = canOpen
        let code = Waymark.run(arguments, context: CommandContext(files: self, console: console))
        return Outcome(exitCode: code, output: console.output, notes: console.notes, opened: console.opened)
    }
}
