import Testing

@testable import Classification

@Suite struct FeatureIndexTests {
    /// Against a dictionary, with features that crowd the same places of the table.
    @Test func numbersAreThoseOfADictionary() {
        var numbers = RandomNumbers(seed: 8)
        var index = FeatureIndex(expected: 4)
        var reference: [UInt32: Int] = [:]
        var scratch = [UInt32](repeating: 0, count: 16)
        for round in 0..<20_000 {
            let features = (0..<numbers.below(5)).map { _ in UInt32(numbers.below(4000)) << UInt32(numbers.below(3) * 8)
            }
            if round % 2 == 0 {
                for feature in features {
                    let expected = reference[feature] ?? reference.count
                    reference[feature] = expected
                    let number = index.number(adding: feature)
                    #expect(number == expected)
                }
            } else {
                features.withUnsafeBufferPointer { index.number(adding: $0, into: &scratch) }
                for (place, feature) in features.enumerated() {
                    let expected = reference[feature] ?? reference.count
                    reference[feature] = expected
                    #expect(scratch[place] == expected)
                }
            }
            #expect(index.count == reference.count)
        }
    }

    @Test func anIndexOfFeaturesFindsThemAndNothingElse() throws {
        let features = (0..<5000).map { UInt32($0 * $0) }
        let index = try #require(FeatureIndex(features: features))
        index.withSlots { slots in
            for (number, feature) in features.enumerated() {
                #expect(slots.mayHold(feature))
                #expect(slots.number(of: feature) == number)
            }
            for absent in [2, 3, 5, 4_000_000_000] as [UInt32] { #expect(slots.number(of: absent) == nil) }
        }
        #expect(FeatureIndex(features: [7, 8, 7]) == nil)
    }

    @Test func anEmptyIndexHoldsNothing() throws {
        let index = try #require(FeatureIndex(features: []))
        index.withSlots { slots in
            #expect(!slots.mayHold(0))
            #expect(slots.number(of: 0) == nil)
        }
    }
}
