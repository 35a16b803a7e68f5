/// A day of the Gregorian calendar, as ISO 8601 writes it: year-month-day.
struct CalendarDay: Sendable, Equatable, Comparable {
    let year: Int
    let month: Int
    let day: Int

    /// - Returns: nothing where the text is no day that exists.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(part) : nil
        }
        guard numbers.count == 3, (1...12).contains(numbers[1]),
            (1...CalendarDay.days(of: numbers[1], in: numbers[0])).contains(numbers[2])
        else { return nil }
        (year, month, day) = (numbers[0], numbers[1], numbers[2])
    }

    private init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The same day so many months later, or the last day of a shorter month.
    func adding(months: Int) -> CalendarDay {
        let total = year * 12 + month - 1 + months
        let month = total % 12 + 1
        return CalendarDay(
            year: total / 12, month: month, day: min(day, CalendarDay.days(of: month, in: total / 12)))
    }

    private static func days(of month: Int, in year: Int) -> Int {
        let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
