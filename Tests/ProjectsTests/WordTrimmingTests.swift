import Testing

@testable import Projects

@Suite struct WordTrimmingTests {
    private func stem(_ word: String) throws -> String {
        let trimming = try ShippedRule.rule().trimming
        return trimming.stem(of: word, longestEnding: trimming.longestEnding)
    }

    @Test(arguments: [
        ["classification", "classifications", "classified", "classifying", "classify", "class", "classes"],
        ["occupation", "occupations", "occupational"], ["industry", "industries"], ["survey", "surveys"],
        ["imputation", "impute", "imputed", "imputing"], ["enquête", "enquêtes"], ["codes", "coding", "code", "coded"],
        ["planning", "plans", "planned", "plan"], ["price", "prices"], ["journal", "journaux"],
        ["détecté", "détectée", "détectées"],
        ["detection", "detect", "detecting"], ["crops", "crop"],
    ])
    func formsOfAWordHaveOneStem(forms: [String]) throws {
        #expect(Set(try forms.map(stem)).count == 1)
    }

    @Test(arguments: [
        ["price", "prize"], ["crop", "crime"], ["census", "consumption"], ["land", "landing", "lane"],
        ["product", "production"], ["statut", "station"],
    ])
    func otherWordsHaveOtherStems(words: [String]) throws {
        #expect(Set(try words.map(stem)).count > 1)
    }

    @Test func aStemKeepsItsLetters() throws {
        #expect(try stem("bus") == "bus")
        #expect(try stem("es") == "es")
        #expect(try stem("") == "")
        #expect(try stem("職業") == "職業")
    }

    @Test func aReplacementThatIsNotShorterEndsTheTrimming() {
        let trimming = WordTrimming(endings: ["a": "bb", "bb": "bb", "c": ""], shortestStem: 1)
        #expect(trimming.stem(of: "xxa", longestEnding: 2) == "xxa")
        #expect(trimming.stem(of: "xxbbcc", longestEnding: 2) == "xxbb")
    }
}
