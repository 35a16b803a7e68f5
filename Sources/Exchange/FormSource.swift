public import JSON
import Questionnaires

/// What a form on a survey platform is made from.
public struct FormSource: Sendable {
    /// The questionnaire by language, the base language first; all have the same items.
    public let editions: [FormEdition]
    public let place: ImportTarget.Place
    /// Whether each item also asks what the answer rests on, and for a comment.
    public let asksEvidence: Bool

    /// - Returns: nothing where there is no edition.
    public init?(editions: [FormEdition], place: ImportTarget.Place, asksEvidence: Bool) {
        guard !editions.isEmpty else { return nil }
        self.editions = editions
        self.place = place
        self.asksEvidence = asksEvidence
    }

    /// The questionnaire in its base language.
    var questionnaire: Questionnaire { editions[0].questionnaire }

    /// A text in every language; that of the base language where one has none.
    func texts(_ text: (FormEdition) -> String?) -> [String] {
        let base = text(editions[0]) ?? ""
        return editions.map { edition in
            let own = text(edition) ?? ""
            return own.isEmpty ? base : own
        }
    }

    func texts(of item: Item, _ text: (Item) -> String?) -> [String] {
        texts { edition in edition.questionnaire.item(item.id).flatMap(text) }
    }

    /// What respondents read for an option.
    func texts(ofOption position: Int, of item: Item) -> [String] {
        texts(of: item) { item in
            let anchor = item.anchors.indices.contains(position) ? item.anchors[position] : ""
            let options = item.scale.options
            return anchor.isEmpty && options.indices.contains(position) ? options[position].label : anchor
        }
    }

    /// That a form cannot say when something is asked, and shows it always.
    static func alwaysShown(_ id: String, _ what: String) -> Finding {
        Finding(
            .warning, file: id, problem: "the form cannot say when \(what) is asked, so it always shows it",
            remedy: "what is answered although it is not asked does not count")
    }
}

/// A form as a file of a survey platform, and what could not be said in it.
public struct FormFile: Sendable {
    public let bytes: [UInt8]
    public let notes: [Finding]
}
