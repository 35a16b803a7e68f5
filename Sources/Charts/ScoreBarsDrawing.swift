/// Draws score bars from top to bottom.
struct ScoreBarsDrawing {
    private static let barHeight = 16.0
    private static let burdenHeight = 10.0
    private static let barGap = 5.0
    private static let rowGap = 16.0
    /// How far lines stand out above and below the bars.
    private static let overshoot = 3.0
    /// From the words of a row to its bars, and that with room for the lid of a cap.
    private static let headroom = 4.0
    private static let lidRoom = 9.0

    private let chart: ScoreBars
    private let axis: Axis
    /// The narrowest width of the whole chart and of its scale.
    private let room: Double
    private let width: Double
    private let gutters: Gutters
    private var canvas: Canvas
    private var y = 0.0

    init(_ chart: ScoreBars, frame: ChartFrame) {
        self.chart = chart
        axis = Axis(chart.axis)
        room = frame.narrowestWidth
        gutters = chart.gutters(room: room)
        width = room - gutters.total
        canvas = Canvas(frame)
    }

    mutating func svg() -> String {
        define()
        if let heading = chart.scoreHeading {
            let lines = LineBreaker(width: room, style: .note).lines(of: heading)
            y = canvas.lines(lines, .note, at: 1, offset: gutters.end, anchor: .end, top: y)
        }
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { y += Self.rowGap }
            draw(row)
        }
        if !axis.isEmpty {
            axis.labels(on: &canvas, top: y + 4, width: width)
            y += 4 + Axis.labelHeight
        }
        // Room for the descenders of a number beside the thin last bar.
        return canvas.svg(gutters.cssClasses, height: y + 2)
    }

    private mutating func define() {
        if chart.rows.contains(where: { $0.burden?.fraction != nil }) { canvas.define(.burden) }
        if chart.rows.contains(where: { $0.bindingCap != nil }) {
            canvas.define(.cutOff)
            // A line across the bar with a lid on it, below the words of the cap.
            let foot = Markup.number(Self.barHeight + Self.overshoot)
            let path = "M-6-7H6V-4H1.5V\(foot)H-1.5V-4H-6z"
            canvas.define("<path id=\"\(canvas.identifier)_c\" d=\"\(path)\"/>")
        }
        if chart.rows.contains(where: { $0.target != nil && $0.facilitators.fraction != nil }) {
            // A diamond, which without colour cannot be taken for the line of a cap.
            canvas.define("<path id=\"\(canvas.identifier)_m\" d=\"M0 0L5 8L0 16L-5 8z\"/>")
        }
        axis.define(on: &canvas)
    }

    private mutating func draw(_ row: ScoreBars.Row) {
        drawName(of: row)
        if let cap = row.bindingCap, let place = cap.fraction { drawCallout(cap.text, at: place) }
        y += row.bindingCap == nil ? Self.headroom : Self.lidRoom
        drawFacilitators(of: row)
        guard let burden = row.burden else { return }
        y += Self.barGap
        drawBurden(burden, of: row)
    }

    /// The name, and at the end of its line the score with its note before it; what does not fit goes below.
    private mutating func drawName(of row: ScoreBars.Row) {
        guard let score = row.score else {
            y = canvas.paragraph(row.label, .label, width: room, top: y)
            if let note = row.note { y = canvas.paragraph(note, .note, width: room, top: y) }
            return
        }
        let style: TextStyle = score.fraction == nil ? .note : .label
        let scoreWidth = TextWidth.of(score.text, style)
        let fitsBeside = scoreWidth <= 0.4 * room
        let top = y
        y = canvas.paragraph(row.label, .label, width: fitsBeside ? room - scoreWidth - 12 : room, top: top)
        if fitsBeside {
            let bottom = canvas.lines([score.text], style, at: 1, offset: gutters.end, anchor: .end, top: top)
            y = max(y, bottom)
        } else {
            y = canvas.paragraph(score.text, style, width: room, top: y)
        }
        guard let note = row.note else { return }
        let occupied = TextWidth.of(row.label, .label) + TextWidth.of(note, .note) + scoreWidth + 24
        if fitsBeside, occupied <= room {
            let baseline = top + TextStyle.label.lineHeight / 2 + TextStyle.label.baselineShift
            canvas.text(
                note, TextStyle.note.cssClass, at: 1, offset: gutters.end - scoreWidth - 12, anchor: .end,
                baseline: baseline)
        } else {
            y = canvas.paragraph(note, .note, width: room, top: y)
        }
    }

    /// The words of the cap above its line: centred, or towards the side where there is more room.
    private mutating func drawCallout(_ text: String, at place: Double) {
        let after = (1 - place) * width + gutters.end
        let before = place * width
        let around = 2 * min(after, before)
        let breaker = LineBreaker(width: max(after, before, around), style: .note)
        let anchor: Canvas.Anchor = breaker.width == around ? .middle : breaker.width == after ? .start : .end
        y = canvas.lines(breaker.balancedLines(of: text), .note, at: place, anchor: anchor, top: y + 2)
    }

    private mutating func drawFacilitators(of row: ScoreBars.Row) {
        guard let end = row.facilitators.fraction, let plainEnd = row.plainEnd else {
            y = canvas.withheldTrack(row.facilitators.text, top: y, width: width)
            return
        }
        let top = y
        let bottom = top + Self.barHeight
        axis.gridWithZero(on: &canvas, top: top - Self.overshoot, bottom: bottom + Self.barGap / 2)
        canvas.rectangle("f", from: 0, to: plainEnd, top: top, height: Self.barHeight)
        canvas.rectangle("x", from: plainEnd, to: end, top: top + 0.5, height: Self.barHeight - 1, filledWith: .cutOff)
        if row.bindingCap != nil { canvas.shape("c", "q", at: plainEnd, y: top) }
        if let target = row.target { canvas.shape("m", "t", at: target, y: top) }
        if let number = row.facilitatorNumberInside(on: width) {
            let baseline = top + Self.barHeight / 2 + TextStyle.number.baselineShift
            canvas.text(row.facilitators.text, "n i", at: number.place, offset: number.offset, baseline: baseline)
            y = bottom
        } else if let number = row.facilitatorNumberBehind(on: width) {
            draw(row.facilitators.text, number, besideBarOf: Self.barHeight)
        }
    }

    private mutating func drawBurden(_ burden: Measure, of row: ScoreBars.Row) {
        guard let end = burden.fraction, let number = row.burdenNumber(on: width) else {
            y = canvas.withheldTrack(burden.text, top: y, width: width)
            return
        }
        let height = Self.burdenHeight
        axis.gridWithZero(on: &canvas, top: y - Self.barGap / 2, bottom: y + height + Self.overshoot)
        canvas.rectangle("b", from: 0, to: end, top: y + 0.5, height: height - 1, filledWith: .burden)
        draw(burden.text, number, besideBarOf: height)
    }

    /// A number behind its bar, or on a line below where a window may be too narrow for it; goes on below both.
    private mutating func draw(_ text: String, _ number: NumberPlacement, besideBarOf height: Double) {
        if number.reach(on: width) <= width + gutters.end {
            let baseline = y + height / 2 + TextStyle.number.baselineShift
            canvas.text(text, "n", at: number.place, offset: number.offset, baseline: baseline)
            y += height
        } else {
            y = canvas.paragraph(text, .number, width: room, top: y + height + Self.overshoot)
        }
    }
}
