/// The direction in which the page is read; charts for right-to-left pages are mirrored.
public enum TextDirection: Sendable {
    case leftToRight
    case rightToLeft
}
