public import Questionnaires
public import Responses

/// What another questionnaire says about the same subject, to be set beside a member.
///
/// It enters no figure of the assessment it stands in, and its respondents are never matched with those of the other.
public struct CompanionAssessment: Sendable {
    public let companion: Presentation.Companion
    public let questionnaire: Questionnaire
    public let wave: Wave
    public let result: Result

    public enum Result: Sendable {
        case assessed(Assessment)
        /// A survey of fewer people than may be shown.
        case tooFew(needed: Int)
    }

    /// Assesses the answers to the other questionnaire by themselves.
    ///
    /// - Throws: ``AssessmentProblem`` where there are no responses, or too many for the way of collection.
    public init(
        _ companion: Presentation.Companion, questionnaire: Questionnaire, workspace: Workspace, wave: Wave,
        responses: [Response]
    ) throws(AssessmentProblem) {
        var cohort = Cohort(questionnaire, sharing: workspace.sharing)
        for response in responses { cohort.add(response) }
        try self.init(companion, cohort, workspace: workspace, wave: wave)
    }

    /// Assesses by themselves what the answers to the other questionnaire say together.
    ///
    /// - Throws: ``AssessmentProblem`` where there are no responses, or too many for the way of collection.
    public init(
        _ companion: Presentation.Companion, _ cohort: Cohort, workspace: Workspace, wave: Wave
    ) throws(AssessmentProblem) {
        self.companion = companion
        questionnaire = cohort.questionnaire
        self.wave = wave
        do throws(AssessmentProblem) {
            result = .assessed(
                try Assessment(cohort, workspace: workspace, wave: wave, measuresStability: false))
        } catch {
            guard case .tooFewForSurvey(_, let needed) = error else { throw error }
            result = .tooFew(needed: needed)
        }
    }

    /// The assessment; nothing where too few people answered.
    public var assessment: Assessment? {
        if case .assessed(let assessment) = result { return assessment }
        return nil
    }
}
