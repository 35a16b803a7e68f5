import Assessments
import JSON
import Questionnaires

/// A definition with every kind of answer, condition and metric, and with every key that the format has. No key has the
/// value that it would have anyway, so each can be changed and taken away to some effect.
enum EveryKindDefinition {
    static func value() throws -> JSONValue { try JSONDocument(parsing: Array(text.utf8)).root.value }

    /// What the definition differs in from one with some text in place of another, which must be there once.
    static func comparison(replacing old: String, with new: String) throws -> QuestionnaireComparison {
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw SmallOffice.Failure(description: "\(old) stands \(parts.count - 1) times in the definition")
        }
        return try QuestionnaireComparison(
            old: SmallOffice.questionnaire(text), new: SmallOffice.questionnaire(parts.joined(separator: new)))
    }

    private static let text = "{\([structure, items, method, metrics, advice].joined(separator: ",\n"))}"

    /// The questionnaire; nothing where the definition has a mistake.
    static func questionnaire(_ value: JSONValue) throws -> Questionnaire? {
        let document = try JSONDocument(parsing: Array(value.canonicalText().utf8))
        return Questionnaire.decode(main: DefinitionFile(name: "test", document: document), parts: []).questionnaire
    }

    private static let structure = """
        "formatVersion": 1, "id": "rich", "version": "1.0", "language": "en", "title": "Rich", "subject": "project",
        "description": "All kinds", "readiness": ["plan.json", "risks.json"],
        "sources": [{"id": "paper", "title": "Paper", "author": "Author", "year": 2024}, {"id": "book", "title": "Book"}],
        "subjects": [{"id": "bureau", "questionnaire": "ml-maturity"}, {"id": "partner", "questionnaire": "other"}],
        "channels": [{"id": "risk", "title": "Risk"}, {"id": "profit", "title": "Profit"}],
        "dimensions": [{"id": "top", "title": "Top", "children": [
            {"id": "whole", "title": "Whole", "description": "Both sides", "children": [
                {"id": "left", "title": "Left"},
                {"id": "right", "title": "Right", "visibleWhen": {"item": "Q1", "option": "yes"}}]}]},
            {"id": "second", "title": "Second", "children": [{"id": "far", "title": "Far"}]}],
        "tags": [
            {"id": "class", "title": "Class", "description": "How hard", "values": [
                {"id": "hard", "title": "Hard", "description": "Stops"}, {"id": "soft", "title": "Soft"}]},
            {"id": "team", "title": "Team", "values": [
                {"id": "red", "title": "Red team"}, {"id": "blue", "title": "Blue team"},
                {"id": "hard", "title": "Hard team"}]}],
        "roles": [
            {"id": "chief", "title": "Chief", "description": "Decides", "weights": {"left": 2}, "authority": ["left"]},
            {"id": "maker", "title": "Maker"}],
        "scales": [
            {"id": "three", "title": "Three", "options": [
                {"id": "s0", "label": "None", "value": 0}, {"id": "s1", "label": "Half", "value": 0.5},
                {"id": "s2", "label": "All", "value": 1}]},
            {"id": "steep", "title": "Steep", "options": [
                {"id": "s0", "label": "None", "value": 0}, {"id": "s1", "label": "Half", "value": 0.3},
                {"id": "s2", "label": "All", "value": 1}]},
            {"id": "marks", "title": "Marks", "options": [
                {"id": "m1", "label": "First", "value": 0.25, "scores": {"risk": 3}},
                {"id": "m2", "label": "Second", "value": 0.5, "scores": {"risk": 1, "profit": 2},
                    "visibleWhen": {"item": "Q2", "number": {"above": 2}}},
                {"id": "m0", "label": "None of these", "value": 0.1, "exclusive": true}]}]
        """

    private static let items = """
        "items": [
            {"id": "Q1", "dimension": "left", "direction": "none", "weight": 3, "label": "A register", "prompt": "Is it?",
                "answer": {"type": "yesNo", "yes": {"label": "It is", "value": 0.9, "scores": {"risk": 2}},
                    "no": {"label": "It is not", "value": 0.2, "scores": {"profit": 4}}}},
            {"id": "Q2", "dimension": "left", "direction": "facilitator", "label": "Time", "prompt": "How long?",
                "answer": {"type": "number", "unit": "days", "from": -5, "upTo": 50, "points": [
                    {"at": 1, "value": 0.05}, {"at": 10, "value": 0.6}, {"at": 20.5, "value": 0.95}]}},
            {"id": "Q3", "dimension": "right", "direction": "facilitator", "scale": "marks", "label": "Tools",
                "answer": {"type": "multipleChoice", "combine": "sum", "atMost": 0.7},
                "visibleWhen": {"all": [
                    {"item": "F1", "value": {"atLeast": 0.5}},
                    {"any": [{"item": "Q2", "number": {"atLeast": 1, "below": 30}},
                        {"not": {"item": "Q2", "state": "dontKnow"}}]}]}},
            {"id": "Q4", "dimension": "right", "direction": "none", "label": "Words",
                "answer": {"type": "text"}, "visibleWhen": {"item": "Q3", "includes": "m1"}},
            {"id": "F1", "dimension": "left", "direction": "facilitator", "scale": "three", "weight": 2, "mirror": "B1",
                "tags": {"class": "soft", "team": ["red", "blue"]}, "label": "Plan", "prompt": "Is there a plan?",
                "help": "Help", "why": "Why", "evidence": "Evidence", "canBeNotApplicable": false,
                "anchors": {"s0": "No plan", "s1": "A draft", "s2": "A plan"},
                "source": {"document": "paper", "section": "1"}, "concept": "plan", "version": 3,
                "comparableWith": [1, 2]},
            {"id": "F2", "dimension": "right", "direction": "facilitator", "label": "Staff", "tags": {"class": "hard"},
                "scale": {"title": "Own", "options": [
                    {"id": "few", "label": "Few", "value": 0}, {"id": "many", "label": "Many", "value": 1}]}},
            {"id": "B1", "dimension": "left", "direction": "blocker", "scale": "three", "label": "Delay",
                "tags": {"class": "hard"}},
            {"id": "B2", "dimension": "right", "direction": "blocker", "scale": "three", "label": "Doubt",
                "tags": {"class": "soft"}}]
        """

    private static let method = """
        "pool": {"value": "mean", "gate": {"weightedQuantile": 0.5}, "smallestGroup": 4},
        "coverage": {"firm": 0.9, "provisional": 0.6}, "notApplicableFlag": 0.3,
        "contradiction": {"facilitatorAtLeast": 0.7, "blockerAtLeast": 0.75}, 
        "comparison": {"matchedShare": 0.8, "test": {"level": 0.1, "power": 0.8, "fewestRespondents": 8,
            "recurringShare": 0.75, "exactUpTo": 5000, "draws": 2000},
            "pool": {"fewestOffices": 6, "quartilesFrom": 13, "leastGap": 0.12, "roundedTo": 0.02}},
        "stability": {"level": 0.9, "draws": 1500, "fewestRespondents": 7,
            "agreement": {"firm": 0.75, "tentative": 0.65, "fewestItems": 2},
            "robustness": {"draws": 300, "concentration": 15, "keptShare": 0.85, "means": ["arithmetic", "min"]},
            "sensitivity": {"draws": 400, "rows": 128, "weightChange": 0.3, "spacings": [0.5, 3]}},
        "bands": [
            {"id": "halves", "title": "Halves", "source": {"document": "paper", "section": "2"}, "intervals": [
                {"id": "low", "title": "Low", "description": "Little", "from": 0, "upTo": 0.55},
                {"id": "high", "title": "High", "above": 0.55, "below": 2}]},
            {"id": "parts", "title": "Parts", "intervals": [{"id": "low", "upTo": 0.3}, {"id": "high", "above": 0.3}]}]
        """

    private static let metrics = """
        "metrics": [
            {"each": {"dimension": "whole"}, "define": [
                {"id": "help", "symbol": "F", "title": "Help", "description": "Helps", "aggregate": "mean",
                    "of": {"items": {"direction": "facilitator"}}, "missing": {"unanswered": "worst",
                    "dontKnow": "condition", "notApplicable": "withhold"}, "incomplete": 0.25, "empty": 0.75},
                {"id": "harm", "title": "Harm", "aggregate": "max", "of": {"items": {"direction": "blocker"}}},
                {"id": "lid", "title": "Lid", "aggregate": "min", "of": {"items": {"direction": "blocker"}}, "through":
                    {"by": ["class", "gateRating"], "table": {"hard": {"s1": 0.85, "s2": 0.15}}, "otherwise": 0.95}},
                {"id": "brake", "title": "Brake", "aggregate": "max", "of": {"items": {"direction": "blocker"}},
                    "through": {"by": ["class"], "table": {}, "otherwise": 0.5}},
                {"id": "score", "title": "Score", "aggregate": "min", "of": {"metrics": ["help", "lid"]}},
                {"id": "place", "title": "Place", "band": "score", "in": "halves"}]},
            {"each": {"dimension": "top"}, "define": [
                {"id": "total", "title": "Total", "aggregate": "sum", "of": {"each": "children", "metric": "score"}}]},
            {"each": {"tag": "class"}, "define": [
                {"id": "burden", "title": "Burden", "aggregate": "median", "of": {"items": {"direction": "blocker"}}}]},
            {"each": {"tag": "team"}, "define": [
                {"id": "burden", "title": "Burden", "aggregate": "min", "of": {"items": {"direction": "blocker"}}}]},
            {"each": {"tag": "team"}, "define": [
                {"id": "load", "title": "Load", "aggregate": "min", "of": {"items": {"direction": "blocker"}}}]},
            {"define": [
                {"id": "overall", "title": "Overall", "aggregate": "geometricMean", "offset": 0.01,
                    "of": {"each": {"dimension": "top", "depth": 2}, "metric": "total", "weights": {"left": 4}},
                    "missing": {"withheld": "exclude"}},
                {"id": "both", "title": "Both", "aggregate": "mean",
                    "of": {"each": {"dimension": "top", "depth": 2}, "metric": "total"}},
                {"id": "above", "title": "Above", "aggregate": "mean",
                    "of": {"each": {"dimension": "top"}, "metric": "total"}},
                {"id": "upper", "title": "Upper", "aggregate": "quantile", "quantile": 0.75,
                    "of": {"metrics": {"left.score": 0.35, "right.score": 0.45}}},
                {"id": "danger", "title": "Danger", "shownAs": "number", "aggregate": "sum", "channel": "risk",
                    "of": {"items": {"dimension": "whole", "tags": {"class": "hard"}}}},
                {"id": "plain", "title": "Plain", "aggregate": "share", "of": {"items": {"ids": ["F1", "B1"]}},
                    "where": {"any": [{"value": {"above": 0.3}}, {"option": "s2"}, {"state": "notApplicable"},
                        {"all": [{"tag": "class", "is": "hard"}, {"gateRating": {"atLeast": "s1"}}]}]}},
                {"id": "tally", "title": "Tally", "aggregate": "count", "of": {"items": {"direction": "blocker"}},
                    "where": {"not": {"gateRating": {"below": "s2"}}}},
                {"id": "most", "title": "Most", "possible": "danger", "exclusive": [
                    [{"dimension": "left"}, {"dimension": "right", "direction": "facilitator"}],
                    [{"tags": {"class": "hard"}}, {"ids": ["F1", "F2"]}, {"ids": ["Q1"]}]]},
                {"id": "changed", "title": "Changed", "adjust": "overall", "steps": [
                    {"when": {"metric": "left.score", "value": {"below": 0.4}, "relativeTo": "overall"},
                        "unknown": "apply", "scale": 0.9},
                    {"when": {"asOf": {"atLeast": "2027-01-01", "below": "2029-01-01"}}, "add": -0.05},
                    {"when": {"subject": "bureau", "metric": "overall", "value": {"below": 0.5}}, "unknown": "skip",
                        "cap": {"metric": "left.help", "times": 2}},
                    {"floor": 0.1},
                    {"when": {"subject": "bureau", "item": "OF1", "option": "o2"}, "scale": {"metric": "upper"}},
                    {"round": "halfEven", "places": 2}]},
                {"id": "ladder", "title": "Ladder", "level": {"at": {"value": {"atLeast": 0.7}},
                    "below": {"value": {"atLeast": 0.9}}, "base": -1, "empty": "passes",
                    "missing": {"unanswered": "leaveOut", "dontKnow": "withhold", "notApplicable": "fails",
                        "withheld": "leaveOut"},
                    "levels": [
                        {"id": "begun", "title": "Begun", "value": 1.5, "of": {"items": {"dimension": "left"}}},
                        {"id": "done", "title": "Done", "value": 3, "empty": "fails", "of":
                            {"items": {"dimension": "right"}}, "missing": {"dontKnow": "fails"}}]}},
                {"id": "rungs", "title": "Rungs", "level": {"at": {"any": [{"band": {"atLeast": "high"}}, {"coverage": {"below": 0.5}}]},
                    "levels": [{"id": "first", "title": "First", "of": {"metrics": ["left.place"]}},
                        {"id": "second", "title": "Second", "of": {"metrics": ["right.place"]}}]}},
                {"id": "steps", "title": "Steps", "level": {"at": {"outcome": "go"},
                    "levels": [{"id": "only", "title": "Only", "of": {"metrics": ["decision"]}}]}},
                {"id": "decision", "title": "Decision", "verdict": {
                    "outcomes": [{"id": "go", "title": "Go", "description": "Begin", "value": 2},
                        {"id": "wait", "title": "Wait", "value": 1.25}, {"id": "stop", "title": "Stop", "value": 0.5}],
                    "rules": [
                        {"when": {"item": "B1", "gateRating": {"atLeast": "s2"}}, "unknown": "holds", "is": "stop",
                            "because": "It is late"},
                        {"when": {"any": [{"metric": "overallPlace", "band": "low"},
                            {"metric": "overall", "coverage": {"below": 0.7}}]}, "unknown": "skip", "is": "wait"}],
                    "otherwise": {"is": "go", "because": "Nothing is in the way"}}},
                {"id": "overallPlace", "title": "Place", "band": "overall", "in": "halves", "relativeTo": "upper"},
                {"id": "theirs", "title": "Theirs", "reference": {"subject": "bureau", "metric": "left.score"}}]},
            {"each": {"dimension": "top", "depth": 2}, "define": [
                {"id": "total", "title": "Total", "aggregate": "mean", "of": {"items": {}}},
                {"id": "loose", "title": "Loose", "aggregate": "mean", "of": {"items": {"direction": "none"}}}]},
            {"each": {"dimension": "top", "depth": 2}, "define": [
                {"id": "looser", "title": "Looser", "aggregate": "mean", "of": {"items": {"dimension": "whole"}}}]},
            {"each": {"dimension": "second"}, "define": [
                {"id": "total", "title": "Total", "aggregate": "sum", "of": {"items": {}}}]},
            {"each": {"dimension": "second"}, "define": [
                {"id": "loosest", "title": "Loosest", "aggregate": "sum", "of": {"items": {"ids": []}}}]}]
        """

    private static let advice = """
        "recommendationPolicy": {"floor": 0.65, "ceiling": 0.2, "gateCeiling": "s1",
            "rankBy": [{"gain": {"overall": 1, "score": 0.5}}, "effort", "id"]},
        "recommendations": [
            {"id": "R1", "dimension": "left", "title": "Plan", "summary": "Write it", "why": "Because",
                "firstSteps": ["Ask", "Write"], "responsible": "chief", "effortDays": 11, "builds": {"F1": {}},
                "tags": {"class": "soft"}, "origin": "source", "source": {"document": "paper", "section": "3"},
                "when": {"metric": "decision", "outcome": "go"}},
            {"id": "R2", "dimension": "left", "title": "Hurry", "summary": "Be quick", "why": "It is late",
                "firstSteps": ["Run"], "responsible": "maker", "effortDays": 4, "builds": {"F2": {"floor": 0.9}},
                "removes": {"B1": {"ceiling": 0.1, "gateCeiling": "s0"}}, "requires": ["R1"]},
            {"id": "R3", "dimension": "right", "title": "Test", "summary": "Try it", "why": "To know",
                "firstSteps": ["Try"], "responsible": "maker", "effortDays": 6, "builds": {"F1": {"floor": 0.8}},
                "when": {"metric": "overall", "coverage": {"atLeast": 0.5}}}],
        "presentation": {"members": {"dimension": "whole"}, "facilitators": "help", "burden": "harm", "cap": "lid",
            "score": "score", "band": "place", "overall": "overall", "overallBand": "overallPlace",
            "beside": ["upper"], "lenses": [
                {"members": {"tag": "class"}, "title": "Classes", "description": "By class", "metrics": ["burden"]},
                {"members": {"dimension": "top", "depth": 2}, "title": "Deep", "metrics": ["total"]},
                {"members": {"dimension": "top"}, "title": "High", "metrics": ["total"]}],
            "companions": [
                {"questionnaire": "other", "member": "left", "title": "Beside", "metrics": ["sum", "left.sum"]}]}
        """
}

extension JSONNode {
    /// The value without its places.
    var value: JSONValue {
        switch content {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let number): .number(number.value)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.value))
        case .object(let members):
            .object(Dictionary(members.map { ($0.name, $0.value.value) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}
