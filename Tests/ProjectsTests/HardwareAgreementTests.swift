import Feasibility
import Foundation
import JSON
import Testing

@testable import Projects

/// What the benchmark says of a machine and what the assessment of a project makes of the same measurement: two files
/// hold the limits, `hardware/feasibility.json` and `ml-project/readiness.json`, and they have to agree.
@Suite struct HardwareAgreementTests {
    private static func rules() throws -> FeasibilityRules {
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = "questionnaires/hardware/feasibility.json"
        let document = try JSONDocument(parsing: [UInt8](Data(contentsOf: package.appendingPathComponent(path))))
        return try #require(FeasibilityRules.decode(JSONReader(document, file: path)))
    }

    @Test func bothJudgeAlike() throws {
        let rules = try Self.rules()
        let rule = try #require(ShippedPlan.get().plan.hardware)
        let today = "2026-06-01"
        var seen: Set<String> = []
        for time in [0.5, 1, 1.01] {
            for memory in [0.5, 0.8, 0.81, 1, 1.01] {
                for extrapolation in [1, 2.99, 3, 10, 10.5] {
                    for day in ["2026-06-01", "2025-06-02", "2025-06-01", "2025-05-31"] {
                        let seconds = Interval(lower: 1, middle: 2, upper: 1000 * time)
                        let evidence = BenchmarkEvidence(
                            hostID: "a", memoryGB: 16, workloadID: "w", workloadVersion: "1", task: .train, size: 1000,
                            seconds: 1, peakMemoryMB: 1, repetitions: 1, date: day, toolVersion: "1",
                            required: .init(seconds: seconds, peakMemoryMB: 8000 * memory),
                            extrapolation: extrapolation, windowSeconds: 1000, memoryLimitMB: 8000)
                        let verdict = try #require(
                            Verdict(
                                [
                                    NeedEvidence(
                                        .time, required: seconds, available: 1000, extrapolation: extrapolation),
                                    NeedEvidence(
                                        .memory, required: Interval(8000 * memory), available: 8000,
                                        extrapolation: extrapolation),
                                ], measured: day, today: today, rules: rules))
                        let text = evidence.json(schema: nil).canonicalText()
                        let reader = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "benchmark.json")
                        let record = try #require(BenchmarkRecord.decode(reader), "\(reader.findings.list)")
                        let finding = try #require(rule.finding([record], changes: [:], on: today))
                        #expect(
                            finding.result.rawValue == verdict.standing.rawValue,
                            "\(time) \(memory) \(extrapolation) \(day)")
                        seen.insert(finding.result.rawValue)
                    }
                }
            }
        }
        #expect(seen == ["met", "partly", "notMet"])
    }
}
