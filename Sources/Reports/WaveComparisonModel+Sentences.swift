import Assessments
import Questionnaires
import Responses
import Scoring

/// What changed, in sentences.
extension WaveComparisonModel {
    /// A score that moved with its cap, and the ratings that moved the cap.
    func capSentence(_ member: WaveMemberChange) -> String? {
        guard let change = member.score.change, change != 0, let from = member.score.earlier,
            let to = member.score.later, let cap = member.cap?.change, cap * change > 0,
            change > 0 ? member.capBindsEarlier : member.capBindsLater
        else { return nil }
        let causes = member.movingEvents.filter { event in
            guard let then = event.earlierCap, let now = event.laterCap else { return true }
            return (now - then) * change > 0
        }
        guard !causes.isEmpty else { return nil }
        return words(
            change > 0 ? "compare.roseByCap" : "compare.fellByCap",
            [
                "member": setting.name(member.title), "from": figure(from, of: member.reportedLater.score.metric),
                "to": withUnit(to, of: member.reportedLater.score.metric),
                "causes": words.list(causes.map { cause($0, isBetter: change > 0) }),
            ])
    }

    private func cause(_ event: WaveCapEvent, isBetter: Bool) -> String {
        words(
            isBetter ? "compare.eased" : "compare.worsened",
            [
                "item": setting.name(event.item.label), "id": event.item.id,
                "from": rating(event.earlierGate, of: event.item), "to": rating(event.laterGate, of: event.item),
            ])
    }

    func rating(_ position: Int?, of item: Item) -> String {
        position.map { setting.name(item.scale.options[$0].label) } ?? words("compare.noRating")
    }

    /// Why nothing can be said of a figure, or not whether its change is chance; nothing where it was tested.
    func why(_ figure: WaveFigureChange, step: WaveStep) -> String? {
        if let obstacle = figure.obstacle {
            switch obstacle {
            case .earlierWithheld: return words("compare.withheld", ["wave": setting.name(step.earlier.scores.wave.id)])
            case .laterWithheld: return words("compare.withheld", ["wave": setting.name(step.later.scores.wave.id)])
            case .tooFewMatched:
                let names = figure.missing.map {
                    words("compare.item", ["item": setting.name($0.label), "id": $0.id])
                }
                return words(
                    names.isEmpty ? "compare.tooFewMatched" : "compare.tooFewMatchedItems",
                    [
                        "share": numbers.percent(figure.comparedShare), "items": words.list(names),
                        "needed": numbers.percent(step.later.scores.questionnaire.comparison?.matchedShare),
                    ])
            case .noFigure: return words("compare.noFigure")
            }
        }
        switch figure.test.reason {
        case .noRule: return words("compare.noRule")
        case .oneStatement: return words("compare.oneStatement")
        case .tooFewPeople(let needed): return words("compare.tooFewPeople", ["needed": words.count(needed)])
        case .cannotBeFound: return words("compare.cannotBeFound")
        case .noFigures: return words("compare.noFigure")
        case nil: return nil
        }
    }

    /// Who answered in either wave.
    func people(_ step: WaveStep) -> [String] {
        let (earlier, later) = (step.earlier.participation.answered, step.later.participation.answered)
        var sentences = [
            words(
                "compare.people",
                [
                    "earlier": words.plural("compare.answered", earlier),
                    "later": words.plural("compare.answered", later),
                    "earlierWave": setting.name(step.earlier.scores.wave.id),
                    "laterWave": setting.name(step.later.scores.wave.id),
                    "both": words.count(step.recurring),
                ])
        ]
        let findings = step.members.flatMap { $0.figures.compactMap(\.test.finding) }
        if findings.contains(where: \.isPaired) { sentences.append(words("compare.paired")) }
        if findings.contains(where: { !$0.isPaired }) {
            sentences.append(
                words(findings.contains(where: \.isPaired) ? "compare.partlyPaired" : "compare.unpaired"))
        }
        let roles = roleChanges(step)
        if !roles.isEmpty { sentences.append(words("compare.roles", ["roles": words.list(roles)])) }
        return sentences
    }

    /// Roles of which other numbers of people answered.
    private func roleChanges(_ step: WaveStep) -> [String] {
        let before = Dictionary(
            step.earlier.participation.rows.map { ($0.role.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = step.later.participation.rows
        let gone = step.earlier.participation.rows.filter { row in !after.contains { $0.role.id == row.role.id } }
        let counts =
            after.map { ($0.role.title, before[$0.role.id]?.answered ?? 0, $0.answered) }
            + gone.map { ($0.role.title, $0.answered, 0) }
        return counts.filter { $0.1 != $0.2 }.map { title, earlier, later in
            words(
                "compare.role",
                ["role": setting.name(title), "earlier": words.count(earlier), "later": words.count(later)])
        }
    }

    func sentence(_ something: WaveBreak) -> String {
        switch something {
        case .questionnaire(let old, let new, let added, let dropped, let incomparable):
            return words(
                "compare.questionnaireBreak",
                [
                    "old": setting.name(old), "new": setting.name(new),
                    "added": words.plural("compare.added", added), "dropped": words.plural("compare.dropped", dropped),
                    "incomparable": words.plural("compare.incomparable", incomparable),
                ])
        case .collection(let old, let new):
            return words("compare.collectionBreak", ["old": old, "new": new])
        case .groups(let old, let new):
            func list(_ groups: [[String]]) -> String {
                groups.map { group in
                    words.list(group.map { setting.name(questionnaire.role($0)?.title ?? $0) })
                }.joined(separator: words("compare.groupSeparator"))
            }
            return words("compare.groupsBreak", ["old": list(old), "new": list(new)])
        }
    }

    /// The figures of which SDMX would mark a break.
    func seriesBreak(_ step: WaveStep) -> [String] {
        let broken = step.members.flatMap { member in member.figures.filter(\.isBroken).map { name($0, of: member) } }
        return broken.isEmpty ? [] : [words("compare.seriesBreak", ["figures": words.list(broken)])]
    }

    /// Items that one of the questionnaires lacks, or whose answers cannot be compared.
    func unmatched(_ step: WaveStep) -> [String] {
        let matched = Set(step.items.map(\.pair.new.id))
        let lists: [(key: String, items: [Item])] = [
            ("compare.addedItems", step.questionnaires.addedItems),
            ("compare.droppedItems", step.questionnaires.droppedItems),
            ("compare.incomparableItems", step.questionnaires.pairs.map(\.new).filter { !matched.contains($0.id) }),
            (
                "compare.rewordedItems",
                step.items.map(\.pair).filter { $0.kinds.contains(.reworded) || $0.kinds.contains(.rescaled) }
                    .map(\.new)
            ),
        ]
        return lists.filter { !$0.items.isEmpty }.map { list in
            words(
                list.key,
                [
                    "items": words.list(
                        list.items.map {
                            words("compare.item", ["item": setting.name($0.label), "id": $0.id])
                        })
                ])
        }
    }

    func method() -> [String] {
        var sentences = [
            words("compare.methodMatched"), words("compare.methodParts"), words("compare.methodPeople"),
            words("compare.methodWhole"), words("compare.methodCaps"),
        ]
        if let rule = questionnaire.comparison {
            sentences.append(words("compare.methodShare", ["share": numbers.percent(rule.matchedShare)]))
            if let test = rule.test {
                sentences.append(
                    words(
                        "compare.methodTest",
                        [
                            "level": numbers.percent(test.level), "power": numbers.percent(test.power),
                            "needed": words.count(test.fewestRespondents),
                            "recurring": numbers.percent(test.recurringShare),
                            "exact": words.count(test.exactUpTo), "draws": words.count(test.draws),
                            "count": words.count(comparison.tests),
                        ]))
            }
        }
        if waves.contains(where: { $0.scores.wave.collection.isConfidential }) {
            sentences.append(words("compare.methodDisclosure"))
        }
        return sentences
    }
}
