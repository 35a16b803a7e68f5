public import JSON
public import Questionnaires

/// Finds what is wrong with the words of a language beside those of the program's own.
public struct StringsCheck {
    private let own: Strings
    private let base: Strings
    private let groups: Set<String>
    private var readers: [String: JSONReader] = [:]

    /// Reports what is wrong in the reader.
    ///
    /// - Returns: how much is translated; nothing where the file cannot be read.
    public static func check(_ reader: JSONReader, against base: Strings) -> TranslationCount? {
        guard let own = Strings.decode(reader), let text = reader.map()?["text"] else { return nil }
        var check = StringsCheck(own: own, base: base, groups: base.pluralGroups)
        check.gather(text, prefix: "")
        check.checkKeys()
        check.checkParameters()
        return check.count()
    }

    private init(own: Strings, base: Strings, groups: Set<String>) {
        self.own = own
        self.base = base
        self.groups = groups
    }

    private mutating func gather(_ reader: JSONReader, prefix: String) {
        if case .string = reader.node.content {
            readers[prefix] = reader
            return
        }
        for (name, value) in reader.map()?.all ?? [] {
            gather(value, prefix: prefix.isEmpty ? name : "\(prefix).\(name)")
        }
    }

    /// The group that a key belongs to, where it is a form of a text that depends on a number.
    private func group(of key: String) -> (key: String, form: PluralRules.Form)? {
        guard let group = Strings.group(of: key), groups.contains(group) else { return nil }
        return PluralRules.Form(rawValue: String(key.dropFirst(group.count + 1))).map { (group, $0) }
    }

    private func checkKeys() {
        let known = base.texts.keys.sorted()
        for (key, reader) in readers.sorted(by: { $0.key < $1.key }) where base.texts[key] == nil {
            if let (_, form) = group(of: key) {
                guard !own.plurals.forms.contains(form) else { continue }
                reader.warn(
                    "no number takes the form \"\(form.rawValue)\" by the rules of this file",
                    "add it to \"plurals\", or remove the text")
            } else {
                reader.warn(
                    "no text of the program is called \"\(key)\"",
                    StringsCheck.hint(key, among: known).map { "did you mean \"\($0)\"?" } ?? "remove it")
            }
        }
    }

    private static func hint(_ key: String, among known: [String]) -> String? {
        let name = key.split(separator: ".").last
        return known.first { $0.split(separator: ".").last == name }
    }

    private func checkParameters() {
        for (key, reader) in readers.sorted(by: { $0.key < $1.key }) {
            guard let allowed = parameters(of: key) else { continue }
            let found = StringsCheck.parameters(in: own.texts[key] ?? "")
            for name in found.subtracting(allowed.all).sorted() {
                reader.report(
                    "the text has no value called \"\(name)\"",
                    allowed.all.isEmpty
                        ? "write the text without values"
                        : "it has: \(allowed.all.sorted().joined(separator: ", "))")
            }
            for name in allowed.needed.subtracting(found).sorted() {
                reader.warn("the value \"\(name)\" is not written", "put {{\(name)}} where it belongs")
            }
        }
    }

    /// The values that a text can write, and those that it has to.
    private func parameters(of key: String) -> (all: Set<String>, needed: Set<String>)? {
        if let (group, _) = group(of: key) {
            let forms = PluralRules.Form.allCases.compactMap { base.texts["\(group).\($0.rawValue)"] }
                .map(StringsCheck.parameters)
            let needed = forms.dropFirst().reduce(forms.first ?? []) { $0.intersection($1) }
            // A form that one number alone takes may say it by a word.
            return (forms.reduce(["count"]) { $0.union($1) }, needed.subtracting(["count"]))
        }
        guard let text = base.texts[key] else { return nil }
        let all = StringsCheck.parameters(in: text)
        return (all, all)
    }

    /// The names in double braces.
    static func parameters(in text: String) -> Set<String> {
        var names: Set<String> = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            rest = rest[start.upperBound...]
            let end = rest.firstRange(of: "}}")?.lowerBound ?? rest.endIndex
            names.insert(String(rest[..<end].drop { "#^/&{ ".contains($0) }.prefix { $0 != " " && $0 != "}" }))
            rest = rest[end...]
        }
        return names
    }

    /// Whether there is anything to translate beside the names in double braces.
    private static func hasWords(_ text: String) -> Bool {
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            if rest[..<start.lowerBound].contains(where: \.isLetter) { return true }
            let end = rest[start.upperBound...].firstRange(of: "}}")?.upperBound ?? rest.endIndex
            rest = rest[end...]
        }
        return rest.contains(where: \.isLetter)
    }

    private func count() -> TranslationCount {
        var missing: [String] = []
        var all = 0
        var same = 0
        for (key, text) in base.texts where group(of: key) == nil {
            all += 1
            if own.texts[key] == nil { missing.append(key) }
            if own.texts[key] == text, StringsCheck.hasWords(text) { same += 1 }
        }
        for group in groups {
            for form in own.plurals.forms {
                let key = "\(group).\(form.rawValue)"
                all += 1
                if own.texts[key] == nil { missing.append(key) }
                if let text = own.texts[key], text == base.texts[key], StringsCheck.hasWords(text) { same += 1 }
            }
        }
        return TranslationCount(all: all, same: same, missing: missing.sorted())
    }
}
