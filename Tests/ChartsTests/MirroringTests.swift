import Charts
import Testing

struct MirroringTests {
    private func layout(seed: UInt64, kind: Int, direction: TextDirection) throws -> ScreenLayout {
        var random = RandomCharts(seed: seed)
        let frame = ChartFrame(id: "m", title: "", description: "", direction: direction)
        let svg =
            switch kind {
            case 0: random.scoreBars(rows: 4).svg(in: frame)
            case 1: random.distributionBar().svg(in: frame)
            case 2: random.seriesLines(rows: 3).svg(in: frame)
            default: random.dumbbell(rows: 4).svg(in: frame)
            }
        return try ScreenLayout(SVGElement(parsing: svg), width: 500)
    }

    /// Everything stands where a mirror would show it.
    @Test(arguments: 0..<40, 0..<4)
    func rightToLeftIsTheMirrorImage(seed: UInt64, kind: Int) throws {
        let plain = try layout(seed: seed, kind: kind, direction: .leftToRight)
        let mirrored = try layout(seed: seed, kind: kind, direction: .rightToLeft)
        #expect(plain.texts.count == mirrored.texts.count && plain.marks.count == mirrored.marks.count)
        for (one, other) in zip(plain.texts + plain.marks, mirrored.texts + mirrored.marks) {
            #expect(one.text == other.text && one.cssClass == other.cssClass)
            // Places are written with two decimals of a per cent, which are 0.05 px of 500.
            #expect(abs(one.box.left - (500 - other.box.right)) < 0.11)
            #expect(abs(one.box.right - (500 - other.box.left)) < 0.11)
            #expect(one.box.top == other.box.top && one.box.bottom == other.box.bottom)
        }
    }

    @Test func theChartSaysItsDirection() throws {
        let frame = ChartFrame(id: "m", title: "", description: "", direction: .rightToLeft)
        let root = try SVGElement(parsing: Dumbbell(rows: []).svg(in: frame))
        #expect(root.classes.contains("chart-rtl"))
        #expect(StylesheetFacts.stylesheet.contains(".chart-rtl{direction:rtl}"))
    }
}
