import Foundation
import JSON

/// The blocks of the authors' guide that are run: files, additions to them, and commands with what they print.
struct GuideScript {
    enum Block {
        /// A file as a whole.
        case new(path: String, text: String)
        /// What is added to a file.
        case add(path: String, text: String)
        /// What is added to a file until the next commands have run.
        case mistake(path: String, text: String)
        case commands([Exchange])
    }

    /// A command and the lines that it prints.
    struct Exchange {
        let command: String
        let output: [String]
    }

    let blocks: [Block]
    /// Blocks of code that are none of these, which a reader could not follow.
    let unknown: [String]

    init(_ markdown: String) {
        var blocks: [Block] = []
        var unknown: [String] = []
        var marker: (kind: String, path: String)?
        var lines = markdown.components(separatedBy: "\n")[...]
        while let line = lines.popFirst() {
            if let found = line.wholeMatch(of: /<!-- (\w+): (\S+) -->/) {
                marker = (String(found.1), String(found.2))
            }
            guard line.hasPrefix("```") else { continue }
            let body = Array(lines.prefix { $0 != "```" })
            lines = lines.dropFirst(body.count + 1)
            let text = body.joined(separator: "\n") + "\n"
            switch (line, marker?.kind, marker?.path) {
            case ("```json", "new", let path?): blocks.append(.new(path: path, text: text))
            case ("```json", "add", let path?): blocks.append(.add(path: path, text: text))
            case ("```json", "mistake", let path?): blocks.append(.mistake(path: path, text: text))
            case ("```console", nil, _): blocks.append(.commands(GuideScript.exchanges(body)))
            default: unknown.append("\(line) \(text)")
            }
            marker = nil
        }
        self.blocks = blocks
        self.unknown = unknown
    }

    private static func exchanges(_ lines: [String]) -> [Exchange] {
        var result: [Exchange] = []
        for line in lines {
            if line.hasPrefix("$ ") {
                result.append(Exchange(command: String(line.dropFirst(2)), output: []))
            } else if let last = result.popLast() {
                result.append(Exchange(command: last.command, output: last.output + [line]))
            }
        }
        return result
    }
}

extension GuideScript.Exchange {
    /// Whether the output is what is shown, where `…` stands for whatever was left out: lines, or a part of one.
    func matches(_ actual: String) -> Bool {
        let pattern = output.map { line -> String in
            line == "…"
                ? "(?s:.*?\n)?"
                : line.components(separatedBy: "…").map(NSRegularExpression.escapedPattern(for:))
                    .joined(separator: ".*?") + "\n"
        }.joined()
        return actual.range(of: "\\A\(pattern)\\z", options: .regularExpression) != nil
    }

    /// The words of the command, with quotation marks undone.
    var words: [String] {
        command.matches(of: /"([^"]*)"|\S+/).map { String($0.1 ?? $0.0) }
    }
}

extension JSONValue {
    init(_ node: JSONNode) {
        switch node.content {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self = .number(number.value)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, JSONValue($0.value)) }))
        }
    }

    /// The value with another one added, as the guide says: what has the same id, or is a group of the same family, is
    /// completed; what is new goes to the end of its list; everything else takes the place of what was there.
    func adding(_ other: JSONValue) -> JSONValue {
        switch (self, other) {
        case (.object(let old), .object(let new)): return .object(old.merging(new) { $0.adding($1) })
        case (.array(let old), .array(let new)):
            guard !old.isEmpty, (old + new).allSatisfy({ $0.identity != nil }) else { return other }
            return .array(
                new.reduce(into: old) { result, element in
                    if let place = result.firstIndex(where: { $0.identity == element.identity }) {
                        result[place] = result[place].adding(element)
                    } else {
                        result.append(element)
                    }
                })
        default: return other
        }
    }

    /// What tells an element of a list from the others; nothing where a list is not one of such elements.
    private var identity: String? {
        guard case .object(let members) = self else { return nil }
        if case .string(let id)? = members["id"] { return id }
        return members["define"] == nil ? nil : "each \(members["each"]?.canonicalText() ?? "")"
    }
}
