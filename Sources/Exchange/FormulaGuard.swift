/// Keeps spreadsheets from taking a text for a formula, in a way that can be undone to the letter.
///
/// An apostrophe goes before a character that could begin a formula where a cell begins, and where one would begin for
/// a program that takes another character for the separator.
enum FormulaGuard {
    /// The text with its apostrophes.
    static func guarded(_ text: String) -> String { rewritten(text, isGuarding: true) }

    /// The text without the apostrophes that ``guarded(_:)`` puts in.
    static func unguarded(_ text: String) -> String { rewritten(text, isGuarding: false) }

    // Scalars, not characters: an accent that follows does not hide a sign from a spreadsheet.
    private static let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠"]
    private static let separators: Set<Unicode.Scalar> = [",", ";", "\t", "\n", "\r"]

    private static func rewritten(_ text: String, isGuarding: Bool) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var index = 0
        var isAtBeginning = true
        while index < scalars.count {
            if isAtBeginning {
                var end = index
                while end < scalars.count, scalars[end] == "'" { end += 1 }
                if end < scalars.count, dangerous.contains(scalars[end]) {
                    // Those that are there already get one more, so that taking one away gives them back.
                    let marks = isGuarding ? end - index + 1 : max(end - index - 1, 0)
                    result.append(contentsOf: repeatElement("'", count: marks))
                    index = end
                }
            }
            isAtBeginning = separators.contains(scalars[index])
            result.append(scalars[index])
            index += 1
        }
        return String(result)
    }
}
