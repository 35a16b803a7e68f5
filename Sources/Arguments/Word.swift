/// What one word of a command line is by its form alone, before any option is known.
///
/// The forms are those of POSIX.1-2017, XBD 12.2 (guidelines 3 to 6, 10 and 13) and, for long names, of the GNU
/// Coding Standards, "Standards for Command Line Interfaces". They are told apart by bytes: as characters, a dash or an
/// equals sign with a combining mark behind it would not be one.
enum Word: Equatable {
    /// A word without a leading dash, or the lone dash that stands for a standard stream.
    case plain(String)
    /// `--`, after which every word is plain.
    case endOfOptions
    /// `--name` or `--name=value`.
    case long(name: String, value: String?)
    /// What stands behind one dash: short options, the last of them perhaps with its value.
    case cluster(String)

    init(_ text: String) {
        let dash = UInt8(ascii: "-")
        let bytes = text.utf8
        if text == "--" {
            self = .endOfOptions
        } else if bytes.starts(with: [dash, dash]) {
            self = Self.long(bytes.dropFirst(2))
        } else if bytes.first == dash, bytes.count > 1 {
            self = .cluster(String(bytes.dropFirst()) ?? "")
        } else {
            self = .plain(text)
        }
    }

    private static func long(_ bytes: Substring.UTF8View) -> Word {
        let name = bytes.prefix { $0 != UInt8(ascii: "=") }
        // "--=value" has no name; the whole then serves as one, so that messages show what was written.
        guard !name.isEmpty, name.endIndex < bytes.endIndex else {
            return .long(name: String(bytes) ?? "", value: nil)
        }
        return .long(name: String(name) ?? "", value: String(bytes[name.endIndex...].dropFirst()))
    }

    /// Whether a word is a negative number such as `-1`, `-.5` or `-1e-3`, and so a value despite its dash.
    static func isNegativeNumber(_ text: String) -> Bool {
        guard text.hasPrefix("-"), let first = text.dropFirst().first else { return false }
        return (first == "." || ("0"..."9").contains(first)) && Double(text) != nil
    }

    /// Whether a word can be the value of the option before it: it must not look like an option itself.
    static func isValue(_ text: String) -> Bool {
        if case .plain = Word(text) { return true }
        return isNegativeNumber(text)
    }
}
