/// Text of a language that nobody speaks: it can be read, is longer than the English, and every word of it that comes
/// from somewhere else stands out.
struct PseudoText {
    /// Whether it is written from right to left, in Hebrew letters.
    let isRightToLeft: Bool

    /// No letter stays what it is, so that none of English is left.
    private static let accented: [Character: Character] = [
        "a": "á", "b": "ƀ", "c": "ç", "d": "ð", "e": "é", "f": "ƒ", "g": "ĝ", "h": "ĥ", "i": "í", "j": "ĵ", "k": "ķ",
        "l": "ļ", "m": "ɱ", "n": "ñ", "o": "ö", "p": "þ", "q": "ɋ", "r": "ŕ", "s": "š", "t": "ţ", "u": "û", "v": "ṽ",
        "w": "ŵ", "x": "ẋ", "y": "ý", "z": "ž",
    ]
    private static let hebrew: [Character: Character] = [
        "a": "א", "b": "ב", "c": "כ", "d": "ד", "e": "ע", "f": "פ", "g": "ג", "h": "ה", "i": "י", "j": "ז", "k": "ק",
        "l": "ל", "m": "מ", "n": "נ", "o": "ו", "p": "פ", "q": "ק", "r": "ר", "s": "ס", "t": "ט", "u": "ו", "v": "ב",
        "w": "ש", "x": "צ", "y": "י", "z": "ז",
    ]
    /// What a text is made longer by: 3 letters for every 10.
    private static let share = 0.3

    /// The text in that language; what stands in double braces is left as it is, and so are a text without letters and
    /// a code for programs, as of a dataflow.
    func callAsFunction(_ text: String) -> String {
        guard text.contains(where: \.isLetter) else { return text }
        if text.contains("_"), !text.contains(where: \.isLowercase) { return text }
        var result = ""
        var rest = text[...]
        var letters = 0
        while let start = rest.firstRange(of: "{{") {
            letters += append(rest[..<start.lowerBound], to: &result)
            let end = rest[start.upperBound...].firstRange(of: "}}")?.upperBound ?? rest.endIndex
            result += rest[start.lowerBound..<end]
            rest = rest[end...]
        }
        letters += append(rest, to: &result)
        guard letters > 0 else { return text }
        let padding = padding(Int((Double(letters) * PseudoText.share).rounded(.up)))
        return "\(PseudoText.opening)\(result)\(padding)\(PseudoText.closing)"
    }

    /// What stands around each text.
    private static let opening: Character = "⟦"
    private static let closing: Character = "⟧"

    /// Whether a text may have come about like this, so that nobody has written it.
    static func isGenerated(_ text: String) -> Bool {
        (text.first == opening && text.last == closing) || PseudoText(isRightToLeft: false)(text) == text
    }

    /// - Returns: how many letters there are.
    private func append(_ text: Substring, to result: inout String) -> Int {
        var letters = 0
        for character in text {
            guard character.isLetter else {
                result.append(character)
                continue
            }
            letters += 1
            result.append(letter(character))
        }
        return letters
    }

    private func letter(_ character: Character) -> Character {
        let small = Character(character.lowercased().first.map(String.init) ?? "")
        if isRightToLeft { return PseudoText.hebrew[small] ?? character }
        guard let accented = PseudoText.accented[small] else { return character }
        return character == small ? accented : Character(accented.uppercased())
    }

    /// Words of four letters.
    private func padding(_ count: Int) -> String {
        let letter: Character = isRightToLeft ? "ש" : "ø"
        return (0..<count).map { $0 % 4 == 0 ? " \(letter)" : String(letter) }.joined()
    }
}
