import Questionnaires

/// The name by which a definition calls a part: a file beside or below it, or one of a questionnaire whose folder stands
/// beside its own, as in `../ml-maturity/items/technology.json`.
///
/// Nothing further out has a name, so that a definition from somewhere else reads no other files of the machine.
struct PartName {
    /// The folder beside that of the definition, where the part is that of another questionnaire.
    let sibling: String?
    /// The file in the folder of the definition, or in the one beside it.
    let file: String

    private static let up = "../"

    init?(_ text: String) {
        // Bytes, as the disk sees them: in a text, a mark that follows a slash would make it another character.
        guard text.utf8.starts(with: PartName.up.utf8) else {
            guard Path.staysBelow(text) else { return nil }
            sibling = nil
            file = text
            return
        }
        let below = Substring(text.utf8.dropFirst(PartName.up.utf8.count))
        let parts = below.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1).map { String(Substring($0)) }
        guard Path.staysBelow(String(below)), parts.count == 2, Identifier.isValid(parts[0]) else { return nil }
        sibling = parts[0]
        file = parts[1]
    }

    /// The file of the same name in another folder beside.
    func moved(to folder: String) -> PartName? { PartName("\(PartName.up)\(folder)/\(file)") }

    /// Where the part of a definition in this folder stands.
    func path(from folder: String) -> String { Path.join(home(from: folder), file) }

    /// The name of the part's texts in another language, which stand in the folder of the questionnaire that the part
    /// belongs to.
    func translated(into language: String) -> PartName? {
        let name = "translations/\(language)/\(file)"
        return PartName(sibling.map { "\(PartName.up)\($0)/\(name)" } ?? name)
    }

    /// The name as the definition writes it.
    var text: String { sibling.map { "\(PartName.up)\($0)/\(file)" } ?? file }

    /// The folder of the questionnaire that the part belongs to.
    private func home(from folder: String) -> String {
        guard let sibling else { return folder }
        return Path.join(Path.parent(of: folder), sibling)
    }
}
