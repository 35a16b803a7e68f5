import Assessments
import JSON
import Questionnaires
import Reports
import Responses

/// Answers to another questionnaire that a report sets beside its own.
struct LoadedCompanion {
    let questionnaire: LoadedQuestionnaire
    let files: WorkspaceFolder.LoadedWave
    /// What is wrong with what the definition says about it.
    let findings: [Finding]

    var id: String { questionnaire.questionnaire.id }

    var leftOut: [Provenance.LeftOut] {
        files.invalid.map { Provenance.LeftOut(file: Path.join(id, $0.file), reason: $0.reason) }
    }

    var lines: [Provenance.Lines] {
        files.lines.map { Provenance.Lines(file: Path.join(id, $0.file), digest: $0.digest) }
    }

    var provenance: Provenance.Companion {
        Provenance.Companion(
            questionnaire: id, questionnaireDigest: questionnaire.digest, answersDigest: files.digest)
    }
}

extension WorkspaceFolder {
    /// The companions of a questionnaire that were answered in a wave, each once; what was not answered is not read.
    func loadCompanions(of main: LoadedQuestionnaire, wave: String) throws(CommandFailure) -> [LoadedCompanion] {
        var loaded: [LoadedCompanion] = []
        for companion in main.questionnaire.presentation?.companions ?? [] {
            let id = companion.questionnaire
            guard !loaded.contains(where: { $0.id == id }), let folder = companionAnswers(to: id, wave: wave) else {
                continue
            }
            let questionnaire = try builtIn.questionnaire(id)
            let files = try load(folder, questionnaire: questionnaire.questionnaire)
            guard !files.isEmpty else { continue }
            loaded.append(
                LoadedCompanion(
                    questionnaire: questionnaire, files: files,
                    findings: main.companionFindings(among: nil, against: [id: questionnaire.questionnaire])))
        }
        return loaded
    }

    /// Where a companion's answers stand: beside those of another questionnaire, the workspace's own is the companion.
    private func companionAnswers(to id: String, wave: String) -> AnswersFolder? {
        id == record.questionnaire ? ownAnswers(wave: wave) : furtherAnswers(to: id, wave: wave)
    }

    /// Assesses the answers to each companion by themselves; where none is valid there is nothing to show.
    func assess(
        _ companions: [LoadedCompanion], of questionnaire: Questionnaire
    ) throws(CommandFailure) -> [CompanionAssessment] {
        var result: [CompanionAssessment] = []
        for companion in questionnaire.presentation?.companions ?? [] {
            guard let loaded = companions.first(where: { $0.id == companion.questionnaire }),
                let wave = loaded.files.wave, loaded.files.cohort.count > 0
            else { continue }
            do throws(AssessmentProblem) {
                result.append(
                    try CompanionAssessment(
                        companion, loaded.files.cohort, workspace: record.about(loaded.id), wave: wave))
            } catch {
                throw .invalidInput([], summary: WorkspaceFolder.explanation(of: error, in: loaded.files.folder))
            }
        }
        return result
    }
}
