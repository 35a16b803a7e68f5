import Questionnaires
import Scoring
import SeededRandomness
import Testing

@testable import Assessments

@Suite struct WaveContributionTests {
    private static func office() throws -> Questionnaire {
        try SmallOffice(items: [
            "L1 left facilitator", "L2 left facilitator weight 3", "LB left blocker class critical",
            "LD left blocker class drag", "LE left blocker class drag",
        ]).questionnaire()
    }

    private static func parts(_ metric: String, _ earlier: [Double], _ later: [Double]) throws -> [Int: Double] {
        func values(_ list: [Double]) -> [Int: Double] {
            Dictionary(list.enumerated().map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
        }
        let decomposition = WaveDecomposition(
            try office().metricsInFull(), earlier: values(earlier), later: values(later))
        return try #require(decomposition.parts(of: metric))
    }

    /// Shares of the weight: 1 and 3 of 4.
    @Test func aMeanByWeights() throws {
        let parts = try Self.parts("left.facilitators", [0.5, 0.25, 0, 0, 0], [0.75, 0.5, 0, 0, 0])
        #expect(isClose(parts[0], 0.0625) && isClose(parts[1], 0.1875))
        #expect(parts.count == 2)
    }

    /// LB falls from 1 to ¼ and LD rises from ½ to ¾; they meet half way, at ⅝. Until then LB moves the worst, by −⅜,
    /// from then on LD, by ⅛.
    @Test func theWorstOfSeveral() throws {
        let parts = try Self.parts("left.blockersWorst", [0, 0, 1, 0.5, 0], [0, 0, 0.25, 0.75, 0])
        #expect(isClose(parts[2], -0.375) && isClose(parts[3], 0.125) && isClose(parts[4], 0))
    }

    @Test func thoseThatAreEquallyBadShare() throws {
        let parts = try Self.parts("left.blockersWorst", [0, 0, 0.5, 0.5, 0.25], [0, 0, 1, 1, 0.25])
        #expect(isClose(parts[2], 0.25) && isClose(parts[3], 0.25) && isClose(parts[4], 0))
    }

    @Test func theMostThatIsPossibleIsNotTakenApart() throws {
        let decomposition = WaveDecomposition(try Self.office().metricsInFull(), earlier: [:], later: [:])
        #expect(decomposition.parts(of: "left.cap") == nil)
        #expect(decomposition.parts(of: "left.score") == nil)
        #expect(decomposition.parts(of: "nowhere") == nil)
    }

    /// Parts add up, and turn their signs when the waves are swapped.
    @Test func partsAddUp() throws {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<300 {
            let places = [0.0, 0.25, 0.5, 0.75, 1, 0.3, 0.65]
            let earlier = (0..<5).map { _ in places.randomElement(using: &random) ?? 0 }
            let later = (0..<5).map { _ in places.randomElement(using: &random) ?? 0 }
            let parts = try Self.parts("left.burden", earlier, later)
            func burden(_ list: [Double]) -> Double {
                0.5 * (list[2...].max() ?? 0) + 0.5 * list[2...].reduce(0, +) / 3
            }
            #expect(abs(parts.values.reduce(0, +) - (burden(later) - burden(earlier))) < 1e-12)
            let back = try Self.parts("left.burden", later, earlier)
            for (item, part) in parts { #expect(abs(part + (back[item] ?? 0)) < 1e-12) }
        }
    }
}
