/// Hatchings, so that no meaning hangs on colour alone. The names are the ends of their ids.
enum Pattern: String {
    /// The burden of blockers: strong lines, rising.
    case burden = "b"
    /// Earned but cut off by a cap: fine lines, falling.
    case cutOff = "x"
    /// No answer: fine grey lines, falling.
    case noAnswer = "o"

    /// The definition; its lines take their colour from the stylesheet.
    func definition(in chart: String) -> String {
        let angle = self == .burden ? 45 : -45
        let spacing = self == .burden ? 5 : 6
        return "<pattern id=\"\(chart)_\(rawValue)\" width=\"\(spacing)\" height=\"\(spacing)\""
            + " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(\(angle))\">"
            + "<path class=\"h\(rawValue)\" d=\"M2 0V\(spacing)\"/></pattern>"
    }
}
