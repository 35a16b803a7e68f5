import JSON
import Testing

@testable import Feasibility

@Suite struct FeasibilityRulesTests {
    /// method: memory up to .8, at most ten times, caution from three times, twelve months.
    @Test func shippedRulesAreThoseOfTheMethod() {
        let rules = Shipped.rules
        #expect(rules.needs[.memory] == NeedLimits(met: 0.8, partly: 1))
        #expect(rules.needs[.time] == NeedLimits(met: 1, partly: 1) && rules.needs.count == Need.allCases.count)
        #expect(rules.forecast.extrapolation == 10 && rules.forecast.cautiousFrom == 3 && rules.monthsValid == 12)
        #expect(rules.forecast.level >= 0.9)
    }

    private let text = """
        {"formatVersion": 1, "forecast": {"extrapolation": 10, "cautiousFrom": 3, "level": 0.9}, "monthsValid": 12,
         "needs": {"time": {"met": 1, "partly": 1}, "memory": {"met": 0.8, "partly": 1},
                   "latency": {"met": 1, "partly": 1}, "throughput": {"met": 1, "partly": 1}},
         "noise": {"spread": {"uneasy": 0.1, "busy": 0.2}, "loadPerCore": {"uneasy": 1, "busy": 2},
                   "switchesPerSecond": {"uneasy": 1, "busy": 2}}}
        """

    @Test(arguments: [
        (
            "\"met\": 0.8", "\"met\": 1.8",
            "$.needs.memory.met: more is met than partly met; write at most the \"partly\""
        ),
        (
            "\"cautiousFrom\": 3", "\"cautiousFrom\": 30",
            "$.forecast.cautiousFrom: caution begins beyond the limit; write at most the \"extrapolation\""
        ),
        (
            "\"uneasy\": 0.1", "\"uneasy\": 0.3",
            "$.noise.spread: a machine is busy before it is uneasy; write at most the \"busy\" as \"uneasy\""
        ),
        (
            "\"throughput\"", "\"througput\"",
            "$.needs.througput: the key \"througput\" is not known here; did you mean \"throughput\"?"
        ),
        (
            "\"monthsValid\": 12", "\"monthsValid\": 0",
            "$.monthsValid: 0 is not a whole number in range; write a whole number from 1 to 1200"
        ),
        ("\"level\": 0.9", "\"level\": 9", "$.forecast.level: 9 is out of range; write a number from 0.5 to 0.999"),
    ])
    func mistakes(from: String, to: String, finding: String) throws {
        #expect(FeasibilityRules.decode(try reader(of: text)) != nil)
        let root = try reader(of: text.replacing(from, with: to))
        #expect(FeasibilityRules.decode(root) == nil)
        #expect(root.found.first == "error: \(finding)")
    }
}
