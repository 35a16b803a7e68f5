import JSON
import Testing

@testable import Feasibility

/// The rules and the table that are shipped.
enum Shipped {
    static let rules: FeasibilityRules = {
        guard let reader = try? reader(ofShipped: "questionnaires/hardware/feasibility.json"),
            let rules = FeasibilityRules.decode(reader)
        else { fatalError("the rules that are shipped cannot be read") }
        return rules
    }()

    static let families: ModelFamilies = {
        guard let reader = try? reader(ofShipped: "questionnaires/hardware/modelFamilies.json"),
            let families = ModelFamilies.decode(reader)
        else { fatalError("the table that is shipped cannot be read") }
        return families
    }()
}
