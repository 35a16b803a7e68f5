/// Where the number of a bar stands: inside at the zero line where it fits, else behind the end of the bar, and never
/// on a mark.
///
/// All distances between places grow with the width, so what is free of overlap in the narrowest room is so in all.
struct NumberPlacement: Equatable {
    /// From a line or the end of a bar to the number, in px.
    static let padding = 6.0

    let place: Double
    /// In px, from the place towards the end of the line.
    let offset: Double
    let textWidth: Double

    /// A mark across the bar that the number must not touch.
    struct Obstacle {
        let place: Double
        /// In px, to either side.
        let halfWidth: Double
    }

    /// How far the number reaches from the zero line, on a scale of this width.
    func reach(on width: Double) -> Double { place * width + offset + textWidth }

    /// Inside the plain part of a bar, between zero or a mark and the next mark; nothing where it fits nowhere.
    static func inside(plainEnd: Double, textWidth: Double, obstacles: [Obstacle], width: Double) -> Self? {
        let ahead = obstacles.filter { $0.place < plainEnd }.sorted { $0.place < $1.place }
        let starts = [Obstacle(place: 0, halfWidth: 0)] + ahead
        let ends = ahead + [Obstacle(place: plainEnd, halfWidth: 0)]
        for (start, end) in zip(starts, ends) {
            let needed = textWidth + 2 * padding + start.halfWidth + end.halfWidth
            guard (end.place - start.place) * width >= needed else { continue }
            return Self(place: start.place, offset: padding + start.halfWidth, textWidth: textWidth)
        }
        return nil
    }

    /// Behind the end of a bar, past the marks that stand in the way.
    static func behind(end: Double, textWidth: Double, obstacles: [Obstacle], width: Double) -> Self {
        var place = end
        var offset = padding
        for obstacle in obstacles.sorted(by: { $0.place < $1.place }) {
            let room = (obstacle.place - place) * width - obstacle.halfWidth - 2
            // A mark just before the end of the bar reaches beyond it, the more the narrower the window.
            guard offset + textWidth > room, (obstacle.place - place) * width > -obstacle.halfWidth else { continue }
            if obstacle.place > place { place = obstacle.place }
            offset = padding + obstacle.halfWidth
        }
        return Self(place: place, offset: offset, textWidth: textWidth)
    }
}
