import Assessments
import JSON
import Questionnaires
import Responses
import Scoring

extension WaveComparisonReport {
    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// The comparison as JSON, for programs. The format is described in `reports/README.md`.
    public func json() -> String {
        JSONValue.object([
            "formatVersion": .integer(WaveComparisonReport.jsonFormatVersion),
            "waymark": JSONValue(provenances.first?.version),
            "organisation": .string(comparison.waves[0].subject),
            "waves": .array(
                zip(zip(comparison.waves, comparison.intervals), provenances).map { wave($0.0, $0.1, $1) }),
            "steps": .array(comparison.steps.map(step)),
        ]).canonicalText()
    }

    private func wave(
        _ wave: Assessment, _ intervals: [String: ClosedRange<Double>], _ provenance: Provenance
    ) -> JSONValue {
        let scores = wave.scores
        return [
            "id": .string(scores.wave.id), "collection": .string(scores.wave.collection.rawValue),
            "answered": .integer(wave.participation.answered),
            "questionnaire": [
                "id": .string(scores.questionnaire.id), "version": .string(scores.questionnaire.version),
            ],
            "digests": .object(
                [
                    "questionnaire": .string(provenance.questionnaireDigest),
                    "answers": .string(provenance.answersDigest),
                    "overrides": .array(
                        provenance.overrides.map { ["path": .string($0.path), "sha256": .string($0.digest)] }),
                ].merging(provenance.translationsJSON) { own, _ in own }),
            "leftOut": .array(
                provenance.leftOut.map { ["file": .string($0.file), "reason": .string($0.reason)] }),
            "overall": JSONValue(wave.overall?.value),
            "intervals": .object(intervals.mapValues { [.number($0.lowerBound), .number($0.upperBound)] }),
            "scores": .object(
                Dictionary(
                    wave.members.map { ($0.id, JSONValue($0.score.value)) }, uniquingKeysWith: { first, _ in first })),
        ]
    }

    private func step(_ step: WaveStep) -> JSONValue {
        [
            "earlier": .string(step.earlier.scores.wave.id), "later": .string(step.later.scores.wave.id),
            "recurring": .integer(step.recurring), "breaks": .array(step.breaks.map(json)),
            "members": .array(step.members.map(json)), "items": .array(step.items.map(json)),
            "recommendations": .array(step.recommendations.map(json)),
            "unmatched": [
                "added": .array(step.questionnaires.addedItems.map { .string($0.id) }),
                "dropped": .array(step.questionnaires.droppedItems.map { .string($0.id) }),
                "incomparable": .array(incomparable(step).map { .string($0) }),
            ],
        ]
    }

    private func incomparable(_ step: WaveStep) -> [String] {
        let matched = Set(step.items.map(\.pair.new.id))
        return step.questionnaires.pairs.map(\.new.id).filter { !matched.contains($0) }
    }

    private func json(_ something: WaveBreak) -> JSONValue {
        func groups(_ list: [[String]]) -> JSONValue { .array(list.map { .array($0.map { .string($0) }) }) }
        switch something {
        case .questionnaire(let old, let new, let added, let dropped, let incomparable):
            return [
                "kind": "questionnaire", "old": .string(old), "new": .string(new), "added": .integer(added),
                "dropped": .integer(dropped), "incomparable": .integer(incomparable),
            ]
        case .collection(let old, let new): return ["kind": "collection", "old": .string(old), "new": .string(new)]
        case .groups(let old, let new): return ["kind": "groups", "old": groups(old), "new": groups(new)]
        }
    }

    private func json(_ values: WaveMemberChange.WaveValues) -> JSONValue {
        [
            "earlier": JSONValue(values.earlier), "later": JSONValue(values.later), "change": JSONValue(values.change),
        ]
    }

    private func json(_ member: WaveMemberChange) -> JSONValue {
        [
            "id": .string(member.id), "title": .string(member.title), "score": json(member.score),
            "cap": member.cap.map(json) ?? .null,
            "capBinds": ["earlier": .bool(member.capBindsEarlier), "later": .bool(member.capBindsLater)],
            "capEvents": .array(member.capEvents.map(json)), "figures": .array(member.figures.map(json)),
        ]
    }

    private func option(_ position: Int?, of item: Item) -> JSONValue {
        JSONValue(position.map { item.scale.options[$0].id })
    }

    private func json(_ event: WaveCapEvent) -> JSONValue {
        [
            "item": .string(event.item.id), "earlierRating": option(event.earlierGate, of: event.item),
            "laterRating": option(event.laterGate, of: event.item), "earlierCap": JSONValue(event.earlierCap),
            "laterCap": JSONValue(event.laterCap), "isEarlierSet": .bool(event.isEarlierSet),
            "isLaterSet": .bool(event.isLaterSet), "moves": .bool(event.moves),
        ]
    }

    private func json(_ figure: WaveFigureChange) -> JSONValue {
        [
            "metric": .string(figure.id), "earlier": JSONValue(figure.earlier), "later": JSONValue(figure.later),
            "change": JSONValue(figure.change), "matchedShare": .number(figure.matchedShare),
            "comparedShare": .number(figure.comparedShare), "status": .string(figure.status.rawValue),
            "missing": .array(figure.missing.map { .string($0.id) }), "parts": figure.parts.map(json) ?? .null,
            "standardised": JSONValue(figure.standardised), "obstacle": JSONValue(figure.obstacle?.rawValue),
            "contributions": figure.contributions.map { parts in
                .array(
                    parts.map {
                        [
                            "item": .string($0.item.id), "earlier": .number($0.earlier), "later": .number($0.later),
                            "amount": .number($0.amount), "ratings": JSONValue($0.causes?.ratings),
                            "people": JSONValue($0.causes?.people),
                        ]
                    })
            } ?? .null,
            "test": figure.test.finding.map(json) ?? .null,
            "untested": JSONValue(figure.test.reason.map(WaveComparisonReport.name)),
        ]
    }

    private func json(_ parts: WaveParts) -> JSONValue {
        [
            "whole": .number(parts.whole), "ratings": .number(parts.matched.ratings),
            "people": .number(parts.matched.people), "items": .number(parts.items), "weights": .number(parts.weights),
        ]
    }

    static func name(_ reason: WaveTest.Reason) -> String {
        switch reason {
        case .noRule: "noRule"
        case .oneStatement: "oneStatement"
        case .tooFewPeople: "tooFewPeople"
        case .cannotBeFound: "cannotBeFound"
        case .noFigures: "noFigures"
        }
    }

    private func json(_ finding: WaveTest.Finding) -> JSONValue {
        [
            "isPaired": .bool(finding.isPaired), "earlierPeople": .integer(finding.earlierPeople),
            "laterPeople": .integer(finding.laterPeople),
            "probability": .number(WaveTestRounding.probability(finding.probability)),
            "adjusted": .number(WaveTestRounding.probability(finding.adjusted)),
            "isExact": .bool(finding.isExact),
            "smallest": JSONValue(WaveTestRounding.smallest(finding.smallest)),
            "isFound": .bool(finding.isFound),
        ]
    }

    private func json(_ item: WaveItemChange) -> JSONValue {
        [
            "id": .string(item.pair.new.id), "oldID": .string(item.pair.old.id), "member": JSONValue(item.member),
            "earlier": JSONValue(item.earlier), "later": JSONValue(item.later), "change": JSONValue(item.change),
            "earlierRating": option(item.earlierGate, of: item.pair.new),
            "laterRating": option(item.laterGate, of: item.pair.new),
            "kinds": .array(item.pair.kinds.map { .string($0.rawValue) }),
        ]
    }

    private func json(_ recommendation: WaveRecommendation) -> JSONValue {
        [
            "id": .string(recommendation.recommendation.id), "rank": .integer(recommendation.rank),
            "gain": JSONValue(recommendation.gain), "standing": .string(recommendation.standing.rawValue),
            "items": .array(
                recommendation.items.map {
                    [
                        "item": .string($0.item.id), "earlier": JSONValue($0.earlier), "later": JSONValue($0.later),
                        "aim": .number($0.aim), "isCeiling": .bool($0.isCeiling),
                        "outcome": .string($0.outcome.rawValue),
                    ]
                }),
        ]
    }
}
