public import JSON

extension BenchmarkEvidence {
    /// The version of the format that is written.
    private static let formatVersion = 1

    /// The evidence as a file.
    ///
    /// - Parameter schema: the path from the file to the schema, for editors; nothing where it stands in another file.
    public func json(schema: String?) -> JSONValue {
        var members: [String: JSONValue] = [
            "formatVersion": .integer(BenchmarkEvidence.formatVersion),
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
