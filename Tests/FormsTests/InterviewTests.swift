import JSON
import Questionnaires
import Responses
import Testing

@testable import Forms

/// A questionnaire with every way to answer, for tests.
func smallQuestionnaire() throws -> Questionnaire {
    let text = """
        {"formatVersion": 1, "id": "small", "version": "1.0.0", "language": "en", "title": "Small",
        "description": "A small one.", "subject": "organisation",
        "roles": [{"id": "staff", "title": "Staff", "description": "Who does the work."},
          {"id": "board", "title": "Board"}],
        "dimensions": [{"id": "work", "title": "Work"}],
        "scales": [{"id": "degree", "title": "Degree", "options": [
          {"id": "0", "label": "None", "value": 0}, {"id": "1", "label": "Some", "value": 0.5},
          {"id": "2", "label": "All", "value": 1}]}],
        "pool": {"value": "mean"},
        "items": [
          {"id": "A1", "dimension": "work", "direction": "facilitator", "answer": {"type": "yesNo"},
           "label": "Trial", "prompt": "Was there a trial?", "help": "Any trial counts.", "evidence": "A report."},
          {"id": "A2", "dimension": "work", "direction": "facilitator", "scale": "degree", "label": "Use",
           "prompt": "Is it used?", "visibleWhen": {"item": "A1", "option": "yes"}, "canBeNotApplicable": false,
           "anchors": {"0": "By nobody.", "1": "By some.", "2": "By all."}},
          {"id": "A3", "dimension": "work", "direction": "facilitator", "label": "Tools", "prompt": "Which tools?",
           "answer": {"type": "multipleChoice", "combine": "sum"}, "scale": {"title": "Tools", "options": [
             {"id": "none", "label": "None of these", "value": 0, "exclusive": true},
             {"id": "python", "label": "Python", "value": 1}, {"id": "rstats", "label": "R", "value": 1}]}},
          {"id": "A4", "dimension": "work", "direction": "facilitator", "label": "Days", "prompt": "How many days?",
           "answer": {"type": "number", "unit": "days", "from": 0, "upTo": 30, "points": [
             {"at": 0, "value": 0}, {"at": 30, "value": 1}]}},
          {"id": "A5", "dimension": "work", "direction": "none", "answer": {"type": "text"}, "label": "Words",
           "prompt": "In your words?"}],
        "metrics": [{"define": [{"id": "score", "title": "Score", "aggregate": "mean",
          "of": {"items": {"direction": "facilitator"}}}]}]}
        """
    let document = try JSONDocument(parsing: Array(text.utf8))
    let decoded = Questionnaire.decode(main: DefinitionFile(name: "small.json", document: document), parts: [])
    return try #require(decoded.questionnaire, "\(decoded.findings)")
}

let testLetters = InterviewLetters { command in
    switch command {
    case .back: "b"
    case .skip: "s"
    case .help: "?"
    case .doNotKnow: "d"
    case .notApplicable: "n"
    case .evidence: "e"
    case .comment: "c"
    case .clear: "x"
    case .review: "r"
    case .leave: "q"
    case .finish: "f"
    }
}

@Suite struct InterviewTests {
    private func interview(role: String = "staff", _ answers: [String: Answer] = [:]) throws -> Interview {
        Interview(
            try smallQuestionnaire(),
            response: Response(respondent: "maria", role: role, wave: "2026", answers: answers), letters: testLetters)
    }

    @Test func theRoleIsAskedFirstAndOnce() throws {
        var interview = try interview(role: "")
        #expect(interview.page == .role && interview.message?.kind == .begins)
        #expect(interview.take("3") == .goesOn && interview.page == .role)
        #expect(interview.message?.kind == .chooseRole && interview.message?.parameters == ["count": "2"])
        #expect(interview.take(" 2 ") == .goesOn && interview.page == .item(0))
        #expect(interview.response.role == "board")
        #expect(try self.interview().page == .item(0))
    }

    @Test func everyKindOfAnswer() throws {
        var interview = try interview()
        for line in ["2", "1", "2, 3", "7,5", "As we can"] {
            #expect(interview.take(line) == .goesOn)
            #expect(interview.message == nil)
        }
        #expect(interview.page == .review)
        let answers = interview.response.answers.mapValues(\.content)
        #expect(
            answers == [
                "A1": .option(position: 1), "A2": .option(position: 1), "A3": .options(positions: [1, 2]),
                "A4": .number(7.5), "A5": .text("As we can"),
            ])
        #expect(interview.take("f") == .finished)
    }

    @Test(arguments: [
        (0, "3", Interview.Message.Kind.noSuchOption), (0, "", .chooseOrSkip), (0, "e", .answerFirst),
        (1, "n", .appliesToEveryone),
        (2, "1 2", .onlyAlone), (2, "4", .noSuchOption), (3, "many", .noNumber), (3, "-1", .tooLow),
        (3, "31", .tooHigh),
        (3, "1e1", .noNumber), (3, "nan", .noNumber),
    ])
    func whatIsNoAnswerIsRefused(index: Int, line: String, kind: Interview.Message.Kind) throws {
        var interview = try interview(["A1": Answer(.option(position: 1))].filter { _ in index > 0 })
        interview.page = .item(index)
        let before = interview.response.answers
        #expect(interview.take(line) == .goesOn)
        #expect(interview.message?.kind == kind && interview.page == .item(index))
        #expect(interview.response.answers == before)
    }

    /// Who says no is not asked what follows; what was said before stays, and is not handed in.
    @Test func itemsThatDependOnAnswers() throws {
        var interview = try interview()
        #expect(interview.shown == [0, 2, 3, 4])
        _ = interview.take("2")
        #expect(interview.page == .item(1) && interview.shown == [0, 1, 2, 3, 4])
        _ = interview.take("0")
        #expect(interview.take("b") == .goesOn && interview.page == .item(1))
        _ = interview.take("b")
        _ = interview.take("1")
        #expect(interview.page == .item(2))
        #expect(interview.response.answers["A2"] != nil && interview.finalResponse.answers["A2"] == nil)
        #expect(interview.finalResponse.answers["A1"]?.content == .option(position: 0))
    }

    @Test func notApplicableNeedsAReason() throws {
        var interview = try interview()
        _ = interview.take("n")
        #expect(interview.page == .reason(0))
        _ = interview.take("  ")
        #expect(interview.page == .item(0) && interview.response.answers.isEmpty)
        _ = interview.take("N")
        _ = interview.take("We make maps")
        #expect(interview.response.answers["A1"]?.content == .notApplicable(reason: "We make maps"))
    }

    @Test func evidenceAndCommentStandBesideAnAnswer() throws {
        var interview = try interview(["A1": Answer(.option(position: 0))])
        interview.page = .item(0)
        for line in ["e", "Minutes", "c", "Soon", "d"] { _ = interview.take(line) }
        let answer = interview.response.answers["A1"]
        #expect(answer == Answer(.dontKnow, evidence: Evidence("Minutes"), comment: "Soon"))
        interview.page = .item(0)
        for line in ["e", "-", "c", ""] { _ = interview.take(line) }
        #expect(interview.response.answers["A1"] == Answer(.dontKnow, comment: "Soon"))
        #expect(interview.message?.kind == .nothingChanged)
        _ = interview.take("x")
        #expect(interview.response.answers.isEmpty)
    }

    /// Where words are the answer, a letter is one too.
    @Test func lettersWhereWordsAreAsked() throws {
        var interview = try interview()
        interview.page = .item(4)
        _ = interview.take("b")
        #expect(interview.response.answers["A5"]?.content == .text("b"))
        interview.page = .item(4)
        #expect(interview.take("/b") == .goesOn && interview.page == .item(3))
        #expect(interview.take("q") == .left)
    }

    @Test func itGoesOnAtTheFirstOpenItem() throws {
        var interview = try interview(["A1": Answer(.option(position: 0)), "A3": Answer(.dontKnow)])
        #expect(interview.page == .item(3))
        #expect(interview.message?.kind == .resumed && interview.message?.count == 2)
        _ = interview.take("r")
        #expect(interview.page == .review && interview.open == [3, 4])
        _ = interview.take("a5")
        #expect(interview.page == .item(4))
        _ = interview.take("/r")
        _ = interview.take("A2")
        #expect(interview.message?.kind == .reviewNotUnderstood)
        _ = interview.take("")
        #expect(interview.page == .item(3))
    }
}
