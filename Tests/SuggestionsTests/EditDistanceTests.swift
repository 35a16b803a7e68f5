import Testing

@testable import Suggestions

struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0),
        ("", "wave", 4),
        ("wave", "wave", 0),
        ("wave", "wav", 1),
        ("wave", "waves", 1),
        ("wave", "wake", 1),
        ("wave", "wvae", 1),
        ("kitten", "sitting", 3),
        ("assess", "assets", 1),
        // The case that tells the restricted distance from the full one, which is 2 here.
        ("ca", "abc", 3),
        ("abcd", "badc", 2),
    ])
    func countsEdits(source: String, target: String, distance: Int) {
        #expect(editDistance(Array(source), Array(target)) == distance)
        #expect(editDistance(Array(target), Array(source)) == distance)
    }

    /// The same distance by its definition as a recursion on prefixes, without a table.
    private func distanceByDefinition(_ source: ArraySlice<Int>, _ target: ArraySlice<Int>) -> Int {
        guard let lastOfSource = source.last, let lastOfTarget = target.last else {
            return max(source.count, target.count)
        }
        let substitution = lastOfSource == lastOfTarget ? 0 : 1
        var least = min(
            distanceByDefinition(source.dropLast(), target.dropLast()) + substitution,
            distanceByDefinition(source.dropLast(), target) + 1,
            distanceByDefinition(source, target.dropLast()) + 1)
        if source.count > 1, target.count > 1, source.suffix(2).elementsEqual(target.suffix(2).reversed()) {
            least = min(least, distanceByDefinition(source.dropLast(2), target.dropLast(2)) + 1)
        }
        return least
    }

    @Test func agreesWithTheDefinitionOnAllShortWords() {
        // All words of up to four letters from an alphabet of two against a few longer ones of three letters.
        var words: [[Int]] = [[]]
        for start in 0..<4 { words += words.filter { $0.count == start }.flatMap { [$0 + [0], $0 + [1]] } }
        #expect(words.count == 31)
        for source in words {
            for target in words + [[2, 1, 0, 1], [0, 2, 1], [1, 0, 2, 0]] {
                #expect(editDistance(source, target) == distanceByDefinition(source[...], target[...]))
            }
        }
    }
}
