import JSON
import Projects
import Questionnaires

/// By what the projects of a workspace are judged.
struct ProjectDefinition {
    let loaded: LoadedQuestionnaire
    let plan: ReadinessPlan

    var questionnaire: Questionnaire { loaded.questionnaire }
}

extension BuiltInFiles {
    /// The questionnaire about projects with its plan.
    ///
    /// - Parameter id: its id; where none is given, the only one there is, or the first by id.
    func projectDefinition(_ id: String?) throws(CommandFailure) -> ProjectDefinition {
        guard let id = id ?? questionnaireIDs().first(where: isAboutProjects) else {
            throw .missingInput("there is no questionnaire about projects; one names its plan under \"readiness\"")
        }
        let loaded = try questionnaire(id)
        guard !loaded.readiness.isEmpty else {
            throw .usage("the questionnaire \(id) is not about projects: it names no plan under \"readiness\"")
        }
        let decoded = try readinessPlan(loaded.readiness, of: loaded.questionnaire)
        guard let plan = decoded.plan else {
            throw .invalidInput(decoded.findings, summary: "the plan for projects cannot be used")
        }
        return ProjectDefinition(loaded: loaded, plan: plan)
    }

    /// Reads the plan that a questionnaire names.
    func readinessPlan(
        _ files: [DefinitionFile], of questionnaire: Questionnaire
    ) throws(CommandFailure) -> DecodedReadinessPlan {
        let known = questionnaireIDs()
        var organisation: Questionnaire?
        if let id = questionnaire.subjects.map(\.questionnaire).first(where: { known.contains($0) }) {
            organisation = try decode(id).result.questionnaire
        }
        return ReadinessPlan.decode(files, questionnaire: questionnaire, organisation: organisation)
    }

    /// Whether a questionnaire names a plan for projects; one that cannot be read does not.
    func isAboutProjects(_ id: String) -> Bool {
        guard let found = try? file("questionnaires/\(id)/questionnaire.json"),
            let document = try? JSONDocument(parsing: found.bytes)
        else { return false }
        return !Questionnaire.readinessNames(of: document).isEmpty
    }
}
