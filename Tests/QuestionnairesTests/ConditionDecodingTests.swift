import JSON
import Testing

@testable import Questionnaires

/// The steps to the condition of a recommendation.
private let whenSteps: [Step] = ["recommendations", 1, "when"]
/// The steps to the condition of a share.
private let whereSteps: [Step] = ["metrics", 1, "define", 3, "where"]

/// A condition with a mistake, whose path begins after that of the condition.
private func mistake(
    _ name: String, _ text: String, _ path: String, _ problem: String, _ remedy: String, at steps: [Step] = whenSteps
) -> Mistake {
    let start = steps.count == whenSteps.count ? "$.recommendations[1].when" : "$.metrics[1].define[3].where"
    return Mistake(name, steps, JSONValue(parsing: text), start + path, problem, remedy)
}

struct ConditionDecodingTests {
    private func condition(_ text: String) throws -> Condition? {
        try questionnaire(changing: (whenSteps, JSONValue(parsing: text))).recommendations[1].when
    }

    private func filter(_ text: String) throws -> Condition? {
        let questionnaire = try questionnaire(changing: (whereSteps, JSONValue(parsing: text)))
        guard case .aggregate(let aggregate) = questionnaire.metricGroups[1].metrics[3].rule,
            case .share(let condition) = aggregate.function
        else { return nil }
        return condition
    }

    private func value(_ relation: Condition.Relation, _ number: Double) -> Condition.ItemTest {
        .value([Condition.Comparison(relation: relation, number: number)])
    }

    @Test func conditionsOnNamedPartsAreDecoded() throws {
        #expect(try condition(#"{"item": "F1", "value": {"above": 0.5}}"#) == .item("F1", value(.above, 0.5)))
        #expect(try condition(#"{"item": "F1", "option": "2"}"#) == .item("F1", .option("2")))
        #expect(try condition(#"{"item": "F1", "state": "dontKnow"}"#) == .item("F1", .state(.dontKnow)))
        #expect(
            try condition(#"{"item": "B1", "gateRating": {"atLeast": "1"}}"#)
                == .item("B1", .gateRating([.atLeast: "1"])))
        #expect(
            try condition(#"{"metric": "staff.score", "value": {"below": 0.5}}"#)
                == .metric(
                    "staff.score", .value([Condition.Comparison(relation: .below, number: 0.5)], relativeTo: nil)))
        #expect(
            try condition(#"{"metric": "overall", "value": {"equals": 1}}"#)
                == .metric("overall", .value([Condition.Comparison(relation: .equals, number: 1)], relativeTo: nil)))
    }

    @Test func conditionsOnTheInputAtHandAreDecoded() throws {
        #expect(try filter(#"{"value": {"atMost": 0}}"#) == .item(nil, value(.atMost, 0)))
        #expect(try filter(#"{"option": "0"}"#) == .item(nil, .option("0")))
        #expect(try filter(#"{"state": "answered"}"#) == .item(nil, .state(.answered)))
        #expect(try filter(#"{"tag": "aspect", "is": "people"}"#) == .tag("aspect", value: "people"))
    }

    @Test func conditionsMayBeCombined() throws {
        let combined = try condition(
            """
            {"all": [{"not": {"item": "F1", "option": "0"}},
                     {"any": [{"item": "F2", "option": "1"}, {"item": "F2", "option": "2"}]}]}
            """)
        #expect(
            combined
                == .all([
                    .not(.item("F1", .option("0"))), .any([.item("F2", .option("1")), .item("F2", .option("2"))]),
                ]))
    }

    @Test func severalComparisonsMustAllHold() throws {
        guard
            case .item("F1", .value(let comparisons))? = try condition(
                #"{"item": "F1", "value": {"atLeast": 0.25, "below": 0.75}}"#)
        else {
            Issue.record("no comparison")
            return
        }
        #expect(
            Set(comparisons) == [
                Condition.Comparison(relation: .atLeast, number: 0.25),
                Condition.Comparison(relation: .below, number: 0.75),
            ])
    }

    @Test(
        arguments: [
            mistake(
                "nothing", "{}", "", "the condition names neither an item nor a metric", "add \"item\" or \"metric\""),
            mistake(
                "unknown item", #"{"item": "F11", "option": "1"}"#, ".item", "there is no item \"F11\"",
                "did you mean \"F1\"?"),
            mistake(
                "unknown metric", #"{"metric": "overal", "value": {"above": 0}}"#, ".metric",
                "there is no metric \"overal\"", "did you mean \"overall\"?"),
            mistake(
                "unknown option", #"{"item": "F1", "option": "9"}"#, ".option", "there is no option \"9\"",
                "known: 0, 1, 2"),
            mistake(
                "unknown option to reach", #"{"item": "F1", "gateRating": {"atLeast": "9"}}"#, ".gateRating.atLeast",
                "there is no option \"9\"", "known: 0, 1, 2"),
            mistake(
                "unknown state", #"{"item": "F1", "state": "dontknow"}"#, ".state", "\"dontknow\" is not known here",
                "did you mean \"dontKnow\"?"),
            mistake(
                "unknown relation", #"{"item": "F1", "value": {"atleast": 1}}"#, ".value.atleast",
                "the key \"atleast\" is not known here", "did you mean \"atLeast\"?"),
            mistake(
                "comparison with a text", #"{"item": "F1", "value": {"above": "1"}}"#, ".value.above",
                "this is a text, not a number", "write a number"),
            mistake(
                "no comparison", #"{"item": "F1", "value": {}}"#, ".value", "there is no comparison",
                "add one, such as {\"atLeast\": 0.5}"),
            mistake(
                "no comparison of a gate rating", #"{"item": "B1", "gateRating": {}}"#, ".gateRating",
                "there is no comparison", "add one, such as {\"atLeast\": \"1\"}"),
            mistake(
                "item alone", #"{"item": "F1"}"#, "", "the condition does not say what to compare",
                "add \"value\", \"gateRating\", \"option\" or \"state\""),
            mistake(
                "metric alone", #"{"metric": "overall"}"#, "", "the condition does not say what to compare",
                "add one of value, band, outcome, coverage"),
            mistake(
                "empty list", #"{"all": []}"#, ".all", "the list of conditions is empty", "add a condition"),
            mistake(
                "mistake within a list", #"{"any": [{"item": "F1", "option": "1"}, {"item": "G1", "option": "1"}]}"#,
                ".any[1].item", "there is no item \"G1\"", "did you mean \"F1\"?"),
            mistake(
                "only mistakes in a list", #"{"any": [{"item": "G1", "option": "1"}]}"#,
                ".any[0].item", "there is no item \"G1\"", "did you mean \"F1\"?"),
            mistake(
                "mistake within a negation", #"{"not": {"item": "F1", "option": "9"}}"#, ".not.option",
                "there is no option \"9\"", "known: 0, 1, 2"),
            mistake(
                "unknown key", #"{"itm": "F1", "item": "F1", "option": "1"}"#, ".itm",
                "the key \"itm\" is not known here", "did you mean \"item\"?"),
            mistake(
                "two tests", #"{"item": "F1", "option": "1", "value": {"above": 0}}"#, ".option",
                "the condition says two things at once, by \"value\" and \"option\"",
                "make a list {\"all\": […]} of two conditions"),
            mistake(
                "list and test", #"{"all": [{"item": "F1", "option": "1"}], "item": "F2", "option": "1"}"#, ".item",
                "the condition says two things at once, by \"all\" and \"item\"",
                "make a list {\"all\": […]} of two conditions"),
            mistake(
                "item and metric", #"{"item": "F1", "metric": "overall", "value": {"above": 0}}"#, ".item",
                "the condition says two things at once, by \"metric\" and \"item\"",
                "make a list {\"all\": […]} of two conditions"),
            mistake(
                "value of no tag", #"{"item": "F1", "option": "1", "is": "people"}"#, ".is",
                "the key \"is\" means nothing without \"tag\"", "remove it"),
            mistake(
                "list relative to a metric", #"{"all": [{"item": "F1", "option": "1"}], "relativeTo": "overall"}"#,
                ".relativeTo", "the key \"relativeTo\" means nothing in a condition about no metric", "remove it"),
            mistake(
                "what one respondent chose", #"{"item": "F1", "includes": "1"}"#, ".includes",
                "what was answered is known only for one respondent, as in \"visibleWhen\"",
                "compare \"value\", for which the answer stands"),
            mistake(
                "item and metric of another subject",
                #"{"subject": "office", "item": "A", "metric": "b", "value": {"above": 0}}"#, ".item",
                "the condition says two things at once, by \"metric\" and \"item\"",
                "make a list {\"all\": […]} of two conditions"),
            mistake(
                "two tests of another subject",
                #"{"subject": "office", "item": "A", "state": "answered", "value": {"above": 0}}"#, ".state",
                "the condition says two things at once, by \"value\" and \"state\"",
                "make a list {\"all\": […]} of two conditions"),
            // Such a condition would never be known to hold.
            mistake(
                "tag without an input", #"{"tag": "aspect", "is": "people"}"#, ".tag",
                "a tag can be compared only where there is an input at hand, as in \"where\"",
                "name items or metrics instead"),
        ])
    func mistakeInACondition(mistake: Mistake) throws {
        try mistake.check()
    }

    /// The metric at hand is divided by nothing.
    @Test func aRatioInALevel() throws {
        let level = JSONValue(
            parsing: """
                {"id": "share", "title": "Share", "level": {"levels": [{"id": "one", "of": {"metrics": ["overall"]}}],
                "at": {"value": {"atLeast": 0.5}, "relativeTo": "middle"}}}
                """)
        try Mistake(
            "ratio", ["metrics", 1, "define", 3], level, "$.metrics[1].define[3].level.at.relativeTo",
            "the key \"relativeTo\" means nothing in a condition about the metric at hand", "remove it"
        ).check()
    }

    /// The first mistakes of authors, in a place where there are only one respondent's answers.
    @Test(
        arguments: [
            ("{}", "", "the condition names no item", "add \"item\""),
            (
                #"{"item": "F2"}"#, "", "the condition does not say what to compare",
                "add \"option\", \"includes\", \"number\", \"value\" or \"state\""
            ),
            (
                #"{"item": "F2", "value": 0.5}"#, ".value", "this is a number, not a comparison",
                "write {\"equals\": 0.5} or {\"atLeast\": 0.5}"
            ),
        ])
    func mistakeInAVisibility(text: String, path: String, problem: String, remedy: String) throws {
        try Mistake(
            text, ["items", 0, "visibleWhen"], JSONValue(parsing: text), "$.items[0].visibleWhen\(path)", problem,
            remedy
        ).check()
    }

    @Test(
        arguments: [
            mistake(
                "named item", #"{"item": "F1", "option": "1"}"#, ".item",
                "\"where\" is about the input at hand, not about a certain item", "remove \"item\"", at: whereSteps),
            mistake(
                "metric", #"{"metric": "overall", "value": {"above": 0}}"#, ".metric",
                "\"where\" is about the input at hand, not about a metric", "compare \"value\" alone", at: whereSteps),
            mistake(
                "unknown tag", #"{"tag": "aspekt", "is": "people"}"#, ".tag", "there is no tag \"aspekt\"",
                "did you mean \"aspect\"?", at: whereSteps),
            mistake(
                "unknown value of a tag", #"{"tag": "aspect", "is": "peple"}"#, ".is",
                "there is no value of aspect \"peple\"", "did you mean \"people\"?", at: whereSteps),
            mistake(
                "tag without value", #"{"tag": "aspect"}"#, "", "the key \"is\" is missing", "add it", at: whereSteps),
            mistake(
                "nothing", "{}", "", "the condition does not say what to compare",
                "add \"value\", \"gateRating\", \"option\" or \"state\"", at: whereSteps),
        ])
    func mistakeInAFilter(mistake: Mistake) throws {
        try mistake.check()
    }
}
