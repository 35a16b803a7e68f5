extension Canvas {
    /// Lines of text below one another.
    ///
    /// - Returns: the lower edge of the last line.
    @discardableResult
    mutating func lines(
        _ lines: [String], _ style: TextStyle, at place: Double, offset: Double = 0, anchor: Anchor = .start,
        top: Double
    ) -> Double {
        var top = top
        for line in lines {
            let baseline = top + style.lineHeight / 2 + style.baselineShift
            text(line, style.cssClass, at: place, offset: offset, anchor: anchor, baseline: baseline)
            top += style.lineHeight
        }
        return top
    }

    /// An empty outlined track with the word for what is withheld, inside where it fits and below where not.
    ///
    /// - Returns: the lower edge.
    mutating func withheldTrack(_ word: String, top: Double, width: Double) -> Double {
        let height = 16.0
        rectangle("w", from: 0, to: 1, top: top + 0.5, height: height - 1)
        if TextWidth.of(word, .note) <= width - 16 {
            lines([word], .note, at: 0, offset: 8, top: top)
            return top + height
        }
        let breaker = LineBreaker(width: width, style: .note)
        return lines(breaker.lines(of: word), .note, at: 0, top: top + height + 2)
    }
}
