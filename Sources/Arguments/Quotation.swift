/// A text between quotation marks, fit for a line on a terminal.
///
/// Control and formatting characters, which could move the cursor, change colours or reverse the direction of
/// writing, are written as `\u{1B}`.
func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default:
            result.unicodeScalars.append(scalar)
        }
    }
    return result + "'"
}
