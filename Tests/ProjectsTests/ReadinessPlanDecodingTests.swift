import Foundation
import JSON
import Projects
import Questionnaires
import Responses
import Testing

/// The files of the plan: what they may say, and what is wrong with them.
@Suite struct ReadinessPlanDecodingTests {
    /// A plan that uses every key once, by its members; values are JSON.
    static let members: [(String, String)] = [
        ("formatVersion", "1"), ("stages", #"{"dimension": "stage", "metric": "status", "share": "score"}"#),
        ("gate", #"{"tag": "kind", "value": "must", "holdsFrom": 0.5}"#),
        ("weighed", #"{"tag": "kind", "value": "should"}"#),
        (
            "status",
            """
            {"outcomes": [{"id": "no", "title": "No", "symbol": "x", "tone": "poor", "stop": true},
            {"id": "yes", "title": "Yes", "symbol": "o", "tone": "good", "settled": true}],
            "rules": [{"when": [{"own": ["ready"]}, {"fact": "unproven", "below": 1}], "is": "yes", "because": "So."}],
            "otherwise": {"is": "no"}}
            """
        ),
        ("proof", #"{"stages": ["stage4"], "atLeast": "documented"}"#),
        (
            "inheritance",
            """
            {"from": "organisation", "effectAt": {"2": "condition", "3": "listed"},
            "blockers": {"OB1": {"stage1": "condition", "stage4": "stop"}}}
            """
        ),
        ("reliance", #"[{"point": "J3.03", "on": "J1.03", "because": "So."}]"#),
        ("changes", #"[{"id": "purpose", "title": "Purpose", "reopens": ["J1.01"]}]"#),
        ("askedOf", #"{"it": ["J2.10"], "methodology": ["J2.01"]}"#),
        (
            "hardware",
            """
            {"check": "J2.11", "met": {"memoryShare": 0.8, "extrapolation": 3, "months": 12},
            "partly": {"memoryShare": 1, "extrapolation": 10},
            "options": {"met": "met", "partly": "partly", "notMet": "notMet"},
            "contradictions": [{"item": "TF1", "atLeast": 3, "result": "notMet", "because": "So."}]}
            """
        ),
        (
            "shelving",
            """
            {"signs": [{"id": "nobody", "title": "Nobody", "remedy": "Find one.",
            "raisedBy": [{"item": "M03", "below": 0.5}, {"fact": "similarProjects", "atLeast": 1}]}],
            "levels": [{"id": "high", "title": "High", "tone": "poor",
            "whenAny": [{"sign": "nobody"}, {"fact": "signs", "atLeast": 5}]}],
            "otherwise": {"id": "low", "title": "Low", "tone": "good"}}
            """
        ),
        (
            "riskStandings",
            """
            {"tag": "challenge", "metric": "answered",
            "standings": [{"id": "open", "title": "Open", "tone": "poor", "upTo": 0.5},
            {"id": "answered", "title": "Answered", "tone": "good"}],
            "notAsked": {"id": "notAsked", "title": "Not asked", "tone": "idle"}}
            """
        ),
        ("toolFamilies", #"[{"id": "tools", "title": "Tools", "purpose": "To work."}]"#),
        ("approaches", #"[{"id": "way", "title": "Way", "gist": "To think."}]"#),
        (
            "risks",
            """
            [{"id": "P01", "title": "Discovery", "question": "Which?", "signs": ["One."], "stages": ["stage2"],
            "related": ["IF1"], "tags": {"togaf": ["people"]}, "toolFamilies": ["tools"], "approaches": ["way"], "optional": true}]
            """
        ),
        (
            "businessCase",
            """
            {"introduction": "A draft.", "sections": [{"id": "problem", "kind": "element", "title": "Problem",
            "points": ["J4.04", "M01"], "facts": ["title"], "prompts": ["Why?"]}]}
            """
        ),
    ]

    static func decode(
        _ texts: [String], knowsOrganisation: Bool = true
    ) throws -> (plan: ReadinessPlan?, findings: [String]) {
        let shipped = try ShippedPlan.get()
        let files = try texts.enumerated().map { number, text in
            DefinitionFile(name: "\(number + 1).json", document: try JSONDocument(parsing: Array(text.utf8)))
        }
        let decoded = ReadinessPlan.decode(
            files, questionnaire: shipped.questionnaire, organisation: knowsOrganisation ? shipped.organisation : nil)
        return (decoded.plan, decoded.findings.map { "\($0.file) \($0.path): \($0.problem); \($0.remedy)" })
    }

    private func decode(
        _ changes: [String: String?], knowsOrganisation: Bool = true
    ) throws -> (plan: ReadinessPlan?, findings: [String]) {
        try Self.decode([ProjectFileText.object(Self.members, changes)], knowsOrganisation: knowsOrganisation)
    }

    /// One member with a part of its text replaced.
    private func decode(
        _ key: String, _ part: String, _ replacement: String
    ) throws -> (plan: ReadinessPlan?, findings: [String]) {
        let text = try #require(Self.members.first { $0.0 == key }?.1)
        let pieces = text.components(separatedBy: part)
        try #require(pieces.count == 2, "\(part) stands \(pieces.count - 1) times in \(key)")
        return try decode([key: pieces.joined(separator: replacement)])
    }

    @Test func everythingIsRead() throws {
        let (plan, findings) = try decode([:])
        #expect(findings == [])
        let read = try #require(plan)
        #expect(
            read.stages.map(\.id) == (1...6).map { "stage\($0)" } && read.ownStatus == "status" && read.share == "score"
        )
        #expect(read.gate?.holdsFrom == 0.5 && read.weighed?.value == "should" && read.proof?.atLeast == .documented)
        #expect(
            read.status.outcomes.map(\.isStop) == [true, false]
                && read.status.outcomes.map(\.isSettled) == [false, true])
        #expect(read.inheritance?.effect(of: "OB1", rated: "3", on: "stage4") == .stop)
        #expect(read.inheritance?.effect(of: "OB1", rated: "2", on: "stage4") == .condition)
        #expect(read.inheritance?.effect(of: "OB1", rated: "4", on: "stage4") == nil)
        #expect(read.role(askedOf: "J2.10") == "it" && read.role(askedOf: "J1.01") == "lead")
        #expect(read.stage(ofPoint: "J4.04")?.id == "stage4" && read.stage(ofPoint: "M01") == nil)
        #expect(read.hardware?.months == 12 && read.hardware?.options[.partly] == "partly")
        #expect(read.shelving?.signs.first?.raisedBy.count == 2 && read.shelving?.otherwise.id == "low")
        #expect(read.risks.risks.first?.isOptional == true && read.risks.help("way")?.purpose == "To think.")
        #expect(read.businessCase?.sections.first?.facts == [.title])
    }

    /// Of everything but stages and status there may be nothing.
    @Test func stagesAndStatusAreEnough() throws {
        let others = Self.members.map(\.0).filter { !["formatVersion", "stages", "status"].contains($0) }
        let (plan, findings) = try decode(Dictionary(uniqueKeysWithValues: others.map { ($0, nil) }))
        #expect(findings == [] && plan?.inheritance == nil && plan?.risks == RiskCatalogue())
        #expect(
            try decode(["stages": nil]).findings == ["1.json $: no file of the plan has the key \"stages\"; add it"])
        #expect(
            try decode(["status": nil]).findings == ["1.json $: no file of the plan has the key \"status\"; add it"])
    }

    /// The keys may be spread over files in any way; each stands in one.
    @Test func severalFiles() throws {
        let files = Self.members.dropFirst().map { ProjectFileText.object([("formatVersion", "1"), $0]) }
        #expect(try Self.decode(files).findings == [])
        #expect(try Self.decode(files.reversed()).plan?.risks.risks.count == 1)
        let twice = files + [#"{"formatVersion": 1, "gate": {"tag": "kind", "value": "must", "holdsFrom": 1}}"#]
        let (plan, findings) = try Self.decode(twice)
        #expect(plan == nil)
        #expect(
            findings == [
                "\(twice.count).json $.gate: another file of the plan has the key \"gate\" too; keep one of them"
            ])
        #expect(try Self.decode([]).plan == nil)
    }

    /// Without the questionnaire of the organisation what is said of its items cannot be checked.
    @Test func withoutTheOrganisation() throws {
        let changes = [
            "inheritance": #"{"from": "organisation", "effectAt": {"9": "listed"}, "blockers": {"ZZ9": {}}}"#
        ]
        #expect(try decode(changes, knowsOrganisation: false).plan?.inheritance?.blockers.map(\.blocker) == ["ZZ9"])
        #expect(try decode(changes).plan == nil)
    }

    /// A mistake in a part of a member, by what is replaced with what, and the finding without the file.
    struct Mistake: CustomTestStringConvertible, Sendable {
        let key: String
        let part: String
        let replacement: String
        let finding: String

        init(_ key: String, _ part: String, _ replacement: String, _ finding: String) {
            self.key = key
            self.part = part
            self.replacement = replacement
            self.finding = finding
        }

        var testDescription: String { "\(key): \(replacement)" }
    }

    private static let unknown: [Mistake] = [
        Mistake(
            "stages", #""stage","#, #""stag","#,
            #"$.stages.dimension: there is no dimension "stag"; did you mean "stage"?"#),
        Mistake(
            "stages", #""status""#, #""stats""#,
            #"$.stages.metric: there is no metric of each stage "stats"; did you mean "status"?"#),
        Mistake(
            "stages", #""status""#, #""score""#, #"$.stages.metric: "score" is no verdict; name a metric that is one"#),
        Mistake("gate", #""kind""#, #""kinds""#, #"$.gate.tag: there is no tag "kinds"; did you mean "kind"?"#),
        Mistake(
            "weighed", #""should""#, #""shuold""#,
            #"$.weighed.value: there is no value of the tag "shuold"; did you mean "should"?"#),
        Mistake(
            "status", #"["ready"]"#, #"["redy"]"#,
            #"$.status.rules[0].when[0].own[0]: there is no outcome "redy"; did you mean "ready"?"#),
        Mistake(
            "status", #""is": "yes""#, #""is": "yess""#,
            #"$.status.rules[0].is: there is no outcome "yess"; did you mean "yes"?"#),
        Mistake(
            "status", #""unproven""#, #""unprovn""#,
            #"$.status.rules[0].when[1].fact: "unprovn" is not known here; did you mean "unproven"?"#),
        Mistake(
            "status", #""id": "yes""#, #""id": "no""#,
            #"$.status.outcomes[1].id: the id "no" occurs twice; give each its own id"#),
        Mistake(
            "status", #""tone": "poor""#, #""tone": "bad""#,
            #"$.status.outcomes[0].tone: "bad" is not known here; write one of good, fair, poor, idle"#),
        Mistake(
            "proof", #""stage4""#, #""stage44""#,
            #"$.proof.stages[0]: there is no stage "stage44"; did you mean "stage4"?"#),
        Mistake(
            "proof", #""documented""#, #""document""#,
            #"$.proof.atLeast: "document" is not known here; did you mean "documented"?"#),
        Mistake(
            "inheritance", #""organisation""#, #""office""#,
            #"$.inheritance.from: there is no subject "office"; known: organisation"#),
        Mistake(
            "inheritance", #""3": "listed""#, #""5": "listed""#,
            #"$.inheritance.effectAt['5']: there is no option of a blocker "5"; known: 0, 1, 2, 3, 4"#),
        Mistake(
            "inheritance", #""OB1""#, #""OF1""#,
            #"$.inheritance.blockers.OF1: there is no blocker "OF1"; did you mean "OB1"?"#),
        Mistake(
            "inheritance", #""stage4": "stop""#, #""stage4": "halt""#,
            #"$.inheritance.blockers.OB1.stage4: "halt" is not known here; write one of condition, stop"#),
        Mistake(
            "reliance", #""J1.03""#, #""M03""#,
            #"$.reliance[0].on: there is no point of a stage "M03"; known: J1.01, J1.02, J1.03, J1.04, J1.05, J1.06, J1.07, J1.08, J1.09, J1.10, J1.11, J1.12 and 84 more"#
        ),
        Mistake(
            "changes", #"["J1.01"]"#, #"["J1.1"]"#,
            #"$.changes[0].reopens[0]: there is no point "J1.1"; did you mean "J1.01"?"#),
        Mistake("askedOf", #""it""#, #""its""#, #"$.askedOf.its: there is no role "its"; did you mean "it"?"#),
        Mistake(
            "askedOf", #""J2.01""#, #""J2.10""#,
            #"$.askedOf.methodology[0]: J2.10 is asked of it already; name one role"#),
        Mistake(
            "hardware", #""notMet": "notMet""#, #""notMet": "no""#,
            #"$.hardware.options.notMet: there is no option "no"; did you mean "notMet"?"#),
        Mistake(
            "hardware", #""TF1""#, #""TF11""#,
            #"$.hardware.contradictions[0].item: there is no item of the organisation "TF11"; did you mean "TF1"?"#),
        Mistake(
            "shelving", #""M03""#, #""M033""#,
            #"$.shelving.signs[0].raisedBy[0].item: there is no item "M033"; did you mean "M03"?"#),
        Mistake(
            "shelving", #""sign": "nobody""#, #""sign": "nobdy""#,
            #"$.shelving.levels[0].whenAny[0].sign: there is no sign "nobdy"; did you mean "nobody"?"#),
        Mistake(
            "riskStandings", #""metric": "answered""#, #""metric": "answred""#,
            #"$.riskStandings.metric: there is no metric of each value of the tag "answred"; did you mean "answered"?"#),
        Mistake(
            "risks", #""P01""#, #""P00""#, #"$.risks[0].id: there is no value of the tag "P00"; did you mean "P01"?"#),
        Mistake(
            "risks", #""IF1""#, #""IF11""#,
            #"$.risks[0].related[0]: there is no item of the organisation "IF11"; did you mean "IF1"?"#),
        Mistake(
            "risks", #""togaf""#, #""togf""#, #"$.risks[0].tags.togf: there is no tag "togf"; did you mean "togaf"?"#),
        Mistake(
            "risks", #""people""#, #""poeple""#,
            #"$.risks[0].tags.togaf[0]: there is no value of the tag "poeple"; did you mean "people"?"#),
        Mistake(
            "risks", #"["tools"]"#, #"["tool"]"#,
            #"$.risks[0].toolFamilies[0]: there is no family of tools "tool"; did you mean "tools"?"#),
        Mistake(
            "risks", #"["way"]"#, #"["ways"]"#,
            #"$.risks[0].approaches[0]: there is no approach "ways"; did you mean "way"?"#),
        Mistake(
            "businessCase", #""element""#, #""elements""#,
            #"$.businessCase.sections[0].kind: "elements" is not known here; did you mean "element"?"#),
        Mistake(
            "businessCase", #"["title"]"#, #"["titel"]"#,
            #"$.businessCase.sections[0].facts[0]: "titel" is not known here; did you mean "title"?"#),
        Mistake(
            "businessCase", #""M01""#, #""M011""#,
            #"$.businessCase.sections[0].points[1]: there is no point "M011"; did you mean "M01"?"#),
    ]

    private static let senseless: [Mistake] = [
        Mistake(
            "status", #""fact": "unproven", "below": 1"#, #""fact": "unproven""#,
            "$.status.rules[0].when[1]: the test compares with nothing; add atLeast, above, atMost, below, equals"),
        Mistake(
            "status", #"{"own": ["ready"]}"#, #"{"own": ["ready"], "atLeast": 1}"#,
            #"$.status.rules[0].when[0].atLeast: "own" is compared with no number; remove it"#),
        Mistake(
            "status", #"{"own": ["ready"]}"#, "{}",
            #"$.status.rules[0].when[0]: a test is about one thing; write one of "own", "fact""#),
        Mistake(
            "status", #"{"own": ["ready"]}"#, #"{"own": ["ready"], "fact": "unproven", "atLeast": 1}"#,
            #"$.status.rules[0].when[0]: a test is about one thing; write one of "own", "fact""#),
        Mistake(
            "status", #""unproven""#, #""signs""#,
            #"$.status.rules[0].when[1].fact: "signs" is not known here; write one of inheritedStops, inheritedConditions, inheritedUnknown, openConditions, lapsedConditions, unproven, skippedReliedOn"#
        ),
        Mistake(
            "shelving", #""similarProjects""#, #""signs""#,
            #"$.shelving.signs[0].raisedBy[1].fact: "signs" is not known here; write one of similarProjects, daysSinceLastChange"#
        ),
        Mistake(
            "shelving", #""fact": "signs""#, #""fact": "unproven""#,
            #"$.shelving.levels[0].whenAny[1].fact: "unproven" is not known here; write one of similarProjects, daysSinceLastChange, signs"#
        ),
        Mistake(
            "shelving", #"{"sign": "nobody"}"#, #"{"sign": "nobody", "above": 0}"#,
            #"$.shelving.levels[0].whenAny[0].above: "sign" is compared with no number; remove it"#),
        Mistake(
            "hardware", #""atLeast": 3, "#, "",
            "$.hardware.contradictions[0]: the rating is compared with nothing; add atLeast, above, atMost, below, equals"
        ),
    ]

    private static let structural: [Mistake] = [
        Mistake("stages", #", "share": "score""#, "", #"$.stages: the key "share" is missing; add it"#),
        Mistake("gate", "0.5", "\"half\"", "$.gate.holdsFrom: this is a text, not a number; write a number"),
        Mistake(
            "gate", #""holdsFrom""#, #""holdFrom""#,
            #"$.gate.holdFrom: the key "holdFrom" is not known here; did you mean "holdsFrom"?"#),
        Mistake("status", #""symbol": "x", "#, "", #"$.status.outcomes[0]: the key "symbol" is missing; add it"#),
        Mistake(
            "status", #""stop": true"#, #""stop": 1"#,
            "$.status.outcomes[0].stop: this is a number, not true or false; write true or false"),
        Mistake("reliance", #""on": "J1.03", "#, "", #"$.reliance[0]: the key "on" is missing; add it"#),
        Mistake("changes", #", "reopens": ["J1.01"]"#, "", #"$.changes[0]: the key "reopens" is missing; add it"#),
        Mistake("hardware", #", "months": 12"#, "", #"$.hardware.met: the key "months" is missing; add it"#),
        Mistake(
            "hardware", #""months": 12"#, #""months": 1.5"#,
            "$.hardware.met.months: 1.5 is not a whole number in range; write a whole number from 0 to 1200"),
        Mistake(
            "hardware", #""extrapolation": 10"#, #""extrapolation": 0"#,
            "$.hardware.partly.extrapolation: 0 is out of range; write a number from 1 to 1000000"),
        Mistake(
            "shelving", #", "remedy": "Find one.""#, "", #"$.shelving.signs[0]: the key "remedy" is missing; add it"#),
        Mistake(
            "shelving", ",\n\"whenAny\": [{\"sign\": \"nobody\"}, {\"fact\": \"signs\", \"atLeast\": 5}]", "",
            #"$.shelving.levels[0]: the key "whenAny" is missing; add it"#),
        Mistake(
            "riskStandings", "0.5", "1.5",
            "$.riskStandings.standings[0].upTo: 1.5 is out of range; write a number from 0 to 1"),
        Mistake(
            "toolFamilies", #", "purpose": "To work.""#, "", #"$.toolFamilies[0]: the key "purpose" is missing; add it"#
        ),
        Mistake(
            "approaches", #""gist""#, #""gists""#,
            #"$.approaches[0].gists: the key "gists" is not known here; did you mean "gist"?"#),
        Mistake("risks", #""question": "Which?", "#, "", #"$.risks[0]: the key "question" is missing; add it"#),
        Mistake(
            "risks", "true", "\"yes\"", "$.risks[0].optional: this is a text, not true or false; write true or false"),
        Mistake(
            "businessCase", #""title": "Problem","#, "",
            #"$.businessCase.sections[0]: the key "title" is missing; add it"#),
    ]

    @Test(arguments: unknown + senseless + structural)
    func mistakes(mistake: Mistake) throws {
        let (plan, findings) = try decode(mistake.key, mistake.part, mistake.replacement)
        #expect(plan == nil)
        // What follows from a mistake may be reported too, but the mistake stands there.
        #expect(findings.contains("1.json \(mistake.finding)"), "\(findings)")
    }

    @Test func everyMemberHasAType() throws {
        for (key, value) in Self.members.dropFirst() {
            for other in ["1", "\"x\"", "null", value.hasPrefix("[") ? "{}" : "[]"] {
                let (plan, findings) = try decode([key: other])
                #expect(
                    plan == nil && findings.contains { $0.hasPrefix("1.json $.\(key): this is ") }, "\(key) = \(other)")
            }
        }
        #expect(try decode(["gatee": "1"]).findings.contains { $0.hasSuffix("did you mean \"gate\"?") })
    }
}
