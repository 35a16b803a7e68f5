/// Draws a chart of growth: the more, the higher.
struct GrowthChartDrawing {
    private static let plotHeight = 220.0
    private static let top = 20.0
    private static let radius = 4.5
    /// Half the width of the bar at an end of an interval, as a part of the chart's width.
    private static let whisker = 0.008

    private let chart: GrowthChart
    private let axis: Axis
    private let width: Double
    private var canvas: Canvas

    init(_ chart: GrowthChart, frame: ChartFrame) {
        self.chart = chart
        axis = Axis(chart.sizes)
        width = frame.narrowestWidth
        canvas = Canvas(frame)
    }

    mutating func svg() -> String {
        let bottom = Self.top + Self.plotHeight
        axis.define(on: &canvas)
        axis.grid(on: &canvas, top: Self.top, bottom: bottom)
        drawAmounts()
        if let limit = chart.limit, let place = limit.fraction {
            canvas.line("z", from: 0, to: 1, y: y(place))
            canvas.text(limit.text, "n e", at: 1, offset: -2, baseline: y(place) - 5)
        }
        drawPoints()
        canvas.line("a", from: 0, to: 1, y: bottom)
        axis.labels(on: &canvas, top: bottom + 4, width: width)
        return canvas.svg(" chart-\(Meaning.moreIsWorse.rawValue)", height: bottom + 4 + Axis.labelHeight)
    }

    private func y(_ fraction: Double) -> Double { Self.top + Self.plotHeight * (1 - fraction) }

    /// The lines of the scale, with their texts above them at the start.
    private mutating func drawAmounts() {
        for mark in chart.amounts {
            guard let place = mark.fraction else { continue }
            canvas.line("g", from: 0, to: 1, y: y(place))
            canvas.text(mark.text, "m", at: 0, baseline: y(place) - 4)
        }
    }

    private mutating func drawPoints() {
        let known = chart.points.filter { $0.amount.fraction != nil }
        for (former, next) in zip(known, known.dropFirst()) {
            canvas.slope(
                next.interval == nil ? "v" : "v d", from: (former.size, y(former.amount.fraction ?? 0)),
                to: (next.size, y(next.amount.fraction ?? 0)))
        }
        for point in known {
            guard let amount = point.amount.fraction else { continue }
            if let interval = point.interval {
                canvas.rule("v", at: point.size, from: y(interval.upperBound), to: y(interval.lowerBound))
                for end in [interval.lowerBound, interval.upperBound] {
                    canvas.line(
                        "v", from: max(0, point.size - Self.whisker), to: min(1, point.size + Self.whisker), y: y(end))
                }
            }
            canvas.circle(point.interval == nil ? "p" : "y", at: point.size, y: y(amount), radius: Self.radius)
            canvas.text(
                point.amount.text, "n", at: point.size, offset: -Self.radius - 5, anchor: .end,
                baseline: y(amount) - 4)
        }
    }
}
