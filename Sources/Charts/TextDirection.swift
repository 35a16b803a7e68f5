/// The direction in which the page is read; charts for right-to-left pages are mirrored.
public enum TextDirection: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
}
