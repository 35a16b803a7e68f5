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

    /// A text broken into lines of a width.
    ///
    /// - Returns: the lower edge of the last line.
    mutating func paragraph(
        _ text: String, _ style: TextStyle, width: Double, offset: Double = 0, top: Double
    ) -> Double {
        lines(LineBreaker(width: width, style: style).lines(of: text), style, at: 0, offset: offset, top: top)
    }

    /// An empty outlined track with the word for what is withheld, inside where it fits and below where not.
    ///
    /// - Returns: the lower edge.
    mutating func withheldTrack(_ word: String, top: Double, width: Double) -> Double {
        let height = 18.0
        rectangle("w", from: 0, to: 1, top: top + 0.5, height: height - 1)
        if TextWidth.of(word, .note) <= width - 16 {
            lines([word], .note, at: 0, offset: 8, top: top + (height - TextStyle.note.lineHeight) / 2)
            return top + height
        }
        return paragraph(word, .note, width: width, top: top + height + 2)
    }
}
