import JSON
import Testing

@testable import Questionnaires

/// Pooling, coverage, contradictions and presentation.
struct MethodDecodingTests {
    @Test func methodIsDecoded() throws {
        let questionnaire = try questionnaire()
        #expect(questionnaire.pool == Pool(value: .mean, gateQuantile: 0.5, smallestGroup: 4))
        #expect(questionnaire.coverage == CoverageThresholds(firm: 0.9, provisional: 0.5))
        #expect(questionnaire.contradiction == ContradictionRule(facilitatorAtLeast: 0.75, blockerAtLeast: 0.5))
        #expect(questionnaire.comparison == ComparisonRule(matchedShare: 0.7, test: nil, pool: nil))
        #expect(
            questionnaire.presentation
                == Presentation(
                    members: .dimension("area", depth: 1), facilitators: "help", burden: "harm", cap: "cap",
                    score: "score", band: "band", overall: "overall", overallBand: "overallBand", beside: ["middle"],
                    lenses: [
                        Presentation.Lens(
                            members: .dimension("area", depth: 1), title: "Areas", description: "Once more.",
                            metrics: ["harm", "help"])
                    ],
                    companions: [
                        Presentation.Companion(
                            questionnaire: "practice", member: "staff", title: "Practice",
                            metrics: ["total", "first.mean"])
                    ]))
    }

    @Test func poolHasInitialValues() throws {
        let pool = try questionnaire(changing: (["pool"], [:])).pool
        #expect(pool == Pool(value: .roleBalancedMean, gateQuantile: 0.75, smallestGroup: 3))
    }

    @Test func comparisonNeedNotBeDeclared() throws {
        #expect(try questionnaire(changing: (["comparison"], nil)).comparison == nil)
    }

    @Test(
        arguments: [
            Mistake(
                "unknown method", ["pool", "value"], "meen", "$.pool.value", "\"meen\" is not known here",
                "did you mean \"mean\"?"),
            Mistake(
                "quantile out of range", ["pool", "gate", "weightedQuantile"], 75, "$.pool.gate.weightedQuantile",
                "75 is out of range", "write a number from 0 to 1"),
            Mistake(
                "gate without quantile", ["pool", "gate"], [:], "$.pool.gate",
                "the key \"weightedQuantile\" is missing", "add it"),
            Mistake(
                "groups of two", ["pool", "smallestGroup"], 2, "$.pool.smallestGroup",
                "groups of 2 would show what single people answered",
                "write 3 or more; Waymark shows no figure of fewer people"),
            Mistake(
                "groups of one", ["pool", "smallestGroup"], 1, "$.pool.smallestGroup",
                "groups of 1 would show what single people answered",
                "write 3 or more; Waymark shows no figure of fewer people"),
            Mistake(
                "groups of nobody", ["pool", "smallestGroup"], 0, "$.pool.smallestGroup",
                "0 is not a whole number in range", "write a whole number from 3 to 1000"),
            Mistake(
                "groups of half a person", ["pool", "smallestGroup"], 3.5, "$.pool.smallestGroup",
                "3.5 is not a whole number in range", "write a whole number from 3 to 1000"),
            Mistake(
                "provisional above firm", ["coverage", "provisional"], 0.95, "$.coverage",
                "\"provisional\" is above \"firm\"",
                "a result is withheld below \"provisional\", firm from \"firm\" on"),
            Mistake(
                "no threshold", ["coverage", "firm"], nil, "$.coverage", "the key \"firm\" is missing", "add it"),
            Mistake(
                "threshold out of range", ["coverage", "firm"], 80, "$.coverage.firm", "80 is out of range",
                "write a number from 0 to 1"),
            Mistake(
                "half a contradiction", ["contradiction", "blockerAtLeast"], nil, "$.contradiction",
                "the key \"blockerAtLeast\" is missing", "add it"),
            Mistake(
                "comparison without a share", ["comparison", "matchedShare"], nil, "$.comparison",
                "the key \"matchedShare\" is missing", "add it"),
            Mistake(
                "matched share in percent", ["comparison", "matchedShare"], 80, "$.comparison.matchedShare",
                "80 is out of range", "write a number from 0 to 1"),
            Mistake(
                "half a rule for tests", ["comparison", "test"],
                ["level": 0.05, "fewestRespondents": 6, "recurringShare": 0.8, "exactUpTo": 9, "draws": 99],
                "$.comparison.test",
                "the key \"power\" is missing", "add it"),
            Mistake(
                "pools of four offices", ["comparison", "pool"],
                ["fewestOffices": 4, "quartilesFrom": 9, "leastGap": 0.1, "roundedTo": 0.01],
                "$.comparison.pool.fewestOffices", "4 is not a whole number in range",
                "write a whole number from 5 to 1000"),
            Mistake(
                "quartiles of too few", ["comparison", "pool"],
                ["fewestOffices": 6, "quartilesFrom": 10, "leastGap": 0.1, "roundedTo": 0.01],
                "$.comparison.pool.quartilesFrom", "10 is not a whole number in range",
                "write a whole number from 11 to 10000"),
            Mistake(
                "stability without its level", ["stability"], ["draws": 2000, "fewestRespondents": 6],
                "$.stability", "the key \"level\" is missing", "add it"),
            Mistake(
                "an interval of two people", ["stability"], ["level": 0.95, "draws": 2000, "fewestRespondents": 2],
                "$.stability.fewestRespondents", "2 is not a whole number in range",
                "write a whole number from 3 to 1000"),
            Mistake(
                "agreement upside down", ["stability"],
                [
                    "level": 0.95, "draws": 2000, "fewestRespondents": 6,
                    "agreement": ["firm": 0.6, "tentative": 0.8, "fewestItems": 10],
                ],
                "$.stability.agreement", "\"tentative\" is above \"firm\"",
                "agreement is low below \"tentative\", and reached from \"firm\" on"),
            Mistake(
                "unknown mean", ["stability"],
                [
                    "level": 0.95, "draws": 2000, "fewestRespondents": 6,
                    "robustness": ["draws": 1000, "concentration": 20, "keptShare": 0.95, "means": ["geometrc"]],
                ],
                "$.stability.robustness.means[0]", "\"geometrc\" is not known here", "did you mean \"geometric\"?"),
            Mistake(
                "unknown metric", ["presentation", "burden"], "hram", "$.presentation.burden",
                "there is no metric \"hram\"", "did you mean \"harm\"?"),
            Mistake(
                "unknown metric beside", ["presentation", "beside", 0], "midle", "$.presentation.beside[0]",
                "there is no metric \"midle\"", "did you mean \"middle\"?"),
            Mistake(
                "unknown metric of a lens", ["presentation", "lenses", 0, "metrics", 1], "overall",
                "$.presentation.lenses[0].metrics[1]", "there is no metric of that family \"overall\"",
                "known: help, harm, cap, score, band"),
            Mistake(
                "lens without title", ["presentation", "lenses", 0, "title"], nil, "$.presentation.lenses[0]",
                "the key \"title\" is missing", "add it"),
            Mistake(
                "lens of an unknown tag", ["presentation", "lenses", 0, "members"], ["tag": "aspects"],
                "$.presentation.lenses[0].members.tag", "there is no tag \"aspects\"", "did you mean \"aspect\"?"),
            Mistake(
                "no score", ["presentation", "score"], nil, "$.presentation", "the key \"score\" is missing", "add it"),
            Mistake(
                "no members", ["presentation", "members"], nil, "$.presentation", "the key \"members\" is missing",
                "add it"),
            Mistake(
                "members of an unknown dimension", ["presentation", "members", "dimension"], "aera",
                "$.presentation.members.dimension", "there is no dimension \"aera\"", "did you mean \"area\"?"),
        ])
    func mistakeInTheMethod(mistake: Mistake) throws {
        try mistake.check()
    }
}
