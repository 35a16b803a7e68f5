import JSON

/// A small definition that uses every part of the format and gives no finding.
let minimalDefinition = JSONValue(parsing: minimalText)

extension JSONValue {
    /// The value of a text that is known to be JSON.
    init(parsing text: String) {
        guard let document = try? JSONDocument(parsing: Array(text.utf8)) else {
            preconditionFailure("this is not JSON: \(text)")
        }
        self.init(document.root)
    }

    private init(_ node: JSONNode) {
        switch node.content {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self = .number(number.value)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, JSONValue($0.value)) }))
        }
    }
}

private let minimalText = """
    {
      "formatVersion": 1, "id": "sample", "version": "1.0.0", "language": "en", "title": "Sample",
      "description": "Two areas, two items each.", "subject": "project",
      "sources": [{"id": "paper", "title": "A paper", "author": "An author", "year": 2024}],
      "dimensions": [
        {"id": "area", "title": "Area", "children": [
          {"id": "staff", "title": "Staff", "description": "Who does it."}, {"id": "tools", "title": "Tools"}]}
      ],
      "tags": [
        {"id": "gateClass", "title": "Class of blocker", "description": "How hard it stops.",
         "values": [{"id": "critical", "title": "Critical", "description": "Hard."}, {"id": "drag", "title": "Drag"}]},
        {"id": "aspect", "title": "Aspect",
         "values": [{"id": "people", "title": "People"}, {"id": "process", "title": "Process"}]}
      ],
      "roles": [
        {"id": "chief", "title": "Chief", "weights": {"staff": 2}, "authority": ["tools"]},
        {"id": "analyst", "title": "Analyst", "description": "Does the work."}
      ],
      "scales": [
        {"id": "level", "title": "Level", "options": [
          {"id": "0", "label": "None", "value": 0}, {"id": "1", "label": "Some", "value": 0.5},
          {"id": "2", "label": "All", "value": 1}]}
      ],
      "items": [
        \(itemText("F1", "staff", "facilitator", #""mirror": "B1", "tags": {"aspect": "people"}, "weight": 2"#)),
        \(itemText("B1", "staff", "blocker",
            #""mirror": "F1", "tags": {"gateClass": ["critical"], "aspect": ["process", "people"]}"#)),
        \(itemText("F2", "tools", "facilitator", #""concept": "software", "version": 3, "comparableWith": [1, 2]"#)),
        \(itemText("B2", "tools", "blocker", #""tags": {"gateClass": "drag"}"#))
      ],
      "pool": {"value": "mean", "gate": {"weightedQuantile": 0.5}, "smallestGroup": 4},
      "coverage": {"firm": 0.9, "provisional": 0.5},
      "notApplicableFlag": 0.25,
      "contradiction": {"facilitatorAtLeast": 0.75, "blockerAtLeast": 0.5},
      "comparison": {"matchedShare": 0.7},
      "bands": [
        {"id": "halves", "title": "Halves", "source": {"document": "paper", "section": "2"}, "intervals": [
          {"id": "low", "title": "Low", "description": "Little.", "upTo": 0.5},
          {"id": "high", "title": "High", "above": 0.5}]}
      ],
      "metrics": [
        {"each": {"dimension": "area"}, "define": [
          {"id": "help", "symbol": "F", "title": "Help", "description": "What helps.", "aggregate": "mean",
           "of": {"items": {"direction": "facilitator"}}},
          {"id": "harm", "title": "Harm", "aggregate": "max", "of": {"items": {"direction": "blocker"}}},
          {"id": "cap", "title": "Cap", "aggregate": "min", "of": {"items": {"direction": "blocker"}},
           "through": {"by": ["gateClass", "gateRating"], "otherwise": 1,
             "table": {"critical": {"1": 0.75, "2": 0.25}}},
           "missing": {"unanswered": "condition", "dontKnow": "worst", "notApplicable": "withhold"},
           "incomplete": 0},
          {"id": "score", "title": "Score", "aggregate": "min", "of": {"metrics": ["help", "cap"]}},
          {"id": "band", "title": "Band", "band": "score", "in": "halves"}]},
        {"define": [
          {"id": "overall", "title": "Overall", "aggregate": "geometricMean", "offset": 0.01,
           "of": {"each": {"dimension": "area"}, "metric": "score", "weights": {"staff": 2}}},
          {"id": "overallBand", "title": "Overall band", "band": "overall", "in": "halves", "relativeTo": "middle"},
          {"id": "middle", "title": "Middle", "aggregate": "quantile", "quantile": 0.5,
           "of": {"each": {"dimension": "area"}, "metric": "score"}},
          {"id": "share", "title": "Share", "aggregate": "share", "where": {"value": {"atLeast": 0.5}},
           "of": {"items": {"ids": ["F1", "B2"]}}},
          {"id": "balance", "title": "Balance", "aggregate": "sum",
           "of": {"metrics": {"overall": 0.5, "staff.score": -0.5}}}]}
      ],
      "recommendationPolicy": {"floor": 0.5, "ceiling": 0.25, "gateCeiling": "1",
        "rankBy": [{"gain": {"overall": 1}}, {"gain": {"help": 1, "harm": -1}}, "effort", "id"]},
      "recommendations": [
        \(recommendationText("R1",
            #""builds": {"F1": {"floor": 1}}, "removes": {"B1": {"ceiling": 0, "gateCeiling": "0"}}"#)),
        \(recommendationText("R2",
            #""builds": {"F2": {}}, "removes": {"B2": {}}, "requires": ["R1"], "when": \#(conditionText)"#))
      ],
      "presentation": {"members": {"dimension": "area"}, "facilitators": "help", "burden": "harm", "cap": "cap",
        "score": "score", "band": "band", "overall": "overall", "overallBand": "overallBand", "beside": ["middle"],
        "lenses": [{"members": {"dimension": "area"}, "title": "Areas", "description": "Once more.",
                    "metrics": ["harm", "help"]}],
        "companions": [{"questionnaire": "practice", "member": "staff", "title": "Practice",
                        "metrics": ["total", "first.mean"]}]}
    }
    """

private let conditionText = """
    {"all": [{"not": {"item": "F1", "option": "2"}},
             {"any": [{"item": "B1", "gateRating": {"atLeast": "1"}}, {"item": "F2", "state": "dontKnow"},
                      {"metric": "staff.score", "value": {"below": 0.5}}]}]}
    """

private func itemText(_ id: String, _ dimension: String, _ direction: String, _ more: String) -> String {
    """
    {"id": "\(id)", "dimension": "\(dimension)", "direction": "\(direction)", "scale": "level", \(more),
     "label": "Label of \(id)", "prompt": "Prompt of \(id)", "help": "Help on \(id)", "why": "Why \(id)",
     "evidence": "Evidence of \(id)", "anchors": {"0": "\(id) none", "1": "\(id) some", "2": "\(id) all"},
     "source": {"document": "paper", "section": "1"}}
    """
}

private func recommendationText(_ id: String, _ more: String) -> String {
    """
    {"id": "\(id)", "dimension": "staff", "title": "Title of \(id)", "summary": "What to do.", "why": "Why it helps.",
     "firstSteps": ["Begin.", "Go on."], "responsible": "chief", "effortDays": 5, "tags": {"aspect": "people"},
     "origin": "source", "source": {"document": "paper"}, \(more)}
    """
}
