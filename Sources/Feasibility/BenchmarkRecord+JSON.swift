public import JSON

extension BenchmarkRecord {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    private static let keys = [
        "$schema", "formatVersion", "hostId", "accelerator", "memoryGB", "workloadId", "workloadVersion", "task", "n",
        "seconds", "peakMemoryMB", "repetitions", "date", "toolVersion", "required", "extrapolation", "windowSeconds",
        "memoryLimitMB",
    ]

    /// Reads a record.
    ///
    /// - Returns: nothing where the file has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> BenchmarkRecord? {
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let host = object.required("hostId")?.hardwareID()
        let accelerator = object.required("accelerator")?.text()
        let memory = object.required("memoryGB")?.number(in: 0.001...1e6)
        let workload = object.required("workloadId")?.hardwareID()
        let version = object.required("workloadVersion")?.text()
        let task = object.required("task")?.choice(Task.self)
        let size = object.required("n")?.integer(in: 1...1_000_000_000_000)
        let seconds = object.required("seconds")?.number(in: 0...1e9)
        let peak = object.required("peakMemoryMB")?.number(in: 0...1e9)
        let repetitions = object.required("repetitions")?.integer(in: 1...1_000_000)
        let date = object.required("date").flatMap(day)
        let tool = object.required("toolVersion")?.text()
        let required = object["required"].flatMap(required)
        let extrapolation = object["extrapolation"]?.number(in: 0.000001...1e9)
        let window = object["windowSeconds"]?.number(in: 0.001...1e9)
        let limit = object["memoryLimitMB"]?.number(in: 1...1e9)
        if object["required"] != nil && object["extrapolation"] == nil {
            reader.report(
                "the key \"extrapolation\" is missing beside \"required\"",
                "add it: how many times the largest measured size the workload is, 1 where it was measured itself")
        }
        guard let host, let accelerator, let memory, let workload, let version, let task, let size, let seconds,
            let peak, let repetitions, let date, let tool, !reader.findings.hasErrors
        else { return nil }
        return BenchmarkRecord(
            hostID: host, accelerator: accelerator, memoryGB: memory, workloadID: workload, workloadVersion: version,
            task: task, size: size, seconds: seconds, peakMemoryMB: peak, repetitions: repetitions, date: date,
            toolVersion: tool, required: required, extrapolation: extrapolation, windowSeconds: window,
            memoryLimitMB: limit)
    }

    private static func day(_ reader: JSONReader) -> String? {
        guard let text = reader.string() else { return nil }
        guard CalendarDay(text) != nil else {
            reader.report("\"\(text.prefix(40))\" is not a date", "write year-month-day, as in 2026-03-31")
            return nil
        }
        return text
    }

    private static func required(_ reader: JSONReader) -> Required? {
        let keys = ["seconds", "lowerSeconds", "upperSeconds", "peakMemoryMB"]
        guard let object = reader.object(keys: keys) else { return nil }
        let middle = object.required("seconds")?.number(in: 0...1e12)
        let lower = object.required("lowerSeconds")?.number(in: 0...1e12)
        let upper = object.required("upperSeconds")?.number(in: 0...1e12)
        let peak = object.required("peakMemoryMB")?.number(in: 0...1e9)
        guard let middle, let lower, let upper, let peak else { return nil }
        guard lower <= middle, middle <= upper else {
            reader.report(
                "the seconds are not in order", "write \"lowerSeconds\" ≤ \"seconds\" ≤ \"upperSeconds\"")
            return nil
        }
        return Required(seconds: Interval(lower: lower, middle: middle, upper: upper), peakMemoryMB: peak)
    }

    /// The record as a file.
    ///
    /// - Parameter schema: the path from the file to the schema, for editors; nothing where it stands in another file.
    public func json(schema: String?) -> JSONValue {
        var members: [String: JSONValue] = [
            "formatVersion": .integer(BenchmarkRecord.formatVersion),
            "hostId": .string(hostID), "accelerator": .string(accelerator), "memoryGB": .number(memoryGB),
            "workloadId": .string(workloadID), "workloadVersion": .string(workloadVersion),
            "task": .string(task.rawValue), "n": .integer(size), "seconds": .number(seconds),
            "peakMemoryMB": .number(peakMemoryMB), "repetitions": .integer(repetitions), "date": .string(date),
            "toolVersion": .string(toolVersion),
        ]
        if let schema { members["$schema"] = .string(schema) }
        if let required {
            members["required"] = [
                "seconds": .number(required.seconds.middle), "lowerSeconds": .number(required.seconds.lower),
                "upperSeconds": .number(required.seconds.upper), "peakMemoryMB": .number(required.peakMemoryMB),
            ]
        }
        if let extrapolation { members["extrapolation"] = .number(extrapolation) }
        if let windowSeconds { members["windowSeconds"] = .number(windowSeconds) }
        if let memoryLimitMB { members["memoryLimitMB"] = .number(memoryLimitMB) }
        return .object(members)
    }
}
