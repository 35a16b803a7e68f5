/// Room in px at the ends of the scale for numbers that stand beyond a mark near its end.
///
/// Percentages cannot leave out pixels, so the stylesheet pads the chart, by one of a few classes. A chart whose
/// numbers all find room on the scale has no gutters and is flush with the text around it.
struct Gutters: Equatable {
    static let widths = [46.0, 58, 72, 96]
    /// Numbers up to this width find room beyond any mark.
    static let widestNumber = 82.0

    var start = 0.0
    var end = 0.0

    var total: Double { start + end }

    var cssClasses: String {
        (start > 0 ? " chart-start-\(Markup.number(start))" : "") + (end > 0 ? " chart-end-\(Markup.number(end))" : "")
    }

    /// The least width in which all those numbers find room that find room in any.
    ///
    /// - Parameters:
    ///   - numberWidths: in px.
    ///   - distance: from a mark to its number.
    static func width(for numberWidths: some Sequence<Double>, distance: Double) -> Double {
        let needed = distance + 4 + (numberWidths.filter { $0 <= widestNumber }.max() ?? 0)
        return widths.first { $0 >= needed } ?? 96
    }
}
