/// A recursive-descent parser for RFC 8259 over UTF-8 bytes.
struct JSONParser {
    private let text: UnsafeBufferPointer<UInt8>
    private let extent: Extent
    private let limits: JSONLimits
    private var index = 0
    private var depth = 0

    /// What the text is in its file, and so what messages call it.
    enum Extent {
        case file
        /// The line of this number.
        case line(Int)

        var name: String {
            switch self {
            case .file: "file"
            case .line: "line"
            }
        }

        var firstLine: Int {
            switch self {
            case .file: 1
            case .line(let number): number
            }
        }
    }

    /// What stops the parse: an offset and words; line and column are worked out once, at the end.
    struct Fault: Error {
        let offset: Int
        let problem: String
        let remedy: String
    }

    static func parse(
        _ bytes: [UInt8], extent: Extent, limits: JSONLimits
    ) throws(JSONSyntaxError) -> JSONNode {
        let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<JSONNode, Fault> in
            var parser = JSONParser(text: buffer, extent: extent, limits: limits)
            do throws(Fault) {
                return .success(try parser.document())
            } catch {
                return .failure(error)
            }
        }
        switch outcome {
        case .success(let node): return node
        case .failure(let fault):
            throw JSONSyntaxError(
                position: TextPosition(offset: fault.offset, in: bytes).moved(down: extent.firstLine - 1),
                problem: fault.problem, remedy: fault.remedy)
        }
    }

    private init(text: UnsafeBufferPointer<UInt8>, extent: Extent, limits: JSONLimits) {
        self.text = text
        self.extent = extent
        self.limits = limits
    }

    private var current: UInt8? { index < text.count ? text[index] : nil }

    private func fault(_ problem: String, _ remedy: String, at offset: Int? = nil) -> Fault {
        Fault(offset: offset ?? index, problem: problem, remedy: remedy)
    }

    private mutating func document() throws(Fault) -> JSONNode {
        guard text.count <= limits.size else {
            throw fault(
                "the \(extent.name) has \(text.count) bytes, more than the limit of \(limits.size)",
                "check that this is the right file, or split it", at: 0)
        }
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
            index = 3
        }
        skipSpace()
        guard current != nil else {
            throw fault("the \(extent.name) is empty", "write a JSON value, or delete the \(extent.name)")
        }
        let root = try value()
        skipSpace()
        guard current == nil else {
            throw fault(
                "there is more text after the end of the value", "remove it: a \(extent.name) holds one JSON value")
        }
        return root
    }

    private mutating func skipSpace() {
        while index < text.count {
            switch text[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func value() throws(Fault) -> JSONNode {
        let start = index
        guard let byte = current else {
            throw fault(
                "the \(extent.name) ends where a value should stand",
                "complete the \(extent.name); it may have been cut off")
        }
        switch byte {
        case UInt8(ascii: "{"):
            return JSONNode(content: .object(try members()), offset: start)
        case UInt8(ascii: "["):
            return JSONNode(content: .array(try elements()), offset: start)
        case UInt8(ascii: "\""):
            return JSONNode(content: .string(try string()), offset: start)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return JSONNode(content: .number(try number()), offset: start)
        case UInt8(ascii: "t"):
            try literal("true")
            return JSONNode(content: .bool(true), offset: start)
        case UInt8(ascii: "f"):
            try literal("false")
            return JSONNode(content: .bool(false), offset: start)
        case UInt8(ascii: "n"):
            try literal("null")
            return JSONNode(content: .null, offset: start)
        case UInt8(ascii: "'"):
            throw fault("text stands in single quotes", "use double quotes")
        case UInt8(ascii: "/"), UInt8(ascii: "#"):
            throw fault("JSON has no comments", "remove the comment")
        case UInt8(ascii: ","):
            throw fault("a value is missing here", "write a value before this comma, or remove the comma")
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            throw fault(
                "a value is missing here", "write a value before this bracket, or check that the brackets match")
        default:
            throw fault("this is not a JSON value", "text needs double quotes; the words are true, false and null")
        }
    }

    private mutating func literal(_ word: StaticString) throws(Fault) {
        let start = index
        for offset in 0..<word.utf8CodeUnitCount {
            guard index < text.count, text[index] == word.utf8Start[offset] else {
                throw fault(
                    "this is not a JSON value", "text needs double quotes; the words are true, false and null",
                    at: start)
            }
            index += 1
        }
    }

    private mutating func enter(at start: Int) throws(Fault) {
        depth += 1
        guard depth <= limits.depth else {
            throw fault(
                "arrays and objects stand more than \(limits.depth) deep within one another",
                "flatten the file; no Waymark format needs such depth", at: start)
        }
        index += 1
        skipSpace()
    }

    private mutating func elements() throws(Fault) -> [JSONNode] {
        let start = index
        try enter(at: start)
        var elements: [JSONNode] = []
        if current == UInt8(ascii: "]") {
            index += 1
            depth -= 1
            return elements
        }
        while true {
            elements.append(try value())
            if try endOfList(closing: UInt8(ascii: "]"), start: start, kind: "array") { return elements }
        }
    }

    private mutating func members() throws(Fault) -> [JSONMember] {
        let start = index
        try enter(at: start)
        var members: [JSONMember] = []
        // A set pays off only for large objects; most have a handful of members.
        var names: Set<String>?
        if current == UInt8(ascii: "}") {
            index += 1
            depth -= 1
            return members
        }
        while true {
            let nameOffset = index
            guard let byte = current else {
                throw fault(
                    "the \(extent.name) ends inside an object", "complete the \(extent.name); it may have been cut off")
            }
            guard byte == UInt8(ascii: "\"") else {
                throw fault("the name of a member should stand here, in double quotes", "put the name in double quotes")
            }
            let name = try string()
            let isTwice: Bool
            if names != nil {
                isTwice = names?.insert(name).inserted == false
            } else {
                isTwice = members.contains { $0.name == name }
                if members.count == 24 { names = Set(members.map(\.name) + [name]) }
            }
            guard !isTwice else {
                throw fault(
                    "the name \"\(name)\" occurs twice in this object", "keep one of the two members", at: nameOffset)
            }
            skipSpace()
            guard current == UInt8(ascii: ":") else {
                throw fault("a colon is missing after the name \"\(name)\"", "write name, colon, value")
            }
            index += 1
            skipSpace()
            members.append(JSONMember(name: name, nameOffset: nameOffset, value: try value()))
            if try endOfList(closing: UInt8(ascii: "}"), start: start, kind: "object") { return members }
        }
    }

    /// After an element: passes over a comma, or the closing bracket and then answers true.
    private mutating func endOfList(closing: UInt8, start: Int, kind: String) throws(Fault) -> Bool {
        skipSpace()
        switch current {
        case UInt8(ascii: ","):
            let comma = index
            index += 1
            skipSpace()
            if current == closing {
                throw fault("there is a comma after the last element", "remove this comma", at: comma)
            }
            return false
        case closing:
            index += 1
            depth -= 1
            return true
        case nil:
            let opening = TextPosition(offset: start, in: Array(text)).moved(down: extent.firstLine - 1)
            throw fault(
                "the \(extent.name) ends inside the \(kind) that begins in line \(opening.line)",
                "complete the \(extent.name); it may have been cut off")
        default:
            throw fault("a comma or the end of the \(kind) should stand here", "check for a missing comma or quote")
        }
    }

    private mutating func number() throws(Fault) -> JSONNumber {
        let start = index
        if current == UInt8(ascii: "-") { index += 1 }
        if current == UInt8(ascii: "0") {
            index += 1
            if let byte = current, isDigit(byte) {
                throw fault("a number begins with a superfluous zero", "remove the leading zero", at: start)
            }
        } else {
            try digits("a digit is missing in the number", from: start)
        }
        if current == UInt8(ascii: ".") {
            index += 1
            try digits("a digit is missing after the decimal point", from: start)
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            index += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
            try digits("a digit is missing in the exponent", from: start)
        }
        let digits = String(decoding: text[start..<index], as: UTF8.self)
        guard let value = Double(digits), value.isFinite else {
            throw fault("the number is beyond what can be computed with", "use a number below 1e308", at: start)
        }
        return JSONNumber(text: digits, value: value)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private mutating func digits(_ problem: String, from start: Int) throws(Fault) {
        let first = index
        while let byte = current, isDigit(byte) { index += 1 }
        guard index > first else {
            throw fault(problem, "write numbers like 12, -0.5 or 1e3", at: start)
        }
    }
}

extension JSONParser {
    private mutating func string() throws(Fault) -> String {
        let start = index
        index += 1
        let first = index
        // Nearly all strings have no escape: find the end and take the bytes as they are.
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") {
                let result = try validated(first..<index, start: start)
                index += 1
                return result
            }
            if byte == UInt8(ascii: "\\") { break }
            try refuseControl(byte)
            index += 1
        }
        return try escapedString(from: first, start: start)
    }

    private func refuseControl(_ byte: UInt8) throws(Fault) {
        guard byte >= 0x20 else {
            throw fault(
                byte == 0x0A || byte == 0x0D
                    ? "text breaks off at the end of the line" : "text holds a control character",
                "close the quote, or write the character as an escape such as \\n")
        }
    }

    private func validated(_ range: Range<Int>, start: Int) throws(Fault) -> String {
        guard let result = String(validating: text[range], as: UTF8.self) else {
            throw fault("text is not valid UTF-8", "save the file in the encoding UTF-8", at: start)
        }
        return result
    }

    private mutating func escapedString(from first: Int, start: Int) throws(Fault) -> String {
        var bytes = Array(text[first..<index])
        while let byte = current {
            if byte == UInt8(ascii: "\"") {
                index += 1
                guard let result = String(validating: bytes, as: UTF8.self) else {
                    throw fault("text is not valid UTF-8", "save the file in the encoding UTF-8", at: start)
                }
                return result
            }
            if byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
            } else {
                try refuseControl(byte)
                bytes.append(byte)
                index += 1
            }
        }
        throw fault(
            "the \(extent.name) ends inside a text", "complete the \(extent.name); it may have been cut off", at: start)
    }

    private mutating func escape() throws(Fault) -> Unicode.Scalar {
        let start = index
        index += 1
        guard let byte = current else {
            throw fault(
                "the \(extent.name) ends inside a text", "complete the \(extent.name); it may have been cut off",
                at: start)
        }
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(start: start)
        default:
            throw fault(
                "a backslash is followed by a character it cannot stand before",
                "write \\\\ for a backslash; escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", at: start)
        }
    }

    private mutating func unicodeEscape(start: Int) throws(Fault) -> Unicode.Scalar {
        let high = try hexadecimal(start: start)
        if let scalar = Unicode.Scalar(high) { return scalar }
        let lone = fault(
            "an escape gives half of a character (a lone surrogate)", "write both halves, or the character itself",
            at: start)
        guard high < 0xDC00, current == UInt8(ascii: "\\"), index + 1 < text.count,
            text[index + 1] == UInt8(ascii: "u")
        else { throw lone }
        index += 2
        let low = try hexadecimal(start: start)
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw lone }
        return scalar
    }

    private mutating func hexadecimal(start: Int) throws(Fault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch current {
            case .some(let byte) where isDigit(byte): digit = byte - UInt8(ascii: "0")
            case .some(let byte) where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte):
                digit = byte - UInt8(ascii: "a") + 10
            case .some(let byte) where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte):
                digit = byte - UInt8(ascii: "A") + 10
            default:
                throw fault("\\u needs four hexadecimal digits", "write the character itself", at: start)
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
