import Suggestions

/// Reads one value of a document and notes every problem on the way, instead of stopping at the first.
///
/// Each method that returns an optional has noted a finding when it returns nothing, so a caller reads on and
/// decides at the end, by ``JSONFindings/hasErrors``, whether what it built may be used.
public struct JSONReader {
    public let node: JSONNode
    public let findings: JSONFindings
    let path: JSONPath

    /// A reader of the root of a document.
    public init(_ document: JSONDocument, file: String) {
        node = document.root
        findings = JSONFindings(document: document, file: file)
        path = .root
    }

    init(_ node: JSONNode, path: JSONPath, findings: JSONFindings) {
        self.node = node
        self.path = path
        self.findings = findings
    }

    /// The name of a member as if it were a text value, to check it like one.
    public init(naming name: String, in object: JSONObjectReader) {
        let offset = object.members.first { $0.name == name }?.nameOffset ?? object.reader.node.offset
        self.init(
            JSONNode(content: .string(name), offset: offset), path: .member(object.reader.path, name),
            findings: object.reader.findings)
    }

    /// Where the value stands, so that a problem found later can still be reported at it.
    public var location: JSONLocation { JSONLocation(offset: node.offset, path: path) }

    /// Notes an error in this value.
    public func report(_ problem: String, _ remedy: String) {
        findings.report(.error, at: location, problem, remedy)
    }

    /// Notes something doubtful about this value.
    public func warn(_ problem: String, _ remedy: String) {
        findings.report(.warning, at: location, problem, remedy)
    }

    public var isNull: Bool {
        if case .null = node.content { return true }
        return false
    }

    public func string() -> String? {
        if case .string(let text) = node.content { return text }
        return mismatch("a text")
    }

    /// A text with at least one character that is not white space.
    public func text() -> String? {
        guard let text = string() else { return nil }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            report("the text is empty", "write the text, or leave the key out")
            return nil
        }
        return text
    }

    public func bool() -> Bool? {
        if case .bool(let value) = node.content { return value }
        return mismatch("true or false")
    }

    /// A finite number in the range.
    public func number(in range: ClosedRange<Double>? = nil) -> Double? {
        guard case .number(let number) = node.content else { return mismatch("a number") }
        if let range, !range.contains(number.value) {
            report(
                "\(number.text) is out of range",
                "write a number from \(range.lowerBound.shortText) to \(range.upperBound.shortText)")
            return nil
        }
        return number.value
    }

    public func integer(in range: ClosedRange<Int>) -> Int? {
        guard case .number(let number) = node.content else { return mismatch("a whole number") }
        guard let value = Int(exactly: number.value), range.contains(value) else {
            report(
                "\(number.text) is not a whole number in range",
                "write a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    public func array() -> [JSONReader]? {
        guard case .array(let elements) = node.content else { return mismatch("a list in square brackets") }
        return elements.enumerated().map { index, element in
            JSONReader(element, path: .element(path, index), findings: findings)
        }
    }

    /// The element at a place of a list; nothing, and no finding, where there is none.
    public func element(_ index: Int) -> JSONReader? {
        guard case .array(let elements) = node.content, elements.indices.contains(index) else { return nil }
        return JSONReader(elements[index], path: .element(path, index), findings: findings)
    }

    /// An object whose names are all among `keys`; others are reported with the nearest known one.
    public func object(keys: [String]) -> JSONObjectReader? {
        guard let object = map() else { return nil }
        for member in object.members where !keys.contains(member.name) {
            findings.report(
                .error, at: JSONLocation(offset: member.nameOffset, path: .member(path, member.name)),
                "the key \"\(member.name)\" is not known here",
                suggestion(for: member.name, among: keys).map { "did you mean \"\($0)\"?" }
                    ?? "remove it; known keys are \(keys.joined(separator: ", "))")
        }
        return object
    }

    /// The object that a whole file consists of, if the file is of a version that this program reads.
    ///
    /// - Parameters:
    ///   - keys: the names that may occur, with `formatVersion` among them. In a file of a newer version others are
    ///     to be expected, and are not reported.
    ///   - newest: the newest version that this program reads.
    public func object(keys: [String], formatVersion newest: Int) -> JSONObjectReader? {
        guard let object = map() else { return nil }
        // Editors read it; here it only must not be mistaken for anything else.
        _ = object["$schema"]?.string()
        let isReadable = object.hasFormatVersion(upTo: newest)
        // Where the version is missing, a misspelt key may be the reason.
        if isReadable || object["formatVersion"] == nil { _ = self.object(keys: keys) }
        return isReadable ? object : nil
    }

    /// An object whose names are ids or other data rather than keys of the format.
    public func map() -> JSONObjectReader? {
        guard case .object(let members) = node.content else { return mismatch("an object in braces") }
        return JSONObjectReader(members: members, reader: self)
    }

    /// A text that is one of the cases of a closed vocabulary.
    public func choice<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> Choice? {
        guard let text = string() else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        notOneOf(Choice.allCases.map(\.rawValue), found: text)
        return nil
    }

    /// A text that is one of the names given.
    public func name(among names: [String], kind: String) -> String? {
        guard let text = string() else { return nil }
        // Not the text itself: it may be equal and yet differ in its normal form.
        if let name = names.first(where: { $0 == text }) { return name }
        report(
            "there is no \(kind) \"\(text)\"",
            suggestion(for: text, among: names).map { "did you mean \"\($0)\"?" }
                ?? (names.isEmpty ? "none is defined" : "known: \(names.shortList)"))
        return nil
    }

    private func notOneOf(_ names: [String], found: String) {
        report(
            "\"\(found)\" is not known here",
            suggestion(for: found, among: names).map { "did you mean \"\($0)\"?" } ?? "write one of \(names.shortList)")
    }

    /// Notes that the value is of another type than the one wanted.
    public func mismatch<Value>(_ wanted: String) -> Value? {
        report("this is \(node.content.kind), not \(wanted)", "write \(wanted)")
        return nil
    }
}

/// A place in a document, kept to report a problem there later.
public struct JSONLocation: Sendable {
    let offset: Int
    let path: JSONPath
}

extension JSONNode.Content {
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension Double {
    /// Without a decimal point where there are no decimals.
    var shortText: String { Int(exactly: self).map(String.init) ?? description }
}

extension [String] {
    /// The names with commas, cut after a dozen.
    var shortList: String {
        count <= 12 ? joined(separator: ", ") : prefix(12).joined(separator: ", ") + " and \(count - 12) more"
    }
}
