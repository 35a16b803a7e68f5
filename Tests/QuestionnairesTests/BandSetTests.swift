import JSON
import Testing

@testable import Questionnaires

struct BandSetTests {
    private static let list: [Step] = ["bands", 0, "intervals"]

    @Test func bandsAreDecoded() throws {
        #expect(
            try questionnaire().bandSets == [
                BandSet(
                    id: "halves", title: "Halves", source: Citation(document: "paper", section: "2"),
                    intervals: [
                        BandSet.Interval(
                            id: "low", title: "Low", description: "Little.", lower: nil,
                            upper: BandSet.Edge(value: 0.5, isInclusive: true)),
                        BandSet.Interval(
                            id: "high", title: "High", description: nil,
                            lower: BandSet.Edge(value: 0.5, isInclusive: false), upper: nil),
                    ])
            ])
    }

    @Test func intervalIsFoundByID() throws {
        let set = try #require(try questionnaire().bandSets.first)
        #expect(set.interval("high")?.title == "High")
        #expect(set.interval("middle") == nil)
    }

    /// Every way to write intervals that meet, and closed outer edges.
    @Test func intervalsMayMeetInTwoWays() throws {
        let intervals = JSONValue(
            parsing: """
                [{"id": "a", "from": 0, "below": 1}, {"id": "b", "from": 1, "upTo": 2},
                 {"id": "c", "above": 2, "upTo": 3}, {"id": "d", "above": 3, "below": 4},
                 {"id": "e", "from": 4, "upTo": 4}, {"id": "f", "above": 4, "upTo": 5}]
                """)
        let set = try #require(try questionnaire(changing: (Self.list, intervals)).bandSets.first)
        #expect(set.intervals.map { $0.lower?.value } == [0, 1, 2, 3, 4, 4])
        #expect(set.intervals.map { $0.upper?.value } == [1, 2, 3, 4, 4, 5])
        #expect(set.intervals.map { $0.lower?.isInclusive } == [true, true, false, false, true, false])
        #expect(set.intervals.map { $0.upper?.isInclusive } == [false, true, true, false, true, true])
        #expect(set.intervals.map(\.title) == ["a", "b", "c", "d", "e", "f"])
    }

    private static let pairing =
        "let each number lie in one band: pair \"upTo\" with \"above\", and \"below\" with \"from\""

    @Test(
        arguments: [
            Mistake(
                "overlap", list + [0, "upTo"], 0.6, "$.bands[0].intervals", "the bands \"low\" and \"high\" overlap",
                pairing),
            Mistake(
                "both edges closed", list + [1], ["id": "high", "from": 0.5], "$.bands[0].intervals",
                "the bands \"low\" and \"high\" overlap", pairing),
            Mistake(
                "order reversed", list,
                [["id": "high", "above": 0.5, "upTo": 1], ["id": "low", "upTo": 0.5, "from": 0]],
                "$.bands[0].intervals", "the bands \"high\" and \"low\" overlap", pairing),
            Mistake(
                "edge missing", list + [0], ["id": "low"], "$.bands[0].intervals",
                "the bands \"low\" and \"high\" overlap: an edge between them is missing",
                "give \"low\" an upper and \"high\" a lower edge"),
            Mistake(
                "lower above upper", list + [1, "upTo"], 0.25, "$.bands[0].intervals[1]", "the interval is empty",
                "let the lower edge lie below the upper one"),
            Mistake(
                "empty point", list + [1, "upTo"], 0.5, "$.bands[0].intervals[1]", "the interval is empty",
                "let the lower edge lie below the upper one"),
            Mistake(
                "edge twice", list + [1, "from"], 0.5, "$.bands[0].intervals[1].above",
                "an edge is given twice, as \"from\" and \"above\"", "keep one of them"),
            Mistake(
                "edge of the wrong type", list + [0, "upTo"], "half", "$.bands[0].intervals[0].upTo",
                "this is a text, not a number", "write a number"),
            Mistake(
                "unknown key", list + [0, "upto"], 0.5, "$.bands[0].intervals[0].upto",
                "the key \"upto\" is not known here", "did you mean \"upTo\"?"),
            Mistake(
                "interval twice", list, [["id": "low", "upTo": 0.5], ["id": "low", "above": 0.5]],
                "$.bands[0].intervals[1].id",
                "the id \"low\" occurs twice", "give each its own id"),
            Mistake(
                "set twice", ["bands", 1], minimalDefinition.part(["bands", 0]), "$.bands[1].id",
                "the id \"halves\" occurs twice", "give each its own id"),
            Mistake(
                "no intervals", ["bands", 0, "intervals"], nil, "$.bands[0]", "the key \"intervals\" is missing",
                "add it"),
        ])
    func mistakeInBands(mistake: Mistake) throws {
        try mistake.check()
    }

    @Test(
        arguments: [
            Mistake(
                "numbers between", list + [1, "above"], 0.6, "$.bands[0].intervals",
                "there is a hole between the bands \"low\" and \"high\"", pairing),
            Mistake(
                "both edges open", list + [0], ["id": "low", "below": 0.5], "$.bands[0].intervals",
                "there is a hole between the bands \"low\" and \"high\"", pairing),
        ])
    func holeIsAWarning(mistake: Mistake) throws {
        try mistake.check(.warning)
    }
}
