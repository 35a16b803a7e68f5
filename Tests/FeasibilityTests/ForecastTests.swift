import JSON
import SeededRandomness
import Testing

@testable import Feasibility

@Suite struct ForecastTests {
    private let limits = Shipped.rules.forecast

    /// Timings without any noise of c + a n.
    private func exact(fixed: Double, perRow: Double, sizes: [Double] = [1000, 2000, 4000, 8000, 16_000]) -> [Timing] {
        sizes.map { Timing(size: $0, seconds: Array(repeating: fixed + perRow * $0, count: 3)) }
    }

    @Test func aStraightLineIsFound() throws {
        let forecast = try Forecast.ofTime(exact(fixed: 0, perRow: 1e-4), size: 160_000, limits: limits)
        #expect(abs(forecast.amount.middle / 16 - 1) < 0.03)
        #expect(forecast.amount.contains(16))
        #expect(abs(forecast.fit.curve.power - 1) <= 0.02 && forecast.fit.curve.fixed < 0.01)
        #expect(forecast.extrapolation == 10 && !forecast.isBeyondLimit && forecast.level == limits.level)
    }

    /// Straight proportion would say 12, since the fixed cost makes up half of the smallest run.
    @Test func fixedCostsAreNotMultiplied() throws {
        let forecast = try Forecast.ofTime(exact(fixed: 0.4, perRow: 5e-5), size: 160_000, limits: limits)
        #expect(abs(forecast.amount.middle / 8.4 - 1) < 0.05)
        #expect(abs(forecast.fit.curve.fixed - 0.4) < 0.05)
    }

    @Test(arguments: [1.3, 2.0])
    func powersAreFound(power: Double) throws {
        let timings = [500.0, 1000, 2000, 4000, 8000, 16_000].map { size in
            Timing(size: size, seconds: Array(repeating: 1e-5 * ElementaryFunctions.power(size, power), count: 5))
        }
        let forecast = try Forecast.ofTime(timings, size: 64_000, limits: limits)
        #expect(abs(forecast.fit.curve.power - power) < 0.05)
        #expect(forecast.amount.contains(1e-5 * ElementaryFunctions.power(64_000, power)))
    }

    @Test func tenTimesIsTheLimit() throws {
        let timings = exact(fixed: 0, perRow: 1e-4)
        #expect(try !Forecast.ofTime(timings, size: 160_000, limits: limits).isBeyondLimit)
        #expect(throws: ForecastRefusal.tooFar(extrapolation: 12.5, limit: 10, sizeNeeded: 20_000)) {
            try Forecast.ofTime(timings, size: 200_000, limits: limits)
        }
        let asked = try Forecast.ofTime(timings, size: 200_000, limits: limits, beyondLimit: true)
        #expect(asked.isBeyondLimit && asked.extrapolation == 12.5 && asked.amount.contains(20))
    }

    /// A tenth of 199,999 rows are 19,999, a hair less than needed.
    @Test func aTenthOfAnOddNumberOfRowsWillDo() throws {
        let timings = exact(fixed: 0, perRow: 1e-4, sizes: [2499, 4999, 9999, 19_999])
        #expect(try !Forecast.ofTime(timings, size: 199_999, limits: limits).isBeyondLimit)
    }

    @Test func threeSizesAreTooFew() {
        #expect(throws: ForecastRefusal.tooFewSizes(found: 3, needed: 4)) {
            try Forecast.ofTime(exact(fixed: 0, perRow: 1, sizes: [1, 2, 4]), size: 8, limits: limits)
        }
        let repeated = exact(fixed: 0, perRow: 1, sizes: [1, 2, 4, 4, 2])
        #expect(throws: ForecastRefusal.tooFewSizes(found: 3, needed: 4)) {
            try Forecast.ofTime(repeated, size: 8, limits: limits)
        }
        let empty = exact(fixed: 0, perRow: 1, sizes: [1, 2, 4]) + [Timing(size: 8, seconds: [0, -1, .nan])]
        #expect(throws: ForecastRefusal.tooFewSizes(found: 3, needed: 4)) {
            try Forecast.ofTime(empty, size: 8, limits: limits)
        }
    }

    @Test(arguments: [0, -5, Double.infinity, .nan])
    func aWorkloadHasASize(size: Double) {
        #expect(throws: ForecastRefusal.noSize) {
            try Forecast.ofTime(exact(fixed: 0, perRow: 1), size: size, limits: limits)
        }
    }

    /// One repetition in three that took twice as long moves nothing.
    @Test func disturbedRepetitionsAreOutvoted() throws {
        let disturbed = exact(fixed: 0, perRow: 1e-4).map {
            Timing(size: $0.size, seconds: $0.seconds + [$0.seconds[0] * 2])
        }
        let calm = try Forecast.ofTime(exact(fixed: 0, perRow: 1e-4), size: 160_000, limits: limits)
        let noisy = try Forecast.ofTime(disturbed, size: 160_000, limits: limits)
        #expect(abs(noisy.amount.middle / calm.amount.middle - 1) < 0.05)
    }

    @Test func noiseWidensTheInterval() throws {
        var widths: [Double] = []
        for noise in [0.01, 0.05, 0.15] {
            var generator = SeededGenerator(seed: 9)
            let program = SimulatedProgram(noise: noise, outliers: 0)
            let forecast = try Forecast.ofTime(program.timings(&generator), size: program.rows, limits: limits)
            widths.append(forecast.amount.upper / forecast.amount.lower)
        }
        #expect(widths == widths.sorted() && widths[2] > 1.3 * widths[0])
    }

    @Test func furtherIsLessSure() throws {
        let timings = exact(fixed: 0.05, perRow: 1e-4)
        let widths = try [2.0, 5, 10].map { times in
            let amount = try Forecast.ofTime(timings, size: 16_000 * times, limits: limits).amount
            return amount.upper / amount.lower
        }
        #expect(widths == widths.sorted())
    }

    /// Where the workload may outgrow the cache and nobody has looked, only the upper end can tell.
    @Test func aCacheThatMayBeOutgrownRaisesTheUpperEnd() throws {
        let timings = exact(fixed: 0, perRow: 1e-4)
        func upper(_ bytes: Double) throws -> Double {
            try Forecast.ofTime(
                timings, size: 160_000, step: CacheStep(bytesPerUnit: bytes, cacheBytes: 1e6...32e6), limits: limits
            ).amount.upper
        }
        // 160,000 rows of one byte fit into the smallest cache; of 500 bytes they outgrow the largest.
        #expect(try upper(500) > 1.2 * upper(1))
    }

    /// A few rows scattered over the bytes of the whole workload show what it will cost there.
    @Test func scatteredRowsShowWhatTheCacheWillCost() throws {
        let program = SimulatedProgram(noise: 0.01, outliers: 0, cache: 12e6, step: 0.6)
        let step = CacheStep(bytesPerUnit: program.bytesPerRow, cacheBytes: 2e6...32e6)
        var generator = SeededGenerator(seed: 4)
        var timings = program.timings(&generator)
        let before = try Forecast.ofTime(timings, size: program.rows, step: step, limits: limits).amount
        timings.append(
            program.timing(10_000, repetitions: 9, workingSet: program.rows * program.bytesPerRow, &generator))
        let after = try Forecast.ofTime(timings, size: program.rows, step: step, limits: limits).amount
        let truth = program.seconds(program.rows)
        #expect(before.middle < truth * 0.8)
        #expect(abs(after.middle / truth - 1) < 0.08 && after.contains(truth))
        #expect(after.upper / after.lower < before.upper / before.lower)
    }

    /// Unit and clock do not matter: ten times the seconds, ten times the forecast.
    @Test func forecastsScale() throws {
        var generator = SeededGenerator(seed: 3)
        let timings = SimulatedProgram(fixed: 0.2).timings(&generator)
        let base = try Forecast.ofTime(timings, size: 200_000, limits: limits).amount
        let longer = timings.map { Timing(size: $0.size, seconds: $0.seconds.map { $0 * 10 }) }
        let more = timings.map { Timing(size: $0.size * 7, seconds: $0.seconds) }
        let ten = try Forecast.ofTime(longer, size: 200_000, limits: limits).amount
        let seven = try Forecast.ofTime(more, size: 1_400_000, limits: limits).amount
        for (left, right) in [(ten.lower, base.lower), (ten.middle, base.middle), (ten.upper, base.upper)] {
            #expect(abs(left / right - 10) < 1e-6)
        }
        #expect(abs(seven.middle / base.middle - 1) < 1e-6 && abs(seven.upper / base.upper - 1) < 1e-6)
    }

    /// The order in which sizes were measured, and whether their repetitions came in one go, do not matter.
    @Test func orderDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 8)
        let timings = SimulatedProgram().timings(&generator)
        let single = timings.reversed().flatMap { timing in
            timing.seconds.map { Timing(size: timing.size, seconds: [$0]) }
        }
        let base = try Forecast.ofTime(timings, size: 200_000, limits: limits).amount
        #expect(try Forecast.ofTime(single, size: 200_000, limits: limits).amount == base)
    }

    @Test func theLargestSizeThatFitsIsFound() throws {
        let forecast = try Forecast.ofTime(exact(fixed: 0.1, perRow: 1e-4), size: 160_000, limits: limits)
        let half = try #require(forecast.largestSize(within: 8))
        #expect(forecast.fit.prediction(at: half, level: limits.level).upper <= 8)
        #expect(forecast.fit.prediction(at: half * 1.01, level: limits.level).upper > 8)
        #expect(forecast.largestSize(within: 1e6) == 160_000)
        #expect(forecast.largestSize(within: 0.001) == nil)
        let evidence = NeedEvidence(forecast, available: 8, rules: Shipped.rules)
        #expect(evidence.need == .time && evidence.sizeWithin == half && evidence.size == 160_000)
    }

    /// What a program holds: 60 MB of its own and 1 KB a row, in arrays whose capacity doubles or not.
    @Test func memoryGrowsWithTheRows() throws {
        let sizes = [1250.0, 2500, 5000, 10_000, 20_000]
        let peaks = sizes.map { MemoryPeak(size: $0, megabytes: 60 + $0 / 1000) }
        let forecast = try Forecast.ofMemory(peaks, size: 200_000, growth: .reserved, limits: limits)
        #expect(forecast.quantity == .peakMemoryMB)
        #expect(forecast.amount.contains(260) && abs(forecast.amount.middle / 260 - 1) < 0.15)
        let careful = try Forecast.ofMemory(peaks, size: 200_000, limits: limits)
        #expect(careful.amount.middle == forecast.amount.middle)
        #expect(careful.amount.upper > 1.4 * forecast.amount.upper)
        #expect(NeedEvidence(forecast, available: 1000, rules: Shipped.rules).need == .memory)
    }

    @Test func jsonHasTheCurve() throws {
        let forecast = try Forecast.ofTime(exact(fixed: 0, perRow: 1e-4), size: 160_000, limits: limits)
        guard case .object(let members) = forecast.json, case .object(let fit) = members["fit"] else {
            Issue.record("no objects")
            return
        }
        #expect(members["extrapolation"] == 10.0 && members["beyondLimit"] == false && members["quantity"] == "seconds")
        #expect(fit["sizes"] == [1000.0, 2000.0, 4000.0, 8000.0, 16_000.0])
    }

    /// Timings of any kind give ordered, finite numbers.
    @Test func anyTimingsGiveOrderedNumbers() throws {
        var generator = SeededGenerator(seed: 77)
        for _ in 0..<20 {
            let timings = (0..<Int.random(in: 4...8, using: &generator)).map { _ in
                Timing(
                    size: Double(Int.random(in: 1...1_000_000, using: &generator)),
                    seconds: (0..<3).map { _ in Double.random(in: 1e-6...1e4, using: &generator) })
            }
            guard let forecast = try? Forecast.ofTime(timings, size: 1_000_000, limits: limits, beyondLimit: true)
            else {
                continue
            }
            let amount = forecast.amount
            #expect(amount.lower > 0 && amount.lower <= amount.middle && amount.middle <= amount.upper)
            #expect(amount.upper.isFinite && forecast.fit.curve.fixed >= 0)
        }
    }
}

/// How often forecasts hold. The figures are those of these seeds; the margins leave room for other builds of the
/// mathematics library only.
@Suite struct ForecastCoverageTests {
    private struct Tally {
        var runs = 0
        var near = 0
        var covered = 0
    }

    /// Programs with a fixed cost up to a fifth, powers near one and noise of 2 to 5 %.
    private func tally(
        runs: Int, seed: UInt64, scattered: Bool = false, _ program: (inout SeededGenerator) -> SimulatedProgram
    ) throws -> Tally {
        var generator = SeededGenerator(seed: seed)
        var tally = Tally()
        for _ in 0..<runs {
            let program = program(&generator)
            let step = CacheStep(bytesPerUnit: program.bytesPerRow, cacheBytes: 1e6...32e6)
            let forecast = try Forecast.ofTime(
                program.timings(scattered: scattered, &generator), size: program.rows, step: scattered ? step : nil,
                limits: Shipped.rules.forecast)
            let run = program.wholeRun(&generator)
            tally.runs += 1
            tally.near += abs(forecast.amount.middle / run - 1) <= 0.15 ? 1 : 0
            tally.covered += forecast.amount.contains(run) ? 1 : 0
        }
        return tally
    }

    @Test func nineOfTenWithinFifteenPercent() throws {
        let tally = try tally(runs: 40, seed: 2026) { generator in
            SimulatedProgram(
                fixed: .random(in: 0...0.2, using: &generator), variable: .random(in: 1...50, using: &generator),
                power: .random(in: 0.98...1.06, using: &generator), noise: .random(in: 0.02...0.05, using: &generator))
        }
        #expect(tally.near >= 36 && tally.covered >= 36)
    }

    /// With rows scattered over the bytes of the whole workload a cache that is outgrown changes nothing.
    @Test func cachesThatAreOutgrown() throws {
        let tally = try tally(runs: 40, seed: 2027, scattered: true) { generator in
            SimulatedProgram(
                power: .random(in: 0.98...1.06, using: &generator), noise: .random(in: 0.02...0.05, using: &generator),
                cache: .random(in: 2e6...30e6, using: &generator), step: .random(in: 0.2...0.7, using: &generator))
        }
        #expect(tally.near >= 36 && tally.covered >= 36)
    }
}
