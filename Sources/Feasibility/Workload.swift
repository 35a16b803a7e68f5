/// What a project needs a machine to do.
public struct Workload: Sendable, Equatable {
    public let id: String
    /// Changes whenever the workload does, so that measurements of different workloads are not compared.
    public let version: String
    public let title: String?
    public let task: Task
    /// Nothing where the model is only used.
    public let training: Training?
    /// Nothing where nothing is predicted in regular work.
    public let prediction: Prediction?
    /// The most memory it may take, in megabytes (1,000,000 bytes); nothing where that of the machine counts.
    public let memoryLimitMB: Double?

    public enum Task: Sendable, Equatable {
        case text(TextTask)
        case model(ModelTask)
    }

    /// Coding short texts to a classification, which is measured.
    public struct TextTask: Sendable, Equatable {
        public let rows: Int
        public let wordsPerRow: Double
        public let classes: Int

        public init(rows: Int, wordsPerRow: Double, classes: Int) {
            self.rows = rows
            self.wordsPerRow = wordsPerRow
            self.classes = classes
        }
    }

    /// A known model, whose work is estimated from published figures.
    public struct ModelTask: Sendable, Equatable {
        /// The id in the table of model families.
        public let family: String
        /// Images or texts for training.
        public let items: Int
        /// Pixels of an image's side, or tokens of a text; nothing for what the published figure is for.
        public let itemSize: Double?
        /// How often training goes through all items.
        public let epochs: Double
        /// The part of the model, from its output down, that is trained; 1 is all of it.
        public let fineTuneShare: Double
        /// How many items are trained on at once; nothing for what is usual of the family.
        public let batch: Int?
    }

    public struct Training: Sendable, Equatable {
        public let timesPerYear: Double
        /// The time that one training may take.
        public let windowSeconds: Double
    }

    public struct Prediction: Sendable, Equatable {
        public let perDay: Double
        /// The time of a day in which they must be done; nothing where the whole day will do.
        public let windowSeconds: Double?
        /// How long a person or a system can wait for one; nothing where nobody waits.
        public let latencySeconds: Double?
    }
}
