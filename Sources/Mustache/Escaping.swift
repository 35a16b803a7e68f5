/// How `{{name}}` turns text into text that is safe in the output format.
///
/// `{{{name}}}` and `{{&name}}` are never escaped, nor is the text of the template itself.
public struct Escaping: Sendable {
    private enum Method {
        case html
        case none
        case custom(@Sendable (String) -> String)
    }

    private let method: Method

    private init(method: Method) {
        self.method = method
    }

    /// An escaping of one's own, for example for Markdown.
    ///
    /// - Parameter escape: Gets the text of one tag, returns what is written in its place. Called once per tag.
    public init(_ escape: @escaping @Sendable (String) -> String) {
        self.init(method: .custom(escape))
    }

    /// For HTML and XML, in text and in quoted attributes: `& < > " '` become `&amp; &lt; &gt; &quot; &#39;`.
    ///
    /// The Mustache specification (version 1.4) asks for the first four; the apostrophe is added so that an attribute
    /// in single quotes is safe, too.
    public static let html = Escaping(method: .html)

    /// Text is written as it is.
    public static let none = Escaping(method: .none)

    /// Appends the escaped text to the output.
    func append(_ text: String, to output: inout [UInt8]) {
        switch method {
        case .html: Self.appendHTML(text, to: &output)
        case .none: output.append(contentsOf: text.utf8)
        case .custom(let escape): output.append(contentsOf: escape(text).utf8)
        }
    }
}

extension Escaping {
    /// Copies whole runs between special characters: most texts have none.
    private static func appendHTML(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var runStart = 0
            for (offset, byte) in bytes.enumerated() {
                guard let entity = htmlEntity(for: byte) else { continue }
                output.append(contentsOf: bytes[runStart..<offset])
                output.append(contentsOf: entity.utf8)
                runStart = offset + 1
            }
            output.append(contentsOf: bytes[runStart...])
        }
    }

    private static func htmlEntity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
