import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// The status of a stage by its own points, at the edges of the rules.
@Suite struct StageAssessmentTests {
    private func project(_ stages: Int...) throws -> ProjectOnFile {
        var project = try ProjectOnFile()
        for stage in stages { project.set(project.shipped.ids(stage), to: ProjectOnFile.met) }
        return project
    }

    @Test(arguments: 1...6)
    func aStageWithEverythingMetIsReady(_ stage: Int) throws {
        let project = try project(stage)
        let assessed = project.stage(stage)
        #expect(assessed.status.id == "ready" && assessed.isSettled && assessed.hasBegun)
        #expect(assessed.obstacles.isEmpty && assessed.conditions.isEmpty)
        #expect(assessed.share?.value == 1)
        // No stage waits for another.
        #expect(
            project.assessed().stages.filter { $0.status.id != "notYetStarted" }.map(\.stage.id) == ["stage\(stage)"])
    }

    @Test func aStageOfWhichNothingIsAnsweredHasNotBegun() throws {
        let blank = try project(2).stage(1)
        #expect(blank.status.id == "notYetStarted" && !blank.hasBegun && !blank.isSettled && !blank.status.isStop)
        #expect(blank.share?.value == nil)
    }

    @Test func notKnownIsAnAnswer() throws {
        var project = try project()
        project.set(project.shipped.ids(1), to: ProjectOnFile.notKnown)
        #expect(project.status(1) == "notReady")
        // One such answer begins the stage, whatever the kind of the point.
        for id in ["J1.01", "J1.02", "J1.05"] {
            let one = try self.project().with { $0.answers = [id: ProjectOnFile.notKnown] }
            #expect(one.status(1) == "notReady", "\(id)")
        }
    }

    @Test func aStageThatDoesNotApplyIsNeitherReadyNorNotBegun() throws {
        var project = try project()
        project.set(project.shipped.ids(1), to: ProjectOnFile.notApplicable)
        #expect(project.status(1) == "doesNotApply" && project.stage(1).isSettled)
    }

    /// Every must of every stage; all other points stay met.
    @Test(arguments: 1...6)
    func oneMustDecides(_ stage: Int) throws {
        let project = try project(stage)
        let musts = project.shipped.ids(stage, "must")
        #expect(musts.count >= 4)
        for must in musts {
            for (answer, expected): (Answer?, String) in [
                (ProjectOnFile.notMet, "notReady"), (ProjectOnFile.notKnown, "notReady"), (nil, "notReady"),
                (ProjectOnFile.partly, "readyWithConditions"), (ProjectOnFile.notApplicable, "ready"),
            ] {
                let assessed = project.with { $0.answers[must] = answer }.stage(stage)
                #expect(assessed.status.id == expected, "\(must)")
                let stopping = assessed.obstacles.map(\.summary)
                let open = assessed.conditions.map(\.summary)
                #expect(stopping == (expected == "notReady" ? ["point \(must)"] : []), "\(must)")
                #expect(open == (expected == "readyWithConditions" ? ["point \(must)"] : []), "\(must)")
            }
        }
    }

    @Test(arguments: 1...6)
    func aCouldDecidesNothing(_ stage: Int) throws {
        let project = try project(stage)
        for could in project.shipped.ids(stage, "could") {
            for answer: Answer? in [ProjectOnFile.notMet, ProjectOnFile.notKnown, nil] {
                #expect(project.with { $0.answers[could] = answer }.status(stage) == "ready", "\(could)")
            }
        }
    }

    // MARK: The shoulds together

    /// Of seven shoulds, three that do not apply leave four: three met are three quarters. Of ten people one who says
    /// "partly" takes away an eightieth.
    @Test func theMeanOfTheShouldsMustReachThreeQuarters() throws {
        var project = try project(1)
        let shoulds = project.shipped.ids(1, "should")
        #expect(shoulds.count == 7)
        project.set(shoulds.prefix(3), to: ProjectOnFile.notApplicable)
        project.answers[shoulds[3]] = ProjectOnFile.notMet
        #expect(project.status(1) == "ready")
        let ten = project.with { $0.join(9) }
        #expect(ten.assessed().scores.metric("stage1.shouldMean")?.value == 0.75 && ten.status(1) == "ready")
        let below = project.with { $0.join(9, but: [shoulds[4]: ProjectOnFile.partly]) }
            .with { $0.others = Array($0.others.prefix(1)) + project.with { $0.join(8) }.others }
        #expect(below.assessed().scores.metric("stage1.shouldMean")?.value == 0.7375)
        let assessed = below.stage(1)
        #expect(assessed.status.id == "readyWithConditions")
        #expect(assessed.conditions.map(\.summary) == ["weighed \(shoulds[3]) \(shoulds[4])"])
    }

    @Test func theMeanOfTheShouldsMustReachOneHalf() throws {
        var half = try project(1)
        let shoulds = half.shipped.ids(1, "should")
        half.set(shoulds, to: ProjectOnFile.partly)
        #expect(half.status(1) == "readyWithConditions")
        let ten = half.with { $0.join(9) }
        #expect(ten.status(1) == "readyWithConditions")
        let below = half.with { $0.join(8) }.with { $0.join(1, but: [shoulds[0]: ProjectOnFile.notMet]) }
        let assessed = below.stage(1)
        #expect(assessed.status.id == "notReady")
        #expect(assessed.obstacles.map(\.summary) == ["weighed \(shoulds.joined(separator: " "))"])
    }

    /// "Not known" counts as nothing, a blank leaves both sums, as does what does not apply.
    @Test func shouldsThatAreNotAnswered() throws {
        var half = try project(1)
        let shoulds = half.shipped.ids(1, "should")
        half.set(shoulds, to: ProjectOnFile.partly)
        #expect(half.with { $0.answers[shoulds[0]] = ProjectOnFile.notKnown }.status(1) == "notReady")
        #expect(half.with { $0.answers[shoulds[0]] = nil }.status(1) == "readyWithConditions")
        #expect(half.with { $0.set(shoulds, to: nil) }.status(1) == "notReady")
        #expect(half.with { $0.set(shoulds, to: ProjectOnFile.notApplicable) }.status(1) == "ready")
    }

    // MARK: Coverage

    /// Of the 20 points of the last stage, 16 are four fifths; with one that does not apply, 15 of 19 are .789.
    @Test func readyNeedsFourFifthsOfThePoints() throws {
        var project = try project(6)
        let others = project.shipped.ids(6, "should") + project.shipped.ids(6, "could")
        project.set(others.prefix(4), to: nil)
        #expect(project.assessed().scores.metric("stage6.score")?.coverage == 0.8 && project.status(6) == "ready")
        project.answers[others[4]] = ProjectOnFile.notApplicable
        #expect(project.status(6) == "readyWithConditions")
        #expect(project.stage(6).conditions.count == 1 && project.stage(6).obstacles.isEmpty)
    }

    /// 12 of 20 are .6; with three that do not apply, 10 of 17 are .588. All musts are among them.
    @Test func aStageNeedsThreeFifthsOfThePoints() throws {
        var project = try project(6)
        let others = project.shipped.ids(6, "should") + project.shipped.ids(6, "could")
        project.set(others.prefix(8), to: nil)
        #expect(project.assessed().scores.metric("stage6.score")?.coverage == 0.6)
        #expect(project.status(6) == "readyWithConditions")
        project.answers[others[0]] = ProjectOnFile.met
        project.set(others[1...3], to: ProjectOnFile.notApplicable)
        project.set(others[8...10], to: nil)
        #expect(project.status(6) == "notReady")
        #expect(project.stage(6).obstacles.count == 1)
    }

    // MARK: Evidence

    /// From the business case on, every must has to be documented at least.
    @Test(arguments: [
        (1, "ready"), (2, "ready"), (3, "ready"), (4, "readyWithConditions"), (5, "readyWithConditions"),
        (6, "readyWithConditions"),
    ])
    func whatIsOnlyAssertedIsACondition(_ stage: Int, _ expected: String) throws {
        let project = try project(stage)
        let must = try #require(project.shipped.ids(stage, "must").first)
        for (evidence, expected): (Evidence?, String) in [
            (nil, expected), (Evidence("They say so"), expected), (Evidence("Note", kind: .documented), "ready"),
            (Evidence("Run of May", kind: .measured), "ready"),
        ] {
            let changed = project.with { $0.answers[must] = Answer(.option(position: 2), evidence: evidence) }
            #expect(changed.status(stage) == expected)
            #expect(
                changed.stage(stage).conditions.map(\.summary) == (expected == "ready" ? [] : ["unproven \(must)"]))
        }
        // Shoulds are taken at their word, and what does not apply needs no proof.
        let should = try #require(project.shipped.ids(stage, "should").first)
        #expect(project.with { $0.answers[should] = Answer(.option(position: 2)) }.status(stage) == "ready")
        #expect(project.with { $0.answers[must] = ProjectOnFile.notApplicable }.status(stage) == "ready")
    }

    /// The best evidence of several people counts.
    @Test func oneWhoCanProveItIsEnough() throws {
        var project = try project(4)
        project.join(1)
        let must = try #require(project.shipped.ids(4, "must").first)
        project.answers[must] = Answer(.option(position: 2), evidence: Evidence("I was there"))
        #expect(project.status(4) == "ready")
        #expect(project.assessed().point(must)?.evidence.map(\.kind) == [.documented, .asserted])
    }

    // MARK: Several people

    /// A must holds if the mean of what people say is at least "partly".
    @Test func severalPeopleArePooled() throws {
        let must = "J1.03"
        for (said, expected): ([Answer], String) in [
            ([ProjectOnFile.met, ProjectOnFile.met], "ready"),
            ([ProjectOnFile.met, ProjectOnFile.partly], "readyWithConditions"),
            ([ProjectOnFile.met, ProjectOnFile.notMet], "readyWithConditions"),
            ([ProjectOnFile.partly, ProjectOnFile.notMet], "notReady"),
            ([ProjectOnFile.met, ProjectOnFile.notKnown], "ready"),
            ([ProjectOnFile.notKnown, ProjectOnFile.notKnown], "notReady"),
        ] {
            var project = try project(1)
            project.answers[must] = said[0]
            project.join(1, but: [must: said[1]])
            #expect(project.status(1) == expected, "\(said.map(\.content))")
        }
        var project = try project(1)
        project.join(2)
        #expect(project.assessed().respondents == ["lead": 3])
    }
}
