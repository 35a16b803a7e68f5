/// Room in px beside the scale for numbers that stand behind the end of a full bar.
///
/// Percentages cannot leave out pixels, so the stylesheet pads the chart, by one of a few classes.
struct Gutter {
    static let widths = [40.0, 56, 72, 96]
    /// Numbers up to this width find room behind the end of a bar.
    static let widestText = 82.0

    let width: Double

    /// The least gutter in which all those of the texts find room that find room in any.
    ///
    /// - Parameters:
    ///   - textWidths: in px.
    ///   - distance: from the end of a bar to its number.
    init(for textWidths: some Sequence<Double>, distance: Double) {
        let needed = distance + 4 + (textWidths.filter { $0 <= Self.widestText }.max() ?? 0)
        width = Self.widths.first { $0 >= needed } ?? 96
    }

    /// - Parameter side: `end` or `both`.
    func cssClass(_ side: String) -> String { "chart-\(side)-\(Markup.number(width))" }
}
