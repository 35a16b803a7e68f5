import Questionnaires

extension StabilityRule {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("level", number: level)
        keys.describe("draws", number: Double(draws))
        keys.describe("fewestRespondents", number: Double(fewestRespondents))
        if let agreement {
            keys.describe("agreement.firm", number: agreement.firm)
            keys.describe("agreement.tentative", number: agreement.tentative)
            keys.describe("agreement.fewestItems", number: Double(agreement.fewestItems))
        }
        if let robustness {
            keys.describe("robustness.draws", number: Double(robustness.draws))
            keys.describe("robustness.concentration", number: robustness.concentration)
            keys.describe("robustness.keptShare", number: robustness.keptShare)
            keys["robustness.means"] = .names(robustness.means.map(\.rawValue))
        }
        if let sensitivity {
            keys.describe("sensitivity.draws", number: Double(sensitivity.draws))
            keys.describe("sensitivity.rows", number: Double(sensitivity.rows))
            keys.describe("sensitivity.weightChange", number: sensitivity.weightChange)
            keys["sensitivity.spacings"] = .names(sensitivity.spacings.map(\.written))
        }
        return keys
    }
}
