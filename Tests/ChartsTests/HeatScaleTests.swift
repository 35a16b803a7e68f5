import Testing

@testable import Charts

struct HeatScaleTests {
    @Test(arguments: [
        (0.0, 0), (0.1999, 0), (0.2, 1), (0.1999999999, 1), (0.39, 1), (0.4, 2), (0.6, 3), (0.799, 3), (0.8, 4), (1, 4),
        (-3, 0), (7, 4), (.nan, 0),
    ])
    func fifths(fraction: Double, step: Int) {
        #expect(HeatScale(.moreIsBetter).step(of: fraction) == step)
    }

    /// Four bands take four of the five steps, with both ends.
    @Test(arguments: [(0.1, 0), (0.15, 1), (0.5, 3), (0.84, 3), (0.85, 4)])
    func ownEdges(fraction: Double, step: Int) {
        #expect(HeatScale(.moreIsBetter, edges: [0.15, 0.5, 0.85]).step(of: fraction) == step)
    }

    @Test func cells() {
        let better = HeatScale(.moreIsBetter).cell(for: Measure(0.625, "62.5"))
        #expect(better == HeatCell(step: 3, cssClass: "chart-heat chart-heat-better-3", symbol: "◕"))
        let worse = HeatScale(.moreIsWorse).cell(for: Measure(0, "0"))
        #expect(worse == HeatCell(step: 0, cssClass: "chart-heat chart-heat-worse-0", symbol: "○"))
        let withheld = HeatScale(.moreIsWorse).cell(for: Measure(nil, "withheld"))
        #expect(withheld == HeatCell(step: nil, cssClass: "chart-heat chart-heat-none", symbol: "–"))
    }

    @Test func symbolsDiffer() {
        let scale = HeatScale(.moreIsBetter)
        let symbols = [0, 0.2, 0.4, 0.6, 0.8, nil].map { scale.cell(for: Measure($0, "")).symbol }
        #expect(Set(symbols).count == 6)
    }

    @Test(arguments: Meaning.allCases)
    func theStylesheetKnowsEveryClass(meaning: Meaning) {
        for fraction in [0, 0.2, 0.4, 0.6, 0.8, nil] {
            let classes = HeatScale(meaning).cell(for: Measure(fraction, "")).cssClass.split(separator: " ")
            for name in classes { #expect(StylesheetFacts.classes.contains(String(name)), "\(name)") }
        }
    }
}
