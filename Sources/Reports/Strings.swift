public import JSON
import Mustache

/// The words that reports and the terminal say in one language, from `templates/strings/<language>.json`.
public struct Strings: Sendable {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    public let language: String
    /// Whether the language is written from right to left.
    public let isRightToLeft: Bool
    let decimalSeparator: String
    /// Texts by key, as in `report.title`; those with parameters are templates.
    let texts: [String: String]
    /// All texts as templates see them.
    let values: MustacheValue

    /// Reads a file of strings.
    ///
    /// - Returns: the strings unless there are errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> Strings? {
        let keys = ["$schema", "formatVersion", "language", "direction", "decimalSeparator", "text"]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let language = object.required("language")?.text()
        let direction = object.required("direction")?.name(among: ["ltr", "rtl"], kind: "direction")
        let separator = object["decimalSeparator"]?.string() ?? "."
        guard let text = object.required("text"), text.map() != nil else { return nil }
        var texts: [String: String] = [:]
        let values = flatten(text, prefix: "", into: &texts)
        guard let language, let direction, !reader.findings.hasErrors else { return nil }
        return Strings(
            language: language, isRightToLeft: direction == "rtl", decimalSeparator: separator, texts: texts,
            values: values)
    }

    private static func flatten(
        _ reader: JSONReader, prefix: String, into texts: inout [String: String]
    ) -> MustacheValue {
        if case .string(let text) = reader.node.content {
            texts[prefix] = text
            return .text(text)
        }
        var values: [String: MustacheValue] = [:]
        for (name, value) in reader.map()?.all ?? [] {
            values[name] = flatten(value, prefix: prefix.isEmpty ? name : "\(prefix).\(name)", into: &texts)
        }
        return .object(values)
    }
}

/// Looks texts up while a report is made or questions are asked, and keeps the keys that were not there.
public final class Words {
    let strings: Strings
    /// What is wrong with the texts that were asked for.
    public private(set) var problems: [Finding] = []
    /// Texts with parameters, parsed once.
    private var templates: [String: MustacheLibrary] = [:]

    public init(_ strings: Strings) {
        self.strings = strings
    }

    /// The text of a key with its parameters filled in.
    public func callAsFunction(_ key: String, _ parameters: [String: String] = [:]) -> String {
        guard let text = strings.texts[key] else {
            note("$.text", "the text \"\(key)\" is missing", "add it, or remove your copy of the file")
            return "[\(key)]"
        }
        guard text.contains("{{") else { return text }
        do throws(MustacheError) {
            var library = templates[key]
            if library == nil { library = MustacheLibrary([try MustacheTemplate(text, name: key)]) }
            guard let library else { return text }
            templates[key] = library
            return try library.render(
                key, with: .object(parameters.mapValues(MustacheValue.text)), escaping: .none, missingNames: .refused)
        } catch {
            let (problem, remedy) = Finding.sentences(of: error)
            note("$.text.\(key)", problem, remedy)
            return "[\(key)]"
        }
    }

    /// The text of a key for a number of things: `key.one` for one, else `key.other`; `{{count}}` is the number.
    public func plural(_ key: String, _ count: Int, _ parameters: [String: String] = [:]) -> String {
        let all = parameters.merging(["count": String(count)]) { given, _ in given }
        return self(count == 1 ? "\(key).one" : "\(key).other", all)
    }

    /// Names in a row, as in "a, b and c".
    func list(_ names: [String]) -> String {
        guard let last = names.last else { return "" }
        guard names.count > 1 else { return last }
        return self("list.and", ["first": names.dropLast().joined(separator: self("list.separator")), "last": last])
    }

    private func note(_ path: String, _ problem: String, _ remedy: String) {
        let finding = Finding(
            file: "templates/strings/\(strings.language).json", path: path, problem: problem, remedy: remedy)
        if !problems.contains(finding) { problems.append(finding) }
    }
}
