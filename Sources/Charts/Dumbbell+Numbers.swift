extension Dumbbell {
    /// From the middle of a mark to its number, in px: past a ring or half an arrow head.
    static let distance = 10.0

    /// Whether a measure has a number, and one short enough to stand at its mark.
    static func standsAtMark(_ measure: Measure) -> Bool {
        measure.fraction != nil && TextWidth.of(measure.text, .number) <= Gutters.widestNumber
    }

    /// Room at those ends of the scale where a number would need it in the narrowest window.
    func gutters(room: Double) -> Gutters {
        let numbers = rows.flatMap(\.numbers)
        let needed = Gutters.width(for: numbers.map(\.width), distance: Self.distance)
        var gutters = Gutters()
        // The room at one end narrows the scale, so that the other end may need room as well.
        for _ in 0..<2 {
            for number in numbers {
                let place = number.isAfter ? 1 - number.place : number.place
                guard place * (room - gutters.total) < number.width + Self.distance else { continue }
                if number.isAfter { gutters.end = needed } else { gutters.start = needed }
            }
        }
        return gutters
    }
}

extension Dumbbell.Row {
    /// A number on the outer side of its mark.
    struct Number {
        let text: String
        let place: Double
        /// On the side of the higher numbers.
        let isAfter: Bool

        var width: Double { TextWidth.of(text, .number) }
    }

    var numbers: [Number] {
        guard let now = now.fraction, let then = then.fraction else {
            return [number(of: now, isAfter: true), number(of: then, isAfter: true)].compactMap { $0 }
        }
        return [number(of: self.now, isAfter: now > then), number(of: self.then, isAfter: now <= then)]
            .compactMap { $0 }
    }

    private func number(of measure: Measure, isAfter: Bool) -> Number? {
        guard Dumbbell.standsAtMark(measure), let place = measure.fraction else { return nil }
        return Number(text: measure.text, place: place, isAfter: isAfter)
    }
}
