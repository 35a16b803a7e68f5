import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// Signs of being shelved, and the level that follows.
@Suite struct ShelvingAssessmentTests {
    /// The items that raise each sign.
    private static let signs = [
        "noMaintainer": ["M03", "J6.09"], "noBusinessOwner": ["J1.04"], "usersAbsent": ["J1.06", "J1.11"],
        "noApproval": ["J4.02"], "environmentGap": ["J2.13", "J5.08"], "noUpkeepPlan": ["J6.06"],
        "notPassedOn": ["M04"], "leadershipNotReached": ["M05"], "technologyNotAssured": ["M06"],
        "duplicateFound": ["M12"], "earlierTrialShelved": ["M01"],
    ]
    /// Signs none of which decides alone, by one item each.
    private static let ordinary = ["J1.06", "J4.02", "J2.13", "J6.06", "M04", "M05"]

    private func assessed(
        _ answers: [String: Answer], on day: String? = ProjectOnFile.today, similar: Int? = 0
    ) throws -> ShelvingAssessment {
        var project = try ProjectOnFile()
        project.answers = answers
        project.completed = "2026-06-30"
        project.similar = similar.map { count in
            (0..<count).map { SimilarProject(id: "p\($0)", title: "P", similarity: 0.5, words: [], dataSources: []) }
        }
        return try #require(project.assessed(on: day).shelving)
    }

    private func notMet(_ ids: some Sequence<String>) -> [String: Answer] {
        Dictionary(ids.map { ($0, ProjectOnFile.notMet) }, uniquingKeysWith: { first, _ in first })
    }

    /// Each item by itself raises its sign and no other; "partly" is enough not to.
    @Test func eachItemRaisesItsSign() throws {
        let rule = try #require(try ShippedPlan.get().plan.shelving)
        #expect(Set(rule.signs.map(\.id)) == Set(Self.signs.keys) && rule.signs.count == 11)
        for (sign, items) in Self.signs {
            for item in items {
                #expect(try assessed(notMet([item])).seen.map(\.sign.id) == [sign], "\(item)")
                let half = Answer(.option(position: 1))
                #expect(try assessed([item: half]).seen.isEmpty, "\(item)")
            }
            let all = Dictionary(uniqueKeysWithValues: items.map { ($0, ProjectOnFile.met) })
            #expect(try assessed(all).signs.first { $0.sign.id == sign }?.isSeen == false, "\(sign)")
        }
    }

    /// Nobody is accused of what is not known.
    @Test func unknownAnswersNeverRaiseASign() throws {
        for answer: Answer? in [ProjectOnFile.notKnown, ProjectOnFile.notApplicable, nil] {
            var answers: [String: Answer] = ["J1.01": ProjectOnFile.met]
            for id in Self.signs.values.joined() { answers[id] = answer }
            let assessed = try assessed(answers, similar: nil)
            #expect(assessed.seen.isEmpty && assessed.level.id == "low")
            #expect(assessed.signs.allSatisfy { $0.isSeen == nil })
        }
        // One of two items is enough to see a sign, but not to rule it out.
        #expect(try assessed(["J1.06": ProjectOnFile.met]).signs.first { $0.sign.id == "usersAbsent" }?.isSeen == nil)
        #expect(
            try assessed(["J1.06": ProjectOnFile.notMet]).signs.first { $0.sign.id == "usersAbsent" }?.isSeen == true)
    }

    @Test(arguments: [(0, "low"), (1, "low"), (2, "low"), (3, "medium"), (4, "medium"), (5, "high"), (6, "high")])
    func theNumberOfSigns(_ count: Int, _ level: String) throws {
        let assessed = try assessed(notMet(Self.ordinary.prefix(count)))
        #expect(assessed.seen.count == count && assessed.level.id == level)
    }

    @Test(arguments: ["M03", "J6.09", "J1.04"])
    func withoutMaintainerOrOwnerItIsHigh(_ item: String) throws {
        #expect(try assessed(notMet([item])).level.id == "high")
    }

    @Test func aProjectThatLooksAlikeIsASign() throws {
        let met: [String: Answer] = ["M12": ProjectOnFile.met]
        #expect(try assessed(met, similar: 0).signs.first { $0.sign.id == "duplicateFound" }?.isSeen == false)
        #expect(try assessed(met, similar: 1).seen.map(\.sign.id) == ["duplicateFound"])
        #expect(try assessed(met, similar: nil).signs.first { $0.sign.id == "duplicateFound" }?.isSeen == nil)
    }

    /// Days from the last change of any answer, which here is the first of January 2026.
    @Test(arguments: [
        ("2026-01-01", 0, "low"), ("2026-06-30", 180, "low"), ("2026-07-01", 181, "medium"),
        ("2027-01-01", 365, "medium"), ("2027-01-02", 366, "high"),
    ])
    func howLongItHasNotMoved(_ day: String, _ days: Int, _ level: String) throws {
        var project = try ProjectOnFile()
        project.completed = "2025-12-24"
        project.answers = [
            "J1.01": Answer(.option(position: 2), evidence: Evidence("Note", date: "2026-01-01")),
            "J1.03": Answer(.dontKnow),
        ]
        let shelving = try #require(project.assessed(on: day).shelving)
        #expect(shelving.daysSinceLastChange == days && shelving.level.id == level)
        #expect(shelving.lastChange == "2026-01-01")
    }

    @Test func withoutADayNobodyKnowsHowLong() throws {
        let undated = try ProjectOnFile().with {
            $0.answers = ["J1.01": Answer(.option(position: 2))]
            $0.completed = nil
        }
        #expect(
            undated.assessed().shelving?.daysSinceLastChange == nil && undated.assessed().shelving?.level.id == "low")
        #expect(try assessed([:], on: nil).daysSinceLastChange == nil)
    }

    @Test func itSaysThatItIsNotCalibrated() throws {
        let rule = try #require(try ShippedPlan.get().plan.shelving)
        #expect(rule.description?.contains("not been calibrated") == true)
        #expect(rule.signs.allSatisfy { !$0.remedy.isEmpty })
        #expect(rule.levels.map(\.id) + [rule.otherwise.id] == ["high", "medium", "low"])
    }
}
