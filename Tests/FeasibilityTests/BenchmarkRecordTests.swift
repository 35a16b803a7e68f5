import JSON
import Testing

@testable import Feasibility

@Suite struct BenchmarkRecordTests {
    private func text(_ changes: [String: String] = [:]) -> String {
        let members = [
            "$schema": "\"s\"", "formatVersion": "1", "hostId": "\"office-1\"", "accelerator": "\"none\"",
            "memoryGB": "16", "workloadId": "\"coding\"", "workloadVersion": "\"1\"", "task": "\"train\"",
            "n": "50000", "seconds": "9.5", "peakMemoryMB": "300", "repetitions": "5", "date": "\"2026-05-02\"",
            "toolVersion": "\"1.0\"", "extrapolation": "2", "windowSeconds": "3600", "memoryLimitMB": "1000",
            "required":
                "{\"seconds\": 35, \"lowerSeconds\": 30.1, \"upperSeconds\": 41.2, \"peakMemoryMB\": 800}",
        ].merging(changes) { $1 }
        return "{"
            + members.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\"\($0.key)\": \($0.value)" }.joined(separator: ",\n") + "}"
    }

    @Test func everythingIsTakenOver() throws {
        let root = try reader(of: text())
        let record = try #require(BenchmarkRecord.decode(root))
        #expect(root.found == [])
        #expect(record.hostID == "office-1" && record.accelerator == "none" && record.memoryGB == 16)
        #expect(record.workloadID == "coding" && record.workloadVersion == "1" && record.task == .train)
        #expect(record.size == 50000 && record.seconds == 9.5 && record.peakMemoryMB == 300 && record.repetitions == 5)
        #expect(record.date == "2026-05-02" && record.toolVersion == "1.0" && record.extrapolation == 2)
        #expect(record.windowSeconds == 3600 && record.memoryLimitMB == 1000)
        #expect(record.required?.seconds == Interval(lower: 30.1, middle: 35, upper: 41.2))
        #expect(record.required?.peakMemoryMB == 800)
    }

    @Test(arguments: [true, false])
    func whatIsWrittenReadsBack(isFull: Bool) throws {
        let changes = isFull ? [:] : ["required": "", "extrapolation": "", "windowSeconds": "", "memoryLimitMB": ""]
        let record = try #require(BenchmarkRecord.decode(try reader(of: text(changes))))
        let written = record.json(schema: "../schemas/benchmark.schema.json").canonicalText()
        let back = try #require(BenchmarkRecord.decode(try reader(of: written)))
        #expect(back == record)
        #expect(back.json(schema: "../schemas/benchmark.schema.json").canonicalText() == written)
    }

    @Test(arguments: [
        "formatVersion", "hostId", "accelerator", "memoryGB", "workloadId", "workloadVersion", "task", "n", "seconds",
        "peakMemoryMB", "repetitions", "date", "toolVersion",
    ])
    func requiredKeyIsMissed(key: String) throws {
        let root = try reader(of: text([key: ""]))
        #expect(BenchmarkRecord.decode(root) == nil)
        #expect(root.found == ["error: $: the key \"\(key)\" is missing; add it"])
    }

    /// Nothing is passed over: whatever is null is reported where it stands.
    @Test(arguments: [
        "$schema", "formatVersion", "hostId", "accelerator", "memoryGB", "workloadId", "workloadVersion", "task", "n",
        "seconds", "peakMemoryMB", "repetitions", "date", "toolVersion", "required", "extrapolation", "windowSeconds",
        "memoryLimitMB",
    ])
    func everyValueIsRead(key: String) throws {
        let root = try reader(of: text([key: "null"]))
        #expect(BenchmarkRecord.decode(root) == nil)
        let path = key.hasPrefix("$") ? "$['\(key)']" : "$.\(key)"
        #expect(root.findings.list.map(\.path) == [path])
    }

    @Test(arguments: [
        (
            "date", "\"2026-02-30\"",
            "error: $.date: \"2026-02-30\" is not a date; write year-month-day, as in 2026-03-31"
        ),
        ("task", "\"trian\"", "error: $.task: \"trian\" is not known here; did you mean \"train\"?"),
        (
            "windowSecond", "5",
            "error: $.windowSecond: the key \"windowSecond\" is not known here; did you mean \"windowSeconds\"?"
        ),
        ("n", "0", "error: $.n: 0 is not a whole number in range; write a whole number from 1 to 1000000000000"),
        (
            "required", "{\"seconds\": 35, \"lowerSeconds\": 36, \"upperSeconds\": 41, \"peakMemoryMB\": 1}",
            "error: $.required: the seconds are not in order; write \"lowerSeconds\" ≤ \"seconds\" ≤ \"upperSeconds\""
        ),
        (
            "extrapolation", "",
            "error: $: the key \"extrapolation\" is missing beside \"required\"; add it: how many times the largest "
                + "measured size the workload is, 1 where it was measured itself"
        ),
    ])
    func mistakes(key: String, value: String, finding: String) throws {
        let root = try reader(of: text([key: value]))
        #expect(BenchmarkRecord.decode(root) == nil)
        #expect(root.found == [finding])
    }

    @Test func theVerdictFollowsTheMethod() throws {
        func standing(_ changes: [String: String], today: String = "2026-05-03") throws -> Standing? {
            let record = try #require(BenchmarkRecord.decode(try reader(of: text(changes))))
            return record.verdict(today: today, rules: Shipped.rules)?.standing
        }
        #expect(try standing([:]) == .met)
        #expect(try standing([:], today: "2027-05-02") == .met)
        #expect(try standing([:], today: "2027-05-03") == .partly)
        #expect(try standing(["extrapolation": "3"]) == .partly)
        #expect(try standing(["extrapolation": "11"]) == .notMet)
        #expect(try standing(["windowSeconds": "41.2"]) == .met)
        #expect(try standing(["windowSeconds": "41.1"]) == .notMet)
        #expect(try standing(["memoryLimitMB": "999"]) == .partly)
        #expect(try standing(["memoryLimitMB": "799"]) == .notMet)
        #expect(try standing(["memoryLimitMB": ""]) == .met)
        #expect(try standing(["windowSeconds": ""]) == nil)
        #expect(try standing(["required": "", "extrapolation": ""]) == nil)
    }
}
