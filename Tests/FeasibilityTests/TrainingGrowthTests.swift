import Foundation
import Testing

@testable import Feasibility

@Suite struct CostCurveTests {
    @Test func measuredSizesAreMet() throws {
        let curve = try #require(CostCurve([(1000, 1), (4000, 2), (16_000, 4)]))
        #expect(abs(curve.cost(at: 4000) - 2) < 1e-9)
        #expect(abs(curve.cost(at: 2000) - 2.0.squareRoot()) < 1e-9)
        #expect(abs(curve.cost(at: 10) - 1) < 1e-9)
    }

    /// A factor of four doubled the cost before; beyond, it takes a factor of eight.
    @Test func beyondTheLargestTheSlopeFalls() throws {
        let curve = try #require(CostCurve([(1000, 1), (4000, 2), (16_000, 4)]))
        #expect(abs(curve.cost(at: 128_000) - 8) < 1e-9)
    }

    /// A small size that was disturbed shares the mean of its neighbour.
    @Test func theCurveNeverFalls() throws {
        let curve = try #require(CostCurve([(1000, 3), (2000, 1), (4000, 4)]))
        let costs = stride(from: 500.0, to: 8000, by: 100).map(curve.cost)
        #expect(costs == costs.sorted())
        #expect(abs(curve.cost(at: 1500) - 3.0.squareRoot()) < 1e-9)
    }

    @Test func twoSizesAreTooFew() {
        #expect(CostCurve([(1000, 1), (2000, 2), (2000, 3)]) == nil)
        #expect(CostCurve([(1000, 1), (2000, .nan), (3000, 0)]) == nil)
    }
}

@Suite struct TrainingGrowthTests {
    /// Texts with some features for each row, on a machine where each costs more once they outgrow a cache.
    private func training(_ rows: Int, featuresPerRow: Double, height: Double = 1) -> PhasedTraining {
        let kept = featuresPerRow * pow(Double(rows), 0.95)
        func cost(_ features: Double) -> Double { 1 + 2 * features / (features + 60_000) }
        return PhasedTraining(
            rows: rows, features: Int(kept * 5), kept: Int(kept),
            counting: [height * 1e-6 * Double(rows)], descent: [height * 2e-6 * Double(rows) * cost(kept)])
    }

    private let sizes = [1000, 2000, 4000, 8000, 16_000]

    /// The user's texts have twice the features of the reference, and cost half as much again.
    @Test func theReferenceShowsTheGrowth() throws {
        let own = sizes.map { training($0, featuresPerRow: 3, height: 1.5) }
        let reference = (sizes + [32_000, 64_000, 128_000, 256_000, 512_000]).map { training($0, featuresPerRow: 1.5) }
        let growth = try #require(TrainingGrowth(own, reference: reference))
        let whole = training(160_000, featuresPerRow: 3, height: 1.5)
        let truth = (whole.counting[0] + whole.descent[0]) / 160_000
        #expect(abs(growth.unitCost(160_000) / truth - 1) < 0.03)
    }

    @Test func forecastsFollowTheGrowth() throws {
        let own = sizes.map { training($0, featuresPerRow: 3) }
        let reference = (sizes + [32_000, 64_000, 128_000, 256_000, 512_000]).map { training($0, featuresPerRow: 1.5) }
        let timings = own.map {
            Timing(size: Double($0.rows), seconds: Array(repeating: $0.counting[0] + $0.descent[0], count: 5))
        }
        let limits = Shipped.rules.forecast
        let growth = try #require(TrainingGrowth(own, reference: reference))
        let forecast = try Forecast.ofTime(timings, size: 160_000, growth: growth, limits: limits)
        let whole = training(160_000, featuresPerRow: 3)
        let truth = whole.counting[0] + whole.descent[0]
        #expect(abs(forecast.amount.middle / truth - 1) < 0.05 && forecast.amount.contains(truth))
        #expect(forecast.rowCost > 1.3)
        // Where nothing is known of the growth, the forecast is far too low.
        let without = try Forecast.ofTime(timings, size: 160_000, limits: limits)
        #expect(without.amount.middle < truth * 0.95)
        let most = try #require(forecast.largestSize(within: truth / 2))
        #expect(most > 16_000 && most < 120_000)
    }

    @Test func tooLittleIsNoGrowth() {
        #expect(TrainingGrowth([], reference: sizes.map { training($0, featuresPerRow: 1) }) == nil)
        #expect(TrainingGrowth(sizes.map { training($0, featuresPerRow: 1) }, reference: []) == nil)
    }
}
