public import JSON

/// Whether somebody who knows the subject and the language has read a translation.
public enum TranslationReview: Sendable, Hashable {
    case awaiting
    case done(by: String, date: String)

    /// Reads `"awaiting"`, or who read it and when.
    public static func decode(_ reader: JSONReader) -> TranslationReview? {
        if case .string = reader.node.content {
            return reader.name(among: ["awaiting"], kind: "state of review").map { _ in .awaiting }
        }
        guard let object = reader.object(keys: ["by", "date"]) else { return nil }
        let date = object.required("date")
        guard let by = object.required("by")?.text(), let day = date?.text() else { return nil }
        guard CalendarDate.isValid(day) else {
            date?.report("\"\(day)\" is not a date", "write year-month-day, as in 2026-03-31")
            return nil
        }
        return .done(by: by, date: day)
    }
}
