public import JSON

extension Workload {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    /// Reads a workload.
    ///
    /// - Parameter families: the table of model families; where it is not at hand, their ids are not checked.
    /// - Returns: nothing where the file has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader, families: ModelFamilies? = nil) -> Workload? {
        let keys = [
            "$schema", "formatVersion", "id", "version", "title", "task", "training", "prediction", "memoryLimitMB",
        ]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let id = object.required("id")?.hardwareID()
        let version = object.required("version")?.text()
        let title = object["title"]?.text()
        let task = object.required("task").flatMap { Workload.task($0, families) }
        let training = object["training"].flatMap(training)
        let prediction = object["prediction"].flatMap(prediction)
        let memory = object["memoryLimitMB"]?.number(in: 1...1e9)
        if object["training"] == nil && object["prediction"] == nil {
            reader.report(
                "the workload neither trains nor predicts", "add \"training\" or \"prediction\"")
        }
        guard let id, let version, let task, !reader.findings.hasErrors else { return nil }
        return Workload(
            id: id, version: version, title: title, task: task, training: training, prediction: prediction,
            memoryLimitMB: memory)
    }

    private enum Kind: String, CaseIterable {
        case text, model
    }

    private static func task(_ reader: JSONReader, _ families: ModelFamilies?) -> Task? {
        guard let object = reader.map(), let kind = object.required("kind")?.choice(Kind.self) else { return nil }
        switch kind {
        case .text:
            _ = reader.object(keys: ["kind", "rows", "wordsPerRow", "classes"])
            let rows = object.required("rows")?.integer(in: 1...10_000_000_000)
            let words = object.required("wordsPerRow")?.number(in: 0.1...100_000)
            let classes = object.required("classes")?.integer(in: 1...1_000_000)
            guard let rows, let words, let classes else { return nil }
            return .text(TextTask(rows: rows, wordsPerRow: words, classes: classes))
        case .model:
            _ = reader.object(keys: ["kind", "family", "items", "itemSize", "epochs", "fineTuneShare", "batch"])
            let family = object.required("family").flatMap { reader in
                families.map { reader.name(among: $0.families.map(\.id), kind: "model family") } ?? reader.hardwareID()
            }
            let items = object.required("items")?.integer(in: 1...1_000_000_000_000)
            let size = object["itemSize"]?.number(in: 1...1_000_000)
            let epochs = object["epochs"].map { $0.number(in: 0.001...100_000) } ?? 1
            let share = object["fineTuneShare"].map { $0.number(in: 0.0001...1) } ?? 1
            let batch = object["batch"]?.integer(in: 1...1_000_000)
            guard let family, let items, let epochs, let share else { return nil }
            return .model(
                ModelTask(
                    family: family, items: items, itemSize: size, epochs: epochs, fineTuneShare: share, batch: batch))
        }
    }

    private static func training(_ reader: JSONReader) -> Training? {
        guard let object = reader.object(keys: ["timesPerYear", "windowSeconds"]) else { return nil }
        let times = object.required("timesPerYear")?.number(in: 0.01...10_000_000)
        let window = object.required("windowSeconds")?.number(in: 0.001...1e9)
        guard let times, let window else { return nil }
        if times * window > secondsPerYear * 1.001 {
            object["windowSeconds"]?.warn(
                "that many trainings do not fit into a year if each takes its whole window",
                "shorten the window, or train less often")
        }
        return Training(timesPerYear: times, windowSeconds: window)
    }

    private static func prediction(_ reader: JSONReader) -> Prediction? {
        guard let object = reader.object(keys: ["perDay", "windowSeconds", "latencySeconds"]) else { return nil }
        let perDay = object.required("perDay")?.number(in: 0.001...1e12)
        let window = object["windowSeconds"]?.number(in: 0.001...Prediction.secondsPerDay)
        let latency = object["latencySeconds"]?.number(in: 0.000001...1e6)
        guard let perDay else { return nil }
        return Prediction(perDay: perDay, windowSeconds: window, latencySeconds: latency)
    }

    /// Of a year of 365.25 days.
    private static let secondsPerYear = 31_557_600.0
}

extension Workload.Prediction {
    static let secondsPerDay = 86_400.0

    /// Predictions a second that keep up with the day.
    public var perSecond: Double { perDay / (windowSeconds ?? Workload.Prediction.secondsPerDay) }
}

extension JSONReader {
    /// An id: up to 100 letters, digits, `-`, `_` and `.` of ASCII, the first a letter or digit.
    func hardwareID() -> String? {
        guard let text = string() else { return nil }
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        let others: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")]
        guard let first = text.utf8.first, isAlphanumeric(first), text.utf8.count <= 100,
            text.utf8.allSatisfy({ isAlphanumeric($0) || others.contains($0) })
        else {
            report(
                "\"\(text.prefix(60))\" cannot be an id",
                "use letters a to z, digits, hyphen, underscore and full stop, beginning with a letter or digit")
            return nil
        }
        return text
    }

    /// Two numbers in a list, the lower first.
    func range(in limits: ClosedRange<Double>) -> ClosedRange<Double>? {
        guard let elements = array() else { return nil }
        let numbers = elements.compactMap { $0.number(in: limits) }
        guard elements.count == 2, numbers.count == 2, numbers[0] <= numbers[1] else {
            if elements.count != 2 {
                report("this is no range", "write two numbers in square brackets, the lower first")
            } else if numbers.count == 2 {
                report("the range ends before it begins", "write the lower number first")
            }
            return nil
        }
        return numbers[0]...numbers[1]
    }
}
