import Questionnaires
public import Responses
import Scoring

/// What was answered in a wave, and what follows from it.
public struct AnsweredWave: Sendable {
    public let assessment: Assessment
    /// In the order of the respondents' names, so that the order of files does not matter.
    let responses: [Response]
    /// Between which numbers a metric would lie with other colleagues of the same kind, by its full id, as far as that
    /// is known.
    public let intervals: [String: ClosedRange<Double>]

    public init(_ assessment: Assessment, responses: [Response], intervals: [String: ClosedRange<Double>] = [:]) {
        self.assessment = assessment
        self.intervals = intervals
        self.responses = responses.sorted { $0.respondent < $1.respondent }
    }

    var scores: Scores { assessment.scores }
    var wave: Wave { assessment.scores.wave }
    var questionnaire: Questionnaire { assessment.scores.questionnaire }
}

/// The items by which a wave can be compared with another, as items of the newer questionnaire.
struct WaveMatching {
    /// The items that are matched, as they were pooled in the wave, by the ids of the newer questionnaire.
    let items: [String: PooledItem]
    /// The place in the wave's own questionnaire of each item that is matched, and where its options stand now.
    private let sources: [String: Source]

    private struct Source {
        let index: Int
        let places: [Int]
    }

    /// - Parameters:
    ///   - pairs: of the wave's items and those of the newer questionnaire; only comparable ones count.
    init(_ wave: AnsweredWave, pairs: [(own: Item, newer: Item)], newer: Questionnaire) {
        var items: [String: PooledItem] = [:]
        var sources: [String: Source] = [:]
        for (own, item) in pairs {
            guard let index = wave.questionnaire.index(ofItem: own.id), let places = own.places(on: item),
                let pooled = wave.scores.items[index].answering(
                    item, of: newer, respondents: wave.scores.respondents)
            else { continue }
            items[item.id] = pooled
            sources[item.id] = Source(index: index, places: places)
        }
        self.items = items
        self.sources = sources
    }

    /// The value of what somebody answered to an item, by the newer questionnaire; nothing without an answer.
    ///
    /// - Parameter cells: what the person said, in the order of the wave's own questionnaire.
    func value(of item: Item, in cells: [AnswerCell]) -> Double? {
        guard let source = sources[item.id], case .given(let content) = cells[source.index].content else { return nil }
        switch content {
        case .option(let position): return item.scale.options[source.places[position]].value
        case .options, .number, .text, .dontKnow, .notApplicable: return content.value(of: item)
        }
    }
}
