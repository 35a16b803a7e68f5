import Feasibility

/// Durations, amounts and rates as reports write them: three digits, with a unit that suits their size.
struct QuantityText {
    let words: Words

    private var numbers: NumberText { NumberText(words.strings.numbers) }

    /// A count, with thousands apart.
    func count(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return "–" }
        return numbers.count(Int(number.rounded()))
    }

    func count(_ number: Int) -> String { count(Double(number)) }

    /// Three digits that count.
    func number(_ number: Double) -> String {
        let size = abs(number)
        if size >= 100 { return count(number) }
        return numbers.fixed(number, decimals: size >= 10 ? 1 : size >= 1 ? 2 : 3)
    }

    /// A share from 0 to 1 with three decimals.
    func share(_ share: Double) -> String { numbers.fixed(share, decimals: 3) }

    func percent(_ share: Double) -> String {
        words("benchmark.percent", ["n": numbers.fixed(share * 100, decimals: share < 0.1 ? 1 : 0)])
    }

    func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<1e-3: words("benchmark.microseconds", ["n": number(seconds * 1e6)])
        case ..<1: words("benchmark.milliseconds", ["n": number(seconds * 1e3)])
        case ..<120: words("benchmark.seconds", ["n": number(seconds)])
        case ..<7200: words("benchmark.minutes", ["n": number(seconds / 60)])
        case ..<172_800: words("benchmark.hours", ["n": number(seconds / 3600)])
        default: words("benchmark.days", ["n": number(seconds / 86_400)])
        }
    }

    func megabytes(_ megabytes: Double) -> String {
        megabytes < 1000
            ? words("benchmark.megabytes", ["n": number(megabytes)])
            : words("benchmark.gigabytes", ["n": number(megabytes / 1000)])
    }

    /// An interval as its middle with the ends behind it.
    func interval(_ interval: Interval, _ write: (Double) -> String) -> String {
        if interval.lower == interval.upper { return write(interval.middle) }
        return words(
            "benchmark.interval",
            ["middle": write(interval.middle), "lower": write(interval.lower), "upper": write(interval.upper)])
    }
}
