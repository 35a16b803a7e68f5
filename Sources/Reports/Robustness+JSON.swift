import Assessments
import JSON
import Questionnaires
import Scoring

extension Robustness {
    func json() -> JSONValue {
        func roles(_ groups: [RoleGroup]) -> JSONValue {
            .array(groups.map { .array($0.roles.map(JSONValue.string)) })
        }
        return [
            "band": .string(band.id), "isKept": .bool(isKept), "keptByWeights": .number(keptShare),
            "means": .array(means.map { ["mean": .string($0.mean.rawValue), "band": JSONValue($0.band?.id)] }),
            "moves": .integer(moves), "changingMoves": .integer(changingMoves),
            "changingGroups": roles(changingGroups), "unknownGroups": roles(unknownGroups),
        ]
    }
}

extension Agreement {
    func json() -> JSONValue {
        [
            "alpha": JSONValue(overall),
            "members": .array(
                members.sorted { $0.key < $1.key }.map { ["member": .string($0.key), "alpha": .number($0.value)] }),
            "items": .array(items.map { ["item": .string($0.item.id), "index": .number($0.index)] }),
            "dontKnowShare": JSONValue(dontKnowShare),
        ]
    }
}

extension Sensitivity {
    func json() -> JSONValue {
        func range(_ range: ClosedRange<Double>?) -> JSONValue {
            range.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? .null
        }
        func spread(_ spread: Spread) -> JSONValue {
            [
                "range": range(spread.range),
                "bands": .array(spread.bands.map { ["band": .string($0.band.id), "share": .number($0.share)] }),
            ]
        }
        return [
            "near": spread(near), "any": spread(any), "range": range(self.range), "runs": .integer(runs),
            "factors": .array(
                factors.map {
                    [
                        "choice": .string($0.choice.name), "metric": JSONValue($0.choice.metric),
                        "first": JSONValue($0.first?.value), "firstError": JSONValue($0.first?.standardError),
                        "total": JSONValue($0.total?.value), "totalError": JSONValue($0.total?.standardError),
                    ]
                }),
        ]
    }
}

extension Sensitivity.Choice {
    fileprivate var name: String {
        switch self {
        case .weight: "weight"
        case .mean: "mean"
        case .spacing: "spacing"
        case .unknown: "unknown"
        case .pooling: "pooling"
        case .caps: "caps"
        }
    }

    fileprivate var metric: String? {
        if case .weight(let id) = self { return id }
        return nil
    }
}
