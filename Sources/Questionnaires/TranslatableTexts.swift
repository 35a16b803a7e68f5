import JSON

/// Which texts of a definition are for people and stand in each language; all else is rules, ids and citations.
enum TranslatableTexts {
    /// The keys whose texts are for people.
    private static let keys: Set<String> = [
        "anchors", "because", "caveat", "description", "evidence", "examples", "firstSteps", "gist", "help", "intro",
        "introduction", "label", "measured", "prompt", "prompts", "purpose", "question", "remedy", "signs", "summary",
        "title", "why",
    ]
    /// Where nothing is: sources are cited in the language in which they were written.
    private static let citations = "sources"
    /// The key whose object holds texts by option.
    private static let anchors = "anchors"

    /// Where a value stands: under which key, and whether a text there is for people.
    struct Place {
        var key = ""
        var isText = false

        /// The place of a member.
        func member(_ name: String) -> Place? {
            guard name != TranslatableTexts.citations else { return nil }
            return Place(
                key: name,
                isText: TranslatableTexts.keys.contains(name) || (isText && key == TranslatableTexts.anchors))
        }

        /// The place of an object in a list.
        var element: Place { Place(key: key) }
    }

    /// What a list holds, as far as there are texts in it.
    enum List {
        /// Texts, which keep their order and number.
        case texts
        /// Objects, each with the name by which it is called: its id, or its place where it has none.
        case objects([(name: String, node: JSONNode)])
    }

    static func list(_ elements: [JSONNode], at place: Place) -> List? {
        var objects: [(name: String, node: JSONNode)] = []
        var texts = 0
        for (index, element) in elements.enumerated() {
            switch element.content {
            case .string: texts += 1
            case .object:
                let name: String? =
                    if case .string(let id)? = element.member("id")?.content { id } else { nil }
                objects.append((name: name ?? String(index), node: element))
            default: return nil
            }
        }
        if texts == elements.count { return place.isText && texts > 0 ? .texts : nil }
        return texts == 0 ? .objects(objects) : nil
    }

    /// How many texts a value holds.
    static func count(in node: JSONNode, at place: Place) -> Int {
        switch node.content {
        case .string: place.isText ? 1 : 0
        case .object(let members):
            members.reduce(0) { sum, member in
                sum + (place.member(member.name).map { count(in: member.value, at: $0) } ?? 0)
            }
        case .array(let elements):
            switch list(elements, at: place) {
            case .texts: elements.count
            case .objects(let objects): objects.reduce(0) { $0 + count(in: $1.node, at: place.element) }
            case nil: 0
            }
        default: 0
        }
    }
}
