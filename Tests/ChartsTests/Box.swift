/// An upright rectangle on the screen, in px.
struct Box: Equatable {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    /// Whether two boxes share more than a hair's breadth.
    func overlaps(_ other: Box) -> Bool {
        let hair = 0.1
        return left < other.right - hair && other.left < right - hair
            && top < other.bottom - hair && other.top < bottom - hair
    }

    func contains(_ other: Box) -> Bool {
        left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom
    }
}
