import Projects
import Testing

/// `benchmarks/*.json`: what they may say, and what is wrong with them.
@Suite struct BenchmarkRecordDecodingTests {
    private static let full = [
        ("formatVersion", "1"), ("hostId", "\"node-1\""), ("accelerator", "\"none\""), ("memoryGB", "16"),
        ("workloadId", "\"training\""), ("workloadVersion", "\"1\""), ("n", "200000"), ("seconds", "41.2"),
        ("peakMemoryMB", "900"), ("repetitions", "5"), ("date", "\"2026-05-02\""), ("toolVersion", "\"1.1.0\""),
        ("required", #"{"seconds": 35.5, "lowerSeconds": 30, "upperSeconds": 41, "peakMemoryMB": 950}"#),
        ("windowSeconds", "3600"), ("memoryLimitMB", "12000"), ("extrapolation", "4"), ("task", "\"train\""),
    ]

    private func decode(_ changes: [String: String?]) throws -> (value: BenchmarkRecord?, findings: [String]) {
        try ProjectFileText.decode(ProjectFileText.object(Self.full, changes), BenchmarkRecord.decode)
    }

    @Test func everythingIsRead() throws {
        let (record, findings) = try decode([:])
        #expect(findings == [])
        let expected = BenchmarkRecord(
            host: "node-1", accelerator: "none", memoryGB: 16, workload: "training", date: "2026-05-02", seconds: 35.5,
            upperSeconds: 41, peakMemoryMB: 950, windowSeconds: 3600, memoryLimitMB: 12_000, extrapolation: 4,
            file: "file.json")
        #expect(record == expected && record?.availableMemoryMB == 12_000)
    }

    /// Without a limit the memory of the machine counts; what is not said to be extrapolated was measured itself.
    @Test func whatMayBeLeftOut() throws {
        let changes = [
            "accelerator", "workloadVersion", "n", "seconds", "peakMemoryMB", "repetitions", "toolVersion",
            "memoryLimitMB", "extrapolation", "task",
        ]
        let (record, findings) = try decode(Dictionary(uniqueKeysWithValues: changes.map { ($0, nil) }))
        #expect(findings == [] && record?.availableMemoryMB == 16_000 && record?.extrapolation == 1)
    }

    @Test(
        arguments: [
            ("hostId", nil, "$: the key \"hostId\" is missing; add it"),
            ("memoryGB", nil, "$: the key \"memoryGB\" is missing; add it"),
            ("workloadId", nil, "$: the key \"workloadId\" is missing; add it"),
            ("date", nil, "$: the key \"date\" is missing; add it"),
            ("windowSeconds", nil, "$: the key \"windowSeconds\" is missing; add it"),
            ("required", nil, "$: the key \"required\" is missing; add it"),
            (
                "required", #"{"seconds": 1, "upperSeconds": 2}"#,
                "$.required: the key \"peakMemoryMB\" is missing; add it"
            ),
            (
                "required", #"{"seconds": 1, "peakMemoryMB": 2}"#,
                "$.required: the key \"upperSeconds\" is missing; add it"
            ),
            (
                "required", #"{"seconds": 1, "upperSeconds": 1, "peakMemoryMB": 2, "memory": 3}"#,
                """
                $.required.memory: the key \
                \"memory\" is not known here; remove it; known keys are seconds, lowerSeconds, upperSeconds, peakMemoryMB
                """
            ),
            ("memoryGB", "-1", "$.memoryGB: -1 is out of range; write a number from 0 to 1000000000000000"),
            ("windowSeconds", "\"1 h\"", "$.windowSeconds: this is a text, not a number; write a number"),
            ("n", "\"many\"", "$.n: this is a text, not a number; write a number"),
            ("extrapolation", "null", "$.extrapolation: this is null, not a number; write a number"),
            ("task", "\"\"", "$.task: the text is empty; write the text, or leave the key out"),
            ("hostID", "\"x\"", "$.hostID: the key \"hostID\" is not known here; did you mean \"hostId\"?"),
            ("date", "\"May\"", "$.date: \"May\" is not a date; write year-month-day, as in 2026-03-31"),
        ] as [(String, String?, String)])
    func mistakes(_ key: String, _ value: String?, _ finding: String) throws {
        let (record, findings) = try decode([key: value])
        #expect(record == nil && findings == [finding])
    }
}
