import Testing

@testable import Charts

struct ScoreBarsTests {
    private let frame = ChartFrame(id: "s", title: "Held down", description: "One row.")

    @Test func oneRowToTheByte() {
        let chart = ScoreBars(
            rows: [
                ScoreBars.Row(
                    label: "Technology", score: Measure(0.5, "50.0"), note: "target 65.0",
                    facilitators: Measure(0.594, "59.4"), burden: Measure(0.596, "59.6"), target: 0.65,
                    cap: Measure(0.5, "Held at 50.0"))
            ], axis: [])
        let expected = """
            <svg class="chart" width="100%" height="78" role="img" aria-labelledby="s_t s_d">\
            <title id="s_t">Held down</title><desc id="s_d">One row.</desc><g aria-hidden="true"><defs>\
            <pattern id="s_b" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <path class="hb" d="M2 0V5"/></pattern>\
            <pattern id="s_x" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">\
            <path class="hx" d="M2 0V6"/></pattern>\
            <path id="s_c" d="M-6-7H6V-4H1.5V19H-1.5V-4H-6z"/><path id="s_m" d="M0 0L5 8L0 16L-5 8z"/></defs>\
            <text class="l" y="14">Technology</text><text class="l e" x="100%" y="14">50.0</text>\
            <text class="m e" x="100%" dx="-45.28" y="14">target 65.0</text><text class="m c" x="50%" y="32">Held at 50.0</text>\
            <rect class="f" y="45" width="50%" height="16"/>\
            <rect class="x" fill="url(#s_x)" x="50%" y="45.5" width="9.4%" height="15"/>\
            <use class="q" href="#s_c" x="50%" y="45"/>\
            <use class="t" href="#s_m" x="65%" y="45"/><text class="n i" dx="6" y="57">59.4</text>\
            <rect class="b" fill="url(#s_b)" y="66.5" width="59.6%" height="9"/>\
            <text class="n" x="59.6%" dx="6" y="75">59.6</text></g></svg>
            """
        #expect(chart.svg(in: frame) == expected)
    }

    @Test func axisAndZeroLine() throws {
        let chart = ScoreBars(rows: [ScoreBars.Row(label: "A", facilitators: Measure(0.5, "50"))])
        let root = try SVGElement(parsing: chart.svg(in: frame))
        let symbol = try #require(root.all("symbol").first)
        #expect(symbol.children.map { $0.attributes["x1"] } == ["0", "25%", "50%", "75%", "100%"])
        #expect(root.all("line").filter { $0.classes == ["z"] }.map { $0.attributes["x1"] } == ["0"])
        #expect(root.all("text").suffix(5).map(\.text) == ["0", "25", "50", "75", "100"])
    }

    @Test func axisLabelsThatWouldTouchAreLeftOut() throws {
        let axis =
            [0.0, 0.5, 0.52, 0.54, 1].map { (place: Double) in Measure(place, "\(place)") } + [Measure(nil, "none")]
        let chart = ScoreBars(rows: [ScoreBars.Row(label: "A", facilitators: Measure(0.5, "50"))], axis: axis)
        let root = try SVGElement(parsing: chart.svg(in: frame))
        #expect(root.all("text").dropFirst(2).map(\.text) == ["0.0", "0.5", "1.0"])
        #expect(root.all("symbol").first?.children.count == 5)
    }

    private func classes(_ row: ScoreBars.Row) throws -> [String] {
        let root = try SVGElement(parsing: ScoreBars(rows: [row], axis: []).svg(in: frame))
        return root.all.filter { ["rect", "line", "use"].contains($0.name) }.flatMap(\.classes)
    }

    @Test func aCapIsDrawnOnlyWhereItBinds() throws {
        let facilitators = Measure(0.5, "50")
        #expect(
            try classes(.init(label: "A", facilitators: facilitators, cap: Measure(0.4, "c"))) == ["f", "x", "q"])
        #expect(try classes(.init(label: "A", facilitators: facilitators, cap: Measure(0.5, "c"))) == ["f"])
        #expect(try classes(.init(label: "A", facilitators: facilitators, cap: Measure(0.8, "c"))) == ["f"])
        #expect(try classes(.init(label: "A", facilitators: facilitators, cap: Measure(nil, "c"))) == ["f"])
        #expect(try classes(.init(label: "A", facilitators: Measure(nil, "w"), cap: Measure(0.4, "c"))) == ["w"])
        // A cap of zero leaves nothing that counts.
        #expect(try classes(.init(label: "A", facilitators: facilitators, cap: Measure(0, "c"))) == ["x", "q"])
    }

    @Test func theNoteStandsBeforeTheScoreWhereThereIsRoomAndElseBelowTheName() throws {
        func texts(_ label: String, _ note: String, score: Measure? = Measure(0.5, "50.0")) throws -> [SVGElement] {
            let row = ScoreBars.Row(label: label, score: score, note: note, facilitators: Measure(0.5, "50.0"))
            return try SVGElement(parsing: ScoreBars(rows: [row], axis: []).svg(in: frame)).all("text")
        }
        let beside = try texts("Technology", "target 65.0")
        #expect(beside.map(\.text) == ["Technology", "50.0", "target 65.0", "50.0"])
        #expect(Set(beside[0...2].map { $0.attributes["y"] }).count == 1)
        #expect(beside[2].classes == ["m", "e"])
        let below = try texts("Organisation of the work", "provisional, target 65.0")
        #expect(below[2].classes == ["m"] && below[2].attributes["x"] == nil)
        #expect(Double(below[2].attributes["y"] ?? "") ?? 0 > Double(below[0].attributes["y"] ?? "") ?? 99)
        let alone = try texts("Technology", "target 65.0", score: nil)
        #expect(alone.map(\.text) == ["Technology", "target 65.0", "50.0"])
    }

    @Test func capAndTargetDifferInShapeNotInColourAlone() throws {
        let row = ScoreBars.Row(
            label: "A", facilitators: Measure(0.5, "50"), target: 0.65, cap: Measure(0.4, "Cap 40.0"))
        let root = try SVGElement(parsing: ScoreBars(rows: [row], axis: []).svg(in: frame))
        let shapes = root.all("use").map { $0.attributes["href"] ?? "" }
        #expect(shapes == ["#s_c", "#s_m"])
        let boxes = root.all("path").filter { ["s_c", "s_m"].contains($0.attributes["id"]) }
            .map { PathBox.of($0.attributes["d"] ?? "") }
        // The cap stands out above and below the bar of 16 px; the target stays within it.
        #expect(boxes.map { $0.top < 0 && $0.bottom > 16 } == [true, false])
    }

    @Test func withheldIsAnEmptyTrackWithTheWordAndNeverAZero() throws {
        let withheld = ScoreBars.Row(
            label: "A", score: Measure(nil, "no score"), facilitators: Measure(nil, "withheld"),
            burden: Measure(.nan, "also withheld"), target: 0.5)
        #expect(try classes(withheld) == ["w", "w"])
        let root = try SVGElement(parsing: ScoreBars(rows: [withheld], axis: []).svg(in: frame))
        #expect(root.all("text").map(\.text) == ["A", "no score", "withheld", "also withheld"])
        let zero = ScoreBars.Row(label: "A", facilitators: Measure(0, "0.0"), burden: Measure(0, "0.0"))
        #expect(try classes(zero) == [])
    }

    @Test func whatIsOutsideTheScaleIsDrawnAtItsEnd() throws {
        let chart = ScoreBars(
            rows: [
                .init(label: "A", facilitators: Measure(1.4, "140"), burden: Measure(-1, "-100"), target: .infinity)
            ],
            axis: [])
        let root = try SVGElement(parsing: chart.svg(in: frame))
        #expect(root.all("rect").map { $0.attributes["width"] } == ["100%"])
        #expect(root.all("use").isEmpty)
    }

    @Test func onlyNumbersAtTheEndOfTheScaleTakeAGutter() throws {
        func rootClass(_ burden: Measure) throws -> String? {
            let chart = ScoreBars(rows: [.init(label: "A", facilitators: Measure(0.5, "50"), burden: burden)])
            return try SVGElement(parsing: chart.svg(in: frame)).attributes["class"]
        }
        #expect(try rootClass(Measure(0.7, "70.0")) == "chart")
        #expect(try rootClass(Measure(1, "99.9")) == "chart chart-end-46")
        #expect(try rootClass(Measure(1, "100.0")) == "chart chart-end-58")
        // Too long for any gutter: on a line of its own.
        #expect(try rootClass(Measure(1, "one hundred of one hundred")) == "chart chart-end-46")
    }

    @Test func longNamesBreakAndMakeTheRowHigher() throws {
        let name = String(repeating: "machine learning ", count: 18)
        #expect(name.count > 300)
        let root = try SVGElement(
            parsing: ScoreBars(rows: [.init(label: name, facilitators: Measure(0.5, "50"))]).svg(in: frame))
        let lines = root.all("text").filter { $0.classes == ["l"] }.map(\.text)
        #expect(lines.count > 5)
        #expect(lines.joined(separator: " ") + " " == name)
        let short = try SVGElement(
            parsing: ScoreBars(rows: [.init(label: "A", facilitators: Measure(0.5, "50"))]).svg(in: frame))
        let heights = [root, short].compactMap { $0.attributes["height"].flatMap(Double.init) }
        #expect(heights[0] - heights[1] == Double(lines.count - 1) * TextStyle.label.lineHeight)
    }

    @Test func rowsStandAsGiven() throws {
        let rows = (0..<15).map { ScoreBars.Row(label: "Domain \(14 - $0)", facilitators: Measure(0.5, "50")) }
        let root = try SVGElement(parsing: ScoreBars(rows: rows).svg(in: frame))
        #expect(root.all("text").filter { $0.classes == ["l"] }.map(\.text) == rows.map(\.label))
        let baselines = root.all("text").filter { $0.classes == ["l"] }.compactMap { Double($0.attributes["y"] ?? "") }
        #expect(baselines.count == 15 && baselines == baselines.sorted())
    }

    @Test func noRowsIsAnAxis() throws {
        let root = try SVGElement(parsing: ScoreBars(rows: []).svg(in: frame))
        #expect(root.all("text").map(\.text) == ["0", "25", "50", "75", "100"])
    }

    @Test func fiveRowsAreSmall() {
        let rows = ["Organisation", "Culture", "Expertise", "Technology", "Information"].map { name in
            ScoreBars.Row(
                label: name, score: Measure(0.5, "50.0"), facilitators: Measure(0.594, "59.4"),
                burden: Measure(0.596, "59.6"), target: 0.65,
                cap: Measure(0.5, "Held at 50.0 by Software restricted or slow"))
        }
        #expect(ScoreBars(rows: rows, scoreHeading: "Score").svg(in: frame).utf8.count < 5500)
    }
}
