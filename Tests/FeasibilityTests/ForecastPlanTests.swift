import SeededRandomness
import Testing

@testable import Feasibility

@Suite struct ForecastPlanTests {
    @Test func aSmallWorkloadIsMeasuredInFull() throws {
        let plan = try #require(ForecastPlan(target: 10_000, available: 50_000, secondsPerUnit: 1e-4, budget: 60))
        #expect(plan.steps.map(\.size) == [625, 1250, 2500, 5000, 10_000])
        #expect(plan.extrapolation == 1 && plan.expectedSeconds <= 60)
        #expect(plan.steps.map(\.repetitions) == [23, 21, 19, 17, 15])
    }

    @Test func aLargeWorkloadIsMeasuredInPart() throws {
        let plan = try #require(ForecastPlan(target: 1_000_000, available: 1_000_000, secondsPerUnit: 1e-4, budget: 60))
        let largest = try #require(plan.steps.last)
        #expect(plan.expectedSeconds <= 60 && plan.expectedSeconds > 50)
        // Ten times what is measured is not enough for a million, however few the repetitions.
        #expect(largest.repetitions == 2 && largest.size > 60_000 && largest.size < 75_000)
        #expect(abs(plan.extrapolation - 1_000_000 / Double(largest.size)) < 1e-9)
    }

    /// Of 400,000 rows a tenth takes 4 seconds; 60 seconds are enough for it with five repetitions.
    @Test func repetitionsComeFirstWhereTheForecastReaches() throws {
        let plan = try #require(ForecastPlan(target: 390_000, available: 390_000, secondsPerUnit: 1e-4, budget: 60))
        #expect(plan.steps.last?.repetitions == 5 && plan.extrapolation <= 10)
        let tight = try #require(ForecastPlan(target: 500_000, available: 500_000, secondsPerUnit: 1e-4, budget: 60))
        #expect(tight.steps.last?.repetitions == 3 && tight.extrapolation <= 10)
    }

    @Test func aShareIsNotExceeded() throws {
        let plan = try #require(
            ForecastPlan(target: 10_000, available: 10_000, secondsPerUnit: 1e-3, budget: 60, mostShare: 0.1))
        #expect(plan.steps.last?.size == 1000 && plan.extrapolation == 10)
    }

    /// 2,000 rows of 2 µs take 4 ms, and a sixteenth of them would be too short to time.
    @Test func sizesShrinkLessWhereTheyWouldBeTooShort() throws {
        let plan = try #require(ForecastPlan(target: 2000, available: 2000, secondsPerUnit: 2e-6, budget: 10))
        let smallest = try #require(plan.steps.first)
        #expect(smallest.size > 400 && plan.steps.count == 5)
    }

    /// A sixteenth of 8,000 rows are 500.
    @Test func smallSizesAreAvoided() throws {
        let plan = try #require(
            ForecastPlan(target: 8000, available: 8000, secondsPerUnit: 1e-4, budget: 60, leastSize: 1000))
        #expect(plan.steps.first.map { abs($0.size - 1000) <= 1 } == true && plan.steps.last?.size == 8000)
        #expect(plan.steps.count == 5)
        // Below that there is no room, and five sizes are more important.
        let small = try #require(
            ForecastPlan(target: 900, available: 900, secondsPerUnit: 1e-4, budget: 60, leastSize: 1000))
        #expect(small.steps.count == 5 && small.steps.last?.size == 900)
    }

    @Test(arguments: [(0, 10, 1.0, 1.0), (10, 4, 1, 1), (100, 100, 0, 1), (100, 100, 1, 0), (10, 10, .infinity, 1)])
    func whatCannotBePlanned(target: Int, available: Int, seconds: Double, budget: Double) {
        #expect(ForecastPlan(target: target, available: available, secondsPerUnit: seconds, budget: budget) == nil)
    }

    @Test func roundsGoThroughAllSizes() throws {
        let plan = try #require(ForecastPlan(target: 10_000, available: 10_000, secondsPerUnit: 1e-3, budget: 130))
        #expect(plan.rounds.first == plan.steps.map(\.size))
        for step in plan.steps {
            #expect(plan.rounds.joined().count { $0 == step.size } == step.repetitions + 1)
        }
    }

    @Test func anyPlanKeepsItsPromises() {
        var generator = SeededGenerator(seed: 12)
        var planned = 0
        for _ in 0..<2000 {
            let target = Int.random(in: 1...10_000_000, using: &generator)
            let available = Int.random(in: 1...10_000_000, using: &generator)
            let seconds = ElementaryFunctions.power(10, .random(in: -7 ... -2, using: &generator))
            let budget = Double.random(in: 1...600, using: &generator)
            guard let plan = ForecastPlan(target: target, available: available, secondsPerUnit: seconds, budget: budget)
            else { continue }
            planned += 1
            let sizes = plan.steps.map(\.size)
            #expect(sizes == Set(sizes).sorted() && sizes.count >= 4 && (sizes.last ?? 0) <= min(target, available))
            // Five rows are the least, however little time there is.
            #expect(plan.expectedSeconds <= budget * 1.2 || sizes.last == ForecastPlan.sizeCount)
            #expect(plan.steps.allSatisfy { $0.repetitions >= 2 })
        }
        #expect(planned > 1500)
    }
}
