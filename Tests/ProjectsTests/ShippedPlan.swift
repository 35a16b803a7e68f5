import Foundation
import JSON
import Projects
import Questionnaires

/// The questionnaire on projects that is shipped, its plan, and the questionnaire of the organisation.
struct ShippedPlan: Sendable {
    let questionnaire: Questionnaire
    let plan: ReadinessPlan
    let organisation: Questionnaire

    static let folder = ShippedRule.package.appendingPathComponent("questionnaires")

    private static let read = Result { try ShippedPlan() }

    /// Read once, since all tests need it.
    static func get() throws -> ShippedPlan { try read.get() }

    private init() throws {
        questionnaire = try Self.questionnaire("ml-project")
        organisation = try Self.questionnaire("ml-maturity")
        let decoded = ReadinessPlan.decode(try Self.files(), questionnaire: questionnaire, organisation: organisation)
        plan = try Self.sound(decoded.plan, decoded.findings)
    }

    /// The files of the plan, in the order in which the definition names them.
    static func files() throws -> [DefinitionFile] {
        let main = try document("ml-project/questionnaire.json")
        return try Questionnaire.readinessNames(of: main).map {
            DefinitionFile(name: $0, document: try document("ml-project/\($0)"))
        }
    }

    static func document(_ path: String) throws -> JSONDocument {
        try JSONDocument(parsing: [UInt8](Data(contentsOf: folder.appendingPathComponent(path))))
    }

    private static func questionnaire(_ id: String) throws -> Questionnaire {
        let main = DefinitionFile(name: id, document: try document("\(id)/questionnaire.json"))
        let parts = try Questionnaire.partNames(of: main.document).map {
            DefinitionFile(name: $0, document: try document("\(id)/\($0)"))
        }
        let decoded = Questionnaire.decode(main: main, parts: parts)
        return try sound(decoded.questionnaire, decoded.findings)
    }

    private static func sound<Value>(_ value: Value?, _ findings: [Finding]) throws -> Value {
        guard let value else { throw Unreadable(description: "\(findings)") }
        return value
    }

    private struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    /// The points of a stage, perhaps only those of one kind.
    func ids(_ stage: Int, _ kind: String? = nil) -> [String] {
        plan.points.filter { $0.ancestors.contains("stage\(stage)") }.filter {
            kind == nil || $0.tags["kind"] == kind.map { [$0] }
        }.map(\.id)
    }
}
