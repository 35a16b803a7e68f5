public import JSON
import Questionnaires

extension BenchmarkRecord {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    private static let keys = [
        "$schema", "formatVersion", "hostId", "accelerator", "memoryGB", "workloadId", "workloadVersion", "n",
        "seconds", "peakMemoryMB", "repetitions", "date", "toolVersion", "required", "windowSeconds",
        "memoryLimitMB", "extrapolation", "task",
    ]
    private static let large = 0...1e15

    /// Reads a record.
    ///
    /// - Returns: the record unless it has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> BenchmarkRecord? {
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let host = object.requiredText("hostId")
        let memory = object.required("memoryGB")?.number(in: large)
        let workload = object.requiredText("workloadId")
        let date = object.required("date")?.date()
        let window = object.required("windowSeconds")?.number(in: large)
        let needs = object.required("required")?.object(
            keys: ["seconds", "lowerSeconds", "upperSeconds", "peakMemoryMB"])
        let seconds = needs?.required("seconds")?.number(in: large)
        let upper = needs?.required("upperSeconds")?.number(in: large)
        let peak = needs?.required("peakMemoryMB")?.number(in: large)
        _ = needs?["lowerSeconds"]?.number(in: large)
        for key in ["n", "seconds", "peakMemoryMB", "repetitions"] { _ = object[key]?.number(in: large) }
        for key in ["workloadVersion", "toolVersion", "task"] { _ = object.optionalText(key) }
        let accelerator = object.optionalText("accelerator")
        let limit = object["memoryLimitMB"]?.number(in: large)
        let extrapolation = object["extrapolation"].map { $0.number(in: large) } ?? 1
        guard let host, let memory, let workload, let date, let window, let seconds, let upper, let peak,
            let extrapolation, !reader.findings.hasErrors
        else { return nil }
        return BenchmarkRecord(
            host: host, accelerator: accelerator, memoryGB: memory, workload: workload,
            date: date, seconds: seconds, upperSeconds: upper, peakMemoryMB: peak, windowSeconds: window,
            memoryLimitMB: limit, extrapolation: extrapolation, file: reader.findings.file)
    }
}
