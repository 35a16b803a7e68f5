import Assessments
import Foundation
import Questionnaires
import Reports
import Responses
import SeededRandomness

/// Two surveys of an office, partly by the same people, and everything that is written about them.
struct TwoSurveys {
    let questionnaire: Questionnaire
    var waves: [[Response]]

    /// - Parameter tests: whether changes are tested for chance.
    static func questionnaire(items: [String], tests: Bool) throws -> Questionnaire {
        let options = (0...2).map { #"{"id": "\#($0)", "label": "O", "value": \#(Double($0) / 2)}"# }
        let written = items.map { line -> String in
            let words = line.split(separator: " ").map(String.init)
            let tag = words[2] == "blocker" ? #", "tags": {"class": "critical"}"# : ""
            return """
                {"id": "\(words[0])", "dimension": "\(words[1])", "direction": "\(words[2])", "scale": "three",
                "label": "Label \(words[0])", "weight": \(words[3])\(tag)}
                """
        }
        let rule = """
            , "comparison": {"matchedShare": 0.8, "test": {"level": 0.05, "power": 0.8, "fewestRespondents": 6,
            "recurringShare": 0.8, "exactUpTo": 1024, "draws": 199}}
            """
        return try PackageFolder.definition(
            """
            {"formatVersion": 1, "id": "small", "version": "1", "language": "en", "title": "Small",
            "dimensions": [{"id": "all", "title": "All", "children": [{"id": "left", "title": "Left"},
                {"id": "right", "title": "Right"}]}],
            "tags": [{"id": "class", "title": "Class", "values": [{"id": "critical", "title": "Critical"}]}],
            "roles": [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "weights": {"left": 2}},
                {"id": "c", "title": "C"}, {"id": "d", "title": "D", "weights": {"right": 0.5}}],
            "scales": [{"id": "three", "options": [\(options.joined(separator: ","))]}],
            "items": [\(written.joined(separator: ","))],
            "bands": [{"id": "halves", "intervals": [{"id": "low", "title": "Low", "below": 0.5},
                {"id": "high", "title": "High", "from": 0.5}]}],
            "metrics": [{"each": {"dimension": "all"}, "define": [
                {"id": "facilitators", "title": "Help", "aggregate": "mean",
                    "of": {"items": {"direction": "facilitator"}}},
                {"id": "worst", "title": "Worst", "aggregate": "max", "of": {"items": {"direction": "blocker"}}},
                {"id": "mean", "title": "Mean", "aggregate": "mean", "of": {"items": {"direction": "blocker"}}},
                {"id": "burden", "title": "Burden", "aggregate": "sum",
                    "of": {"metrics": {"worst": 0.5, "mean": 0.5}}},
                {"id": "cap", "title": "Cap", "aggregate": "min", "of": {"items": {"direction": "blocker"}}, "through":
                    {"by": ["class", "gateRating"], "table": {"critical": {"1": 0.6, "2": 0.2}}, "otherwise": 1}},
                {"id": "score", "title": "Score", "aggregate": "min", "of": {"metrics": ["facilitators", "cap"]}},
                {"id": "band", "title": "Band", "band": "score", "in": "halves"}]},
                {"define": [{"id": "overall", "title": "Overall", "aggregate": "mean",
                    "of": {"each": {"dimension": "all"}, "metric": "score"}},
                    {"id": "overallBand", "title": "Band", "band": "overall", "in": "halves"}]}],
            "recommendationPolicy": {"rankBy": ["effort", "id"]},
            "recommendations": [{"id": "T1", "dimension": "left", "title": "Do it", "summary": "S", "responsible": "a",
                "effortDays": 5, "builds": {"F1": {"floor": 0.75}}}],
            "presentation": {"members": {"dimension": "all"}, "facilitators": "facilitators", "burden": "burden",
                "cap": "cap", "score": "score", "band": "band", "overall": "overall", "overallBand": "overallBand"}
            \(tests ? rule : "")}
            """)
    }

    /// Surveys of random small roles, with answers that are missing, not known or not applicable.
    static func random(
        _ questionnaire: Questionnaire, people: ClosedRange<Int>, gaps: Double, _ generator: inout SeededGenerator
    ) -> TwoSurveys {
        var surveys = TwoSurveys(questionnaire: questionnaire, waves: [])
        for wave in ["1", "2"] {
            let count = Int.random(in: people, using: &generator)
            surveys.waves.append(
                (0..<count).map { number in
                    var answers: [String: Answer] = [:]
                    for item in questionnaire.items {
                        if Double.random(in: 0..<1, using: &generator) >= gaps {
                            answers[item.id] = Answer(.option(position: Int.random(in: 0...2, using: &generator)))
                        } else if Bool.random(using: &generator) {
                            answers[item.id] =
                                Bool.random(using: &generator)
                                ? Answer(.dontKnow) : Answer(.notApplicable(reason: "Not here"))
                        }
                    }
                    let role = ["a", "a", "a", "b", "c", "d"].randomElement(using: &generator) ?? "a"
                    // About half of the people answer both times.
                    let isKnown = number.isMultiple(of: 2)
                    return Response(
                        respondent: "\(isKnown ? "p" : wave)\(100 + number)", role: role, wave: wave, answers: answers)
                })
        }
        return surveys
    }

    private func assessments() throws -> [Assessment] {
        try waves.enumerated().map { place, responses in
            try Assessment(
                questionnaire: questionnaire,
                workspace: Workspace(organisation: "Office", questionnaire: "small", language: "en"),
                wave: Wave(id: "\(place + 1)", collection: .survey), responses: responses)
        }
    }

    private static let provenance = Provenance(
        version: "9.9.9", questionnaireDigest: String(repeating: "a", count: 64),
        answersDigest: String(repeating: "b", count: 64), overrides: [], leftOut: [])

    func reports() throws -> (waves: [AssessmentReport], comparison: WaveComparisonReport) {
        let assessments = try assessments()
        let strings = try PackageFolder.strings()
        let library = try PackageFolder.templates()
        return (
            assessments.map {
                AssessmentReport($0, provenance: Self.provenance, strings: strings, library: library)
            },
            WaveComparisonReport(
                WaveComparison(zip(assessments, waves).map { AnsweredWave($0, responses: $1) }),
                provenances: [Self.provenance, Self.provenance], strings: strings, library: library)
        )
    }

    /// What is written for programs.
    func figures() throws -> [String] {
        let (waves, comparison) = try reports()
        return waves.map { $0.json() } + [comparison.json()]
    }

    /// Everything that is written, in all formats, with every explanation.
    func texts() throws -> [String] {
        let (waves, comparison) = try reports()
        let theme = try PackageFolder.theme()
        var texts = [
            comparison.json(), comparison.csv(), try comparison.markdown(), try comparison.html(theme: theme),
            try comparison.summary(),
        ]
        for wave in waves {
            texts += [
                wave.json(), wave.csv(), try wave.markdown(), try wave.html(theme: theme), try wave.summary(),
            ]
            texts += try wave.explainable.compactMap(wave.explanation(of:))
        }
        return texts
    }

    /// The same surveys with another answer of one person.
    func answering(_ wave: Int, _ person: Int, _ item: String, _ position: Int) -> TwoSurveys {
        var result = self
        let old = waves[wave][person]
        var answers = old.answers
        answers[item] = Answer(.option(position: position))
        result.waves[wave][person] = Response(
            respondent: old.respondent, role: old.role, wave: old.wave, answers: answers)
        return result
    }

    func position(_ wave: Int, _ person: Int, _ item: String) -> Int? {
        guard case .option(let position)? = waves[wave][person].answers[item]?.content else { return nil }
        return position
    }
}
