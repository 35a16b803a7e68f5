/// The three kinds of text in a chart, with the sizes that the stylesheet gives them.
enum TextStyle {
    /// The name of a row.
    case label
    /// A number at its mark.
    case number
    /// What explains: captions, callouts, words for withheld numbers, the axis.
    case note

    /// In px, and fixed: text in a chart never shrinks with the window.
    var size: Double {
        switch self {
        case .label: 13
        case .number, .note: 12
        }
    }

    var isBold: Bool { self != .note }

    /// From baseline to baseline.
    var lineHeight: Double {
        switch self {
        case .label: 18
        case .number, .note: 16
        }
    }

    var cssClass: String {
        switch self {
        case .label: "l"
        case .number: "n"
        case .note: "m"
        }
    }

    /// How far the baseline is below the middle of a line: half the height of a capital.
    var baselineShift: Double { 0.36 * size }
}
