/// What the probe may read of a system. The program reads the real one; tests pass dictionaries.
public protocol SystemFiles {
    /// The text of a file; nothing where it cannot be read.
    func text(of path: String) -> String?
    /// The names in a folder, in any order; nothing where there is no such folder.
    func names(in folder: String) -> [String]?
    /// Whether there is a file, folder or device of that path.
    func exists(_ path: String) -> Bool
}

extension SystemFiles {
    /// The text of a file without white space at its ends; nothing where nothing is left.
    func word(of path: String) -> String? {
        guard let text = text(of: path)?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    func number(of path: String) -> Int? { word(of: path).flatMap { Int($0) } }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}

/// Lists of numbers as the kernel writes them: `0-3,8,10-11`.
enum NumberList {
    /// The most numbers that a list may hold, so that a broken file cannot exhaust memory.
    private static let limit = 65_536

    /// - Returns: the numbers in their order; nothing where the text is no such list.
    static func numbers(in text: String) -> [Int]? {
        let text = text.trimmed
        guard !text.isEmpty else { return nil }
        var result: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0.trimmed) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 0,
                last >= first,
                last - first < limit, result.count < limit
            else { return nil }
            result.append(contentsOf: first...last)
        }
        return result
    }
}
