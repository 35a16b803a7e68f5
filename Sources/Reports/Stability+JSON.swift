import Assessments
import JSON
import Questionnaires
import Scoring

extension Stability {
    /// What the JSON report says of all results together; intervals stand with the metrics.
    func json() -> JSONValue {
        var members: [String: JSONValue] = [
            "level": JSONValue(rule?.level), "draws": rule.map { .integer($0.draws) } ?? .null,
            "reason": JSONValue(reasonName),
            "bandShares": .array(
                bandShares.map { ["band": .string($0.band.id), "share": .number($0.share)] }),
            "weakestShares": .array(
                weakestShares.sorted { $0.key < $1.key }.map {
                    ["member": .string($0.key), "share": .number($0.value)]
                }),
        ]
        // Nothing is said of groups where all people were drawn by themselves.
        if let groups {
            members["randomGroups"] = [
                "count": .integer(groups.count), "roles": .array(groups.roles.map(JSONValue.string)),
            ]
        }
        return .object(members)
    }

    private var reasonName: String? {
        switch reason {
        case .noRule: "noRule"
        case .oneStatement: "oneStatement"
        case .tooFewPeople: "tooFewPeople"
        case nil: nil
        }
    }
}
