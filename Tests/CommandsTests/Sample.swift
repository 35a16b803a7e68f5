import Foundation
import Questionnaires

@testable import Commands

/// A workspace with a wave of answers to the questionnaire that is shipped.
enum Sample {
    static let folder = "office"
    static let wave = "office/waves/2026"

    static let record = """
        {"formatVersion": 1, "organisation": "Statistics Merrow", "questionnaire": "ml-maturity", "language": "en",
        "targets": {"technology": 0.5}, "sharing": {"comments": true}}
        """

    static func waveRecord(_ collection: String = "survey") -> String {
        #"{"formatVersion": 1, "id": "2026", "collection": "\#(collection)", "invited": {"it": 5}}"#
    }

    /// A response in which every item has the same option, with some answers put in place of these.
    static func response(
        _ respondent: String, role: String = "it", option: String = "2", answers: [String: String] = [:]
    ) -> String {
        let all = items.map { #""\#($0)": \#(answers[$0] ?? "\"\(option)\"")"# }
        return """
            {"formatVersion": 1, "questionnaire": "ml-maturity", "questionnaireVersion": "\(version)", "wave": "2026",
            "respondent": "\(respondent)", "role": "\(role)", "answers": {
            \(all.joined(separator: ",\n"))
            }}
            """
    }

    static var items: [String] { questionnaire?.items.map(\.id) ?? [] }
    static var version: String { questionnaire?.version ?? "" }

    static let questionnaire = try? BuiltInFiles(
        context: CommandContext(files: MemoryFileSystem(), console: MemoryConsole()), workspace: nil
    ).questionnaire("ml-maturity").questionnaire

    /// The files of the workspace: four respondents, most of whom find that software stops their work.
    static var texts: [String: String] {
        [
            "office/waymark.json": record, "\(wave)/wave.json": waveRecord(),
            "\(wave)/responses/r-01.json": response("r-01", answers: ["TB2": "\"4\""]),
            "\(wave)/responses/r-02.json": response("r-02", option: "3", answers: ["TB2": "\"4\""]),
            "\(wave)/responses/r-03.json": response("r-03", role: "dataScience", answers: ["TB2": "\"4\""]),
            "\(wave)/responses/r-04.json": response("r-04", role: "leadership", option: "1"),
        ]
    }

    static func files() -> MemoryFileSystem { MemoryFileSystem(texts) }
}
