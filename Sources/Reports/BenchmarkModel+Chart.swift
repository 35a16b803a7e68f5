import Charts
import Feasibility

extension BenchmarkModel {
    /// How the time of training grows with the rows, on logarithmic scales; nothing where fewer than two sizes are known.
    func chart() -> String? {
        let points = chartPoints()
        let sizes = points.map(\.rows)
        guard points.count >= 2, let least = sizes.min(), let most = sizes.max(), least < most else { return nil }
        let seconds = points.flatMap { [$0.lower, $0.upper] }.filter { $0 > 0 }
        guard let low = seconds.min(), let high = seconds.max() else { return nil }
        // A limit far above everything would press the points together; the table tells of it.
        let limit = timeLimit.flatMap { $0 <= high * 30 ? $0 : nil }
        let across = LogarithmicScale(least / 1.25, most * 1.25)
        let up = LogarithmicScale(low / 1.5, max(high, limit ?? 0) * 1.5)
        let last = [points.last { $0.interval == nil }?.rows, points.last?.rows]
        let chart = GrowthChart(
            points: points.map { point in
                GrowthChart.Point(
                    size: across.fraction(point.rows),
                    amount: Measure(
                        up.fraction(point.seconds), last.contains(point.rows) ? quantities.duration(point.seconds) : ""),
                    interval: point.interval.map { up.fraction($0.lower)...up.fraction($0.upper) })
            },
            sizes: across.roundNumbers.map { Measure(across.fraction($0), quantities.count($0)) },
            amounts: BenchmarkModel.durations.filter { up.contains($0.seconds) }.map {
                Measure(up.fraction($0.seconds), words($0.unit, ["n": $0.number]))
            },
            limit: limit.map {
                Measure(up.fraction($0), words("benchmark.limit", ["time": quantities.duration($0)]))
            })
        return chart.svg(
            in: ChartFrame(
                id: "growth", title: words("benchmark.scaling"),
                description: points.map { point in
                    words(
                        "benchmark.point",
                        [
                            "rows": quantities.count(point.rows),
                            "time": point.interval.map { quantities.interval($0, quantities.duration) }
                                ?? quantities.duration(point.seconds),
                        ])
                }.joined(separator: words("list.separator")),
                direction: words.strings.isRightToLeft ? .rightToLeft : .leftToRight))
    }

    private struct ChartPoint {
        let rows: Double
        let seconds: Double
        /// Nothing for what was measured.
        let interval: Interval?

        var lower: Double { interval?.lower ?? seconds }
        var upper: Double { interval?.upper ?? seconds }
    }

    private func chartPoints() -> [ChartPoint] {
        let measured = result.scaling.timings.compactMap { timing in
            timing.median.map { ChartPoint(rows: timing.size, seconds: $0, interval: nil) }
        }
        let largest = measured.map(\.rows).max() ?? 0
        var outlooks = result.outlook
        if case .measured(let outlook)? = result.assessment?.basis { outlooks.append(outlook) }
        var forecasts: [Double: ChartPoint] = [:]
        for outlook in outlooks where outlook.rows > largest * 1.01 {
            guard case .success(let forecast) = outlook.time, forecast.amount.lower > 0 else { continue }
            forecasts[outlook.rows] = ChartPoint(
                rows: outlook.rows, seconds: forecast.amount.middle, interval: forecast.amount)
        }
        return (measured + forecasts.values).sorted { $0.rows < $1.rows }
    }

    /// How long one training may take, where texts are trained.
    private var timeLimit: Double? {
        guard case .measured? = result.assessment?.basis else { return nil }
        return result.assessment?.verdict?.lines.first { $0.evidence.need == .time }?.evidence.available
    }

    /// Durations that people think in.
    private static let durations: [(seconds: Double, number: String, unit: String)] = [
        (0.001, "1", "benchmark.milliseconds"), (0.01, "10", "benchmark.milliseconds"),
        (0.1, "100", "benchmark.milliseconds"), (1, "1", "benchmark.seconds"),
        (10, "10", "benchmark.seconds"), (60, "1", "benchmark.minutes"), (600, "10", "benchmark.minutes"),
        (3600, "1", "benchmark.hours"),
        (36_000, "10", "benchmark.hours"), (864_000, "10", "benchmark.days"),
    ]
}
