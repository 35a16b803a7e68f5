import FoundationEssentials

/// The real file system.
struct DiskFileSystem: FileSystem {
    func kind(of path: String) -> FileKind? {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        return isFolder ? .folder : .file
    }

    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        if kind(of: path) == .folder { throw FileFailure(path: path, kind: .isFolder) }
        do {
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            guard size <= limit else { throw FileFailure(path: path, kind: .tooLarge(size: size, limit: limit)) }
            let data = try Data(contentsOf: URL(filePath: path))
            // Pipes and devices have no size beforehand.
            guard data.count <= limit else {
                throw FileFailure(path: path, kind: .tooLarge(size: data.count, limit: limit))
            }
            return Array(data)
        } catch {
            throw DiskFileSystem.failure(error, path)
        }
    }

    func readParts(_ path: String, _ take: (ArraySlice<UInt8>) -> Bool) throws(FileFailure) {
        if kind(of: path) == .folder { throw FileFailure(path: path, kind: .isFolder) }
        if let kind = System.readParts(path, take) { throw FileFailure(path: path, kind: kind) }
    }

    func names(in folder: String) throws(FileFailure) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw DiskFileSystem.failure(error, folder)
        }
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        if kind(of: path) == .folder { throw FileFailure(path: path, kind: .isFolder) }
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw DiskFileSystem.failure(error, path)
        }
    }

    func makeFolder(_ path: String) throws(FileFailure) {
        if kind(of: path) == .folder { return }
        // The system does not tell a file in the way from other obstacles.
        var folder = path
        while folder != ".", folder != "/" {
            if kind(of: folder) == .file { throw FileFailure(path: folder, kind: .cannotCreate) }
            folder = Path.folder(of: folder)
        }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw DiskFileSystem.failure(error, path)
        }
    }

    func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    private static func failure(_ error: any Error, _ path: String) -> FileFailure {
        if let failure = error as? FileFailure { return failure }
        guard let error = error as? CocoaError else { return FileFailure(path: path, kind: .other("\(error)")) }
        let kind: FileFailure.Kind =
            switch error.code {
            case .fileNoSuchFile, .fileReadNoSuchFile: .missing
            case .fileReadNoPermission, .fileWriteNoPermission, .fileWriteVolumeReadOnly: .notPermitted
            case .fileWriteOutOfSpace: .diskFull
            case .fileWriteFileExists, .fileWriteInvalidFileName: .cannotCreate
            default: .other("the system refused it (\(error.code.rawValue)); check the path and the disk")
            }
        return FileFailure(path: path, kind: kind)
    }
}
