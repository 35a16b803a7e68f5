import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// What has to be done first, and by whom.
@Suite struct ProjectActionTests {
    private func actions(_ project: ProjectOnFile) -> [String] {
        project.assessed().actions.map { "\($0.kind) \($0.matter.summary) \($0.actor)" }
    }

    /// What has lapsed comes first wherever it is; then what stops the next stage; then what is open in it; then the
    /// others.
    @Test func theOrder() throws {
        var project = try ProjectOnFile(met: 1, 2, 3, 4, 5, 6)
        project.organisation = try ProjectOnFile.organisation(["OB2": 3])
        project.answers["J2.06"] = ProjectOnFile.notMet
        project.answers["J2.01"] = ProjectOnFile.partly
        project.answers["J2.10"] = ProjectOnFile.partly
        project.conditions = [
            AgreedCondition(about: .check("J6.02"), action: "A", ownerRole: "it", due: "2026-06-01"),
            AgreedCondition(about: .check("J2.01"), action: "B", ownerRole: "methodology", due: "2026-12-01"),
        ]
        #expect(
            actions(project) == [
                "catchUp agreed check(\"J6.02\") role(\"it\")", "settle point J2.06 role(\"subjectMatter\")",
                "promise point J2.10 role(\"it\")", "finish point J2.01 role(\"methodology\")",
                "promise inherited OB2 role(\"lead\")", "promise inherited OB2 role(\"lead\")",
            ])
        #expect(project.assessed().actions.map(\.matter.stage) == [6, 2, 2, 2, 1, 4].map { "stage\($0)" })
        #expect(project.assessed().actions.map(\.due) == ["2026-06-01", nil, nil, "2026-12-01", nil, nil])
    }

    /// A stop of the organisation is not the project's to lift, whoever was to look after it.
    @Test func whatTheOrganisationStopsIsEscalated() throws {
        var project = try ProjectOnFile(met: 1, 2, 3, 4, 5, 6)
        project.organisation = try ProjectOnFile.organisation(["TB1": 3])
        project.conditions = [
            AgreedCondition(about: .blocker("TB1", stage: "stage5"), ownerRole: "lead", due: "2026-12-01")
        ]
        #expect(actions(project).first == "escalate inherited TB1 organisation")
    }

    @Test func whatIsNotProven() throws {
        var project = try ProjectOnFile(met: 1, 2, 3, 4, 5, 6)
        project.answers["J5.01"] = Answer(.option(position: 2))
        #expect(actions(project) == ["prove unproven J5.01 role(\"it\")"])
    }

    /// Shoulds that are too low together are one thing to do.
    @Test func whatIsWeighedIsRaised() throws {
        var project = try ProjectOnFile(met: 1, 2, 3, 4, 5, 6)
        project.set(project.shipped.ids(1, "should"), to: ProjectOnFile.notMet)
        #expect(project.assessed().actions.map(\.kind) == [.raise])
        #expect(project.status(1) == "notReady")
    }
}
