public import JSON
public import Mustache
public import Questionnaires

/// The words that reports and the terminal say in one language, from `templates/strings/<language>.json`.
public struct Strings: Sendable {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    public let language: String
    /// Whether the language is written from right to left.
    public let isRightToLeft: Bool
    let numbers: NumberFormat
    let plurals: PluralRules
    /// Whether somebody has read the translation; nothing where the file does not say.
    public let review: TranslationReview?
    /// Texts by key, as in `report.title`; those with parameters are templates.
    public private(set) var texts: [String: String]
    /// What gives the texts that the language does not have.
    private var fallback: [Fallback] = []
    /// Whether there is another language to turn to, so that a form that is missing is no fault.
    private var isLenient = false
    /// Whether reports say that a translation they are made from awaits its review.
    private(set) var announcesReview: Bool
    /// What templates see of the texts, where that was worked out beforehand.
    private var prepared: MustacheValue?

    /// The keys that another language has to lend, with that language and its rules.
    private struct Fallback: Sendable {
        let language: String
        let plurals: PluralRules
        let keys: Set<String>
    }

    /// What stands before the decimals of a number.
    public var decimalSeparator: String { numbers.decimalSeparator }

    /// The keys whose texts are those of another language, in alphabetical order.
    public var missing: [String] { fallback.flatMap(\.keys).sorted() }

    /// Reads a file of strings.
    ///
    /// - Returns: the strings unless there are errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> Strings? {
        let keys = [
            "$schema", "formatVersion", "language", "direction", "decimalSeparator", "grouping", "plurals", "review",
            "text",
        ]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let language = object.required("language")?.text()
        let direction = object.required("direction")?.name(among: ["ltr", "rtl"], kind: "direction")
        let numbers = NumberFormat.decode(decimal: object["decimalSeparator"], grouping: object["grouping"])
        let plurals = object["plurals"].flatMap(PluralRules.decode) ?? .oneAndOther
        let review = object["review"].flatMap(TranslationReview.decode)
        guard let text = object.required("text"), text.map() != nil else { return nil }
        var texts: [String: String] = [:]
        flatten(text, prefix: "", into: &texts)
        guard let language, let direction, !reader.findings.hasErrors else { return nil }
        return Strings(
            language: language, isRightToLeft: direction == "rtl", numbers: numbers, plurals: plurals, review: review,
            texts: texts, announcesReview: review == .awaiting)
    }

    private static func flatten(_ reader: JSONReader, prefix: String, into texts: inout [String: String]) {
        if case .string(let text) = reader.node.content {
            texts[prefix] = text
            return
        }
        for (name, value) in reader.map()?.all ?? [] {
            flatten(value, prefix: prefix.isEmpty ? name : "\(prefix).\(name)", into: &texts)
        }
    }

    /// The strings with those of another language where they have none.
    ///
    /// A text that depends on a number is lent as a whole: its forms are of one language.
    public func completed(by other: Strings) -> Strings {
        let groups = other.pluralGroups
        let lent = other.texts.filter { key, _ in
            guard texts[key] == nil else { return false }
            guard let group = Strings.group(of: key), groups.contains(group) else { return true }
            return !PluralRules.Form.allCases.contains { texts["\(group).\($0.rawValue)"] != nil }
        }
        var result = self
        result.prepared = nil
        result.isLenient = true
        guard !lent.isEmpty else { return result }
        result.texts.merge(lent) { own, _ in own }
        result.fallback.append(Fallback(language: other.language, plurals: other.plurals, keys: Set(lent.keys)))
        return result
    }

    /// The same strings, for reports that are made from other translations too.
    public func announcingReview(_ announces: Bool) -> Strings {
        var result = self
        result.prepared = nil
        result.announcesReview = announcesReview || announces
        return result
    }

    /// The form that a number takes in a text that depends on it.
    ///
    /// In French 0 takes `one`. A text of that form that does not say the number speaks of one thing, and is not taken for
    /// none.
    func form(of count: Int, in key: String) -> String {
        let other = "\(key).\(PluralRules.Form.other.rawValue)"
        let rules = fallback.first { $0.keys.contains(other) }?.plurals ?? plurals
        let form = rules.form(of: count)
        let name = "\(key).\(form.rawValue)"
        guard let text = texts[name] else { return isLenient ? other : name }
        guard let named = form.number, named != count, !Strings.saysCount(text),
            let general = texts[other], Strings.saysCount(general)
        else { return name }
        return other
    }

    private static func saysCount(_ text: String) -> Bool { StringsCheck.parameters(in: text).contains("count") }

    /// The language whose text a key has.
    func language(of key: String) -> String { fallback.first { $0.keys.contains(key) }?.language ?? language }

    /// The same strings, with what templates see of them worked out once for all templates.
    public func preparedForTemplates() -> Strings {
        var result = self
        result.prepared = values
        return result
    }

    /// All texts as templates see them.
    public var values: MustacheValue {
        if let prepared { return prepared }
        var values = Strings.values(texts.map { (key: $0.key.split(separator: ".")[...], text: $0.value) })
        if !announcesReview, case .object(var all) = values, case .object(var own)? = all["language"] {
            own["awaitingReview"] = .missing
            all["language"] = .object(own)
            values = .object(all)
        }
        return values
    }

    private static func values(_ texts: [(key: ArraySlice<Substring>, text: String)]) -> MustacheValue {
        let named = Dictionary(grouping: texts) { $0.key.first ?? "" }
        return .object(
            Dictionary(
                uniqueKeysWithValues: named.map { name, members in
                    if members.count == 1, members[0].key.count == 1 {
                        return (String(name), MustacheValue.text(members[0].text))
                    }
                    return (String(name), values(members.map { (key: $0.key.dropFirst(), text: $0.text) }))
                }))
    }
}

/// Texts that depend on a number.
extension Strings {
    /// The keys of texts that depend on a number: whose parts are forms and nothing else, `other` among them.
    var pluralGroups: Set<String> {
        var parts: [String: Set<String>] = [:]
        for key in texts.keys {
            guard let group = Strings.group(of: key) else { continue }
            parts[group, default: []].insert(String(key.dropFirst(group.count + 1)))
        }
        let deeper = Set(texts.keys.compactMap { Strings.group(of: $0).flatMap { Strings.group(of: $0) } })
        return Set(
            parts.filter { group, names in
                names.isSubset(of: Strings.allForms) && names.contains(PluralRules.Form.other.rawValue)
                    && !deeper.contains(group)
            }.keys)
    }

    /// The names of the forms that numbers take in the language.
    public var forms: [String] { plurals.forms.map(\.rawValue) }

    /// The names of the forms that numbers take in any language.
    public static let allForms = Set(PluralRules.Form.allCases.map(\.rawValue))

    /// What stands before the last full stop of a key.
    static func group(of key: String) -> String? {
        key.lastIndex(of: ".").map { String(key[..<$0]) }
    }
}
