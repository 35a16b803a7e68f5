import Arguments
import Classification

/// What a command line asks of the benchmark.
struct BenchmarkRequest: Sendable {
    let workload: String?
    let data: String?
    let project: String?
    /// The time that measuring may take.
    let seconds: Double
    let threads: Int
    let quality: TrainingQuality
    let seed: UInt64
    /// The day that the measurement is said to be of; nothing for that of the system.
    let date: String?
    let host: String?
    let goesBeyondLimit: Bool

    static let usualSeconds = 25.0

    init(_ invocation: Invocation) throws(CommandFailure) {
        workload = invocation.value(of: "workload")
        data = invocation.value(of: "data")
        project = invocation.value(of: "project")
        seconds = try BenchmarkRequest.number(
            invocation, "seconds", usual: BenchmarkRequest.usualSeconds, expectation: "a number from 0.05 to 86400"
        ) { text in Double(text).flatMap { (0.05...86_400).contains($0) ? $0 : nil } }
        threads = try BenchmarkRequest.number(
            invocation, "threads", usual: 1, expectation: "a whole number from 1 to 1024"
        ) { text in Int(text).flatMap { (1...1024).contains($0) ? $0 : nil } }
        seed = try BenchmarkRequest.number(
            invocation, "seed", usual: 1, expectation: "a whole number from 0 to \(UInt64.max)", UInt64.init)
        quality = invocation.value(of: "quality").flatMap(TrainingQuality.init) ?? .fast
        date = invocation.value(of: "date")
        host = invocation.value(of: "host")
        goesBeyondLimit = invocation.isSet("beyond-limit")
    }

    private static func number<Number>(
        _ invocation: Invocation, _ option: String, usual: Number, expectation: String, _ read: (String) -> Number?
    ) throws(CommandFailure) -> Number {
        guard let text = invocation.value(of: option) else { return usual }
        guard let number = read(text) else {
            throw .usage("--\(option): \"\(text.prefix(40))\" is not \(expectation)")
        }
        return number
    }
}
