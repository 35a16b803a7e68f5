import Questionnaires
import Responses
import Scoring
import Testing

/// The status of a stage of a project at the edges of its rules.
@Suite struct ProjectStatusTests {
    private let questionnaire: Questionnaire
    private let organisation: Questionnaire

    init() throws {
        questionnaire = try DefinitionFixture.shipped("ml-project")
        organisation = try DefinitionFixture.shipped("ml-maturity")
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
    private func scores(
        _ stage: Int = 1, _ changes: [String: Answer?] = [:], organisation ratings: [String: Int]? = [:]
    ) -> Scores {
        var answers: [String: Answer] = [:]
        for id in ids(stage) { answers[id] = Self.met }
        for (id, answer) in changes { answers[id] = answer }
        let response = Response(respondent: "r", role: "lead", wave: "w", answers: answers)
        return Scores(
            questionnaire: questionnaire, wave: Wave(id: "w", collection: .consensus), responses: [response],
            subjects: ratings.map { ["organisation": SubjectFigures(assessed($0))] } ?? [:])
    }

    /// An organisation without obstacles, but for some blockers.
    private func assessed(_ ratings: [String: Int]) -> Scores {
        let blockers = organisation.items.filter { $0.direction == .blocker }.map { ($0.id, 0) }
        return Scores.consensus(organisation, Dictionary(uniqueKeysWithValues: blockers).merging(ratings) { $1 })
    }

    private func status(_ scores: Scores, _ stage: Int = 1) -> String? {
        scores.metric("stage\(stage).status")?.verdict?.outcome
    }

    private func verdict(_ scores: Scores, _ stage: Int = 1) -> String? {
        scores.metric("stage\(stage)Verdict")?.verdict?.outcome
    }

    private func changes(_ ids: some Sequence<String>, to answer: Answer?) -> [String: Answer?] {
        Dictionary(ids.map { ($0, answer) }, uniquingKeysWith: { $1 })
    }

    @Test func aStageWithEverythingMetIsReady() {
        #expect(status(scores()) == "ready")
        #expect(verdict(scores()) == "ready")
        #expect(scores().metric("stage1.score")?.value == 1)
    }

    @Test func aStageOfWhichNothingIsAnsweredHasNotBegun() {
        let blank = scores(1, changes(ids(1), to: nil))
        #expect(status(blank) == "notYetStarted")
        #expect(verdict(blank) == "notYetStarted")
        #expect(blank.metric("stage1.score")?.value == nil)
        #expect(blank.metric("stage1.mustOpen")?.value == 4)
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

    @Test func mustsAreCounted() {
        let scores = scores(1, ["J1.01": Self.notMet, "J1.03": Self.notKnown, "J1.04": nil])
        #expect(scores.metric("stage1.mustNotMet")?.value == 1)
        #expect(scores.metric("stage1.mustOpen")?.value == 2)
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

    // MARK: What the organisation hands down

    /// A critical blocker stops the stages where the model has to run, whatever the stage's own points say.
    @Test(arguments: [(2, "readyWithConditions"), (3, "notReady"), (4, "notReady")])
    func aBlockerOfTheOrganisationStops(_ rating: Int, _ expected: String) {
        let scores = scores(5, organisation: ["TB1": rating])
        #expect(status(scores, 5) == "ready")
        #expect(verdict(scores, 5) == expected)
        let inherited = scores.metric("stage5Inherited")?.verdict
        #expect(inherited?.outcome == (rating >= 3 ? "stop" : "condition"))
        #expect(inherited?.because?.hasPrefix("TB1 ") == true)
    }

    /// The same blocker is a condition for the trial, and nothing to the case.
    @Test func aBlockerReachesOnlyItsStages() {
        #expect(verdict(scores(3, organisation: ["TB1": 4]), 3) == "readyWithConditions")
        #expect(verdict(scores(4, organisation: ["TB1": 4]), 4) == "ready")
        #expect(verdict(scores(5, organisation: ["TB1": 1]), 5) == "ready")
    }

    /// What is known to stop a stage stops it even if other blockers have no rating.
    @Test func whatIsNotKnownOfTheOrganisationIsACondition() {
        let without = scores(5, organisation: nil)
        #expect(status(without, 5) == "ready")
        #expect(verdict(without, 5) == "readyWithConditions")
        #expect(without.metric("stage5Inherited")?.verdict?.outcome == "notKnown")

        func partlyAssessed(_ blocker: String, _ rating: Int) -> Scores {
            let known = Scores.consensus(organisation, [blocker: rating])
            let response = Response(
                respondent: "r", role: "lead", wave: "w",
                answers: Dictionary(uniqueKeysWithValues: ids(5).map { ($0, Self.met) }))
            return Scores(
                questionnaire: questionnaire, wave: Wave(id: "w", collection: .consensus), responses: [response],
                subjects: ["organisation": SubjectFigures(known)])
        }
        #expect(partlyAssessed("IB2", 3).metric("stage5Inherited")?.verdict?.outcome == "stop")
        #expect(partlyAssessed("IB2", 0).metric("stage5Inherited")?.verdict?.outcome == "notKnown")
    }

    /// What the organisation hands down says nothing of a stage that has not begun, and lifts none.
    @Test func theOwnPointsComeFirst() {
        #expect(verdict(scores(5, changes(ids(5), to: nil), organisation: ["TB1": 4]), 5) == "notYetStarted")
        #expect(verdict(scores(5, ["J5.01": Self.notMet]), 5) == "notReady")
        #expect(verdict(scores(5, ["J5.01": Self.partly]), 5) == "readyWithConditions")
    }

    /// All blockers in all stages, as the table has them.
    @Test func theTableOfBlockersAndStages() {
        // A letter for each stage: s stops, c sets a condition, a dot neither.
        let table = [
            "OB1": "c..s.c", "OB2": "c..c..", "OB3": "...ccc", "OB4": "cc...c", "CB1": ".cc...", "CB2": "...c.c",
            "CB3": "c..c..", "EB1": "....cc", "EB2": "..c.c.", "EB3": "..c.cc", "EB4": ".....c", "TB1": ".cc.ss",
            "TB2": ".cc.ss", "TB3": "...ccs", "IB1": ".cc.s.", "IB2": ".c.cs.",
        ]
        #expect(Set(table.keys) == Set(organisation.items.filter { $0.direction == .blocker }.map(\.id)))
        for (blocker, row) in table {
            for (rating, outcomes) in [
                (1, ["s": "none", "c": "none"]), (2, ["s": "condition", "c": "condition"]),
                (3, ["s": "stop", "c": "condition"]),
            ] {
                let scores = scores(1, organisation: [blocker: rating])
                for (stage, effect) in zip(1..., row) {
                    let expected = outcomes[String(effect)] ?? "none"
                    let outcome = scores.metric("stage\(stage)Inherited")?.verdict?.outcome
                    #expect(outcome == expected, "\(blocker) at \(rating) in stage \(stage)")
                }
            }
        }
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
        #expect(verdict(scores, 6) == "ready")
        #expect(verdict(scores, 5) == "notYetStarted")
        #expect(scores.metric("overall")?.value == 1)
    }

    // MARK: Reliance

    /// A point that is claimed while the one that it rests on is not met in full is warned of, and nothing more.
    @Test(arguments: [
        ("J3.03", "J1.03"), ("J4.07", "J1.04"), ("J5.04", "J2.06"), ("J5.08", "J2.10"), ("J5.08", "J2.11"),
        ("J4.05", "J3.11"), ("J6.06", "J4.11"), ("J6.04", "J5.11"), ("J6.04", "J5.12"), ("J6.08", "J5.13"),
    ])
    func relianceWarns(_ later: String, _ earlier: String) throws {
        let stage = try #require(Int(later.dropFirst().prefix(1)))
        let metric = "reliance\(later)\(earlier)".filter { $0 != "." }
        for (claim, base, expected): (Answer?, Answer?, String) in [
            (Self.met, Self.met, "fine"), (Self.met, Self.partly, "warning"), (Self.partly, Self.notMet, "warning"),
            (Self.met, nil, "warning"), (Self.met, Self.notKnown, "warning"), (Self.met, Self.notApplicable, "fine"),
            (Self.notMet, Self.notMet, "fine"), (nil, Self.notMet, "fine"),
        ] {
            let scores = scores(stage, [later: claim, earlier: base])
            #expect(scores.metric(metric)?.verdict?.outcome == expected, "\(metric)")
            if claim == Self.met { #expect(status(scores, stage) == "ready") }
        }
    }
}
