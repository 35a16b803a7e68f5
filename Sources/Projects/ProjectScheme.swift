public import Questionnaires
import Scoring

/// By what many projects are judged, prepared once.
public struct ProjectScheme: Sendable {
    public let questionnaire: Questionnaire
    public let plan: ReadinessPlan
    let layout: MetricLayout
    let depth: Depth

    /// How much is worked out about a project.
    public enum Depth: Sendable {
        /// Where its stages stand and whether it looks like one that will be put aside.
        case standing
        /// Its risks and everything around it, too.
        case everything
    }

    public init(_ questionnaire: Questionnaire, plan: ReadinessPlan, depth: Depth) {
        self.questionnaire = questionnaire
        self.plan = plan
        self.depth = depth
        switch depth {
        case .everything: layout = MetricLayout(questionnaire)
        case .standing:
            let wanted = plan.stages.flatMap { stage in
                [plan.ownStatus, plan.share].map { "\(stage.id).\($0)" }
            }
            layout = MetricLayout(questionnaire, only: Set(wanted))
        }
    }
}
