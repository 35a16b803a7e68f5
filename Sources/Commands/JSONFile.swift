import JSON

/// JSON files on the way in.
enum JSONFile {
    /// Parses bytes that were read.
    static func parse(_ bytes: [UInt8], name: String) throws(CommandFailure) -> JSONDocument {
        do throws(JSONSyntaxError) {
            return try JSONDocument(parsing: bytes)
        } catch {
            throw .invalidInput([Finding(file: name, error)], summary: "\(name) is not valid JSON")
        }
    }

    static func read(_ path: String, _ context: CommandContext) throws(CommandFailure) -> JSONDocument {
        try parse(try context.read(path), name: path)
    }
}
