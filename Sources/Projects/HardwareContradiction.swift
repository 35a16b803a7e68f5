public import Questionnaires
import Scoring
import Statistics

/// Where a measurement says something else than people do.
public enum HardwareContradiction: Sendable {
    /// The project said something else about its own point: the option that was chosen.
    case project(item: Item, said: AnswerScale.Option)
    /// The organisation rated itself otherwise.
    case organisation(item: Item, value: Double, because: String?)
}

extension HardwareRule {
    func contradictions(
        _ finding: HardwareFinding, said: ClosedRange<Int>?, questionnaire: Questionnaire,
        organisation: OrganisationStanding?
    ) -> [HardwareContradiction] {
        var found: [HardwareContradiction] = []
        if let said, let item = questionnaire.item(check),
            let measured = options[finding.result].flatMap(item.scale.position(of:)), !said.contains(measured)
        {
            let nearest = measured < said.lowerBound ? said.lowerBound : said.upperBound
            found.append(.project(item: item, said: item.scale.options[nearest]))
        }
        for contradiction in contradictions where contradiction.result == finding.result {
            guard let item = organisation?.item(contradiction.item),
                let place = organisation?.place(of: contradiction.item), contradiction.rating.holds(place)
            else { continue }
            found.append(.organisation(item: item, value: place, because: contradiction.because))
        }
        return found
    }
}

extension OrganisationStanding {
    /// Where an item stands on its scale, counted from 0: its gate rating where it is a blocker, else its pooled value
    /// between the options.
    func place(of id: String) -> Double? {
        guard let item = item(id) else { return nil }
        if item.direction == .blocker { return scores.gatePosition(ofItem: id).map(Double.init) }
        guard let value = scores.value(ofItem: id) else { return nil }
        let values = item.scale.options.map(\.value)
        guard let above = values.firstIndex(where: { Tolerance.isAtLeast($0, value) }) else {
            return Double(values.count - 1)
        }
        guard above > 0 else { return 0 }
        return Double(above - 1) + (value - values[above - 1]) / (values[above] - values[above - 1])
    }
}
