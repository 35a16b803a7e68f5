import Questionnaires
import Responses
import Scoring
import Testing

/// The status of a stage of a project by its own points, at the edges of its rules.
@Suite struct ProjectStatusTests {
    private let questionnaire: Questionnaire

    init() throws {
        questionnaire = try DefinitionFixture.shipped("ml-project")
    }

    private static let met = Answer(.option(position: 2))
    private static let partly = Answer(.option(position: 1))
    private static let notMet = Answer(.option(position: 0))
    private static let notKnown = Answer(.dontKnow)
    private static let notApplicable = Answer(.notApplicable(reason: "because"))

    private func ids(_ stage: Int, _ kind: String? = nil) -> [String] {
        questionnaire.items.filter {
            $0.dimension == "stage\(stage)" && (kind == nil || $0.tags["kind"] == kind.map { [$0] })
        }.map(\.id)
    }

    /// All points of a stage met, but for some; those set to nothing are left blank.
    private func scores(_ stage: Int = 1, _ changes: [String: Answer?] = [:]) -> Scores {
        var answers: [String: Answer] = [:]
        for id in ids(stage) { answers[id] = Self.met }
        for (id, answer) in changes { answers[id] = answer }
        let response = Response(respondent: "r", role: "lead", wave: "w", answers: answers)
        return Scores(
            questionnaire: questionnaire, wave: Wave(id: "w", collection: .consensus), responses: [response])
    }

    private func status(_ scores: Scores, _ stage: Int = 1) -> String? {
        scores.metric("stage\(stage).status")?.verdict?.outcome
    }

    private func changes(_ ids: some Sequence<String>, to answer: Answer?) -> [String: Answer?] {
        Dictionary(ids.map { ($0, answer) }, uniquingKeysWith: { $1 })
    }

    @Test func aStageWithEverythingMetIsReady() {
        #expect(status(scores()) == "ready")
        #expect(scores().metric("stage1.score")?.value == 1)
    }

    @Test func aStageOfWhichNothingIsAnsweredHasNotBegun() {
        let blank = scores(1, changes(ids(1), to: nil))
        #expect(status(blank) == "notYetStarted")
        #expect(blank.metric("stage1.score")?.value == nil)
    }

    @Test func notKnownIsAnAnswer() {
        #expect(status(scores(1, changes(ids(1), to: Self.notKnown))) == "notReady")
        var one = changes(ids(1), to: nil)
        one["J1.02"] = Self.notKnown
        #expect(status(scores(1, one)) == "notReady")
    }

    @Test func aStageThatDoesNotApplyIsNeitherReadyNorNotBegun() {
        #expect(status(scores(1, changes(ids(1), to: Self.notApplicable))) == "doesNotApply")
    }

    /// The other points stay met; a could must never decide.
    @Test(arguments: ["J1.01", "J1.03", "J1.04", "J1.06"])
    func oneMustDecides(_ must: String) {
        for (answer, expected): (Answer?, String) in [
            (Self.notMet, "notReady"), (Self.notKnown, "notReady"), (nil, "notReady"),
            (Self.partly, "readyWithConditions"), (Self.notApplicable, "ready"),
        ] {
            #expect(status(scores(1, [must: answer])) == expected)
        }
    }

    @Test func aCouldDecidesNothing() {
        for answer: Answer? in [Self.notMet, Self.notKnown, nil] {
            #expect(status(scores(1, ["J1.02": answer])) == "ready")
        }
    }

    /// Of seven shoulds, three that do not apply leave four: three met are three quarters.
    @Test func theMeanOfTheShouldsMustReachThreeQuarters() {
        let shoulds = ids(1, "should")
        #expect(shoulds.count == 7)
        var changes = changes(shoulds.prefix(3), to: Self.notApplicable)
        changes[shoulds[3]] = Self.notMet
        #expect(scores(1, changes).metric("stage1.shouldMean")?.value == 0.75)
        #expect(status(scores(1, changes)) == "ready")
        // 5 of 7 is .714.
        let below = self.changes(shoulds.prefix(2), to: Self.notMet)
        #expect(status(scores(1, below)) == "readyWithConditions")
    }

    @Test func theMeanOfTheShouldsMustReachOneHalf() {
        let shoulds = ids(1, "should")
        let half = changes(shoulds, to: Self.partly)
        #expect(status(scores(1, half)) == "readyWithConditions")
        var below = half
        below[shoulds[0]] = Self.notKnown
        #expect(status(scores(1, below)) == "notReady")
        #expect(status(scores(1, changes(shoulds, to: nil))) == "notReady")
        #expect(status(scores(1, changes(shoulds, to: Self.notApplicable))) == "ready")
    }

    // MARK: Coverage

    /// Of the 20 points of the last stage, 16 are four fifths; with one that does not apply, 15 of 19 are .789.
    @Test func readyNeedsFourFifthsOfThePoints() {
        let others = ids(6, "should") + ids(6, "could")
        let blank = changes(others.prefix(4), to: nil)
        #expect(scores(6, blank).metric("stage6.score")?.coverage == 0.8)
        #expect(status(scores(6, blank), 6) == "ready")
        var below = blank
        below[others[4]] = Self.notApplicable
        #expect(status(scores(6, below), 6) == "readyWithConditions")
    }

    /// 12 of 20 are .6, 11 of 20 are .55; all musts are among them.
    @Test func aStageNeedsThreeFifthsOfThePoints() {
        let others = ids(6, "could") + ids(6, "should")
        #expect(status(scores(6, changes(others.prefix(8), to: nil)), 6) == "readyWithConditions")
        #expect(status(scores(6, changes(others.prefix(9), to: nil)), 6) == "notReady")
    }

    /// No status waits for another stage: they are judged in any order.
    @Test func aLaterStageMayBeReadyBeforeAnEarlierOne() {
        let scores = scores(6)
        #expect(status(scores, 6) == "ready" && status(scores, 5) == "notYetStarted")
        #expect(scores.metric("overall")?.value == 1)
    }
}
