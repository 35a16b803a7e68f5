import Questionnaires

/// A definition that uses every part of the format, to be compared with a changed one.
///
/// The domain `left` has the facilitators F1 (weight 1) and F2 (weight 3) and the blocker B1 (weight 1); `right` has
/// the facilitator F3 (weight 2) and the blocker B2 (weight 1).
struct ComparedDefinition {
    var items = [
        Line("F1", "left", "facilitator"), Line("F2", "left", "facilitator", weight: 3),
        Line("B1", "left", "blocker", gate: "critical"), Line("F3", "right", "facilitator", weight: 2),
        Line("B2", "right", "blocker", gate: "drag"),
    ]
    /// Texts in the definition that are put in place of others; each must be there.
    var replacements: [(old: String, new: String)] = []
    var isReversed = false

    /// An item.
    struct Line {
        var id: String
        var dimension: String
        var direction: String
        var weight: Double
        var gate: String?
        var scale = "three"
        var concept: String?
        var version = 1
        var comparableWith: [Int] = []
        var label = "Label"
        var prompt = "Prompt"
        var anchor = "All of it"
        var help = "Help"
        var mirror: String?

        init(_ id: String, _ dimension: String, _ direction: String, weight: Double = 1, gate: String? = nil) {
            self.id = id
            self.dimension = dimension
            self.direction = direction
            self.weight = weight
            self.gate = gate
        }

        fileprivate var json: String {
            let further = [
                concept.map { #""concept": "\#($0)","# }, mirror.map { #""mirror": "\#($0)","# },
                gate.map { #""tags": {"class": "\#($0)"},"# },
            ]
            return """
                {"id": "\(id)", "dimension": "\(dimension)", "direction": "\(direction)", "scale": "\(scale)",
                \(further.compactMap { $0 }.joined(separator: " "))
                "weight": \(weight), "version": \(version), "comparableWith": \(comparableWith), "label": "\(label)",
                "prompt": "\(prompt)", "help": "\(help)", "why": "Why", "evidence": "Evidence",
                "anchors": {"0": "None", "1": "Some", "2": "\(anchor)"},
                "source": {"document": "paper", "section": "1"}}
                """
        }
    }

    subscript(id: String) -> Line {
        get { items.first { $0.id == id } ?? Line(id, "left", "facilitator") }
        set {
            if let place = items.firstIndex(where: { $0.id == id }) {
                items[place] = newValue
            } else {
                items.append(newValue)
            }
        }
    }

    /// The definition with some texts in place of others.
    func replacing(_ old: String, _ new: String) -> ComparedDefinition {
        var result = self
        result.replacements.append((old, new))
        return result
    }

    /// The definition with an item changed.
    func changing(_ id: String, _ change: (inout Line) -> Void) -> ComparedDefinition {
        var result = self
        change(&result[id])
        return result
    }

    func questionnaire() throws -> Questionnaire {
        var text = json
        for (old, new) in replacements {
            let parts = text.split(separator: old, omittingEmptySubsequences: false)
            precondition(parts.count == 2, "\(old) stands \(parts.count - 1) times in the definition")
            text = parts.joined(separator: new)
        }
        return try SmallOffice.questionnaire(text)
    }

    /// Things in a list whose order means nothing.
    private func list(_ entries: [String]) -> String {
        (isReversed ? entries.reversed() : entries).joined(separator: ",\n")
    }

    private var json: String {
        """
        {"formatVersion": 1, "id": "small", "version": "1.0", "language": "en", "title": "Small", "subject": "project",
        "description": "Two domains",
        "sources": [{"id": "paper", "title": "Paper", "author": "Author", "year": 2024}],
        "dimensions": [{"id": "all", "title": "All", "children": [
            \(list([#"{"id": "left", "title": "Left", "description": "To the left"}"#,
                #"{"id": "right", "title": "Right"}"#]))]}],
        "tags": [{"id": "class", "title": "Class", "description": "How hard", "values": [
            \(list([#"{"id": "critical", "title": "Critical", "description": "Hard"}"#,
                #"{"id": "drag", "title": "Drag"}"#]))]}],
        "roles": [
            \(list([#"{"id": "chief", "title": "Chief", "description": "Decides", "weights": {"left": 2}, "authority": ["left"]}"#,
                #"{"id": "maker", "title": "Maker"}"#]))],
        "scales": [
            \(list([scale("three", 0.5), scale("steep", 0.25)]))],
        "items": [\(list(items.map(\.json)))],
        "pool": {"value": "mean", "gate": {"weightedQuantile": 0.5}, "smallestGroup": 4},
        "coverage": {"firm": 0.9, "provisional": 0.6}, "notApplicableFlag": 0.3,
        "contradiction": {"facilitatorAtLeast": 0.7, "blockerAtLeast": 0.75},
        "comparison": {"matchedShare": 0.8},
        "bands": [{"id": "halves", "title": "Halves", "source": {"document": "paper"}, "intervals": [
            {"id": "low", "title": "Low", "description": "Little", "upTo": 0.55},
            {"id": "high", "title": "High", "above": 0.55}]}],
        "metrics": [\(list([family, single]))],
        "recommendationPolicy": {"floor": 0.65, "ceiling": 0.2, "gateCeiling": "1", "rankBy": ["effort", "id"]},
        "recommendations": [
            \(list([recommendation("R1", #""builds": {"F2": {}}"#), recommendation("R2", recommended)]))],
        "presentation": {"members": {"dimension": "all"}, "facilitators": "help", "burden": "harm", "cap": "cap",
            "score": "score", "band": "band", "overall": "overall", "overallBand": "overallBand",
            "beside": ["middle"], "lenses": [{"members": {"dimension": "all"}, "title": "Lens", "metrics": ["harm"]}]}
        }
        """
    }

    private func scale(_ id: String, _ middle: Double) -> String {
        """
        {"id": "\(id)", "title": "Scale \(id)", "options": [{"id": "0", "label": "None of \(id)", "value": 0},
        {"id": "1", "label": "Half of \(id)", "value": \(middle)}, {"id": "2", "label": "Full", "value": 1}]}
        """
    }

    private var family: String {
        """
        {"each": {"dimension": "all"}, "define": [\(list([
            #"{"id": "help", "symbol": "F", "title": "Help", "description": "Helps", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}}"#,
            #"{"id": "harm", "title": "Harm", "aggregate": "max", "of": {"items": {"direction": "blocker"}}}"#,
            """
            {"id": "cap", "title": "Cap", "aggregate": "min", "of": {"items": {"direction": "blocker"}}, "through":
            {"by": ["class", "gateRating"], "table": {"critical": {"1": 0.85, "2": 0.15}}, "otherwise": 1},
            "missing": {"unanswered": "condition"}, "incomplete": 0, "empty": 1}
            """,
            #"{"id": "score", "title": "Score", "aggregate": "min", "of": {"metrics": ["help", "cap"]}}"#,
            #"{"id": "band", "title": "Band", "band": "score", "in": "halves"}"#,
        ]))]}
        """
    }

    private var single: String {
        """
        {"define": [\(list([
            #"{"id": "overall", "title": "Overall", "aggregate": "geometricMean", "offset": 0.01, "of": {"each": {"dimension": "all"}, "metric": "score", "weights": {"left": 4}}}"#,
            #"{"id": "overallBand", "title": "Overall band", "band": "overall", "in": "halves", "relativeTo": "middle"}"#,
            #"{"id": "middle", "title": "Middle", "aggregate": "mean", "of": {"each": {"dimension": "all"}, "metric": "score"}}"#,
            #"{"id": "balance", "title": "Balance", "aggregate": "sum", "of": {"metrics": {"left.harm": 0.35, "right.harm": 0.45}}}"#,
        ]))]}
        """
    }

    private var recommended: String {
        #""removes": {"B1": {"ceiling": 0.1}}, "requires": ["R1"], "when": {"metric": "left.score", "value": {"below": 0.95}}"#
    }

    private func recommendation(_ id: String, _ more: String) -> String {
        """
        {"id": "\(id)", "dimension": "left", "title": "Do \(id)", "summary": "Summary of \(id)", "why": "Because",
        "firstSteps": ["First of \(id)"], "responsible": "chief", "effortDays": \(id == "R1" ? 11 : 12),
        "tags": {"class": "drag"}, "origin": "source", "source": {"document": "paper"}, \(more)}
        """
    }
}
