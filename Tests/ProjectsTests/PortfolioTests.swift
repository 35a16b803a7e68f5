import Projects
import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

/// All projects side by side.
@Suite struct PortfolioTests {
    private func project(
        _ id: String, met stages: [Int] = [1], changed: String = "2026-06-01",
        organisation: [String: Int] = ["TB1": 4, "OB2": 3, "IB2": 3], _ change: (inout ProjectOnFile) -> Void = { _ in }
    ) throws -> ProjectAssessment {
        var project = try ProjectOnFile()
        project.id = id
        project.completed = changed
        project.organisation = try ProjectOnFile.organisation(organisation)
        for stage in stages {
            project.set(
                project.shipped.ids(stage),
                to: Answer(.option(position: 2), evidence: Evidence("Note", kind: .documented, date: changed)))
        }
        change(&project)
        return project.assessed()
    }

    private func override(_ blocker: String, _ stage: Int) -> Override {
        Override(blocker: blocker, stage: "stage\(stage)", evidence: "Own", date: "2026-01-01", byRole: "it")
    }

    /// Those that stop most come first, then those that set conditions for most; evidence against one is counted apart.
    @Test func theBlockersThatHoldBackMost() throws {
        let portfolio = Portfolio([
            try project("c", met: [1, 5]),
            try project("b") { $0.overrides = [self.override("TB1", 5), self.override("TB1", 6)] },
            try project("a", met: [1, 2]),
            // Whatever is over is held back by nothing.
            try project("d") { $0.outcome = ProjectRecord.Outcome(state: .shelved, date: "2026-01-01") },
        ])
        #expect(portfolio.projects.map(\.record.id) == ["a", "b", "c", "d"])
        #expect(portfolio.blockers.map(\.blocker) == ["IB2", "TB1", "OB2"])
        #expect(portfolio.blockers.map(\.stopped) == [["a", "b", "c"], ["a", "c"], []])
        #expect(portfolio.blockers.map(\.conditioned) == [[], ["b"], ["a", "b", "c"]])
        #expect(portfolio.blockers.map(\.overridden) == [[], ["b"], []])
        #expect(portfolio.blockers.first?.rating?.id == "3" && portfolio.blockers.first?.item?.id == "IB2")
    }

    /// Where as many are stopped and held up, the order of the definition decides.
    @Test func equalBlockersStandInTheOrderOfTheDefinition() throws {
        let portfolio = Portfolio([try project("a", met: [5], organisation: ["TB2": 3, "TB1": 3, "IB1": 4])])
        #expect(portfolio.blockers.map(\.blocker) == ["TB1", "TB2", "IB1"])
    }

    @Test func nothingHoldsBackWhatIsReady() throws {
        let ready = try project("a", met: [1, 2, 3, 4, 5, 6], organisation: [:])
        #expect(Portfolio([ready]).blockers.isEmpty && Portfolio([ready]).stuck.isEmpty)
        #expect(Portfolio([]).projects.isEmpty)
    }

    @Test func theLongestStuck() throws {
        let portfolio = Portfolio([
            try project("new", changed: "2026-06-20"), try project("old", changed: "2025-06-20"),
            try project("older", changed: "2024-06-20"), try project("alsoOld", changed: "2025-06-20"),
            try project("over", changed: "2020-01-01") {
                $0.outcome = ProjectRecord.Outcome(state: .stopped, date: "2020-01-02")
            },
            try project("live", changed: "2023-01-01") {
                $0.outcome = ProjectRecord.Outcome(state: .live, date: "2023-01-02")
            },
            try project("silent", met: []),
        ])
        #expect(portfolio.stuck.map(\.record.id) == ["live", "older", "alsoOld", "old", "new"])
    }

    /// Each pair once, by the id that comes first, the most alike at the top.
    @Test func pairsThatLookAlike() throws {
        func other(_ id: String, _ similarity: Double) -> SimilarProject {
            SimilarProject(id: id, title: id, similarity: similarity, words: ["w"], dataSources: [])
        }
        let portfolio = Portfolio([
            try project("b") { $0.similar = [other("c", 0.9), other("a", 0.5)] },
            try project("a") { $0.similar = [other("b", 0.5), other("c", 0.5)] },
            try project("c") { $0.similar = [other("b", 0.9), other("a", 0.5)] },
        ])
        #expect(portfolio.duplicates.map { "\($0.first) \($0.second.id)" } == ["b c", "a b", "a c"])
        #expect(portfolio.project("b")?.record.id == "b" && portfolio.project("d") == nil)
    }

    @Test func theOrderOfProjectsDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 9)
        let projects = try (0..<8).map { number in
            try project("p\(number)", met: Array(1...(1 + number % 5)), changed: "2026-0\(1 + number % 3)-01") {
                if number % 3 == 0 { $0.overrides = [self.override("TB1", 5)] }
            }
        }
        func summary(_ portfolio: Portfolio) -> String {
            let blockers = portfolio.blockers.map { "\($0.blocker) \($0.stopped) \($0.conditioned) \($0.overridden)" }
            return "\(portfolio.projects.map(\.record.id)) \(blockers) \(portfolio.stuck.map(\.record.id))"
        }
        let expected = summary(Portfolio(projects))
        for _ in 0..<10 { #expect(summary(Portfolio(projects.shuffled(using: &generator))) == expected) }
    }
}
