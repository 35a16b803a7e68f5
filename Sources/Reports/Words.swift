public import JSON
import Mustache

/// Looks texts up while a report is made or questions are asked, and keeps the keys that were not there.
public final class Words {
    public let strings: Strings
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
            note("$.text", key, "the text \"\(key)\" is missing", "add it, or remove your copy of the file")
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
            note("$.text.\(key)", key, problem, remedy)
            return "[\(key)]"
        }
    }

    /// The text of a key as it is written, for a page that fills in its parameters itself.
    public func unfilled(_ key: String) -> String {
        if let text = strings.texts[key] { return text }
        return self(key)
    }

    /// The text of a key for a number of things, in the form that the number takes; `{{count}}` is the number.
    public func plural(_ key: String, _ count: Int, _ parameters: [String: String] = [:]) -> String {
        let all = parameters.merging(["count": self.count(count)]) { given, _ in given }
        return self(strings.form(of: count, in: key), all)
    }

    /// A count of things as the language writes it.
    func count(_ number: Int) -> String { NumberText(strings.numbers).count(number) }

    /// A share in percent, with the sign.
    func percent(_ number: String) -> String { number + self("number.percentSign") }

    /// A name and what is said of it, as in "Role: methods".
    public func labelled(_ name: String, _ text: String) -> String { "\(name)\(self("punctuation.colon")) \(text)" }

    /// Statements in a row, as in "a; b".
    func statements(_ texts: [String]) -> String { texts.joined(separator: "\(self("punctuation.semicolon")) ") }

    /// Names in a row, as in "a, b and c".
    public func list(_ names: [String]) -> String {
        guard let last = names.last else { return "" }
        guard names.count > 1 else { return last }
        return self("list.and", ["first": names.dropLast().joined(separator: self("list.separator")), "last": last])
    }

    private func note(_ path: String, _ key: String, _ problem: String, _ remedy: String) {
        let finding = Finding(
            file: "templates/strings/\(strings.language(of: key)).json", path: path, problem: problem, remedy: remedy)
        if !problems.contains(finding) { problems.append(finding) }
    }
}
