import JSON
import SeededRandomness
import Testing

@testable import Feasibility

@Suite struct VerdictTests {
    private let rules = Shipped.rules

    private func verdict(
        _ need: Need, upper: Double, of available: Double = 100, middle: Double? = nil, extrapolation: Double = 1,
        measured: String? = nil, today: String = "2026-05-02"
    ) throws -> Verdict {
        let required = Interval(lower: 0, middle: middle ?? upper, upper: upper)
        let evidence = NeedEvidence(
            need, required: required, available: available, extrapolation: extrapolation, size: 1000)
        return try #require(Verdict([evidence], measured: measured, today: today, rules: rules))
    }

    /// method: at most .8 of memory is met, up to all of it partly.
    @Test(arguments: [
        (79.9, Standing.met), (80.0, .met), (80.0001, .partly), (100.0, .partly), (100.0001, .notMet), (0.0, .met),
    ])
    func memory(upper: Double, standing: Standing) throws {
        #expect(try verdict(.memory, upper: upper).standing == standing)
    }

    /// Sums of decimal fractions miss a limit by a few units in the last place.
    @Test func eightTenthsAreReachedByASum() throws {
        let sum = (0..<8).reduce(0.0) { total, _ in total + 0.1 }
        #expect(sum != 0.8)
        #expect(try verdict(.memory, upper: sum, of: 1).standing == .met)
    }

    @Test(arguments: [
        (Need.time, 100.0, Standing.met), (.time, 100.1, .notMet), (.latency, 100, .met), (.throughput, 101, .notMet),
    ])
    func whatIsWithinTheWindowIsMet(need: Need, upper: Double, standing: Standing) throws {
        #expect(try verdict(need, upper: upper).standing == standing)
    }

    @Test func theUpperEndDecides() throws {
        let line = try #require(try verdict(.time, upper: 120, middle: 60).lines.first)
        #expect(line.standing == .notMet && line.reasons == [.tooMuch, .uncertain] && line.share == 1.2)
    }

    @Test(arguments: [
        (1.0, Standing.met, [StandingReason]()), (2.99, .met, []), (3.0, .partly, [.farForecast]),
        (10.0, .partly, [.farForecast]), (10.2, .notMet, [.beyondLimit]), (40.0, .notMet, [.beyondLimit]),
    ])
    func extrapolation(times: Double, standing: Standing, reasons: [StandingReason]) throws {
        let line = try #require(try verdict(.time, upper: 10, extrapolation: times).lines.first)
        #expect(line.standing == standing && line.reasons == reasons)
    }

    @Test func whatIsTooMuchStaysSoHoweverNear() throws {
        let line = try #require(try verdict(.time, upper: 110, extrapolation: 5).lines.first)
        #expect(line.standing == .notMet && line.reasons == [.tooMuch, .farForecast])
    }

    @Test(arguments: [
        ("2026-05-02", Standing.met), ("2025-05-02", .met), ("2025-05-01", .partly), ("2020-01-01", .partly),
        ("2027-01-01", .met), ("last year", .partly),
    ])
    func age(measured: String, standing: Standing) throws {
        #expect(try verdict(.time, upper: 10, measured: measured).standing == standing)
    }

    /// Twelve months after the 29th of February is the 28th.
    @Test func leapDays() {
        #expect(!Verdict.isOld("2024-02-29", today: "2025-02-28", months: 12))
        #expect(Verdict.isOld("2024-02-29", today: "2025-03-01", months: 12))
        #expect(!Verdict.isOld("2025-12-31", today: "2026-02-28", months: 2))
        #expect(Verdict.isOld("2023-02-29", today: "2023-03-01", months: 12))
    }

    @Test func bindingNeedsAreTheWorst() throws {
        func evidence(_ need: Need, _ upper: Double) -> NeedEvidence {
            NeedEvidence(need, required: Interval(upper), available: 100)
        }
        let verdict = try #require(
            Verdict(
                [evidence(.time, 150), evidence(.memory, 90), evidence(.latency, 300), evidence(.throughput, 10)],
                today: "2026-05-02", rules: rules))
        #expect(verdict.standing == .notMet && verdict.binding == [.latency, .time])
        let room = try #require(
            Verdict([evidence(.memory, 90), evidence(.time, 9)], today: "2026-05-02", rules: rules))
        #expect(room.standing == .partly && room.binding == [.memory])
        let met = try #require(Verdict([evidence(.time, 9)], today: "2026-05-02", rules: rules))
        #expect(met.binding == [] && met.lines[0].remedies == [])
        #expect(Verdict([], today: "2026-05-02", rules: rules) == nil)
    }

    @Test func remediesUndoWhatBinds() throws {
        let time = try #require(
            Verdict(
                [
                    NeedEvidence(
                        .time, required: Interval(250), available: 100, extrapolation: 4, size: 9000,
                        sizeWithin: 3400.7, accelerators: ["workstation"])
                ], measured: "2020-01-01", today: "2026-05-02", rules: rules)
        ).lines[0]
        #expect(
            time.remedies == [
                .window(seconds: 250), .rows(3400), .speed(2.5), .accelerator("workstation"), .measureMore(rows: 3001),
                .measureAgain,
            ])
        let memory = try #require(try verdict(.memory, upper: 120).lines.first)
        #expect(memory.remedies == [.memory(megabytes: 150)])
        let latency = try #require(try verdict(.latency, upper: 200).lines.first)
        #expect(latency.remedies == [.latency(seconds: 200), .speed(2)])
    }

    /// Whoever follows a remedy is met.
    @Test func followedRemediesMeet() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let need = Need.allCases.randomElement(using: &generator) ?? .time
            let upper = Double.random(in: 0.1...1000, using: &generator)
            let line = try #require(
                try verdict(need, upper: upper, of: .random(in: 0.1...1000, using: &generator)).lines.first)
            for remedy in line.remedies {
                switch remedy {
                case .window(let enough), .memory(let enough), .latency(let enough):
                    #expect(try verdict(need, upper: upper, of: enough).standing == .met)
                case .speed(let factor):
                    #expect(try verdict(need, upper: upper / factor, of: line.evidence.available).standing == .met)
                default: Issue.record("\(remedy)")
                }
            }
            #expect(line.remedies.isEmpty == (line.standing == .met))
        }
    }

    /// More of what is needed, a further forecast or an older measurement never make a standing better.
    @Test func standingsAreMonotone() throws {
        var generator = SeededGenerator(seed: 6)
        let days = ["2026-05-01", "2025-05-02", "2025-05-01", "2019-01-01"]
        for _ in 0..<1000 {
            let need = Need.allCases.randomElement(using: &generator) ?? .time
            let upper = Double.random(in: 1...200, using: &generator)
            let times = Double.random(in: 1...12, using: &generator)
            let age = Int.random(in: 0..<3, using: &generator)
            let base = try verdict(need, upper: upper, extrapolation: times, measured: days[age]).standing
            #expect(try verdict(need, upper: upper * 1.3, extrapolation: times, measured: days[age]).standing >= base)
            #expect(try verdict(need, upper: upper, extrapolation: times * 2, measured: days[age]).standing >= base)
            #expect(try verdict(need, upper: upper, extrapolation: times, measured: days[age + 1]).standing >= base)
        }
    }

    @Test func predictionHasThroughputAndLatency() throws {
        let rate = try #require(Rate(amount: 1000, seconds: [1, 1, 1]))
        let all = Workload.Prediction(perDay: 86_400_000, windowSeconds: nil, latencySeconds: 0.01)
        let evidence = NeedEvidence.ofPrediction(all, rate: rate, secondsAlone: Interval(0.02))
        let verdict = try #require(Verdict(evidence, today: "2026-05-02", rules: rules))
        #expect(verdict.lines.map(\.evidence.need) == [.throughput, .latency])
        #expect(verdict.lines.map(\.standing) == [.met, .notMet])
        #expect(NeedEvidence.ofPrediction(all, rate: rate, secondsAlone: nil).count == 1)
    }

    @Test func jsonHasWhatReportsNeed() throws {
        let json = try verdict(.memory, upper: 90).json
        #expect(
            json == [
                "standing": "partly", "binding": ["memory"],
                "needs": [
                    [
                        "need": "memory", "standing": "partly", "available": 100.0, "share": 0.9, "extrapolation": 1.0,
                        "required": ["lower": 0.0, "middle": 90.0, "upper": 90.0], "reasons": ["littleRoom"],
                        "remedies": [["kind": "memory", "megabytes": 112.5]],
                    ]
                ],
            ])
    }
}
