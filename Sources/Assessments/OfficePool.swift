public import Questionnaires
import Scoring
import Statistics

/// The assessments of several offices side by side: how each figure is spread over them, and where one of them lies.
///
/// Nothing is shown from which the figure of another office follows, whether to a reader outside or to an office that
/// knows its own:
///
/// - A quantile is the mean of the figures of at least `fewestOffices` offices around its place, rounded to `roundedTo`.
///   There is no mean, minimum, maximum or number of offices below a figure.
/// - The numbers shown of a figure lie at least `leastGap` apart, and as far from the ends of the scale; without any one
///   of the offices that enter, each number would still lie as far from the ends. Of an item only the median is shown, to
///   the greatest step of its scale, and the distance is at least that step. Numbers that lie closer are not shown, since figures that are
///   all alike, or all at an end, would follow from them. Whatever office asks, the figure of no other one can then be
///   narrowed down to less than about `leastGap`; that some number is not shown says at most that figures lie close.
/// - All figures of a member rest on the same offices, and where an office lies follows from its own figure and the
///   numbers shown to everybody, so that there is nothing to subtract.
/// - Two pools with other offices, waves or answers differ by at least `fewestOffices` offices; see ``OfficePoolBasis``.
///
/// The rule keeps figures that can be any number. Where all of a handful of offices state one agreed answer, their figures
/// lie on a grid; whoever knows it and reckons with the rule itself can in rare cases, near the ends of the scale, still
/// tell the lowest or highest of the others.
///
/// The rule is our proposal. Its numbers stand in `comparison.pool` of the questionnaire.
public struct OfficePool: Sendable {
    /// The questionnaire by which figures are named: that of the office named, else of the first.
    public let questionnaire: Questionnaire
    public let rule: OfficePoolRule
    /// How many offices there are, and of how many at least one figure is known.
    public let offices: Int
    public let known: Int
    /// The office whose own figures are shown.
    public let named: Assessment?
    public let figures: [OfficePoolFigure]

    /// - Parameters:
    ///   - assessments: one for each office, in any order; nothing for one whose wave cannot be assessed.
    ///   - named: the place among them of the office whose own figures are shown.
    /// - Throws: ``OfficePoolProblem`` where the offices cannot be pooled.
    public init(_ assessments: [Assessment?], named: Int? = nil) throws(OfficePoolProblem) {
        let present = assessments.enumerated().compactMap { place, assessment in assessment.map { (place, $0) } }
        guard let first = named.flatMap({ assessments[$0] }) ?? present.first?.1 else {
            throw .tooFew(known: 0, needed: OfficePoolRule.fewestOffices)
        }
        let questionnaire = first.scores.questionnaire
        guard let rule = questionnaire.comparison?.pool else { throw .noRule }
        for (place, assessment) in present {
            let differences = OfficePool.differences(assessment.scores.questionnaire, questionnaire)
            guard differences.isEmpty else { throw .notComparable(office: place, differences: differences) }
        }
        self.questionnaire = questionnaire
        self.rule = rule
        offices = assessments.count
        self.named = named.flatMap { assessments[$0] }
        let figures = OfficePool.figures(of: first).map { kind in
            OfficePoolFigure(kind, assessments: assessments, named: named, rule: rule)
        }
        self.figures = figures
        known = assessments.indices.count { office in figures.contains { $0.isKnown[office] } }
        guard known >= rule.fewestOffices else { throw .tooFew(known: known, needed: rule.fewestOffices) }
    }

    /// Every figure that a report shows: the whole, the members with their sides, the items.
    private static func figures(of assessment: Assessment) -> [OfficePoolFigure.Kind] {
        var kinds: [OfficePoolFigure.Kind] = []
        if let overall = assessment.overall, overall.metric.display == .points {
            kinds.append(.overall(id: overall.id, title: overall.metric.title))
        }
        for member in assessment.members {
            for (side, metric) in [
                (OfficePoolFigure.Side.score, member.score as MetricResult?), (.facilitators, member.facilitators),
                (.burden, member.burden),
            ] {
                guard let metric, metric.metric.display == .points else { continue }
                kinds.append(
                    .member(member.id, title: member.title, side: side, id: metric.id, metric: metric.metric.title))
            }
        }
        return kinds + assessment.scores.questionnaire.items.filter(\.hasPositions).map(OfficePoolFigure.Kind.item)
    }
}

/// Why offices cannot be put side by side.
public enum OfficePoolProblem: Error, Sendable, Equatable {
    /// The questionnaire does not say when figures of several offices may be shown.
    case noRule
    /// Figures of too few offices are known.
    case tooFew(known: Int, needed: Int)
    /// The questionnaire of an office would give the same answers other figures; what differs is named.
    case notComparable(office: Int, differences: [String])
}

extension OfficePool {
    /// What differs between two definitions so that the same answers could have other figures, by the keys of the
    /// format; texts and their translations may differ.
    static func differences(_ own: Questionnaire, _ reference: Questionnaire) -> [String] {
        guard own.id == reference.id else { return ["id"] }
        let comparison = QuestionnaireComparison(old: own, new: reference)
        var differences = (comparison.addedItems + comparison.droppedItems).map { "items \($0.id)" }
        for pair in comparison.pairs {
            let telling: Set<ItemChange.Kind> = [
                .rescaled, .reweighted, .moved, .redirected, .rerouted, .retagged, .other,
            ]
            let keys = pair.changes.filter { telling.contains($0.kind) || $0.change.key == "id" }.map(\.change.key)
            if !pair.isComparable { differences.append("items \(pair.new.id): version") }
            differences += keys.map { "items \(pair.new.id): \($0)" }
        }
        let prefixes = [
            "pool.", "coverage.", "comparison.pool.", "presentation.members", "presentation.score",
            "presentation.facilitators", "presentation.burden", "presentation.overall",
        ]
        differences += comparison.settings.map(\.key).filter { key in prefixes.contains { key.hasPrefix($0) } }
        for part in comparison.parts where [.dimensions, .tags, .roles, .metrics].contains(part.part) {
            differences += (part.added + part.dropped).map { "\(part.part.rawValue) \($0.id)" }
            for entry in part.changed {
                let keys = entry.changes.filter { !$0.isOfWords }.map(\.key)
                differences += keys.map { "\(part.part.rawValue) \(entry.entry.id): \($0)" }
            }
        }
        return differences.sorted()
    }
}

extension KeyChange {
    /// Whether only what people read differs.
    fileprivate var isOfWords: Bool {
        func isText(_ value: DefinitionValue?) -> Bool {
            switch value {
            case nil, .text, .texts: true
            case .number, .flag, .name, .names, .condition: false
            }
        }
        return isText(old) && isText(new)
    }
}
