import Foundation
import JSON

@testable import Commands

/// What people read of a file that the program wrote, line by line.
enum ReadableText {
    /// The attributes whose values are shown or read aloud.
    private static let attributes = ["title", "aria-label", "alt", "placeholder", "label"]

    /// The text of a page: what stands between tags, what its attributes say, the texts of the data that its script
    /// shows, and what its style adds.
    static func ofPage(_ page: String) -> [String] {
        var lines: [String] = []
        var rest = page[...]
        while let open = rest.firstIndex(of: "<") {
            lines += split(rest[..<open])
            let end = rest[open...].firstIndex(of: ">") ?? rest.endIndex
            let tag = rest[open..<end]
            rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
            lines += values(in: tag)
            for (name, read) in [("script", ofScript), ("style", ofStyle)]
            where tag.dropFirst().prefix(while: \.isLetter) == name {
                let close = rest.firstRange(of: "</\(name)>")?.lowerBound ?? rest.endIndex
                lines += read(rest[..<close], tag)
                rest = rest[close...]
            }
        }
        return (lines + split(rest)).map(unescaped)
    }

    /// The texts among the values of a JSON file: those of several words, since a single one is a code.
    static func ofJSON(_ text: some StringProtocol) -> [String] {
        guard let document = try? JSONDocument(parsing: Array(text.utf8)) else { return ["this JSON cannot be read"] }
        var lines: [String] = []
        func walk(_ node: JSONNode) {
            switch node.content {
            case .string(let text) where text.contains(" "): lines += split(text[...])
            case .array(let elements): for element in elements { walk(element) }
            case .object(let members): for member in members { walk(member.value) }
            case .string, .number, .bool, .null: break
            }
        }
        walk(document.root)
        return lines
    }

    /// The cells of several words, since a single one is a code.
    static func ofTable(_ text: String) -> [String] {
        text.split { $0.isNewline || $0 == "," || $0 == "\t" || $0 == "\"" }.filter { $0.contains(" ") }.map(
            String.init)
    }

    /// The lines of a text for the terminal or in Markdown.
    static func ofText(_ text: String) -> [String] {
        split(text[...]).map { unescaped($0).replacing("\\", with: "") }
    }

    private static func split(_ text: Substring) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init)
    }

    private static func values(in tag: Substring) -> [String] {
        attributes.compactMap { name in
            guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
            return String(tag[start...].prefix { $0 != "\"" })
        }
    }

    private static func ofScript(_ text: Substring, tag: Substring) -> [String] {
        guard tag.contains("json") else { return [] }
        // The script fills parameters in by itself.
        return ofJSON(text).map { $0.replacing(/\{\{[a-zA-Z]+\}\}/, with: "") }
    }

    private static func ofStyle(_ text: Substring, tag: Substring) -> [String] {
        text.components(separatedBy: "content: \"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return ["&lt;", "&gt;", "&quot;", "&#39;", "&nbsp;", "&amp;"].reduce(text) { $0.replacing($1, with: " ") }
    }
}

/// Finds words of English in text of a language that has no letter of ASCII.
struct StrayWords {
    /// Sentences that stand in every language as they are.
    let phrases: [String]
    /// Single words that do.
    let words: Set<String>

    /// The words that are left of a line, and the line; nothing where none is.
    func found(in line: String) -> String? {
        guard !left(in: line).isEmpty else { return nil }
        let rest = phrases.reduce(line) { $1.count > 3 ? $0.replacing($1, with: " ") : $0 }
        let words = left(in: rest)
        return words.isEmpty ? nil : "\(words.joined(separator: " ")) in: \(line.prefix(200))"
    }

    private func left(in line: String) -> [String] {
        line.utf8.split { !StrayWords.isOfWord($0) }.map { word in
            String(decoding: word, as: UTF8.self).trimmingCharacters(in: CharacterSet(charactersIn: "-.:'"))
        }.filter { StrayWords.hasThreeLetters($0) && !isName($0) && !words.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
    private static func isOfWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || (48...58).contains(byte) || [45, 46, 47, 95].contains(byte)
    }

    private static func hasThreeLetters(_ word: String) -> Bool {
        word.utf8.split { !isLetter($0) }.contains { $0.count >= 3 }
    }

    /// Whether it is an id, a path, a number or a digest; English has no word that looks like one.
    private func isName(_ word: String) -> Bool {
        word.utf8.contains { $0 == 47 || $0 == 95 || (48...57).contains($0) } || word.dropFirst().contains(".")
            || word.dropFirst().contains(where: \.isUppercase) && word.first?.isLowercase == true
    }
}
