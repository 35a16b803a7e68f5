/// Which part of a name is unknown.
struct UnknownName: Error {
    /// The index of the part among the parts of a dotted name.
    let index: Int

    /// What the part was looked up in, or `nil` for the first part, which is looked up in the whole context stack.
    let container: MustacheValue?

    /// What is wrong and what to do.
    func message(for name: TemplateName, knownNames: [String]) -> String {
        let parts = name.parts
        let part = parts[index]
        let path = parts[..<index].joined(separator: ".")
        switch container {
        case nil:
            return "The name '\(part)' is not known here. \(NameHint.text(for: part, among: knownNames))"
        case .object(let members):
            return "There is no '\(part)' in '\(path)'. \(NameHint.text(for: part, among: members.keys))"
        case .some(let value):
            return """
                There is no '\(part)' in '\(path)', which is \(value.kindInWords). \
                Correct the name, or put the tag into a section that is shown only when '\(path)' is an object.
                """
        }
    }
}
