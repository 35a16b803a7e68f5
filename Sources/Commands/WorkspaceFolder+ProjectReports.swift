import Projects
import Questionnaires
import Reports

/// The texts of reports about projects, each with the name of its file.
extension WorkspaceFolder {
    func texts(_ report: PortfolioReport, _ formats: [ProjectFormat]) throws -> [(name: String, text: String)] {
        try formats.map { format in
            let text =
                switch format {
                case .html: try builtIn.htmlRendering { theme throws(ReportFailure) in try report.html(theme: theme) }
                case .markdown: try builtIn.rendering(report.markdown)
                case .json: report.json()
                }
            return ("portfolio.\(format.rawValue)", text)
        }
    }

    func texts(_ report: ProjectReport, _ formats: [ProjectFormat]) throws -> [(name: String, text: String)] {
        try formats.map { format in
            let text =
                switch format {
                case .html: try builtIn.htmlRendering { theme throws(ReportFailure) in try report.html(theme: theme) }
                case .markdown: try builtIn.rendering(report.markdown)
                case .json: report.json()
                }
            return ("\(report.assessment.record.id).\(format.rawValue)", text)
        }
    }

    func texts(_ draft: BusinessCaseReport, _ formats: [ProjectFormat]) throws -> [(name: String, text: String)] {
        try formats.map { format in
            let text =
                format == .html
                ? try builtIn.htmlRendering { theme throws(ReportFailure) in try draft.html(theme: theme) }
                : try builtIn.rendering(draft.markdown)
            return ("\(draft.project)-business-case.\(format.rawValue)", text)
        }
    }
}

extension WorkspaceFolder.LoadedPortfolio {
    /// The project that shows best what a business case is for: one whose next stage the organisation stops, else the
    /// first.
    func exampleForBusinessCase() -> String? {
        let assessments = assessments()
        let stopped = assessments.first { project in
            project.next?.inherited.contains(where: \.stops) ?? false
        }
        return (stopped ?? assessments.first)?.record.id
    }
}
