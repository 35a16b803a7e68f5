extension ScoreBars.Row {
    /// What the marks across a bar take to either side of their place, in px.
    static let capHalfWidth = 3.5
    static let targetHalfWidth = 5.0

    /// The cap where it holds the score down.
    var bindingCap: Measure? {
        guard let cap, let place = cap.fraction, let end = facilitators.fraction, place < end else { return nil }
        return cap
    }

    /// Where the part of the facilitators ends that counts.
    var plainEnd: Double? { bindingCap?.fraction ?? facilitators.fraction }

    private var obstacles: [NumberPlacement.Obstacle] {
        let cap = bindingCap?.fraction.map { NumberPlacement.Obstacle(place: $0, halfWidth: Self.capHalfWidth) }
        let target = target.map { NumberPlacement.Obstacle(place: $0, halfWidth: Self.targetHalfWidth) }
        return [cap, target].compactMap { $0 }
    }

    func facilitatorNumberInside(on width: Double) -> NumberPlacement? {
        guard let plainEnd else { return nil }
        return NumberPlacement.inside(
            plainEnd: plainEnd, textWidth: TextWidth.of(facilitators.text, .number), obstacles: obstacles, width: width)
    }

    func facilitatorNumberBehind(on width: Double) -> NumberPlacement? {
        guard let end = facilitators.fraction else { return nil }
        return NumberPlacement.behind(
            end: end, textWidth: TextWidth.of(facilitators.text, .number), obstacles: obstacles, width: width)
    }

    func burdenNumber(on width: Double) -> NumberPlacement? {
        guard let burden, let end = burden.fraction else { return nil }
        return NumberPlacement.behind(
            end: end, textWidth: TextWidth.of(burden.text, .number), obstacles: [], width: width)
    }
}

extension ScoreBars {
    /// Room at the end of the scale, where a number would need it in the narrowest window.
    func gutters(room: Double) -> Gutters {
        let placements =
            rows.compactMap { $0.facilitatorNumberInside(on: room) ?? $0.facilitatorNumberBehind(on: room) }
            + rows.compactMap { $0.burdenNumber(on: room) }
        guard placements.contains(where: { $0.reach(on: room) > room }) else { return Gutters() }
        let distance = NumberPlacement.padding + Row.targetHalfWidth
        return Gutters(end: Gutters.width(for: placements.map(\.textWidth), distance: distance))
    }
}
