public import JSON

/// The texts of one file of a definition in another language, by the ids of what they belong to.
///
/// It holds texts only: whatever it says, no rule of the definition changes.
public struct Translation {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    public let language: String
    /// The version of the questionnaire that it was made from.
    public let version: String
    /// Nothing where it does not say.
    public let review: TranslationReview?
    private let languageReader: JSONReader
    private let versionReader: JSONReader
    private let texts: JSONReader

    /// Reads a translation; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> Translation? {
        let keys = ["$schema", "formatVersion", "language", "version", "review", "texts"]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let languageReader = object.required("language")
        let language = languageReader?.text()
        let versionReader = object.required("version")
        let version = versionReader?.text()
        let review = object["review"].flatMap(TranslationReview.decode)
        guard let texts = object.required("texts"), texts.map() != nil else { return nil }
        guard let languageReader, let language, let versionReader, let version else { return nil }
        return Translation(
            language: language, version: version, review: review, languageReader: languageReader,
            versionReader: versionReader, texts: texts)
    }

    /// Reports that the file stands in the folder of another language.
    public func check(isInto folder: String) {
        guard language != folder else { return }
        languageReader.report(
            "the file is of the language \"\(language)\" and stands in the folder of \"\(folder)\"",
            "write the language whose folder it is, or move the file")
    }

    /// Warns of a translation that was made from another version of the questionnaire.
    public func check(isOf version: String) {
        guard self.version != version else { return }
        versionReader.warn(
            "the texts were made from version \(self.version), and the questionnaire is of version \(version)",
            "compare them with what 'waymark diff' says has changed, then write \"\(version)\"")
    }

    /// The file of the definition with the texts that are translated; what is wrong with the translation is reported
    /// where it stands.
    ///
    /// - Parameter original: the file that it was made for, where that may be another: what says something else there is
    ///   not translated by it.
    public func applied(
        to definition: JSONDocument, madeFor original: JSONDocument? = nil
    ) -> (document: JSONDocument, count: TranslationCount) {
        var overlay = Overlay()
        let root = overlay.node(
            Overlay.Text(base: definition.root, original: original?.root, translation: texts, names: []),
            at: TranslatableTexts.Place())
        return (definition.with(root: root), overlay.count)
    }

    /// A file for translators to go on with: every text of a file of a definition under the ids that lead to it.
    ///
    /// - Parameters:
    ///   - definition: the file, in which texts that are translated already may stand in that language.
    ///   - version: the version of the questionnaire that the texts are made from.
    ///   - review: whether somebody has read them, as the file says it; nothing where it does not.
    ///   - schema: how the file refers to its schema.
    ///   - change: what becomes of each text.
    /// - Returns: nothing where the file holds no texts.
    public static func skeleton(
        of definition: JSONDocument, language: String, version: String, review: JSONNode?, schema: String,
        change: (String) -> String = { $0 }
    ) -> JSONNode? {
        TranslatableTexts.texts(of: definition.root, at: TranslatableTexts.Place(), change).map { texts in
            .object(
                [
                    (name: "$schema", value: .string(schema)),
                    (name: "formatVersion", value: JSONNode(.number(JSONNumber(formatVersion)))),
                    (name: "language", value: .string(language)), (name: "version", value: .string(version)),
                ] + (review.map { [(name: "review", value: $0)] } ?? []) + [(name: "texts", value: texts)])
        }
    }

    /// How much there is to translate in a file of a definition that has no translation.
    public static func count(of definition: JSONDocument) -> TranslationCount {
        var overlay = Overlay()
        _ = overlay.node(
            Overlay.Text(base: definition.root, original: nil, translation: nil, names: []),
            at: TranslatableTexts.Place())
        return overlay.count
    }
}

/// Lays the texts of a translation over those of a definition.
private struct Overlay {
    var count = TranslationCount()

    /// A value of the definition with what stands at its place elsewhere.
    struct Text {
        let base: JSONNode
        /// The value that the translation was made from, where that may be another.
        let original: JSONNode?
        let translation: JSONReader?
        /// The names that lead to it.
        let names: [String]
    }

    mutating func node(_ text: Text, at place: TranslatableTexts.Place) -> JSONNode {
        let content: JSONNode.Content
        switch text.base.content {
        case .string(let words) where place.isText: content = .string(string(words, text))
        case .object(let members): content = .object(object(members, text, at: place))
        case .array(let elements):
            switch TranslatableTexts.list(elements, at: place) {
            case .texts: content = .array(texts(elements, text, at: place))
            case .objects(let objects): content = .array(list(objects, text, at: place))
            case nil: return text.base
            }
        default: return text.base
        }
        return JSONNode(content: content, offset: text.base.offset)
    }

    private mutating func string(_ words: String, _ text: Text) -> String {
        count.all += 1
        let isOriginal =
            if case .string(let original)? = text.original?.content { original == words } else {
                text.original == nil
            }
        guard isOriginal, let translated = text.translation?.text() else {
            count.missing.append(text.names.joined(separator: "."))
            return words
        }
        if translated == words, words.contains(where: \.isLetter) { count.same += 1 }
        return translated
    }

    private mutating func object(
        _ members: [JSONMember], _ text: Text, at place: TranslatableTexts.Place
    ) -> [JSONMember] {
        let translations = text.translation?.map()
        var known: [String] = []
        let result = members.map { member -> JSONMember in
            guard let inner = place.member(member.name), TranslatableTexts.count(in: member.value, at: inner) > 0
            else { return member }
            known.append(member.name)
            let below = Text(
                base: member.value, original: text.original.map { Overlay.member(member.name, of: $0) },
                translation: translations?[member.name], names: text.names + [member.name])
            return member.with(node(below, at: inner))
        }
        Overlay.check(translations, among: known)
        return result
    }

    private mutating func list(
        _ objects: [(name: String, node: JSONNode)], _ text: Text, at place: TranslatableTexts.Place
    ) -> [JSONNode] {
        let translations = text.translation?.map()
        var known: [String] = []
        let originals = text.original.map { original -> [(name: String, node: JSONNode)] in
            guard case .array(let elements) = original.content,
                case .objects(let list)? = TranslatableTexts.list(elements, at: place)
            else { return [] }
            return list
        }
        let result = objects.map { name, element -> JSONNode in
            guard TranslatableTexts.count(in: element, at: place.element) > 0 else { return element }
            known.append(name)
            let below = Text(
                base: element,
                original: originals.map { list in list.first { $0.name == name }?.node ?? Overlay.nothing },
                translation: translations?[name], names: text.names + [name])
            return node(below, at: place.element)
        }
        Overlay.check(translations, among: known)
        return result
    }

    private mutating func texts(
        _ elements: [JSONNode], _ text: Text, at place: TranslatableTexts.Place
    ) -> [JSONNode] {
        var translations = text.translation?.array()
        if let given = translations?.count, given != elements.count {
            text.translation?.report(
                "the list has \(given) \(given == 1 ? "text" : "texts"), and that of the definition \(elements.count)",
                "translate each text at its place, and none else")
            translations = nil
        }
        let originals: [JSONNode]? =
            if case .array(let list)? = text.original?.content { list } else if text.original == nil { nil } else { [] }
        return elements.enumerated().map { index, element in
            let below = Text(
                base: element,
                original: originals.map { $0.indices.contains(index) ? $0[index] : Overlay.nothing },
                translation: translations?[index], names: text.names + [String(index)])
            return node(below, at: place)
        }
    }

    /// What stands in the original where there is nothing.
    private static let nothing = JSONNode(content: .null, offset: 0)

    private static func member(_ name: String, of node: JSONNode) -> JSONNode { node.member(name) ?? nothing }

    private static func check(_ translations: JSONObjectReader?, among known: [String]) {
        guard let translations else { return }
        for (name, _) in translations.all {
            _ = translations.checkName(name, among: known, kind: "text in the definition called")
        }
    }
}
