/// A measurement of hardware as a project files it; the assessment of the project reads it back as its record.
public struct BenchmarkEvidence: Sendable, Equatable {
    public enum Task: String, Sendable, CaseIterable {
        case train, predict
    }

    /// What the project's own workload takes, forecast or measured.
    public struct Required: Sendable, Equatable {
        public let seconds: Interval
        public let peakMemoryMB: Double

        public init(seconds: Interval, peakMemoryMB: Double) {
            self.seconds = seconds
            self.peakMemoryMB = peakMemoryMB
        }
    }

    public let hostID: String
    /// The accelerator that was used, or `none`.
    public let accelerator: String
    /// Thousands of millions of bytes.
    public let memoryGB: Double
    public let workloadID: String
    public let workloadVersion: String
    public let task: Task
    /// The largest size that was measured.
    public let size: Int
    /// The median of its repetitions.
    public let seconds: Double
    public let peakMemoryMB: Double
    public let repetitions: Int
    /// An ISO 8601 date.
    public let date: String
    public let toolVersion: String
    /// Nothing where only the machine was measured.
    public let required: Required?
    /// How many times the largest measured size the workload is; 1 where it was measured itself.
    public let extrapolation: Double?
    public let windowSeconds: Double?
    /// Nothing where the memory of the machine counts.
    public let memoryLimitMB: Double?

    public init(
        hostID: String, accelerator: String = "none", memoryGB: Double, workloadID: String, workloadVersion: String,
        task: Task, size: Int, seconds: Double, peakMemoryMB: Double, repetitions: Int, date: String,
        toolVersion: String, required: Required? = nil, extrapolation: Double? = nil, windowSeconds: Double? = nil,
        memoryLimitMB: Double? = nil
    ) {
        self.hostID = hostID
        self.accelerator = accelerator
        self.memoryGB = memoryGB
        self.workloadID = workloadID
        self.workloadVersion = workloadVersion
        self.task = task
        self.size = size
        self.seconds = seconds
        self.peakMemoryMB = peakMemoryMB
        self.repetitions = repetitions
        self.date = date
        self.toolVersion = toolVersion
        self.required = required
        self.extrapolation = extrapolation
        self.windowSeconds = windowSeconds
        self.memoryLimitMB = memoryLimitMB
    }
}
