import JSON
import Questionnaires

/// A small questionnaire in which every text can be chosen and every part left out.
struct SmallDefinition {
    /// What stands in a text field that would harmlessly hold the text given.
    var text: @Sendable (String) -> String = { $0 }
    var domains = ["north", "south"]
    var hasPresentation = true
    var hasOverall = true
    var hasRoles = true
    var hasRecommendations = true
    var hasBlockers = true
    /// Whether recommendations lower blockers, and not only build facilitators.
    var lowersBlockers = true
    var hasBands = true
    var effortDays = 3
    /// Whether the overall metric is shown as a number rather than in points.
    var overallIsNumber = false
    /// Ids of further metrics, with the metrics that each rests on; those without any rest on all items.
    var furtherMetrics: [(id: String, of: [String]?)] = []
    /// The values of the five options.
    var scale: [Double] = [0, 0.25, 0.5, 0.75, 1]
    var bands: [(title: String, upTo: Double?)] = [("Low", 0.3), ("High", nil)]

    func questionnaire() throws -> Questionnaire {
        let document = try JSONDocument(parsing: Array(JSONValue.object(definition).canonicalText().utf8))
        let decoded = Questionnaire.decode(main: DefinitionFile(name: "small", document: document), parts: [])
        guard let questionnaire = decoded.questionnaire else { throw PackageFolder.Failure(decoded.findings) }
        return questionnaire
    }

    private func words(_ harmless: String) -> JSONValue { .string(text(harmless)) }

    var definition: [String: JSONValue] {
        var result: [String: JSONValue] = [
            "formatVersion": 1, "id": "small", "version": words("1"), "language": "en", "title": words("Small"),
            "description": words("Description"),
            "sources": [
                ["id": "book", "title": words("Book"), "author": words("Author"), "year": 2020]
            ],
            "dimensions": [
                ["id": "domain", "title": words("Domains"), "children": .array(domains.map(dimension))]
            ],
            "tags": [
                [
                    "id": "class", "title": words("Class"),
                    "values": [
                        ["id": "critical", "title": words("Critical")], ["id": "drag", "title": words("Drag")],
                    ],
                ]
            ],
            "scales": [
                [
                    "id": "five", "title": words("Scale"),
                    "options": .array(
                        scale.enumerated().map {
                            ["id": .string("\($0)"), "label": words("Option \($0)"), "value": .number($1)]
                        }),
                ]
            ],
            "items": .array(domains.flatMap(items)),
            "coverage": ["firm": 0.8, "provisional": 0.6], "notApplicableFlag": 0.2,
            "contradiction": ["facilitatorAtLeast": 0.5, "blockerAtLeast": 0.5],
            "metrics": .array(metricGroups),
        ]
        if hasBands { result["bands"] = [bandSet] }
        if hasRoles { result["roles"] = .array(SmallDefinition.roles.map(role)) }
        if hasRoles, hasRecommendations {
            result["recommendationPolicy"] = [
                "floor": 0.75, "ceiling": 0.25, "gateCeiling": "1", "rankBy": ["effort", "id"],
            ]
            result["recommendations"] = .array(domains.map(recommendation))
        }
        if hasPresentation { result["presentation"] = .object(presentation) }
        return result
    }

    static let roles = ["makers", "users"]

    private func role(_ id: String) -> JSONValue {
        [
            "id": .string(id), "title": words(id), "description": words("Role"), "weights": [domains[0]: 2].asJSON,
            "authority": .array([.string(domains[0])]),
        ]
    }

    private func dimension(_ id: String) -> JSONValue {
        ["id": .string(id), "title": words(id), "description": words("Of \(id)")]
    }

    private func items(_ domain: String) -> [JSONValue] {
        let facilitators = [item("\(domain)-F1", domain, "facilitator"), item("\(domain)-F2", domain, "facilitator")]
        guard hasBlockers else { return facilitators }
        return facilitators + [item("\(domain)-B1", domain, "blocker"), item("\(domain)-B2", domain, "blocker")]
    }

    private func item(_ id: String, _ domain: String, _ direction: String) -> JSONValue {
        var result: [String: JSONValue] = [
            "id": .string(id), "dimension": .string(domain), "direction": .string(direction), "scale": "five",
            "label": words("Label of \(id)"), "prompt": words("Prompt"), "help": words("Help"), "why": words("Why"),
            "evidence": words("Evidence"), "source": citation,
            "anchors": .object(
                Dictionary(uniqueKeysWithValues: scale.indices.map { ("\($0)", words("Anchor \($0)")) })),
        ]
        if direction == "blocker" { result["tags"] = ["class": .string(id.hasSuffix("1") ? "critical" : "drag")] }
        if id.hasSuffix("F1"), hasBlockers { result["mirror"] = .string("\(domain)-B1") }
        return .object(result)
    }

    private var citation: JSONValue { ["document": "book", "section": words("Section")] }

    private func metric(_ id: String, _ body: [String: JSONValue]) -> JSONValue {
        let texts: [String: JSONValue] = [
            "id": .string(id), "title": words(id), "symbol": words("S"), "description": words("Metric"),
        ]
        return .object(texts.merging(body) { text, _ in text })
    }

    private var metricGroups: [JSONValue] {
        let through: JSONValue = [
            "by": ["class", "gateRating"], "table": ["critical": ["3": 0.5, "4": 0.15]], "otherwise": 1,
        ]
        var ofDomain = [
            metric("facilitators", ["aggregate": "mean", "of": ["items": ["direction": "facilitator"]]])
        ]
        if hasBlockers {
            ofDomain += [
                metric("burden", ["aggregate": "mean", "of": ["items": ["direction": "blocker"]]]),
                metric(
                    "cap",
                    [
                        "aggregate": "min", "of": ["items": ["direction": "blocker"]], "through": through,
                        "missing": ["unanswered": "condition", "dontKnow": "condition"],
                    ]),
            ]
        }
        ofDomain.append(
            metric(
                "score",
                [
                    "aggregate": "min",
                    "of": ["metrics": hasBlockers ? ["facilitators", "cap"] : ["facilitators"]],
                ]))
        if hasBands { ofDomain.append(metric("band", ["band": "score", "in": "marks"])) }
        let scores: JSONValue = ["each": ["dimension": "domain"], "metric": "score"]
        var single = [
            metric(
                "overall",
                [
                    "aggregate": "geometricMean", "offset": 0.01, "of": scores,
                    "shownAs": overallIsNumber ? "number" : "points",
                ]),
            metric("weakest", ["aggregate": "min", "of": scores]),
            metric("middle", ["aggregate": "quantile", "quantile": 0.5, "of": scores]),
        ]
        if hasBands { single.append(metric("overallBand", ["band": "overall", "in": "marks"])) }
        single += furtherMetrics.map { id, inputs in
            let of: JSONValue = inputs.map { ["metrics": .array($0.map(JSONValue.string))] } ?? ["items": .object([:])]
            return metric(id, ["aggregate": "mean", "of": of])
        }
        return [["each": ["dimension": "domain"], "define": .array(ofDomain)], ["define": .array(single)]]
    }

    private var bandSet: JSONValue {
        let intervals = bands.enumerated().map { index, band -> JSONValue in
            var interval: [String: JSONValue] = ["id": .string("band\(index)"), "title": words(band.title)]
            if let upTo = band.upTo { interval["upTo"] = .number(upTo) }
            if index > 0, let above = bands[index - 1].upTo { interval["above"] = .number(above) }
            return .object(interval)
        }
        return ["id": "marks", "title": words("Marks"), "source": citation, "intervals": .array(intervals)]
    }

    private func recommendation(_ domain: String) -> JSONValue {
        var result: [String: JSONValue] = [
            "id": .string("do-\(domain)"), "dimension": .string(domain), "title": words("Do \(domain)"),
            "summary": words("Summary"), "why": words("Because"), "firstSteps": [words("First"), words("Second")],
            "responsible": "users", "effortDays": .integer(effortDays), "builds": ["\(domain)-F1": .object([:])].asJSON,
            "tags": ["class": "drag"], "origin": "ours", "source": citation,
        ]
        if hasBlockers, lowersBlockers { result["removes"] = ["\(domain)-B1": .object([:])].asJSON }
        if domain != domains[0] { result["requires"] = .array([.string("do-\(domains[0])")]) }
        return .object(result)
    }

    private var presentation: [String: JSONValue] {
        var result: [String: JSONValue] = [
            "members": ["dimension": "domain"], "facilitators": "facilitators", "score": "score",
            "beside": ["weakest"],
        ]
        if hasBlockers { result.merge(["burden": "burden", "cap": "cap"]) { old, _ in old } }
        if hasOverall { result["overall"] = "overall" }
        if hasBands {
            result["band"] = "band"
            if hasOverall { result["overallBand"] = "overallBand" }
        }
        return result
    }
}

extension [String: JSONValue] {
    var asJSON: JSONValue { .object(self) }
}
