/// The words of an interview by their keys, with parameters filled in.
public struct InterviewWords {
    private let text: (_ key: String, _ parameters: [String: String]) -> String
    private let counted: (_ key: String, _ count: Int) -> String

    /// - Parameters:
    ///   - text: the text of a key.
    ///   - counted: the text of a key for a number of things.
    public init(
        text: @escaping (_ key: String, _ parameters: [String: String]) -> String,
        counted: @escaping (_ key: String, _ count: Int) -> String
    ) {
        self.text = text
        self.counted = counted
    }

    func callAsFunction(_ key: String, _ parameters: [String: String] = [:]) -> String { text(key, parameters) }

    func counted(_ key: String, _ count: Int) -> String { counted(key, count) }

    func callAsFunction(_ message: Interview.Message) -> String {
        if let count = message.count { return counted("interviewMessage.\(message.kind.rawValue)", count) }
        return text("interviewMessage.\(message.kind.rawValue)", message.parameters)
    }
}
