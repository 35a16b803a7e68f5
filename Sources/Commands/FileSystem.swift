/// The files that a command may touch; a protocol, so that tests can fill a disk or take away a right.
protocol FileSystem {
    /// What stands at a path; nothing where there is none.
    func kind(of path: String) -> FileKind?

    /// The contents of a file of at most `limit` bytes.
    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8]

    /// Hands the bytes of a file of any size over part by part, until the taker has enough.
    func readParts(_ path: String, _ take: (ArraySlice<UInt8>) -> Bool) throws(FileFailure)

    /// The names in a folder, sorted.
    func names(in folder: String) throws(FileFailure) -> [String]

    /// Writes a file as a whole or not at all: a reader never sees half of it, and a failure leaves what was there.
    func write(_ bytes: [UInt8], to path: String) throws(FileFailure)

    /// Makes a folder and those above it, as far as they are missing.
    func makeFolder(_ path: String) throws(FileFailure)

    /// Takes a file away; where that is not possible, it stays.
    func remove(_ path: String)
}

extension FileSystem {
    func readParts(_ path: String, _ take: (ArraySlice<UInt8>) -> Bool) throws(FileFailure) {
        _ = take(try read(path, limit: .max)[...])
    }
}

enum FileKind {
    case file
    case folder
}

/// Why a file could not be read or written.
struct FileFailure: Error, Equatable {
    enum Kind: Equatable {
        case missing
        case notPermitted
        case isFolder
        case tooLarge(size: Int, limit: Int)
        case diskFull
        case cannotCreate
        case other(String)
    }

    let path: String
    let kind: Kind

    /// What is wrong and what to do, without the path.
    var message: String {
        switch kind {
        case .missing: "there is no such file or folder; check the path"
        case .notPermitted: "access is not permitted; check the rights of the file and its folder"
        case .isFolder: "this is a folder, not a file; name a file in it"
        case .tooLarge(let size, let limit):
            "the file has \(size) bytes, more than the limit of \(limit); check that this is the right file"
        case .diskFull: "the disk is full; make room and run the command again"
        case .cannotCreate: "a file is in the way; name another folder"
        case .other(let reason): "\(reason)"
        }
    }
}

/// Paths as text, with `/` between their parts.
enum Path {
    static func join(_ folder: String, _ name: String) -> String {
        if folder.isEmpty || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The part before the last `/`; `.` where there is none.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The folder in which a folder stands, without looking at the disk.
    static func parent(of folder: String) -> String {
        switch name(of: folder) {
        case _ where folder.isEmpty || folder == ".": ".."
        case "..": join(folder, "..")
        // It ends with a slash or a full stop, and is the folder before that.
        case "", ".": folder == "/" ? "/" : parent(of: Path.folder(of: folder))
        default: Path.folder(of: folder)
        }
    }

    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// Whether a path stays below the folder it is relative to.
    static func staysBelow(_ path: String) -> Bool {
        // Bytes, as the disk sees them: in a text, a mark that follows a slash would make it another character.
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { name in
            !["", ".", ".."].contains { name.elementsEqual($0.utf8) }
        }
    }
}
