import Foundation
import Testing

@testable import Commands

@Suite struct DiskFileSystemTests {
    private let disk = DiskFileSystem()

    @Test func writingAndReading() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a/b/c.bin"
        #expect(disk.kind(of: path) == nil)
        try disk.makeFolder("\(folder.path)/a/b")
        try disk.makeFolder("\(folder.path)/a/b")
        try disk.write([0, 255, 10], to: path)
        try disk.write([1, 2], to: path)
        #expect(try disk.read(path, limit: 2) == [1, 2])
        #expect(disk.kind(of: path) == .file && disk.kind(of: "\(folder.path)/a") == .folder)
        #expect(try disk.names(in: "\(folder.path)/a/b") == ["c.bin"])
    }

    @Test func namesAreSorted() throws {
        let folder = try TemporaryFolder()
        for name in ["b", "a", "c", "B", "10", "9"] { try disk.write([], to: "\(folder.path)/\(name)") }
        #expect(try disk.names(in: folder.path) == ["10", "9", "B", "a", "b", "c"])
    }

    @Test func failuresOfReading() throws {
        let folder = try TemporaryFolder()
        try disk.write([1, 2, 3], to: "\(folder.path)/three")
        #expect(throws: FileFailure(path: "\(folder.path)/three", kind: .tooLarge(size: 3, limit: 2))) {
            try disk.read("\(folder.path)/three", limit: 2)
        }
        #expect(throws: FileFailure(path: "\(folder.path)/none", kind: .missing)) {
            try disk.read("\(folder.path)/none", limit: 2)
        }
        #expect(throws: FileFailure(path: folder.path, kind: .isFolder)) { try disk.read(folder.path, limit: 2) }
        #expect(throws: FileFailure.self) { try disk.names(in: "\(folder.path)/none") }
        #expect(throws: FileFailure.self) { try disk.names(in: "\(folder.path)/three") }
    }

    @Test func failuresOfWriting() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/file"
        try disk.write([1], to: file)
        #expect(throws: FileFailure(path: folder.path, kind: .isFolder)) { try disk.write([2], to: folder.path) }
        #expect(throws: FileFailure(path: file, kind: .cannotCreate)) { try disk.makeFolder(file) }
        #expect(throws: FileFailure(path: file, kind: .cannotCreate)) { try disk.makeFolder("\(file)/a/b") }
        #expect(throws: FileFailure.self) { try disk.write([2], to: "\(folder.path)/none/x") }
        #expect(try disk.names(in: folder.path) == ["file"])
        #expect(try disk.read(file, limit: 9) == [1])
    }

    /// A device has no end, and no size beforehand.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/zero"), "there is no /dev/zero"))
    func aDeviceIsRefused() {
        #expect(throws: FileFailure.self) { try disk.read("/dev/zero", limit: 1000) }
    }
}
