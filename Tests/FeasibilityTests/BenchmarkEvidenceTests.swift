import JSON
import Testing

@testable import Feasibility

@Suite struct BenchmarkEvidenceTests {
    private func evidence(isFull: Bool) -> BenchmarkEvidence {
        BenchmarkEvidence(
            hostID: "office-1", memoryGB: 16, workloadID: "coding", workloadVersion: "1", task: .train, size: 50000,
            seconds: 9.5, peakMemoryMB: 300, repetitions: 5, date: "2026-05-02", toolVersion: "1.0",
            required: isFull
                ? .init(seconds: Interval(lower: 30.1, middle: 35, upper: 41.2), peakMemoryMB: 800) : nil,
            extrapolation: isFull ? 2 : nil, windowSeconds: isFull ? 3600 : nil, memoryLimitMB: isFull ? 1000 : nil)
    }

    @Test func everythingIsWritten() {
        let expected: JSONValue = [
            "$schema": "../s.json", "formatVersion": .integer(1), "hostId": "office-1", "accelerator": "none",
            "memoryGB": .number(16), "workloadId": "coding", "workloadVersion": "1", "task": "train",
            "n": .integer(50000), "seconds": .number(9.5), "peakMemoryMB": .number(300), "repetitions": .integer(5),
            "date": "2026-05-02", "toolVersion": "1.0",
            "required": [
                "seconds": .number(35), "lowerSeconds": .number(30.1), "upperSeconds": .number(41.2),
                "peakMemoryMB": .number(800),
            ],
            "extrapolation": .number(2), "windowSeconds": .number(3600), "memoryLimitMB": .number(1000),
        ]
        #expect(evidence(isFull: true).json(schema: "../s.json").canonicalText() == expected.canonicalText())
    }

    /// What is not known has no key.
    @Test func ofTheMachineAloneNothingIsRequired() {
        let text = evidence(isFull: false).json(schema: nil).canonicalText()
        for key in ["$schema", "required", "extrapolation", "windowSeconds", "memoryLimitMB"] {
            #expect(!text.contains("\"\(key)\""), "\(key)")
        }
    }
}
