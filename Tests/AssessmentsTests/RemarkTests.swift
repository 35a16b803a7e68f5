import Assessments
import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

@Suite struct RemarkTests {
    private let office = SmallOffice(items: ["L1 left facilitator", "R1 right facilitator"])

    /// Three more respondents who answer everything and write nothing.
    private let silent = (0..<3).map { number in
        Response(
            respondent: "s\(number)", role: "a", wave: "w",
            answers: ["L1": Answer(.option(position: 1)), "R1": Answer(.option(position: 1))])
    }

    private func remarks(_ answers: [[String: Answer]], comments: Bool = true) throws -> [String] {
        let responses = answers.enumerated().map { Response(respondent: "r\($0)", role: "b", wave: "w", answers: $1) }
        return try office.assess(silent + responses, collection: .survey, comments: comments).remarks
            .map { "\($0.item) \($0.kind) \($0.text)" }
    }

    private let answers = [
        ["L1": Answer(.option(position: 1), evidence: Evidence("minutes"), comment: "too little")],
        ["R1": Answer(.notApplicable(reason: "no such unit"), comment: "ask again")],
        [
            "L1": Answer(.dontKnow, comment: "above my head"),
            "R1": Answer(.option(position: 2), evidence: Evidence("charter")),
        ],
    ]

    @Test func remarksStandByItemAndKind() throws {
        #expect(
            try remarks(answers) == [
                "L1 comment above my head", "L1 comment too little", "L1 evidence minutes", "R1 comment ask again",
                "R1 evidence charter", "R1 reason no such unit",
            ])
    }

    @Test func remarksAreNotShownUnlessAllowed() throws {
        #expect(try remarks(answers, comments: false).isEmpty)
    }

    /// The order of the responses must not show in the order of the remarks, or one could tell who wrote several.
    @Test func theOrderOfResponsesDoesNotShow() throws {
        var generator = SeededGenerator(seed: 51)
        let expected = try remarks(answers)
        for _ in 0..<10 { #expect(try remarks(answers.shuffled(using: &generator)) == expected) }
    }

    @Test func blankTextsAreNoRemarks() throws {
        let blank = [
            ["L1": Answer(.option(position: 1), evidence: Evidence(" \n\t"), comment: "")],
            ["L1": Answer(.notApplicable(reason: "\u{00A0}"))],
        ]
        #expect(try remarks(blank).isEmpty)
    }

    /// What was written on an item that is held back might say what the answer was.
    @Test func remarksOnAnItemHeldBackAreHeldBackToo() throws {
        let few = [
            Response(
                respondent: "r1", role: "a", wave: "w",
                answers: ["L1": Answer(.option(position: 4), comment: "of course"), "R1": Answer(.option(position: 0))]),
            Response(
                respondent: "r2", role: "a", wave: "w", answers: ["R1": Answer(.option(position: 0), comment: "no")]),
            Response(respondent: "r3", role: "a", wave: "w", answers: ["R1": Answer(.option(position: 0))]),
        ]
        let assessment = try office.assess(few, collection: .survey, comments: true)
        #expect(assessment.scores.item("L1")?.isHeldBack == true)
        #expect(assessment.remarks.map(\.text) == ["no"])
    }

    @Test func aConsensusShowsItsRemarks() throws {
        let response = Response(respondent: "r", role: "a", wave: "w", answers: answers[0])
        let assessment = try office.assess([response], collection: .consensus, comments: true)
        #expect(assessment.remarks.map(\.text) == ["too little", "minutes"])
        #expect(assessment.remarks.map(\.kind) == [.comment, .evidence])
    }
}
