/// A small picture of one kind of mark, with the classes and patterns of the charts.
struct Swatch {
    private let mark: ChartKey.Mark
    private let identifier: String
    private let direction: TextDirection

    /// - Parameter identifier: fit for an id, and unique within the page.
    init(_ mark: ChartKey.Mark, identifier: String, direction: TextDirection) {
        self.mark = mark
        self.identifier = identifier
        self.direction = direction
    }

    var svg: String {
        "<svg class=\"chart chart-\(meaning.rawValue)\" width=\"20\" height=\"14\" aria-hidden=\"true\">"
            + "\(content)</svg>"
    }

    private var meaning: Meaning {
        switch mark {
        case .option(_, _, let meaning), .noAnswer(let meaning), .mean(let meaning), .now(let meaning),
            .then(let meaning):
            meaning
        case .facilitators, .cutOff, .cap, .target, .withheld: .moreIsBetter
        case .burden: .moreIsWorse
        }
    }

    private var content: String {
        switch mark {
        case .facilitators: rectangle("f")
        case .cutOff: rectangle("x", .cutOff)
        case .burden: rectangle("b", .burden)
        case .cap: "<path class=\"q\" d=\"M4 0H16V3H11.5V14H8.5V3H4z\"/>"
        case .target: "<path class=\"t\" d=\"M10 0L15 7L10 14L5 7z\"/>"
        case .withheld: rectangle("w")
        case .option(let index, let count, _):
            rectangle("s\(ColourRamp.step(ofEntry: index, among: count))") + rectangle("r")
        case .noAnswer: rectangle("o", .noAnswer) + rectangle("r")
        case .mean: "<path class=\"p\" d=\"M10 12l-5-8h10z\"/>"
        case .now: "<circle class=\"y\" cx=\"10\" cy=\"7\" r=\"4.5\"/>"
        case .then: "<path class=\"p\" d=\"\(direction == .leftToRight ? "M15 7 5 1V13z" : "M5 7 15 1V13z")\"/>"
        }
    }

    private func rectangle(_ cssClass: String, _ pattern: Pattern? = nil) -> String {
        let fill = pattern.map { " fill=\"url(#\(identifier)_\($0.rawValue))\"" } ?? ""
        return (pattern?.definition(in: identifier) ?? "")
            + "<rect class=\"\(cssClass)\"\(fill) x=\"1\" y=\"1.5\" width=\"18\" height=\"11\"/>"
    }
}
