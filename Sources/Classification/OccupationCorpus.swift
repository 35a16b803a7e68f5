/// Invented job descriptions with occupation-like codes, for measuring without anybody's data.
///
/// Occupations stand in a hierarchy: five to a group, five groups to a major group. A description mixes words of its
/// occupation, of its group, of its major group and of everyday language, all drawn by Zipf's law and spelled from
/// syllables; occupations share some of their words, and some are told by two words together only. Row `i` depends on
/// the parameters other than `rows` and on `i` alone, so that a smaller corpus is the beginning of a larger one.
///
/// Time is about half a microsecond a word.
public struct OccupationCorpus: Sendable, Hashable {
    /// How many descriptions; at least 0.
    public var rows: Int
    /// How many occupations; at least 1. Their frequencies fall as by Zipf's law: of 46, the first has 18 % of rows.
    public var classes: Int
    /// The mean number of words in a description, at least 1; each has between half and one and a half of it.
    public var wordsPerRow: Int
    /// The share of descriptions whose code is that of another occupation of the same group, from 0 to 1.
    public var noise: Double
    /// The share of words with a slip of the pen, from 0 to 1.
    public var misspellings: Double
    /// How many different words everyday language has, from 100 to 100,000.
    public var vocabulary: Int
    public var seed: UInt64

    /// The defaults make a task about as hard as real narratives: trained on 18,681 rows with the default settings, a
    /// classifier reaches accuracy .79, where it reaches .80 on as many narratives of accidents with 46 body-part
    /// codes. Its macro-F1 is higher, .77 against .60, as no class is as rare as the rarest of those codes; the
    /// narratives have three times the words.
    public init(
        rows: Int = 20_000, classes: Int = 46, wordsPerRow: Int = 12, noise: Double = 0.05, misspellings: Double = 0.04,
        vocabulary: Int = 20_000, seed: UInt64 = 1
    ) {
        self.rows = rows
        self.classes = classes
        self.wordsPerRow = wordsPerRow
        self.noise = noise
        self.misspellings = misspellings
        self.vocabulary = vocabulary
        self.seed = seed
    }

    /// The descriptions with their codes.
    public func corpus() -> TextCorpus {
        var corpus = TextCorpus()
        corpus.reserve(rows: rows, bytes: rows * wordsPerRow * 7)
        var text: [UInt8] = []
        for row in 0..<rows {
            var numbers = RandomNumbers(seed: seed, stream: 1000 + UInt64(row))
            let occupation = min(classes - 1, zipf(classes, &numbers))
            text.removeAll(keepingCapacity: true)
            describe(occupation, &text, &numbers)
            let code = numbers.chance(noise) ? sibling(of: occupation, &numbers) : occupation
            corpus.append(text: text, label: OccupationCorpus.code(code))
        }
        return corpus
    }

    /// The code of an occupation: major group, group and occupation, as in 1-4-2.
    private static func code(_ occupation: Int) -> String {
        "\(occupation / 25 + 1)-\(occupation / 5 % 5 + 1)-\(occupation % 5 + 1)"
    }

    private func sibling(of occupation: Int, _ numbers: inout RandomNumbers) -> Int {
        let first = occupation / 5 * 5
        return first + numbers.below(min(5, classes - first))
    }

    private func describe(_ occupation: Int, _ text: inout [UInt8], _ numbers: inout RandomNumbers) {
        let count = max(1, wordsPerRow / 2 + numbers.below(wordsPerRow + 1))
        var written = 0
        while written < count {
            let draw = numbers.unit()
            if draw < 0.12 {
                write(word(ofList: occupation, length: 40, &numbers), &text, &numbers)
            } else if draw < 0.18 {
                // Two everyday words that only together belong to the occupation.
                let pair = numbers.below(6)
                write(pairWord(occupation, pair, 0), &text, &numbers)
                write(pairWord(occupation, pair, 1), &text, &numbers)
                written += 1
            } else if draw < 0.25 {
                write(word(ofList: 1_000_000 + occupation / 5, length: 60, &numbers), &text, &numbers)
            } else if draw < 0.30 {
                write(word(ofList: 2_000_000 + occupation / 25, length: 80, &numbers), &text, &numbers)
            } else {
                write(min(vocabulary - 1, zipf(vocabulary, &numbers)), &text, &numbers)
            }
            written += 1
        }
    }

    /// A number from 0, where number k comes up in proportion to the logarithm of (k + 2) / (k + 1).
    private func zipf(_ count: Int, _ numbers: inout RandomNumbers) -> Int {
        Int(ElementaryFunctions.exponential(numbers.unit() * ElementaryFunctions.logarithm(Double(count + 1)))) - 1
    }

    /// A word of the list of an occupation or group, which holds words from anywhere in the language but its most
    /// frequent hundredth.
    private func word(ofList list: Int, length: Int, _ numbers: inout RandomNumbers) -> Int {
        let place = min(length - 1, zipf(length, &numbers))
        var choice = RandomNumbers(seed: seed, stream: UInt64(list) << 16 | UInt64(place))
        let frequent = vocabulary / 100
        return frequent + choice.below(vocabulary / 4 - frequent)
    }

    private func pairWord(_ occupation: Int, _ pair: Int, _ part: Int) -> Int {
        var choice = RandomNumbers(seed: seed, stream: UInt64(3_000_000 + occupation) << 16 | UInt64(pair * 2 + part))
        return choice.below(vocabulary / 100)
    }

    private static let consonants = Array("bdfgklmnprstvz".utf8)
    private static let vowels = Array("aeiou".utf8)

    /// Writes a word: two syllables for the 4,900 most frequent ones, three for others, so that all differ.
    private func write(_ word: Int, _ text: inout [UInt8], _ numbers: inout RandomNumbers) {
        if !text.isEmpty { text.append(UInt8(ascii: " ")) }
        let start = text.count
        let syllables = OccupationCorpus.consonants.count * OccupationCorpus.vowels.count
        var rest = word
        var count = 2
        if rest >= syllables * syllables {
            rest -= syllables * syllables
            count = 3
        }
        for _ in 0..<count {
            text.append(OccupationCorpus.consonants[rest % OccupationCorpus.consonants.count])
            rest /= OccupationCorpus.consonants.count
            text.append(OccupationCorpus.vowels[rest % OccupationCorpus.vowels.count])
            rest /= OccupationCorpus.vowels.count
        }
        if numbers.chance(misspellings) { misspell(&text, from: start, &numbers) }
    }

    /// Swaps two letters, doubles one, leaves one out, or takes another.
    private func misspell(_ text: inout [UInt8], from start: Int, _ numbers: inout RandomNumbers) {
        let place = start + numbers.below(text.count - start - 1)
        switch numbers.below(4) {
        case 0: text.swapAt(place, place + 1)
        case 1: text.insert(text[place], at: place)
        case 2: text.remove(at: place)
        default: text[place] = UInt8(ascii: "a") + UInt8(numbers.below(26))
        }
    }
}
