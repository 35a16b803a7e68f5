import Charts
import Testing

struct DistributionBarTests {
    private let frame = ChartFrame(id: "a", title: "Answers", description: "Twelve.")

    private func shares(_ counts: [Int]) -> [DistributionBar.Share] {
        counts.map { DistributionBar.Share(Double($0), "\($0)") }
    }

    private func root(_ chart: DistributionBar) throws -> SVGElement { try SVGElement(parsing: chart.svg(in: frame)) }

    @Test func toTheByte() {
        let chart = DistributionBar(
            options: shares([0, 1, 2, 0, 0]), noAnswer: DistributionBar.Share(1, "1"), mean: Measure(0.416, "41.6"),
            meaning: .moreIsWorse)
        let expected = """
            <svg class="chart chart-worse" width="100%" height="43" role="img" aria-labelledby="a_t a_d">\
            <title id="a_t">Answers</title><desc id="a_d">Twelve.</desc><g aria-hidden="true"><defs>\
            <pattern id="a_o" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">\
            <path class="ho" d="M2 0V6"/></pattern><path id="a_s" d="M-1.5 0V20H1.5V0"/>\
            <path id="a_p" d="M0 40l-5-8h10z"/></defs>\
            <rect class="s1" width="25%" height="20"/><rect class="s2" x="25%" width="50%" height="20"/>\
            <rect class="o" fill="url(#a_o)" x="75%" width="25%" height="20"/>\
            <rect class="r" y="0.5" width="100%" height="19"/>\
            <use class="s" href="#a_s" x="25%"/><use class="s" href="#a_s" x="75%"/>\
            <text class="n i1 c" x="12.5%" y="14">1</text><text class="n i2 c" x="50%" y="14">2</text>\
            <text class="n c" x="87.5%" y="14">1</text><line class="a" x2="100%" y1="41" y2="41"/>\
            <use class="p" href="#a_p" x="41.6%"/><text class="n" x="41.6%" dx="9" y="36">41.6</text></g></svg>
            """
        #expect(chart.svg(in: frame) == expected)
    }

    @Test func optionsKeepTheirStepWhateverIsEmpty() throws {
        let chart = try root(DistributionBar(options: shares([1, 0, 0, 2, 1]), meaning: .moreIsBetter))
        #expect(chart.all("rect").flatMap(\.classes) == ["s0", "s3", "s4", "r"])
        let three = try root(DistributionBar(options: shares([1, 1, 1]), meaning: .moreIsBetter))
        #expect(three.all("rect").flatMap(\.classes) == ["s0", "s2", "s4", "r"])
    }

    @Test func countsStandOnlyWhereTheyFit() throws {
        let chart = try root(DistributionBar(options: shares([1, 90, 60, 46, 3]), meaning: .moreIsBetter))
        #expect(chart.all("text").map(\.text) == ["90", "60", "46"])
        #expect(chart.all("rect").count == 6)
    }

    @Test func oneAnswerOnlyHasNoSeam() throws {
        let chart = try root(DistributionBar(options: shares([0, 0, 9, 0, 0]), meaning: .moreIsBetter))
        #expect(chart.all("use").isEmpty)
        #expect(chart.all("rect").map { $0.attributes["width"] } == ["100%", "100%"])
    }

    @Test(arguments: [[], [0, 0, 0]] as [[Int]])
    func withoutAnswersAnEmptyTrackWithTheWord(counts: [Int]) throws {
        let chart = try root(
            DistributionBar(
                options: shares(counts), noAnswer: DistributionBar.Share(0, "0"), mean: Measure(nil, "no mean"),
                meaning: .moreIsBetter, withheld: "fewer than three"))
        #expect(chart.all("rect").flatMap(\.classes) == ["w"])
        #expect(chart.all("text").map(\.text) == ["fewer than three", "no mean"])
    }

    @Test func nobodyAnsweredIsNotTheSameAsNothingToShow() throws {
        let chart = try root(
            DistributionBar(
                options: shares([0, 0]), noAnswer: DistributionBar.Share(5, "5"), meaning: .moreIsBetter,
                withheld: "fewer than three"))
        #expect(chart.all("rect").flatMap(\.classes) == ["o", "r"])
        #expect(chart.all("text").map(\.text) == ["5"])
    }

    @Test func amountsThatAreNoAmountsCountAsZero() {
        #expect([-1, .nan, .infinity, -.infinity].map { DistributionBar.Share($0, "").amount } == [0, 0, 0, 0])
        #expect(DistributionBar.Share(2.5, "").amount == 2.5)
    }

    /// The number of the mean changes sides where the scale ends, and goes below where it is too long for either.
    @Test(arguments: [
        (0.0, "1.0", ["n"], "9"), (0.9, "90.0", ["n", "e"], "-9"),
        (0.5, "a mean that is much too long for either side", ["n"], nil),
    ])
    func placeOfTheMean(fraction: Double, text: String, classes: [String], dx: String?) throws {
        let chart = try root(
            DistributionBar(options: shares([1]), mean: Measure(fraction, text), meaning: .moreIsBetter))
        let number = try #require(chart.all("text").dropFirst().first)
        #expect(number.classes == classes)
        #expect(number.attributes["dx"] == dx)
    }

    @Test func isSmall() {
        let frame = ChartFrame(
            id: "item-CB1", title: "Expertise in silos", description: "1 nuisance, 7 slow, 2 serious, 1 no answer.")
        let chart = DistributionBar(
            options: shares([0, 1, 7, 2, 0]), noAnswer: DistributionBar.Share(1, "1"), mean: Measure(0.774, "77.4"),
            meaning: .moreIsWorse)
        #expect(chart.svg(in: frame).utf8.count < 1250)
    }
}
