import Testing

@testable import Classification

@Suite struct FeatureHasherTests {
    private func features(_ text: String, _ kinds: FeatureKinds = .wordsAndPairs, bits: Int = 32) -> [UInt32] {
        let hasher = FeatureHasher(kinds: kinds, bits: bits)
        Array(text.utf8).withUnsafeBufferPointer { hasher.hash($0) }
        return Array(hasher.hashed)
    }

    @Test func aTextHasItsWordsAndPairsWithBothEnds() {
        #expect(features("").isEmpty)
        #expect(features(" ,.- ").isEmpty)
        #expect(features("welder").count == 3)
        #expect(features("welder of pipes").count == 7)
        // The words are shared, no pair is: neither those with the ends nor the one turned round.
        let common = Set(features("crane driver")).intersection(features("driver crane"))
        #expect(common.count == 2)
    }

    @Test func kindsAdd() {
        let text = "the mechanic repairs old engines"
        let plain = features(text)
        #expect(features(text, [.wordsAndPairs, .gappedPairs]).count == plain.count + 3)
        // mechanic, repairs and engines have two prefixes each.
        #expect(features(text, [.wordsAndPairs, .prefixes]).count == plain.count + 6)
        #expect(features(text, [.wordsAndPairs, .closingWords]).count == plain.count + 5)
        let all = features(text, [.wordsAndPairs, .gappedPairs, .prefixes, .closingWords])
        #expect(Array(all.prefix(plain.count)) == plain)
        #expect(Set(all).count == all.count)
    }

    @Test func bitsBoundTheFeatures() {
        let text = (0..<500).map { "word\($0)" }.joined(separator: " ")
        #expect(features(text, bits: 8).allSatisfy { $0 < 256 })
        #expect(Set(features(text, bits: 8)).count > 200)
        #expect(Set(features(text, bits: 32)).count == 1001)
    }

    @Test func oneHasherServesTextsOfAnyLength() {
        let hasher = FeatureHasher(kinds: [.wordsAndPairs, .gappedPairs, .prefixes, .closingWords], bits: 24)
        for count in [0, 1, 2, 7, 8, 9, 5000, 3] {
            let text = (0..<count).map { "occupation\($0)" }.joined(separator: " ")
            Array(text.utf8).withUnsafeBufferPointer { hasher.hash($0) }
            let expected = count == 0 ? 0 : 2 * count + 1 + max(0, count - 2) + 2 * count + min(8, count)
            #expect(hasher.hashed.count == expected)
        }
    }
}
