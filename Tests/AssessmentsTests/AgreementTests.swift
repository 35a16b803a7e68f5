import Assessments
import Questionnaires
import Responses
import Testing

/// How far people say the same.
@Suite struct AgreementTests {
    /// The published example of four coders and twelve units (K. Krippendorff, "Computing Krippendorff's
    /// alpha-reliability"). The last two units have fewer than three answers and are held back; over the other ten the
    /// ordinal alpha, worked out by its formula apart from this program, is .798376.
    private static let coders = [
        "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .",
    ]

    private func assess(_ rows: [String], fewestItems: Int) throws -> Assessment {
        let office = SmallOffice(
            items: (1...12).map { "L\($0) left facilitator" },
            further: [
                """
                "stability": {"level": 0.95, "draws": 100, "fewestRespondents": 6,
                    "agreement": {"firm": 0.8, "tentative": 0.667, "fewestItems": \(fewestItems)}}
                """
            ])
        let responses = rows.enumerated().map { person, row in
            var answers: [String: Answer] = [:]
            for (place, word) in row.split(separator: " ").enumerated() {
                if let number = Int(word) { answers["L\(place + 1)"] = Answer(.option(position: number - 1)) }
            }
            return Response(respondent: "r\(person)", role: "a", wave: "w", answers: answers)
        }
        return try office.assess(responses, collection: .survey)
    }

    @Test func thePublishedExample() throws {
        let assessment = try assess(Self.coders, fewestItems: 10)
        let agreement = try #require(assessment.agreement)
        #expect(abs(try #require(agreement.overall) - 0.798376) < 5e-7)
        #expect(abs(try #require(agreement.members["left"]) - 0.798376) < 5e-7)
        // Four people are too few for an index of single items.
        #expect(agreement.items.isEmpty)
        #expect(agreement.dontKnowShare == 0)
    }

    @Test func aMemberNeedsEnoughItems() throws {
        #expect(try #require(try assess(Self.coders, fewestItems: 11).agreement).members.isEmpty)
    }

    @Test func leastAgreementComesFirst() throws {
        let rows = ["1 1 1", "5 1 1", "1 1 1", "5 2 1", "1 1 1", "5 2 1"]
        let agreement = try #require(try assess(rows, fewestItems: 2).agreement)
        #expect(agreement.items.map(\.item.id) == ["L1", "L2", "L3"])
        #expect(agreement.items.map(\.index).first == 0 && agreement.items.map(\.index).last == 1)
        // There is one group only.
        #expect(agreement.items[0].lowest == nil)
    }

    @Test func allAlikeHaveNoAlpha() throws {
        let agreement = try #require(try assess(["2 2 2", "2 2 2", "2 2 2"], fewestItems: 2).agreement)
        #expect(agreement.overall == nil && agreement.members.isEmpty)
    }
}
