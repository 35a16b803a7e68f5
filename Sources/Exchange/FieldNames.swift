/// Gives out names that a platform accepts, each once.
///
/// The same questions in the same order get the same names, so that answers find their way back.
struct FieldNames {
    let style: Style
    private var taken: Set<String> = []

    enum Style {
        /// Letters, digits and underscores.
        case xlsForm
        /// Letters and digits, at most 20.
        case limeSurvey

        fileprivate var limit: Int { self == .limeSurvey ? 20 : 100 }
    }

    init(_ style: Style) { self.style = style }

    /// A name for an id, told apart from those given out before, whatever their case.
    mutating func name(_ id: String) -> String {
        var base = String(
            String.UnicodeScalarView(
                id.unicodeScalars.compactMap { scalar in
                    if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                        return scalar
                    }
                    return style == .xlsForm ? "_" : nil
                }))
        if base.unicodeScalars.first.map({ !$0.properties.isAlphabetic }) ?? true { base = "q" + base }
        var name = String(base.prefix(style.limit))
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let ending = style == .xlsForm ? "_\(number)" : "x\(number)"
            name = base.prefix(style.limit - ending.count) + ending
            number += 1
        }
        return name
    }
}
