/// Draws score bars from top to bottom.
struct ScoreBarsDrawing {
    private static let barHeight = 16.0
    private static let burdenHeight = 10.0
    private static let barGap = 5.0
    private static let rowGap = 18.0
    /// How far ticks stand out above and below the bar.
    private static let overshoot = 3.0

    private let chart: ScoreBars
    private let axis: Axis
    private let gutter: Gutter
    /// The narrowest width of the whole chart and of its scale.
    private let room: Double
    private let width: Double
    private var canvas: Canvas
    private var y = 0.0

    init(_ chart: ScoreBars, frame: ChartFrame) {
        self.chart = chart
        axis = Axis(chart.axis)
        let numbers = chart.rows.flatMap { [$0.facilitators, $0.burden].compactMap { $0 } }
        let widths = numbers.filter { $0.fraction != nil }.map { TextWidth.of($0.text, .number) }
        gutter = Gutter(for: widths, distance: NumberPlacement.padding)
        room = frame.narrowestWidth
        width = room - gutter.width
        canvas = Canvas(frame)
    }

    mutating func svg() -> String {
        let patterns: [Pattern] = [
            chart.rows.contains { $0.burden?.fraction != nil } ? .burden : nil,
            chart.rows.contains { bindingCap(of: $0) != nil } ? .cutOff : nil,
        ].compactMap { $0 }
        canvas.define(patterns)
        axis.define(on: &canvas)
        if let heading = chart.scoreHeading {
            let lines = LineBreaker(width: room, style: .note).lines(of: heading)
            y = canvas.lines(lines, .note, at: 1, offset: gutter.width, anchor: .end, top: y)
        }
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { y += Self.rowGap }
            draw(row)
        }
        if !axis.isEmpty {
            axis.labels(on: &canvas, top: y + 4, width: width)
            y += 4 + Axis.labelHeight
        }
        return canvas.svg(gutter.cssClass("end"), height: y + 1)
    }

    private mutating func draw(_ row: ScoreBars.Row) {
        drawName(of: row)
        let cap = bindingCap(of: row)
        let calloutTop = y + 2
        if let cap { drawCallout(cap.text, at: cap.place, top: calloutTop) }
        y += Self.overshoot + 2
        drawFacilitators(of: row, cap: cap?.place, calloutTop: calloutTop)
        guard let burden = row.burden else { return }
        y += Self.barGap
        drawBurden(burden)
    }

    /// A cap that holds the row's score down.
    private struct Cap {
        let place: Double
        let text: String
    }

    private func bindingCap(of row: ScoreBars.Row) -> Cap? {
        guard let cap = row.cap, let place = cap.fraction, let end = row.facilitators.fraction, place < end else {
            return nil
        }
        return Cap(place: place, text: cap.text)
    }

    private mutating func drawName(of row: ScoreBars.Row) {
        guard let score = row.score else {
            y = canvas.lines(LineBreaker(width: room, style: .label).lines(of: row.label), .label, at: 0, top: y)
            return
        }
        let style: TextStyle = score.fraction == nil ? .note : .label
        let scoreWidth = TextWidth.of(score.text, style)
        let fitsBeside = scoreWidth <= 0.4 * room
        let breaker = LineBreaker(width: fitsBeside ? room - scoreWidth - 12 : room, style: .label)
        let top = y
        y = canvas.lines(breaker.lines(of: row.label), .label, at: 0, top: y)
        if fitsBeside {
            let bottom = canvas.lines([score.text], style, at: 1, offset: gutter.width, anchor: .end, top: top)
            y = max(y, bottom)
        } else {
            y = canvas.lines(LineBreaker(width: room, style: style).lines(of: score.text), style, at: 0, top: y)
        }
    }

    /// The words of the cap, on that side of its line where there is more room.
    private mutating func drawCallout(_ text: String, at place: Double, top: Double) {
        let distance = NumberPlacement.padding
        let after = (1 - place) * width + gutter.width - distance
        let before = place * width - distance
        let lines = LineBreaker(width: max(after, before), style: .note).lines(of: text)
        y =
            after >= before
            ? canvas.lines(lines, .note, at: place, offset: distance, top: top)
            : canvas.lines(lines, .note, at: place, offset: -distance, anchor: .end, top: top)
    }

    private mutating func drawFacilitators(of row: ScoreBars.Row, cap: Double?, calloutTop: Double) {
        guard let end = row.facilitators.fraction else {
            y = canvas.withheldTrack(row.facilitators.text, top: y, width: width)
            return
        }
        let top = y
        let bottom = top + Self.barHeight
        axis.grid(on: &canvas, top: top - Self.overshoot, bottom: bottom + Self.barGap / 2)
        canvas.rectangle("f", from: 0, to: cap ?? end, top: top, height: Self.barHeight)
        var obstacles: [NumberPlacement.Obstacle] = []
        if let cap {
            canvas.rectangle("x", from: cap, to: end, top: top + 0.5, height: Self.barHeight - 1, filledWith: .cutOff)
            canvas.tick("q", at: cap, from: calloutTop, to: bottom + Self.overshoot)
            obstacles.append(NumberPlacement.Obstacle(place: cap, halfWidth: 2.5))
        }
        if let target = row.target {
            canvas.tick("t", at: target, from: top - Self.overshoot, to: bottom + Self.overshoot)
            obstacles.append(NumberPlacement.Obstacle(place: target, halfWidth: 2.5))
        }
        let inside = NumberPlacement.inside(
            plainEnd: cap ?? end, textWidth: TextWidth.of(row.facilitators.text, .number), obstacles: obstacles,
            width: width)
        if let inside {
            y = bottom
            let baseline = top + Self.barHeight / 2 + TextStyle.number.baselineShift
            canvas.text(row.facilitators.text, "n i", at: inside.place, offset: inside.offset, baseline: baseline)
        } else {
            drawNumber(row.facilitators.text, behind: end, obstacles: obstacles, top: top, height: Self.barHeight)
        }
    }

    private mutating func drawBurden(_ burden: Measure) {
        guard let end = burden.fraction else {
            y = canvas.withheldTrack(burden.text, top: y, width: width)
            return
        }
        let height = Self.burdenHeight
        axis.grid(on: &canvas, top: y - Self.barGap / 2, bottom: y + height + Self.overshoot)
        canvas.rectangle("b", from: 0, to: end, top: y + 0.5, height: height - 1, filledWith: .burden)
        drawNumber(burden.text, behind: end, obstacles: [], top: y, height: height)
    }

    /// A number behind its bar, or on a line below where the window may be too narrow for it; goes on below both.
    private mutating func drawNumber(
        _ text: String, behind end: Double, obstacles: [NumberPlacement.Obstacle], top: Double, height: Double
    ) {
        y = top + height
        let textWidth = TextWidth.of(text, .number)
        let placement = NumberPlacement.behind(end: end, textWidth: textWidth, obstacles: obstacles, width: width)
        if placement.place * width + placement.offset + textWidth <= room {
            let baseline = top + height / 2 + TextStyle.number.baselineShift
            canvas.text(text, "n", at: placement.place, offset: placement.offset, baseline: baseline)
        } else {
            y = canvas.lines(
                LineBreaker(width: room, style: .number).lines(of: text), .number, at: 0, top: y + Self.overshoot)
        }
    }
}
