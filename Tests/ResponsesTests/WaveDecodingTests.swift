import JSON
import Questionnaires
import Testing

@testable import Responses

struct WaveDecodingTests {
    private let questionnaire: Questionnaire

    init() throws {
        questionnaire = try sampleQuestionnaire()
    }

    /// A record with some members changed; an empty text removes a member.
    private func text(_ changes: [String: String] = [:]) -> String {
        let members = [
            "formatVersion": "1", "id": "\"2026\"", "collection": "\"survey\"",
            "period": "{\"from\": \"2026-03-01\", \"to\": \"2026-03-31\"}",
            "invited": "{\"chief\": 2, \"analyst\": 10}",
        ].merging(changes) { _, new in new }
        let lines = members.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        return "{\(lines.joined(separator: ",\n"))}"
    }

    /// A record with one gate rating, some members of which are changed.
    private func rating(_ changes: [String: String] = [:]) -> String {
        let members = [
            "item": "\"TB1\"", "rating": "\"yes\"", "role": "\"engineer\"", "date": "\"2026-03-20\"",
            "evidence": "\"Minutes\"",
        ].merging(changes) { _, new in new }
        let lines = members.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        return text(["gateRatings": "[{\(lines.joined(separator: ", "))}]"])
    }

    private func check(_ text: String, _ findings: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let root = try reader(of: text)
        let wave = Wave.decode(root, id: "2026", questionnaire: questionnaire)
        #expect(root.found == findings, sourceLocation: sourceLocation)
        #expect((wave != nil) == findings.isEmpty, sourceLocation: sourceLocation)
    }

    @Test func waveIsDecoded() throws {
        let root = try reader(of: rating())
        let wave = try #require(Wave.decode(root, id: "2026", questionnaire: questionnaire))
        #expect(root.found == [])
        #expect(wave.id == "2026")
        #expect(wave.period == Wave.Period(from: "2026-03-01", to: "2026-03-31"))
        #expect(wave.collection == .survey)
        #expect(wave.invited == ["chief": 2, "analyst": 10])
        #expect(
            wave.gateRatings == [
                GateRating(item: "TB1", position: 1, role: "engineer", date: "2026-03-20", evidence: "Minutes")
            ])
    }

    @Test func aRatingIsSetOnce() throws {
        let one = #"{"item":"TB1","rating":"yes","role":"engineer","date":"2026-03-20","evidence":"Minutes"}"#
        let root = try reader(of: text(["gateRatings": "[\(one), \(one)]"]))
        #expect(Wave.decode(root, id: "2026", questionnaire: questionnaire) == nil)
        #expect(root.findings.list.map(\.problem) == ["the rating of TB1 is set twice"])
        #expect(root.findings.list.map(\.path) == ["$.gateRatings[1]"])
    }

    @Test func whatIsOptionalMayBeLeftOut() throws {
        let root = try reader(of: text(["period": "", "invited": "", "$schema": "\"s\""]))
        let wave = try #require(Wave.decode(root, id: "2026", questionnaire: questionnaire))
        #expect(wave.period == nil)
        #expect(wave.invited == [:])
        #expect(wave.gateRatings == [])
    }

    @Test(arguments: [("survey", true), ("consensus", false), ("self", false)])
    func onlySurveysAreConfidential(name: String, isConfidential: Bool) throws {
        let root = try reader(of: text(["collection": "\"\(name)\""]))
        let wave = try #require(Wave.decode(root, id: "2026", questionnaire: questionnaire))
        #expect(wave.collection.rawValue == name)
        #expect(wave.collection.isConfidential == isConfidential)
    }

    @Test(arguments: ["formatVersion", "id", "collection"])
    func requiredKeyIsMissed(key: String) throws {
        try check(text([key: ""]), ["error: $: the key \"\(key)\" is missing; add it"])
    }

    @Test(
        arguments: [
            (
                "formatVersion", "7", ".formatVersion",
                "the file has format version 7; this Waymark reads versions up to 1; use a newer Waymark"
            ),
            (
                "id", "\"2025\"", ".id",
                "the record is of the wave \"2025\", but its folder is \"2026\"; "
                    + "give both the same name, or move the file"
            ),
            (
                "id", "\"../../x\"", ".id",
                "\"../../x\" cannot be an id; use letters a to z, digits, hyphen, underscore and full stop, "
                    + "beginning with a letter or digit"
            ),
            ("collection", "\"surveys\"", ".collection", "\"surveys\" is not known here; did you mean \"survey\"?"),
            (
                "period", "{\"from\": \"2026-03-31\", \"to\": \"2026-03-01\"}", ".period",
                "the period ends before it begins; exchange the two dates"
            ),
            ("period", "{\"from\": \"2026-03-31\"}", ".period", "the key \"to\" is missing; add it"),
            (
                "period", "{\"from\": \"2025-02-29\", \"to\": \"2025-03-01\"}", ".period.from",
                "\"2025-02-29\" is not a date; write year-month-day, as in 2026-03-31"
            ),
            (
                "period", "\"2026\"", ".period", "this is a text, not an object in braces; write an object in braces"
            ),
            (
                "invited", "{\"analysts\": 3}", ".invited.analysts",
                "there is no role \"analysts\"; did you mean \"analyst\"?"
            ),
            (
                "invited", "{\"analyst\": -1}", ".invited.analyst",
                "-1 is not a whole number in range; write a whole number from 0 to 10000000"
            ),
            (
                "invited", "{\"analyst\": 2.5}", ".invited.analyst",
                "2.5 is not a whole number in range; write a whole number from 0 to 10000000"
            ),
            (
                "gateRatings", "{}", ".gateRatings",
                "this is an object, not a list in square brackets; write a list in square brackets"
            ),
            (
                "gaterating", "[]", ".gaterating",
                "the key \"gaterating\" is not known here; did you mean \"gateRatings\"?"
            ),
        ])
    func mistakeInTheRecord(key: String, value: String, path: String, finding: String) throws {
        try check(text([key: value]), ["error: $\(path): \(finding)"])
    }

    /// Nothing is passed over: whatever is null is reported where it stands.
    @Test(arguments: ["formatVersion", "id", "collection", "period", "invited", "gateRatings"])
    func everyValueIsRead(key: String) throws {
        let root = try reader(of: text([key: "null"]))
        #expect(Wave.decode(root, id: "2026", questionnaire: questionnaire) == nil)
        #expect(root.findings.list.map(\.path) == ["$.\(key)"])
    }

    @Test func periodOfOneDayIsFine() throws {
        try check(text(["period": "{\"from\": \"2026-03-01\", \"to\": \"2026-03-01\"}"]), [])
    }

    @Test(arguments: ["item", "rating", "role", "date", "evidence"])
    func gateRatingNeedsAllItsKeys(key: String) throws {
        try check(rating([key: ""]), ["error: $.gateRatings[0]: the key \"\(key)\" is missing; add it"])
    }

    @Test(
        arguments: [
            ("item", "\"TB2\"", ".item", "there is no item \"TB2\"; did you mean \"TB1\"?"),
            ("rating", "\"some\"", ".rating", "there is no option of TB1 \"some\"; known: no, yes"),
            ("role", "\"engineers\"", ".role", "there is no role \"engineers\"; did you mean \"engineer\"?"),
            (
                "role", "\"analyst\"", ".role",
                "the role \"analyst\" may not set the gate rating of TB1; roles with this authority: chief, engineer"
            ),
            (
                "date", "\"2025-02-29\"", ".date",
                "\"2025-02-29\" is not a date; write year-month-day, as in 2026-03-31"
            ),
            ("evidence", "\" \"", ".evidence", "the text is empty; write the text, or leave the key out"),
            (
                "comment", "\"x\"", ".comment",
                "the key \"comment\" is not known here; "
                    + "remove it; known keys are item, rating, role, date, evidence"
            ),
        ])
    func mistakeInAGateRating(key: String, value: String, path: String, finding: String) throws {
        try check(rating([key: value]), ["error: $.gateRatings[0]\(path): \(finding)"])
    }

    @Test func authorityIsThatOfTheDimension() throws {
        try check(rating(["item": "\"SB1\"", "rating": "\"all\"", "role": "\"chief\""]), [])
        try check(
            rating(["item": "\"SB1\"", "rating": "\"all\""]),
            [
                "error: $.gateRatings[0].role: the role \"engineer\" may not set the gate rating of SB1; "
                    + "roles with this authority: chief"
            ])
    }

    @Test func onlyBlockersHaveGateRatings() throws {
        try check(
            rating(["item": "\"TF1\""]),
            ["error: $.gateRatings[0].item: TF1 is not a blocker; gate ratings are of blockers only"])
    }

    @Test func authorityThatNobodyHasIsTold() throws {
        let definition = """
            {"formatVersion": 1, "id": "a", "version": "1", "language": "en", "title": "A",
             "dimensions": [{"id": "d", "title": "D"}], "roles": [{"id": "r", "title": "R"}],
             "scales": [{"id": "s", "options": [{"id": "n", "value": 0}, {"id": "y", "value": 1}]}],
             "items": [{"id": "B", "dimension": "d", "direction": "blocker", "scale": "s", "label": "B"}]}
            """
        let questionnaire = try decodedQuestionnaire(of: definition)
        let root = try reader(
            of: """
                {"formatVersion": 1, "id": "2026", "collection": "self", "gateRatings":
                  [{"item": "B", "rating": "y", "role": "r", "date": "2026-01-01", "evidence": "E"}]}
                """)
        #expect(Wave.decode(root, id: "2026", questionnaire: questionnaire) == nil)
        #expect(
            root.found == [
                "error: $.gateRatings[0].role: the role \"r\" may not set the gate rating of B; "
                    + "remove the record: no role has this authority"
            ])
    }
}

/// What of a wave's record holds for answers to another questionnaire.
struct WaveCollectionTests {
    @Test func collectionAndPeriodAreTakenOver() throws {
        let root = try reader(
            of: """
                {"formatVersion": 1, "id": "2026", "collection": "self", "invited": {"nobody": 5}, "gateRatings": 7,
                 "period": {"from": "2026-01-01", "to": "2026-02-01"}}
                """)
        let wave = try #require(Wave.decodeCollection(root, id: "2026"))
        #expect(wave.id == "2026" && wave.collection == .self)
        #expect(wave.period?.from == "2026-01-01" && wave.period?.to == "2026-02-01")
        #expect(wave.invited.isEmpty && wave.gateRatings.isEmpty && root.found == [])
    }

    @Test func withoutCollectionThereIsNone() throws {
        let root = try reader(of: #"{"formatVersion": 1, "id": "2026"}"#)
        #expect(Wave.decodeCollection(root, id: "2026") == nil)
        #expect(root.found == ["error: $: the key \"collection\" is missing; add it"])
    }
}
