import Mustache
import Projects

/// The draft of a business case: what is known, and what still has to be written.
public struct BusinessCaseReport: Sendable {
    let report: ProjectReport
    let plan: BusinessCasePlan

    /// The id of the project.
    public var project: String { report.assessment.record.id }

    /// The draft in Markdown (CommonMark with tables).
    public func markdown() throws(ReportFailure) -> String {
        try report.typesetter.set("business-case.md", escaping: .markdown) {
            BusinessCaseModel(self, setting: PageSetting($0)).values()
        }
    }

    /// The draft as one HTML page that asks for nothing else.
    public func html(theme: Theme) throws(ReportFailure) -> String {
        try report.typesetter.set("business-case.html", escaping: .visibleHTML) {
            BusinessCaseModel(self, setting: PageSetting($0, theme: theme)).values()
        }
    }
}

extension ProjectReport {
    /// The draft of the project's business case; nothing where the plan says nothing about business cases.
    public var businessCase: BusinessCaseReport? {
        assessment.plan.businessCase.map { BusinessCaseReport(report: self, plan: $0) }
    }
}
