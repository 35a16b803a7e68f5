import Assessments
import Projects
import Questionnaires
import Reports
import Responses
import Scoring

extension WorkspaceFolder {
    /// The files of projects, for the report on their organisation.
    struct ReadProjects {
        fileprivate let definition: ProjectDefinition
        fileprivate let projects: [(id: String, project: LoadedProject)]
    }

    /// Reads the projects; nothing where there are none.
    ///
    /// A project that has problems, or a plan that cannot be used, is no reason not to report on the organisation.
    func readProjects() throws(CommandFailure) -> ReadProjects? {
        let ids = try projectIDs()
        guard !ids.isEmpty else { return nil }
        let definition: ProjectDefinition
        do throws(CommandFailure) {
            definition = try builtIn.projectDefinition(record.projectQuestionnaire)
        } catch {
            context.note("The projects are left out of the report, because their questionnaire cannot be used")
            return nil
        }
        var projects: [(id: String, project: LoadedProject)] = []
        for id in ids { projects.append((id, try loadProject(id, definition))) }
        return ReadProjects(definition: definition, projects: projects)
    }

    /// The projects as an assessment of their organisation tells of them.
    func projects(_ read: ReadProjects, of assessment: Assessment) -> OrganisationProjects {
        let definition = read.definition
        let asOf = assessment.scores.asOf
        var loaded: [(files: ProjectFiles, digest: String)] = []
        var later: [String] = []
        var leftOut: [String] = []
        for (id, project) in read.projects {
            guard let files = project.files, !project.hasErrors else {
                context.note("The project \(id) has problems and is left out of the report; see 'waymark check'")
                leftOut.append(id)
                continue
            }
            if let asOf, let started = files.record.started, started > asOf {
                later.append(id)
            } else {
                loaded.append((files: files, digest: project.digest))
            }
        }
        let portfolio = LoadedPortfolio(
            definition: definition,
            organisation: OrganisationStanding(name: assessment.subject, scores: assessment.scores), projects: loaded,
            asOf: asOf, similar: definition.plan.similarity?.similar(among: loaded.map(\.files.record)) ?? [:])
        return OrganisationProjects(
            Portfolio(portfolio.assessments()), later: later, leftOut: leftOut,
            questionnaireDigest: definition.loaded.digest,
            answersDigest: Listing.digest(of: loaded.map { ($0.files.record.id, Array($0.digest.utf8)) }))
    }
}
