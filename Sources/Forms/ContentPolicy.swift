import Digests

/// The content security policy of a page that runs one script of its own and asks the network for nothing.
enum ContentPolicy {
    /// The policy for a page with this script and this style, as they stand between their tags.
    static func text(script: String, style: String) -> String {
        """
        default-src 'none'; script-src '\(source(script))'; style-src '\(source(style))'; img-src data:; \
        base-uri 'none'; form-action 'none'
        """
    }

    /// The digest by which a policy names a text (Content Security Policy Level 3, hash sources).
    static func source(_ text: String) -> String {
        "sha256-\(base64(bytes(ofHexadecimal: SHA256.hexadecimalDigest(of: Array(text.utf8)))))"
    }

    private static func bytes(ofHexadecimal digits: String) -> [UInt8] {
        let values = digits.utf8.map { $0 > UInt8(ascii: "9") ? $0 - UInt8(ascii: "a") + 10 : $0 - UInt8(ascii: "0") }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    /// The text in base64 (RFC 4648, section 4).
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            let digits = [18, 12, 6, 0].map { alphabet[number >> $0 & 63] }
            let padding = [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
            result += digits.prefix(group.count + 1) + padding
        }
        return String(decoding: result, as: UTF8.self)
    }
}
