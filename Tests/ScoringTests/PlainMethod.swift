import Foundation
import Questionnaires
import Responses

/// The scores of the shipped questionnaire as the method's text states them, written down a second time: no graph, no
/// tables, one respondent after the other.
struct PlainMethod {
    let questionnaire: Questionnaire
    let responses: [Response]
    var isSurvey = true

    struct Domain {
        var facilitators: Double?
        var mean: Double?
        var worst: Double?
        var burden: Double?
        var cap: Double?
        var score: Double?
    }

    private func cell(_ response: Response, _ item: Item) -> Answer.Content? { response.answers[item.id]?.content }

    /// Puts roles with too few together, and these with the smallest other if they are still too few.
    private func join(_ sizes: [(roles: Set<String>, size: Int)]) -> [Set<String>] {
        let fewest = isSurvey ? 3 : 1
        var large: [(roles: Set<String>, size: Int)] = []
        var rest: (roles: Set<String>, size: Int) = ([], 0)
        for entry in sizes where entry.size > 0 {
            if entry.size >= fewest {
                large.append(entry)
            } else {
                rest = (rest.roles.union(entry.roles), rest.size + entry.size)
            }
        }
        if rest.size == 0 { return large.map(\.roles) }
        if rest.size < fewest {
            guard let least = large.map(\.size).min(), let place = large.firstIndex(where: { $0.size == least }) else {
                return []
            }
            rest = (rest.roles.union(large[place].roles), rest.size + large[place].size)
            large.remove(at: place)
        }
        return large.map(\.roles) + [rest.roles]
    }

    var groups: [Set<String>] {
        join(questionnaire.roles.map { role in ([role.id], responses.count { $0.role == role.id }) })
    }

    private func roleWeight(_ roles: Set<String>, _ dimension: String) -> Double {
        let weights = responses.filter { roles.contains($0.role) }
            .map { questionnaire.role($0.role)?.weights[dimension] ?? 1 }
        return weights.reduce(0, +) / Double(weights.count)
    }

    /// The answers to an item as value, place and weight W = role weight / answers from that role.
    private func answers(_ item: Item) -> [(value: Double, place: Int, weight: Double)] {
        let strata = join(
            groups.map { roles in
                (roles, responses.count { roles.contains($0.role) && $0.position(of: item.id) != nil })
            })
        var result: [(Double, Int, Double)] = []
        for roles in strata {
            let places = responses.filter { roles.contains($0.role) }.compactMap { $0.position(of: item.id) }
            let weight = roleWeight(roles, item.dimension) / Double(places.count)
            result += places.map { (item.scale.options[$0].value, $0, weight) }
        }
        return result
    }

    func value(_ item: Item) -> Double? {
        let answers = answers(item)
        guard !answers.isEmpty else { return nil }
        return answers.reduce(0) { $0 + $1.weight * $1.value } / answers.reduce(0) { $0 + $1.weight }
    }

    func gate(_ item: Item) -> Int? {
        let answers = answers(item)
        let total = answers.reduce(0) { $0 + $1.weight }
        return item.scale.options.indices.first { place in
            answers.filter { $0.place <= place }.reduce(0) { $0 + $1.weight } / total >= 0.75 - 1e-9
        }
    }

    /// Answered weight by applicable weight; the weight of a group is shared among its respondents.
    func coverage(_ items: [Item]) -> Double? {
        var answered = 0.0
        var applicable = 0.0
        for item in items {
            let isUsed = !answers(item).isEmpty
            for response in responses {
                guard let group = groups.first(where: { $0.contains(response.role) }) else { continue }
                let weight = roleWeight(group, item.dimension) / Double(responses.count { group.contains($0.role) })
                switch cell(response, item) {
                case .notApplicable: continue
                case .option, .options, .number, .text: if isUsed { answered += weight }
                case .dontKnow, nil: break
                }
                applicable += weight
            }
        }
        return applicable > 0 ? answered / applicable : nil
    }

    private func isWithheld(_ items: [Item]) -> Bool { (coverage(items) ?? 1) < 0.6 - 1e-9 }

    private func isNotApplicable(_ items: [Item]) -> Bool {
        !responses.contains { response in
            items.contains { item in
                if case .notApplicable = cell(response, item) { return false }
                return true
            }
        }
    }

    func domain(_ id: String) -> Domain {
        let items = questionnaire.items.filter { $0.dimension == id }
        let helping = items.filter { $0.direction == .facilitator }
        let hindering = items.filter { $0.direction == .blocker }
        var result = Domain()
        let helps = helping.compactMap(value)
        let hinders = hindering.compactMap(value)
        if !helps.isEmpty, !isWithheld(helping) {
            result.facilitators = helps.reduce(0, +) / Double(helps.count)
        }
        if !hinders.isEmpty, !isWithheld(hindering) {
            result.mean = hinders.reduce(0, +) / Double(hinders.count)
            result.worst = hinders.max()
            result.burden = ((result.worst ?? 0) + (result.mean ?? 0)) / 2
            result.cap = hindering.map(cap).min()
        }
        // Without a blocker that applies there is no cap; without a facilitator that applies there is no score.
        if isNotApplicable(hindering) { result.cap = 1 }
        if !isWithheld(items), result.facilitators != nil, result.cap != nil {
            result.score = [result.facilitators, result.cap].compactMap { $0 }.min()
        }
        return result
    }

    private func cap(_ item: Item) -> Double {
        switch (item.tags["gateClass"]?.first, gate(item)) {
        case ("critical", 3): 0.5
        case ("critical", 4): 0.15
        case ("limiting", 3): 0.85
        case ("limiting", 4): 0.5
        default: 1
        }
    }

    /// The scores of the domains that any item applies to; nothing if one of them has none.
    private var scores: [Double]? {
        var scores: [Double] = []
        for domain in questionnaire.dimensions[0].children {
            let items = questionnaire.items.filter { $0.dimension == domain.id }
            if isNotApplicable(items) { continue }
            guard let score = self.domain(domain.id).score else { return nil }
            scores.append(score)
        }
        return isWithheld(questionnaire.items) || scores.isEmpty ? nil : scores
    }

    var overall: Double? {
        scores.map { scores in
            let sum = scores.reduce(0) { $0 + log(0.01 + 0.99 * $1) }
            return (exp(sum / Double(scores.count)) - 0.01) / 0.99
        }
    }

    var arithmetic: Double? { scores.map { $0.reduce(0, +) / Double($0.count) } }
    var weakest: Double? { scores?.min() }
}
