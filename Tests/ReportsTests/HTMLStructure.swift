/// The tags of a page in HTML, read strictly: every attribute stands in quotation marks.
struct HTMLStructure {
    /// How often each element is opened.
    private(set) var elements: [String: Int] = [:]
    /// Every attribute as `element name`.
    private(set) var attributes: Set<String> = []
    /// The values of `href` and `src`.
    private(set) var addresses: [String] = []
    /// How often marks that mean something in a style sheet stand in one.
    private(set) var styleMarks: [Character: Int] = [:]

    struct Mistake: Error {
        let near: String
    }

    init(_ html: String) throws {
        var rest = Array(html.utf8)[...]
        var isStyle = false
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            if isStyle {
                for byte in rest[..<start] where "{}\";@".utf8.contains(byte) {
                    styleMarks[Character(Unicode.Scalar(byte)), default: 0] += 1
                }
            }
            rest = rest[(start + 1)...]
            let opening = try tag(&rest)
            isStyle = opening == "style"
        }
    }

    /// Reads a tag up to its end.
    ///
    /// - Returns: the element, if the tag opens one.
    private mutating func tag(_ rest: inout ArraySlice<UInt8>) throws -> String? {
        func isName(_ byte: UInt8) -> Bool {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
        }
        func take(while holds: (UInt8) -> Bool) -> String {
            let taken = rest.prefix(while: holds)
            rest = rest.dropFirst(taken.count)
            return String(decoding: taken, as: UTF8.self)
        }
        let near = String(decoding: rest.prefix(60), as: UTF8.self)
        let isEnd = rest.first == UInt8(ascii: "/") || rest.first == UInt8(ascii: "!")
        if isEnd { rest = rest.dropFirst() }
        let element = take(while: isName)
        guard !element.isEmpty else { throw Mistake(near: near) }
        if !isEnd { elements[element, default: 0] += 1 }
        while true {
            _ = take { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\n") }
            if rest.first == UInt8(ascii: ">") { break }
            let name = take(while: isName)
            guard !name.isEmpty else { throw Mistake(near: near) }
            attributes.insert("\(element) \(name)")
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst()
            guard rest.first == UInt8(ascii: "\"") else { throw Mistake(near: near) }
            rest = rest.dropFirst()
            let value = take { $0 != UInt8(ascii: "\"") }
            if name == "href" || name == "src" { addresses.append(value) }
            rest = rest.dropFirst()
        }
        return isEnd ? nil : element
    }
}
