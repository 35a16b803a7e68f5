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
        // Where nothing is known of the growth, the forecast is less sure.
        let without = try Forecast.ofTime(timings, size: 160_000, limits: limits)
        #expect(without.amount.upper / without.amount.lower > forecast.amount.upper / forecast.amount.lower)
        let most = try #require(forecast.largestSize(within: truth / 2))
        #expect(most > 16_000 && most < 120_000)
    }

    /// Two repetitions of each size that are a tenth off their mean: of their logarithms the variance is
    /// ln(1.1 / 0.9)² / 2, and a mean of two has half of that.
    @Test func anUnsteadyReferenceWidensTheInterval() throws {
        func unsteady(_ rows: Int, _ off: Double) -> PhasedTraining {
            let one = training(rows, featuresPerRow: 1.5)
            return PhasedTraining(
                rows: rows, features: one.features, kept: one.kept,
                counting: [one.counting[0] * (1 - off), one.counting[0] * (1 + off)],
                descent: [one.descent[0] * (1 - off), one.descent[0] * (1 + off)])
        }
        let all = sizes + [32_000, 64_000, 128_000, 256_000]
        let own = sizes.map { training($0, featuresPerRow: 1.5) }
        let timings = own.map {
            Timing(size: Double($0.rows), seconds: Array(repeating: $0.counting[0] + $0.descent[0], count: 5))
        }
        func growth(_ off: Double) throws -> TrainingGrowth {
            try #require(TrainingGrowth(own, reference: all.map { unsteady($0, off) }))
        }
        let error = try growth(0.1).standardError(from: 16_000, to: 160_000)
        #expect(abs(error - abs(log(1.1 / 0.9)) / 2.0.squareRoot()) < 1e-9)
        #expect(try growth(0).standardError(from: 16_000, to: 160_000) == 0)
        func width(_ off: Double) throws -> Double {
            let amount = try Forecast.ofTime(
                timings, size: 160_000, growth: growth(off), limits: Shipped.rules.forecast
            ).amount
            return log(amount.upper / amount.middle)
        }
        // In quadrature with what the fit does not know; the doubt about other texts is the same in both.
        #expect(try width(0.1) > width(0) + 0.05)
        #expect(try width(0.1) < width(0) + 1.96 * error)
    }

    @Test func tooLittleIsNoGrowth() {
        #expect(TrainingGrowth([], reference: sizes.map { training($0, featuresPerRow: 1) }) == nil)
        #expect(TrainingGrowth(sizes.map { training($0, featuresPerRow: 1) }, reference: []) == nil)
    }
}
