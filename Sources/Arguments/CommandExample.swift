/// A command line that shows the use of a command, and what it does.
public struct CommandExample: Hashable, Sendable {
    /// The line as typed into a shell, the program's name included: `waymark assess nso --wave 2025`.
    public let commandLine: String
    /// What the line does, one sentence.
    public let purpose: String

    /// Describes an example.
    public init(_ commandLine: String, _ purpose: String) {
        self.commandLine = commandLine
        self.purpose = purpose
    }

    /// The words that follow the program's name, up to the first operator of the shell (`|`, `>`, `&&` and the like).
    ///
    /// `nil` if the line does not call the program. Quotation marks around a word without spaces are removed; more of
    /// a shell's syntax is not known.
    func words(after program: String) -> [String]? {
        let words = commandLine.split(separator: " ")
        guard let start = words.firstIndex(where: { $0 == program }) else { return nil }
        return words[(start + 1)...].prefix(while: { !Self.operators.contains($0) }).map(Self.unquoted)
    }

    private static let operators: Set<Substring> = ["|", ">", ">>", "<", "2>", "&", "&&", "||", ";"]

    private static func unquoted(_ word: Substring) -> String {
        for mark in ["'", "\""] where word.count >= 2 && word.hasPrefix(mark) && word.hasSuffix(mark) {
            return String(word.dropFirst().dropLast())
        }
        return String(word)
    }
}
