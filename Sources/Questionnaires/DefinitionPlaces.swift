public import JSON

/// A part of a definition that has a name, and therefore one place in its files.
public enum DefinitionPart: Hashable, Sendable {
    case source(String)
    case subject(String)
    case dimension(String)
    case tag(String)
    case role(String)
    case channel(String)
    case scale(String)
    case item(String)
    case bandSet(String)
    /// A metric as it is defined, by the place of its group.
    case metric(group: Int, String)
    case recommendation(String)
}

/// A step from a part of a definition to a value within it.
public enum DefinitionStep: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    case index(Int)

    public init(stringLiteral value: String) { self = .key(value) }
    public init(integerLiteral value: Int) { self = .index(value) }
}

/// Where the parts of a definition stand in its files, so that what is found after reading can still be reported there.
///
/// The table is made only when it is asked for; reading a definition to use it does not pay for it.
public struct DefinitionPlaces {
    private var readers: [DefinitionPart: JSONReader] = [:]

    init(files: [JSONReader]) {
        for file in files.compactMap(\.quietObject) {
            note(file["sources"]) { .source($0) }
            note(file["subjects"]) { .subject($0) }
            note(file["tags"]) { .tag($0) }
            note(file["roles"]) { .role($0) }
            note(file["channels"]) { .channel($0) }
            note(file["scales"]) { .scale($0) }
            note(file["items"]) { .item($0) }
            note(file["bands"]) { .bandSet($0) }
            note(file["recommendations"]) { .recommendation($0) }
            noteDimensions(file["dimensions"])
            for (group, reader) in (file["metrics"]?.elements ?? []).enumerated() {
                note(reader.quietObject?["define"]) { .metric(group: group, $0) }
            }
        }
    }

    private mutating func note(_ list: JSONReader?, _ part: (String) -> DefinitionPart) {
        for element in list?.elements ?? [] {
            if let id = element.quietObject?.writtenID { readers[part(id)] = element }
        }
    }

    private mutating func noteDimensions(_ list: JSONReader?) {
        note(list) { .dimension($0) }
        for element in list?.elements ?? [] { noteDimensions(element.quietObject?["children"]) }
    }

    /// Whether a value is written in a part.
    public func has(_ part: DefinitionPart, _ steps: [DefinitionStep]) -> Bool {
        guard let start = readers[part] else { return false }
        return steps.reduce(start) { $0?.stepping($1) } != nil
    }

    /// A warning at a value in a part, or at the last value on the way to it that is written.
    ///
    /// - Returns: nothing where the definition has no such part.
    public func warning(
        at part: DefinitionPart, _ steps: [DefinitionStep], _ problem: String, _ remedy: String, rule: String
    ) -> Finding? {
        guard var reader = readers[part] else { return nil }
        for step in steps {
            guard let next = reader.stepping(step) else { break }
            reader = next
        }
        return reader.findings.finding(.warning, at: reader.location, problem, remedy, rule: rule)
    }
}

extension JSONReader {
    /// The elements, if the value is a list; reports nothing.
    fileprivate var elements: [JSONReader] {
        if case .array = node.content { return array() ?? [] }
        return []
    }

    /// The value one step further; reports nothing.
    fileprivate func stepping(_ step: DefinitionStep) -> JSONReader? {
        switch step {
        case .key(let key): quietObject?[key]
        case .index(let index): element(index)
        }
    }
}
