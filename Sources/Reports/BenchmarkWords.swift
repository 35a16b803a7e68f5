public import Feasibility

/// What the benchmark says on a terminal while it measures, and of its own forecasts.
public struct BenchmarkWords: Sendable {
    private let strings: Strings

    public init(_ strings: Strings) {
        self.strings = strings
    }

    /// A piece of work that is told of while it runs.
    public enum Step: Sendable, Hashable {
        case readingTexts
        case inventingTexts
        case firstTry
        case memory
        case training
        case trainingOn(rows: Int)
        case trainingOnAll
        case coding
        case calibrating(rows: Int)
        case images
        case machine
    }

    /// What runs, for the start of the line.
    public func label(_ step: Step) -> String {
        let words = Words(strings)
        return switch step {
        case .readingTexts: words("benchmark.progress.readingTexts")
        case .inventingTexts: words("benchmark.progress.inventingTexts")
        case .firstTry: words("benchmark.progress.firstTry")
        case .memory: words("benchmark.progress.memory")
        case .training: words("benchmark.progress.training")
        case .trainingOn(let rows): words.plural("benchmark.progress.trainingOn", rows)
        case .trainingOnAll: words("benchmark.progress.trainingOnAll")
        case .coding: words("benchmark.progress.coding")
        case .calibrating(let rows): words.plural("benchmark.progress.calibrating", rows)
        case .images: words("benchmark.progress.images")
        case .machine: words("benchmark.progress.machine")
        }
    }

    /// How far it is and how long it will take.
    ///
    /// - Parameters:
    ///   - share: from 0 to 1.
    ///   - seconds: what is left.
    public func progress(share: Double, seconds: Int) -> String {
        let words = Words(strings)
        return words.plural(
            "benchmark.progress.left", seconds, ["share": words.percent(words.count(Int(share * 100)))])
    }

    /// A forecast beside the training that it was for.
    public struct Trial: Sendable {
        let rows: Int
        let from: Int
        let forecast: Interval?
        let measured: Double
        let error: Double?
        let isInside: Bool
        let unsteadiness: Double

        /// - Parameters:
        ///   - from: the most rows that the forecast rests on.
        ///   - error: by what share the forecast was off; above 0 where it was too high.
        ///   - unsteadiness: by what share the machine was faster or slower from one time to another.
        public init(
            rows: Int, from: Int, forecast: Interval?, measured: Double, error: Double?, isInside: Bool,
            unsteadiness: Double
        ) {
            self.rows = rows
            self.from = from
            self.forecast = forecast
            self.measured = measured
            self.error = error
            self.isInside = isInside
            self.unsteadiness = unsteadiness
        }
    }

    /// What the trials come to.
    public struct Tally: Sendable {
        let trials: Int
        let near: Int
        let inside: Int
        let unknown: Int
        let quiet: Int
        let quietNear: Int
        let quietInside: Int

        public init(trials: Int, near: Int, inside: Int, unknown: Int, quiet: Int, quietNear: Int, quietInside: Int) {
            self.trials = trials
            self.near = near
            self.inside = inside
            self.unknown = unknown
            self.quiet = quiet
            self.quietNear = quietNear
            self.quietInside = quietInside
        }
    }

    /// A table of trials, with the columns as wide as their words and numbers need, and what they come to.
    ///
    /// - Parameters:
    ///   - near: up to which share off a forecast counts as near.
    ///   - quiet: up to which share of unsteadiness a machine counts as quiet.
    public func table(_ trials: [Trial], _ tally: Tally, near: Double, quiet: Double) -> [String] {
        let words = Words(strings)
        let numbers = NumberText(strings.numbers)
        let columns = [
            "benchmark.trials.rows", "benchmark.trials.from", "benchmark.trials.predicted",
            "benchmark.trials.measured", "benchmark.trials.off", "benchmark.trials.interval",
            "benchmark.trials.inside", "benchmark.trials.varied",
        ].map { words($0) }
        func seconds(_ value: Double) -> String { numbers.fixed(value, decimals: 3) }
        func percent(_ share: Double) -> String { words.percent(numbers.fixed(share * 100, decimals: 1)) }
        let rows = trials.map { trial -> [String] in
            let start = [words.count(trial.rows), words.count(trial.from)]
            guard let forecast = trial.forecast, let error = trial.error else {
                return start + [words("benchmark.trials.none")]
            }
            return start + [
                seconds(forecast.middle), seconds(trial.measured), percent(error),
                words(
                    "benchmark.trials.range", ["lower": seconds(forecast.lower), "upper": seconds(forecast.upper)]),
                words(trial.isInside ? "benchmark.trials.yes" : "benchmark.trials.no"), percent(trial.unsteadiness),
            ]
        }
        func whole(_ share: Double) -> String { words.percent(numbers.fixed(share * 100, decimals: 0)) }
        var lines = BenchmarkWords.aligned([columns] + rows) + [""]
        lines.append(
            words(
                "benchmark.trials.tally",
                [
                    "near": words.count(tally.near), "all": words.count(tally.trials), "share": whole(near),
                    "inside": words.count(tally.inside),
                ])
                + (tally.unknown > 0 ? words.plural("benchmark.trials.unknown", tally.unknown) : ""))
        lines.append(
            words(
                "benchmark.trials.quiet",
                [
                    "quiet": words.count(tally.quiet), "near": words.count(tally.quietNear), "share": whole(near),
                    "inside": words.count(tally.quietInside),
                    "steady": whole(quiet),
                ]))
        if tally.quiet < tally.trials { lines.append(words("benchmark.trials.repeat")) }
        return lines
    }

    /// The load of the machine when all was done.
    public func load(_ load: String) -> String { Words(strings)("benchmark.trials.load", ["load": load]) }

    /// Rows of cells under one another, two spaces apart.
    private static func aligned(_ rows: [[String]]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            // What says that there is no forecast stands across the columns that it leaves empty.
            rows.filter { $0.count == columns }.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count + 2)
            }.joined()
        }
    }
}
