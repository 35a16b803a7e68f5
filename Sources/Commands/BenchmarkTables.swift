import Feasibility
import JSON

/// The rules and published figures that the benchmark judges by.
struct BenchmarkTables: Sendable {
    let rules: FeasibilityRules
    let families: ModelFamilies

    private static let folder = "questionnaires/hardware/"

    init(_ builtIn: BuiltInFiles) throws(CommandFailure) {
        rules = try BenchmarkTables.read("feasibility.json", builtIn, FeasibilityRules.decode)
        families = try BenchmarkTables.read("modelFamilies.json", builtIn, ModelFamilies.decode)
    }

    private static func read<Value>(
        _ name: String, _ builtIn: BuiltInFiles, _ decode: (JSONReader) -> Value?
    ) throws(CommandFailure) -> Value {
        guard let found = try builtIn.file(folder + name) else {
            throw .defect("\(folder)\(name) is not in the program")
        }
        let reader = JSONReader(try JSONFile.parse(found.bytes, name: found.name), file: found.name)
        guard let value = decode(reader) else {
            throw .invalidInput(reader.findings.list.sorted(), summary: "\(found.name) cannot be used")
        }
        return value
    }

    /// The workload of a project.
    func workload(_ path: String, _ context: CommandContext) throws(CommandFailure) -> Workload {
        let reader = JSONReader(try JSONFile.read(path, context), file: path)
        guard let workload = Workload.decode(reader, families: families) else {
            throw .invalidInput(reader.findings.list.sorted(), summary: "the workload cannot be used")
        }
        for finding in reader.findings.list where finding.severity == .warning { context.note("\(finding)") }
        return workload
    }
}
