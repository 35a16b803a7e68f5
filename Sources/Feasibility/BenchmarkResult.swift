/// Everything that a run of the benchmark found: what was measured, on which machine, and what follows from it.
public struct BenchmarkResult: Sendable {
    public var toolVersion: String
    /// The day of the measurement, as an ISO 8601 date.
    public var date: String
    public var settings: Settings
    public var corpus: Corpus
    public var text: TextResult
    /// Nothing where only texts were measured.
    public var dense: DenseResult?
    public var probe: HardwareProbe
    public var noise: Noise
    /// Trainings of several sizes, and what was held meanwhile.
    public var scaling: Scaling
    /// What larger trainings will take, smallest first.
    public var outlook: [Outlook]
    /// What the project needs, and whether it gets it; nothing where no workload was given.
    public var assessment: WorkloadAssessment?

    public init(
        toolVersion: String, date: String, settings: Settings, corpus: Corpus, text: TextResult, dense: DenseResult?,
        probe: HardwareProbe, noise: Noise, scaling: Scaling, outlook: [Outlook], assessment: WorkloadAssessment?
    ) {
        self.toolVersion = toolVersion
        self.date = date
        self.settings = settings
        self.corpus = corpus
        self.text = text
        self.dense = dense
        self.probe = probe
        self.noise = noise
        self.scaling = scaling
        self.outlook = outlook
        self.assessment = assessment
    }

    public struct Settings: Sendable, Equatable {
        public var threads: Int
        /// The name of the setting, as on the command line.
        public var quality: String
        public var seed: UInt64
        /// The time that measuring was to take.
        public var seconds: Double

        public init(threads: Int, quality: String, seed: UInt64, seconds: Double) {
            self.threads = threads
            self.quality = quality
            self.seed = seed
            self.seconds = seconds
        }
    }

    /// The texts that were learned from and coded.
    public struct Corpus: Sendable, Equatable {
        public enum Source: Sendable, Equatable {
            /// Invented from a seed.
            case generated
            /// A file of the user's.
            case file(String)
        }

        /// Where the rows come from that accuracy is measured with.
        public enum TestRows: String, Sendable, CaseIterable {
            /// Generated like the others.
            case generated
            /// The file says which they are.
            case given
            /// A part that was drawn by the seed and held back from training.
            case heldOut
        }

        public var source: Source
        public var testRows: TestRows
        public var trainingCount: Int
        public var testCount: Int
        public var classes: Int
        /// On average.
        public var wordsPerRow: Double
        /// Of all texts.
        public var bytes: Int

        public init(
            source: Source, testRows: TestRows, trainingCount: Int, testCount: Int, classes: Int, wordsPerRow: Double,
            bytes: Int
        ) {
            self.source = source
            self.testRows = testRows
            self.trainingCount = trainingCount
            self.testCount = testCount
            self.classes = classes
            self.wordsPerRow = wordsPerRow
            self.bytes = bytes
        }
    }

    /// Work that was repeated.
    public struct Repeated: Sendable, Equatable {
        /// Rows of one repetition.
        public let rows: Int
        /// By the clock, without a first repetition to warm up.
        public let seconds: [Double]
        /// What the program itself computed, without the time in which others had the processor; empty where the
        /// system does not say.
        public let processorSeconds: [Double]

        public init(rows: Int, seconds: [Double], processorSeconds: [Double]) {
            self.rows = rows
            self.seconds = seconds
            self.processorSeconds = processorSeconds
        }

        public var median: Double { Timing(size: Double(rows), seconds: seconds).median ?? 0 }

        /// Rows a second; nothing where fewer than three repetitions took any time.
        public var rate: Rate? { Rate(amount: Double(rows), seconds: seconds) }
    }

    /// How training on all rows and coding of the test rows went.
    public struct TextResult: Sendable, Equatable {
        public struct Confusion: Sendable, Equatable {
            public let truth: String
            public let predicted: String
            public let rows: Int

            public init(truth: String, predicted: String, rows: Int) {
                self.truth = truth
                self.predicted = predicted
                self.rows = rows
            }
        }

        /// Tokenising and training, from texts in memory to the model.
        public var fit: Repeated
        public var prediction: Repeated
        /// Seconds that a single text takes: the middle, and between which ends nine of ten lie.
        public var alone: Interval?
        public var accuracy: Double
        public var macroF1: Double
        /// How often the right class is among the first three.
        public var accuracyOfThree: Double
        /// The mean distance between stated probability and share of right answers.
        public var calibrationError: Double
        public var features: Int
        /// The most memory that the program held until texts were coded, in millions of bytes.
        public var peakMemoryMB: Double
        /// The most frequent mistakes.
        public var confusions: [Confusion]

        public init(
            fit: Repeated, prediction: Repeated, alone: Interval?, accuracy: Double, macroF1: Double,
            accuracyOfThree: Double, calibrationError: Double, features: Int, peakMemoryMB: Double,
            confusions: [Confusion]
        ) {
            self.fit = fit
            self.prediction = prediction
            self.alone = alone
            self.accuracy = accuracy
            self.macroF1 = macroF1
            self.accuracyOfThree = accuracyOfThree
            self.calibrationError = calibrationError
            self.features = features
            self.peakMemoryMB = peakMemoryMB
            self.confusions = confusions
        }
    }

    /// How training a small network on images went, which arithmetic binds.
    public struct DenseResult: Sendable, Equatable {
        public var training: Repeated
        /// Floating-point operations of one training.
        public var operations: Double
        public var accuracy: Double

        public init(training: Repeated, operations: Double, accuracy: Double) {
            self.training = training
            self.operations = operations
            self.accuracy = accuracy
        }

        /// Operations a second; nothing where too little was timed.
        public var rate: Rate? { Rate(amount: operations, seconds: training.seconds) }
    }

    /// Trainings of several sizes.
    public struct Scaling: Sendable, Equatable {
        public var trainings: [Repeated]
        public var peaks: [MemoryPeak]
        /// What the forecast rests on: processor seconds where a single thread worked and the system tells them, else
        /// those of the clock.
        public var usesProcessorTime: Bool
        /// The parts of the trainings, in the same kind of time.
        public var phases: [PhasedTraining]
        /// Those of invented texts up to more features, for how the cost of a row grows; empty where the trainings
        /// themselves show it best.
        public var reference: [PhasedTraining]

        public init(
            trainings: [Repeated] = [], peaks: [MemoryPeak] = [], usesProcessorTime: Bool = false,
            phases: [PhasedTraining] = [], reference: [PhasedTraining] = []
        ) {
            self.trainings = trainings
            self.peaks = peaks
            self.usesProcessorTime = usesProcessorTime
            self.phases = phases
            self.reference = reference
        }

        /// How the cost of a row grows; nothing where too little was measured.
        public var growth: TrainingGrowth? {
            TrainingGrowth(phases, reference: reference.isEmpty ? phases : reference)
        }

        public var timings: [Timing] {
            trainings.map {
                Timing(size: Double($0.rows), seconds: usesProcessorTime ? $0.processorSeconds : $0.seconds)
            }
        }

        /// The largest size that was trained on.
        public var largest: Repeated? { trainings.max { $0.rows < $1.rows } }
    }

    /// What a training of some size takes, or why nobody can say.
    public struct Outlook: Sendable {
        public let rows: Double
        public let time: Result<Forecast, ForecastRefusal>
        public let memory: Result<Forecast, ForecastRefusal>

        public init(
            rows: Double, time: Result<Forecast, ForecastRefusal>, memory: Result<Forecast, ForecastRefusal>
        ) {
            self.rows = rows
            self.time = time
            self.memory = memory
        }
    }
}
