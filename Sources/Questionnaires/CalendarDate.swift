public import JSON

/// Dates as ISO 8601 writes them, year-month-day.
public enum CalendarDate {
    /// Whether the text is a day that exists in the Gregorian calendar.
    public static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2]),
            (1...12).contains(month)
        else { return false }
        let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    /// How many days lie between two days; negative where the second is the earlier one. Nothing where one is no date.
    public static func days(from first: String, to second: String) -> Int? {
        guard let first = dayNumber(first), let second = dayNumber(second) else { return nil }
        return second - first
    }

    /// The day as many months later, at the end of a shorter month; nothing where the text is no date.
    public static func adding(months: Int, to text: String) -> String? {
        guard isValid(text) else { return nil }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let month = parts[0] * 12 + parts[1] - 1 + months
        guard month >= 0, month < 120_000 else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        for day in stride(from: parts[2], through: 1, by: -1) {
            let date = "\(padded(month / 12, 4))-\(padded(month % 12 + 1, 2))-\(padded(day, 2))"
            if isValid(date) { return date }
        }
        return nil
    }

    /// Days since the first of March of the year 0, so that leap days come last in their year.
    private static func dayNumber(_ text: String) -> Int? {
        guard isValid(text) else { return nil }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let month = (parts[1] + 9) % 12
        let year = parts[0] - (parts[1] < 3 ? 1 : 0)
        // Years before the first of March of 0 would be negative; the calendar repeats after 400.
        let cycle = year + 400
        return 365 * cycle + cycle / 4 - cycle / 100 + cycle / 400 + (month * 306 + 5) / 10 + parts[2] - 1
    }

    private static func number(_ digits: Substring) -> Int? {
        digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(digits) : nil
    }
}

extension JSONReader {
    /// A day, as an ISO 8601 date.
    public func date() -> String? {
        guard let text = string() else { return nil }
        guard CalendarDate.isValid(text) else {
            report("\"\(text.prefix(40))\" is not a date", "write year-month-day, as in 2026-03-31")
            return nil
        }
        return text
    }
}
