public import JSON
public import Mustache

/// Why a report could not be made: a template or a file of strings has a fault.
public struct ReportFailure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, where, and what to do about it.
    public let findings: [Finding]

    init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// A fault that was found while a template was rendered.
    init(_ error: MustacheError) {
        self.init([Finding(file: "templates/\(error.template).mustache", error)])
    }

    public var description: String { findings.map(\.description).joined(separator: "\n") }
}

extension Finding {
    /// The finding that a fault in a template makes.
    public init(file: String, _ error: MustacheError) {
        let position = error.position.map { TextPosition(line: $0.line, column: $0.column) }
        let (problem, remedy) = Finding.sentences(of: error)
        self.init(file: file, position: position, problem: problem, remedy: remedy)
    }

    /// What is wrong, which is the first sentence of the message, and what to do, as findings write them.
    static func sentences(of error: MustacheError) -> (problem: String, remedy: String) {
        func clause(_ sentence: Substring) -> String {
            let text = sentence.hasSuffix(".") ? sentence.dropLast() : sentence
            return text.prefix(1).lowercased() + text.dropFirst()
        }
        var end = error.message.endIndex
        for index in error.message.indices.dropLast() where error.message[index] == "." {
            let next = error.message.index(after: index)
            guard error.message[next] == " " else { continue }
            end = next
            break
        }
        let rest = error.message[end...].drop { $0 == " " }
        return (
            clause(error.message[..<end]), rest.isEmpty ? "correct it, or remove your copy of the file" : clause(rest)
        )
    }
}
