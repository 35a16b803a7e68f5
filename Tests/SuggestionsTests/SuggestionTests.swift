import Suggestions
import Testing

struct SuggestionTests {
    private let commands = ["assess", "compare", "explain", "questionnaire", "report"]

    @Test(arguments: [
        ("asess", "assess"),
        ("assses", "assess"),
        ("comapre", "compare"),
        ("xplian", "explain"),
        ("quesitonaire", "questionnaire"),
        ("reprot", "report"),
    ])
    func findsWhatWasMistyped(word: String, meant: String) {
        #expect(suggestion(for: word, among: commands) == meant)
    }

    @Test func ignoresCase() {
        #expect(suggestion(for: "ASSESS", among: commands) == "assess")
        #expect(suggestion(for: "wave", among: ["Wave"]) == "Wave")
        #expect(suggestion(for: "ÉTAT", among: ["état"]) == "état")
    }

    @Test(arguments: ["deploy", "ass-2025-final", "", "a", "-", "rt"])
    func suggestsNothingFarAway(word: String) {
        #expect(suggestion(for: word, among: commands) == nil)
    }

    @Test func cutOffIsAThirdOfTheLongerWord() {
        // Up to five letters one edit, from six two, from nine three and never more.
        #expect(suggestion(for: "abcxx", among: ["abcde"]) == nil)
        #expect(suggestion(for: "abcdx", among: ["abcde"]) == "abcde")
        #expect(suggestion(for: "abcdxx", among: ["abcdef"]) == "abcdef")
        #expect(suggestion(for: "abcxxx", among: ["abcdef"]) == nil)
        #expect(suggestion(for: "abcdefxxx", among: ["abcdefghi"]) == "abcdefghi")
        #expect(suggestion(for: "abcdefghijkxxxx", among: ["abcdefghijklmno"]) == nil)
        #expect(suggestion(for: "abcdefghijklxxx", among: ["abcdefghijklmno"]) == "abcdefghijklmno")
    }

    @Test func wordsWithNothingInCommonAreNotNear() {
        #expect(suggestion(for: "a", among: ["b"]) == nil)
        #expect(suggestion(for: "", among: ["b"]) == nil)
        #expect(suggestion(for: "ab", among: ["b"]) == "b")
    }

    @Test func prefixCountsAsOneEdit() {
        #expect(suggestion(for: "quest", among: commands) == "questionnaire")
        #expect(suggestion(for: "QU", among: commands) == "questionnaire")
        #expect(suggestion(for: "q", among: commands) == nil)
        #expect(suggestion(for: "wave", among: ["waveform-name", "wage"]) == "waveform-name")
        #expect(suggestion(for: "wave", among: ["wage", "waveform-name"]) == "wage")
        #expect(suggestion(for: "format", among: ["formation-of", "format"]) == "format")
    }

    @Test func nearestWinsThenTheFirst() {
        #expect(suggestion(for: "copie", among: ["colpire", "copies", "copier"]) == "copies")
        #expect(suggestion(for: "show", among: ["shoe", "shop"]) == "shoe")
        #expect(suggestion(for: "show", among: ["shop", "shoe"]) == "shop")
        #expect(suggestion(for: "show", among: []) == nil)
    }

    @Test func emptyCandidateIsNotSuggestedForAWord() {
        #expect(suggestion(for: "a", among: [""]) == nil)
    }
}
