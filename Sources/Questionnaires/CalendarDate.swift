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
