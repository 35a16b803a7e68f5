import Foundation

/// The lines of a report in Markdown as blocks: enough of CommonMark with tables to see whether a text became structure.
struct MarkdownStructure: Equatable {
    enum Block: Hashable {
        case heading(Int)
        case row(columns: Int)
        case bullet(indentation: Int)
        case number(indentation: Int)
        case rule
        case paragraph
        /// What no template of ours writes: quotations, fences, HTML, underlines of headings, indented code.
        case foreign(String)
    }

    let blocks: [Block]
    /// How often characters that mean something stand without a backslash before them.
    let bareMarks: [Character: Int]

    init(_ markdown: String) {
        blocks = markdown.split(separator: "\n").map { MarkdownStructure.block(String($0)) }
        bareMarks = MarkdownStructure.bareMarks(in: markdown)
    }

    func count(where holds: (Block) -> Bool) -> Int { blocks.filter(holds).count }

    private static func block(_ line: String) -> Block {
        let text = line.drop { $0 == " " }
        let indentation = line.count - text.count
        if text.hasPrefix("- ") || text == "-" { return .bullet(indentation: indentation) }
        if let end = text.firstIndex(where: { !$0.isNumber }), end > text.startIndex, text[end...].hasPrefix(". ") {
            return .number(indentation: indentation)
        }
        if indentation > 0 { return .foreign(line) }
        let hashes = text.prefix { $0 == "#" }.count
        if hashes > 0, hashes < 7, text.dropFirst(hashes).first == " " { return .heading(hashes) }
        if text == "---" { return .rule }
        if text.first == "|" { return .row(columns: cells(of: line).count) }
        if text.allSatisfy({ $0 == "=" || $0 == "-" || $0 == "_" || $0 == "*" }) { return .foreign(line) }
        if ["```", "~~~", ">", "<", "+ ", "#"].contains(where: text.hasPrefix) { return .foreign(line) }
        return .paragraph
    }

    /// The cells of a row of a table, with their backslashes.
    static func cells(of row: String) -> [String] {
        var cells: [String] = [""]
        var isEscaped = false
        for scalar in row.unicodeScalars {
            if scalar == "|", !isEscaped {
                cells.append("")
            } else {
                cells[cells.count - 1].unicodeScalars.append(scalar)
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return cells.dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func bareMarks(in markdown: String) -> [Character: Int] {
        var counts: [Character: Int] = [:]
        var isEscaped = false
        for scalar in markdown.unicodeScalars {
            if !isEscaped, "`*_[]<>|~{}$^".unicodeScalars.contains(scalar) {
                counts[Character(scalar), default: 0] += 1
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return counts
    }

    /// The text that a reader sees: without backslashes, with entities as the characters they stand for.
    static func visibleText(_ markdown: String) -> String {
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in markdown.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(scalar)
                isEscaped = false
            }
        }
        return withoutEntities(String(result))
    }

    /// The text with the entities that we, or a renderer, write as the characters they stand for.
    static func withoutEntities(_ text: String) -> String {
        let entities = [
            ("&NoBreak;", ""), ("\u{2060}", ""), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&"),
        ]
        return entities.reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
        }
    }

    /// The rows below the header that begins with some cells, without the rule below it.
    static func table(in markdown: String, headerBegins: [String]) -> [[String]] {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard
            let header = lines.firstIndex(where: {
                $0.hasPrefix("|") && Array(cells(of: $0).prefix(headerBegins.count)) == headerBegins
            })
        else { return [] }
        return lines[(header + 2)...].prefix { $0.hasPrefix("|") }.map { cells(of: $0).map(visibleText) }
    }
}

extension String {
    /// The lines, without an empty one after the last line feed.
    var lines: [Substring] {
        (hasSuffix("\n") ? dropLast() : self[...]).split(separator: "\n", omittingEmptySubsequences: false)
    }
}

/// The program `cmark-gfm`, where it is installed.
enum CommonMark {
    static let program: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/cmark-gfm" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The HTML of a text in GitHub's Markdown, with HTML passed through and bare addresses turned into links.
    static func html(_ markdown: String) throws -> String {
        let process = Process()
        let input = FileManager.default.temporaryDirectory.appendingPathComponent("waymark-\(UUID().uuidString).md")
        try Data(markdown.utf8).write(to: input)
        defer { try? FileManager.default.removeItem(at: input) }
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program ?? "")
        process.arguments = [
            "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist", "-e", "footnotes",
            input.path,
        ]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// The tags of a text in HTML, in their order.
    static func tags(in html: String) -> [String] {
        html.split(separator: "<", omittingEmptySubsequences: false).dropFirst()
            .map { String($0.prefix { $0 != ">" }) }
    }
}
