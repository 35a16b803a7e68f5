import Questionnaires

/// A condition as it stands in a definition.
struct WrittenCondition {
    let part: DefinitionPart
    let steps: [DefinitionStep]
    let condition: Condition
    let kind: Kind

    enum Kind {
        /// When something is asked or offered.
        case visibility
        /// Of the assessment: a step, a verdict's rule, a recommendation.
        case assessment
        /// Of an item or metric at hand.
        case input
    }

    /// Whether "always" is a fair thing to ask: whether the metric is known at all.
    var asksWhetherKnown = false

    /// Those outside of metrics.
    static func all(in questionnaire: Questionnaire, places: DefinitionPlaces) -> [WrittenCondition] {
        Visibilities(questionnaire, places: places).written
            + questionnaire.recommendations.compactMap { recommendation in
                recommendation.when.map {
                    WrittenCondition(
                        part: .recommendation(recommendation.id), steps: ["when"], condition: $0, kind: .assessment)
                }
            }
    }

    /// Those of a metric.
    static func all(
        in rule: Metric.Rule, part: DefinitionPart, places: DefinitionPlaces
    ) -> [WrittenCondition] {
        switch rule {
        case .aggregate(let aggregate):
            switch aggregate.function {
            case .share(let condition):
                return [WrittenCondition(part: part, steps: ["where"], condition: condition, kind: .input)]
            case .count(let condition):
                return [
                    WrittenCondition(
                        part: part, steps: ["where"], condition: condition, kind: .input, asksWhetherKnown: true)
                ]
            case .sum, .mean, .min, .max, .median, .quantile, .geometricMean: return []
            }
        case .adjust(let rule):
            return rule.steps.enumerated().compactMap { place, step in
                step.when.map {
                    WrittenCondition(
                        part: part, steps: ["steps", .index(place), "when"], condition: $0, kind: .assessment,
                        asksWhetherKnown: step.unknown == .skip)
                }
            }
        case .verdict(let verdict):
            return verdict.rules.enumerated().map { place, rule in
                WrittenCondition(
                    part: part, steps: ["verdict", "rules", .index(place), "when"], condition: rule.when,
                    kind: .assessment, asksWhetherKnown: rule.unknown == .skip)
            }
        case .level(let rule):
            let below: [DefinitionStep] = ["level", "below"]
            return [WrittenCondition(part: part, steps: ["level", "at"], condition: rule.at, kind: .input)]
                + (places.has(part, below)
                    ? [WrittenCondition(part: part, steps: below, condition: rule.below, kind: .input)] : [])
        case .possible, .band, .reference: return []
        }
    }
}

/// When sections, items and options are shown, each by its own condition.
///
/// An item holds its condition joined with those of the sections around it; here they are taken apart again.
struct Visibilities {
    /// The condition of each section that has one and has items.
    private(set) var sections: [String: Condition] = [:]
    /// The sections with conditions around each item, and its own condition.
    private(set) var items: [(sections: [String], own: Condition?)] = []
    private(set) var written: [WrittenCondition] = []

    init(_ questionnaire: Questionnaire, places: DefinitionPlaces) {
        var isConditional: [String: Bool] = [:]
        for item in questionnaire.items {
            guard let visibility = item.visibility else {
                items.append(([], nil))
                continue
            }
            let around = item.ancestors.sorted().filter { section in
                if let known = isConditional[section] { return known }
                let isOne = places.has(.dimension(section), ["visibleWhen"])
                isConditional[section] = isOne
                return isOne
            }
            let hasOwn = places.has(.item(item.id), ["visibleWhen"])
            var conditions = [visibility]
            if around.count + (hasOwn ? 1 : 0) > 1, case .all(let list) = visibility { conditions = list }
            for (section, condition) in zip(around, conditions) { sections[section] = condition }
            items.append((around, hasOwn ? conditions.last : nil))
        }
        written = sections.sorted { $0.key < $1.key }.map { section, condition in
            WrittenCondition(
                part: .dimension(section), steps: ["visibleWhen"], condition: condition, kind: .visibility)
        }
        for (item, visibility) in zip(questionnaire.items, items) {
            if let own = visibility.own {
                written.append(
                    WrittenCondition(part: .item(item.id), steps: ["visibleWhen"], condition: own, kind: .visibility))
            }
        }
        for option in Visibilities.options(of: questionnaire, places: places) {
            written.append(
                WrittenCondition(
                    part: option.part, steps: option.steps + ["visibleWhen"], condition: option.visibility,
                    kind: .visibility))
        }
    }

    /// An option that depends on answers, and the places of the items that have it.
    struct ConditionalOption {
        let id: String
        let part: DefinitionPart
        let steps: [DefinitionStep]
        let visibility: Condition
        let items: [Int]
    }

    static func options(of questionnaire: Questionnaire, places: DefinitionPlaces) -> [ConditionalOption] {
        var itemsOfScale: [String: [Int]] = [:]
        var result: [ConditionalOption] = []
        func add(_ scale: AnswerScale, _ part: DefinitionPart, _ steps: [DefinitionStep], _ items: [Int]) {
            for (place, option) in scale.options.enumerated() {
                guard let visibility = option.visibility else { continue }
                result.append(
                    ConditionalOption(
                        id: option.id, part: part, steps: steps + ["options", .index(place)], visibility: visibility,
                        items: items))
            }
        }
        for (place, item) in questionnaire.items.enumerated() {
            guard item.scale.options.contains(where: { $0.visibility != nil }) else { continue }
            let isOwn = places.has(.item(item.id), ["scale", "options"])
            if isOwn { add(item.scale, .item(item.id), ["scale"], [place]) }
            if !isOwn { itemsOfScale[item.scale.id, default: []].append(place) }
        }
        for scale in questionnaire.scales { add(scale, .scale(scale.id), [], itemsOfScale[scale.id] ?? []) }
        return result
    }
}
