import JSON
import Reports

/// What a command works with: files and the terminal.
struct CommandContext {
    let files: any FileSystem
    let console: any Console
    private let said = SaidNotes()

    init(files: any FileSystem, console: any Console) {
        self.files = files
        self.console = console
    }

    /// No JSON file of an office comes near this; what does is the wrong file.
    static let fileLimit = JSONLimits().size

    /// Prints a result.
    func print(_ text: String) throws(CommandFailure) {
        guard console.write(text) else {
            throw .cannotWrite(
                FileFailure(
                    path: "standard output", kind: .other("the system refused it; the disk may be full")))
        }
    }

    /// Says something that is not part of the result.
    func note(_ text: String) { console.note(VisibleText.make(text) + "\n") }

    /// The same, but only the first time.
    func noteOnce(_ text: String) {
        if said.isNew(text) { note(text) }
    }

    func read(_ path: String) throws(CommandFailure) -> [UInt8] {
        do throws(FileFailure) {
            return try files.read(path, limit: CommandContext.fileLimit)
        } catch {
            throw CommandFailure(reading: error)
        }
    }

    func names(in folder: String) throws(CommandFailure) -> [String] {
        do throws(FileFailure) {
            return try files.names(in: folder)
        } catch {
            throw CommandFailure(reading: error)
        }
    }

    /// Takes away a file of our own that is no longer needed.
    func remove(_ path: String) { files.remove(path) }

    func write(_ text: String, to path: String) throws(CommandFailure) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes a file as a whole, making the folders above it.
    func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
        do throws(FileFailure) {
            try files.makeFolder(Path.folder(of: path))
            try files.write(bytes, to: path)
        } catch {
            throw CommandFailure(writing: error)
        }
    }
}

/// What was said already, so that what concerns several reports is said once.
private final class SaidNotes {
    private var notes: Set<String> = []

    func isNew(_ text: String) -> Bool { notes.insert(text).inserted }
}
