/// What respondents type to do something other than answer, in their language.
public struct InterviewLetters: Sendable, Hashable {
    public enum Command: String, Sendable, CaseIterable {
        case back, skip, help, doNotKnow, notApplicable, evidence, comment, clear, review, leave, finish
    }

    private let texts: [Command: String]

    /// - Parameter text: what is typed for a command, as in `b`; letters differ from each other.
    public init(_ text: (Command) -> String) {
        texts = Dictionary(Command.allCases.map { ($0, text($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is typed for a command.
    public subscript(_ command: Command) -> String { texts[command] ?? "" }

    var skip: String { self[.skip] }

    /// The command that a line stands for, in any case of its letters.
    func command(_ line: String) -> Command? {
        Command.allCases.first { self[$0].lowercased() == line.lowercased() }
    }
}
