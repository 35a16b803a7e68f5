import Foundation
import Questionnaires

@testable import Commands

/// A workspace with an organisation, four of whom answered, and projects.
enum ProjectSample {
    static let folder = "office/projects"

    static let questionnaire = try? BuiltInFiles(
        context: CommandContext(files: MemoryFileSystem(), console: MemoryConsole()), workspace: nil
    ).questionnaire("ml-project").questionnaire

    static func record(_ title: String, _ further: String = "") -> String {
        #"{"formatVersion": 1, "title": "\#(title)", "purpose": "To give codes to jobs faster."\#(further)}"#
    }

    /// A response that gives one answer to all points of the first stages.
    static func response(
        _ project: String, option: String = "met", stages: ClosedRange<Int> = 1...2, completed: String = "2026-05-01",
        respondent: String = "agreed"
    ) -> String {
        let ids = questionnaire?.items.map(\.id).filter { id in stages.contains { id.hasPrefix("J\($0).") } } ?? []
        return """
            {"formatVersion": 1, "questionnaire": "ml-project", "questionnaireVersion": "\(questionnaire?.version ?? "")",
            "project": "\(project)", "respondent": "\(respondent)", "role": "lead", "completed": "\(completed)",
            "answers": {\(ids.map { "\"\($0)\": \"\(option)\"" }.joined(separator: ",\n"))}}
            """
    }

    static let records = """
        {"formatVersion": 1, "conditions": [{"check": "J1.03", "ownerRole": "lead", "due": "2026-06-30"}]}
        """

    static func benchmark(_ upper: Int = 1000) -> String {
        """
        {"formatVersion": 1, "hostId": "node", "memoryGB": 16, "workloadId": "training", "date": "2026-05-02",
        "required": {"seconds": 900, "upperSeconds": \(upper), "peakMemoryMB": 1000}, "windowSeconds": 3600}
        """
    }

    static func files() -> MemoryFileSystem {
        let files = Sample.files()
        files["\(folder)/coding/project.json"] = record("Coding of jobs")
        files["\(folder)/coding/responses/agreed.json"] = response("coding")
        files["\(folder)/coding/records.json"] = records
        files["\(folder)/coding/benchmarks/may.json"] = benchmark()
        files["\(folder)/receipts/project.json"] = record("Receipts")
        files["\(folder)/receipts/responses/agreed.json"] = response("receipts", option: "partly", stages: 1...3)
        return files
    }
}
