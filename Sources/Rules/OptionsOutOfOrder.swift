import Questionnaires

extension Rule {
    static let optionsOutOfOrder = Rule(
        "optionsOutOfOrder", "options whose values go up and down",
        why: """
            Options stand from the lowest to the highest rating: charts, quantiles of ratings and gates go by their \
            order. Where several options can be chosen, the order does not matter.
            """,
        bad: """
            {
              "scales": [{"id": "level", "options": [
                {"id": "no", "value": 0}, {"id": "yes", "value": 1}, {"id": "partly", "value": 0.5}]}]
            }
            """,
        at: "$.scales[0].options[2].value",
        good: """
            {
              "scales": [{"id": "level", "options": [
                {"id": "no", "value": 0}, {"id": "partly", "value": 0.5}, {"id": "yes", "value": 1}]}]
            }
            """
    ) { facts in
        var seen: Set<String> = []
        let shared = Set(facts.questionnaire.scales.map(\.id))
        return facts.questionnaire.items.compactMap { item in
            guard item.answering == .singleChoice, seen.insert(item.scale.id).inserted,
                let place = item.scale.firstOutOfOrder
            else { return nil }
            let isShared = shared.contains(item.scale.id) && !facts.places.has(.item(item.id), ["scale", "options"])
            return Flaw(
                isShared ? .scale(item.scale.id) : .item(item.id),
                (isShared ? [] : ["scale"]) + ["options", .index(place), "value"],
                "the values of the options go up and down", "order the options from the lowest to the highest rating")
        }
    }
}

extension AnswerScale {
    /// The place of the first option that turns the direction of the values.
    fileprivate var firstOutOfOrder: Int? {
        var direction = 0.0
        for (place, (left, right)) in zip(options, options.dropFirst()).enumerated() where left.value != right.value {
            let own: Double = right.value > left.value ? 1 : -1
            if direction != 0, own != direction { return place + 1 }
            direction = own
        }
        return nil
    }
}
