/// A measurement of hardware with a project's own work, kept as evidence.
public struct BenchmarkRecord: Sendable, Hashable {
    /// Which machine it was.
    public let host: String
    /// What computed beside the processor, as people call it.
    public let accelerator: String?
    /// The memory of the machine in gigabytes.
    public let memoryGB: Double
    /// Which work was measured.
    public let workload: String
    public let date: String
    /// What the project's work takes, measured or forecast: the middle and the upper end, in seconds.
    public let seconds: Double
    public let upperSeconds: Double
    public let peakMemoryMB: Double
    /// The time that it may take, in seconds.
    public let windowSeconds: Double
    /// The memory it may take; that of the machine where the workload sets no limit.
    public let memoryLimitMB: Double?
    /// How many times the largest measured size the work is; 1 where it was measured itself.
    public let extrapolation: Double
    /// The file it was read from.
    public let file: String

    public init(
        host: String, accelerator: String? = nil, memoryGB: Double, workload: String, date: String, seconds: Double,
        upperSeconds: Double, peakMemoryMB: Double, windowSeconds: Double, memoryLimitMB: Double? = nil,
        extrapolation: Double = 1, file: String = ""
    ) {
        self.host = host
        self.accelerator = accelerator
        self.memoryGB = memoryGB
        self.workload = workload
        self.date = date
        self.seconds = seconds
        self.upperSeconds = upperSeconds
        self.peakMemoryMB = peakMemoryMB
        self.windowSeconds = windowSeconds
        self.memoryLimitMB = memoryLimitMB
        self.extrapolation = extrapolation
        self.file = file
    }

    /// The memory that counts as all there is, in megabytes.
    public var availableMemoryMB: Double { memoryLimitMB ?? memoryGB * 1000 }
}
