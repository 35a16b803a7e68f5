import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// The first screen: what rose or fell, what cannot be told, and what became of the recommendations.
extension WaveComparisonModel {
    struct Group {
        let title: String
        var sentences: [String]
    }

    /// What an executive reads of a step, the most telling first; the first sentence is the headline.
    func front(_ step: WaveStep) -> [Group] {
        var changed = told(step)
        if comparison.steps.count > 1 { changed.append(words("compare.earlierSteps")) }
        return [
            Group(title: words("compare.changed"), sentences: changed),
            Group(title: words("compare.unclear"), sentences: unclear(step)),
            Group(
                title: words(
                    "compare.recommendationsOf", ["wave": setting.name(step.earlier.scores.wave.id)]),
                sentences: recommendationsInShort(step)),
        ]
    }

    // MARK: What rose or fell

    private func told(_ step: WaveStep) -> [String] {
        let caps = step.members.compactMap(capSentence)
        let found = step.members.compactMap(foundSentence)
        guard !caps.isEmpty || !found.isEmpty else { return [nothing(step)] }
        return caps + found + (found.isEmpty ? [] : [words("compare.foundAll")]) + people(inFound: step)
            + (caps.isEmpty ? [] : [words("compare.capUntested")]) + dominance(step)
    }

    private func foundSentence(_ member: WaveMemberChange) -> String? {
        guard !member.found.isEmpty else { return nil }
        let changes = member.found.map { found in
            words(
                (found.change ?? 0) > 0 ? "compare.foundRise" : "compare.foundFall",
                [
                    "metric": setting.name(found.metric.title), "from": figure(found.earlier, of: found.metric),
                    "to": withUnit(found.later, of: found.metric),
                ])
        }
        return words(
            "compare.found", ["member": setting.name(member.title), "changes": words.list(changes)])
    }

    /// That no weights of the members could turn the direction, where all moved the same way.
    private func dominance(_ step: WaveStep) -> [String] {
        let changes = step.members.map(\.score.change)
        guard changes.count > 1, changes.allSatisfy({ $0 != nil }) else { return [] }
        if changes.allSatisfy({ $0 ?? 0 > 1e-9 }) { return [words("compare.allRose")] }
        return changes.allSatisfy({ $0 ?? 0 < -1e-9 }) ? [words("compare.allFell")] : []
    }

    /// How much of what was found comes from who answered.
    private func people(inFound step: WaveStep) -> [String] {
        let found = step.members.flatMap { member in member.found.map { (member: member, figure: $0) } }
        let known = found.compactMap { found in
            found.figure.parts.map { (member: found.member, figure: found.figure, people: $0.matched.people) }
        }
        guard !found.isEmpty, known.count == found.count,
            let most = known.max(by: { $0.people.magnitude < $1.people.magnitude })
        else { return [] }
        guard most.people.magnitude >= 0.0005 else { return [words("compare.peopleNone")] }
        return [
            words(
                "compare.peopleMost",
                [
                    "most": withUnit(most.people.magnitude, of: most.figure.metric),
                    "member": setting.name(most.member.title), "metric": setting.name(most.figure.metric.title),
                ])
        ]
    }

    /// What to say where nothing is known to have changed.
    private func nothing(_ step: WaveStep) -> String {
        let figures = step.members.flatMap(\.figures)
        let isSame =
            figures.allSatisfy { $0.change.map { abs($0) < 1e-9 } ?? false }
            && step.members.allSatisfy { $0.score.change.map { abs($0) < 1e-9 } ?? false }
        if isSame, !figures.isEmpty { return words("compare.same") }
        let isTested = figures.contains { $0.test.finding != nil }
        return words(isTested ? "compare.nothingFound" : "compare.descriptive")
    }

    // MARK: What cannot be told

    func name(_ figure: WaveFigureChange, of member: WaveMemberChange) -> String {
        words(
            "compare.figureOf",
            ["member": setting.name(member.title), "metric": setting.name(figure.metric.title)])
    }

    private func unclear(_ step: WaveStep) -> [String] {
        let figures = step.members.flatMap { member in member.figures.map { (member: member, figure: $0) } }
        var sentences: [String] = []
        let quiet = figures.filter { entry in
            entry.figure.test.finding?.isFound == false && (entry.figure.change ?? 0).magnitude > 1e-9
        }
        if !quiet.isEmpty {
            sentences.append(
                words(
                    "compare.notFound",
                    ["figures": words.list(quiet.map { name($0.figure, of: $0.member) })]))
        }
        if let unseen = unseen(figures.map(\.figure)) { sentences.append(unseen) }
        let silent = silent(figures.map { ($0.figure, $0.member) }, step: step)
        return sentences + silent + (sentences.isEmpty && silent.isEmpty ? [words("compare.allTold")] : [])
    }

    private func unseen(_ figures: [WaveFigureChange]) -> String? {
        // One sentence needs one unit.
        let tested = figures.filter { $0.metric.display == .points }
        let smallest = tested.compactMap { WaveTestRounding.smallest($0.test.finding?.smallest) }
        guard let least = smallest.min(), let most = smallest.max() else { return nil }
        let texts = (numbers.wholePoints(least), numbers.wholePoints(most))
        let withUnit = words("compare.points", ["number": texts.1])
        guard texts.0 != texts.1 else { return words("compare.unseen", ["least": withUnit]) }
        return words("compare.unseenRange", ["least": texts.0, "most": withUnit])
    }

    /// The figures of which nothing can be said, or not whether it is chance, by reason.
    private func silent(_ figures: [(WaveFigureChange, WaveMemberChange)], step: WaveStep) -> [String] {
        var groups: [(reason: String, figures: [String])] = []
        // A side that a domain does not have is no gap.
        let present = figures.filter { !($0.0.obstacle == .noFigure && $0.0.missing.isEmpty) }
        for (figure, member) in present {
            guard let reason = why(figure, step: step) else { continue }
            let name = name(figure, of: member)
            if let place = groups.firstIndex(where: { $0.reason == reason }) {
                groups[place].figures.append(name)
            } else {
                groups.append((reason, [name]))
            }
        }
        return groups.map { group in
            group.figures.count == present.count
                ? words("compare.silentAll", ["reason": group.reason])
                : words("compare.silent", ["figures": words.list(group.figures), "reason": group.reason])
        }
    }

    // MARK: What became of the recommendations

    private func recommendationsInShort(_ step: WaveStep) -> [String] {
        let all = step.recommendations
        guard let first = all.first else {
            return [words("compare.noRecommendations", ["wave": setting.name(step.earlier.scores.wave.id)])]
        }
        let parts = WaveRecommendation.Standing.allCases.compactMap { standing -> String? in
            let count = all.count { $0.standing == standing }
            guard count > 0 else { return nil }
            return switch standing {
            case .there: words.plural("compare.standingCounted.there", count)
            case .nearer: words.plural("compare.standingCounted.nearer", count)
            case .mixed: words.plural("compare.standingCounted.mixed", count)
            case .unchanged: words.plural("compare.standingCounted.unchanged", count)
            case .farther: words.plural("compare.standingCounted.farther", count)
            case .notKnown: words.plural("compare.standingCounted.notKnown", count)
            }
        }
        return [
            words.plural("compare.recommendationCounts", all.count, ["parts": words.list(parts)]),
            words(
                "compare.firstRecommendation",
                [
                    "title": setting.name(first.recommendation.title), "id": first.recommendation.id,
                    "standing": standing(first.standing),
                ]),
            words("compare.recommendationCaution"),
        ]
    }

    func standing(_ standing: WaveRecommendation.Standing) -> String {
        switch standing {
        case .there: words("compare.standing.there")
        case .nearer: words("compare.standing.nearer")
        case .mixed: words("compare.standing.mixed")
        case .unchanged: words("compare.standing.unchanged")
        case .farther: words("compare.standing.farther")
        case .notKnown: words("compare.standing.notKnown")
        }
    }
}
