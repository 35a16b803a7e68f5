import Questionnaires
import Testing

@testable import Scoring

@Suite struct RoleGroupTests {
    struct Case: Sendable, CustomStringConvertible {
        let counts: [Int]
        let merged: [String]
        var smallest = 3
        var description: String { "\(counts) by \(smallest)" }
    }

    /// Roles a, b, c … with so many respondents each; the groups as their roles and their size.
    static let cases = [
        Case(counts: [], merged: []),
        Case(counts: [2], merged: []),
        Case(counts: [1, 1], merged: []),
        Case(counts: [3], merged: ["a 3"]),
        Case(counts: [3, 4], merged: ["a 3", "b 4"]),
        // 1 + 2 are three together and stand by themselves.
        Case(counts: [1, 2, 3], merged: ["c 3", "ab 3"]),
        // 1 + 1 are two and join the smallest that stands.
        Case(counts: [1, 1, 5, 4], merged: ["c 5", "abd 6"]),
        Case(counts: [4, 1, 3], merged: ["a 4", "bc 4"]),
        // Of two that are equally small, the first of the questionnaire.
        Case(counts: [3, 3, 1], merged: ["b 3", "ac 4"]),
        Case(counts: [1, 3, 3], merged: ["c 3", "ab 4"]),
        // All are below three: one group, if they are three in all.
        Case(counts: [2, 2, 2], merged: ["abc 6"]),
        Case(counts: [1, 1, 1], merged: ["abc 3"]),
        Case(counts: [2, 1], merged: ["ab 3"]),
        // Roles of nobody are in no group.
        Case(counts: [0, 3, 0, 2, 4], merged: ["e 4", "bd 5"]),
        // A questionnaire may ask for larger groups.
        Case(counts: [3, 4, 5], merged: ["c 5", "ab 7"], smallest: 5),
        Case(counts: [3, 5, 6], merged: ["c 6", "ab 8"], smallest: 5),
        // A consensus merges nothing.
        Case(counts: [1, 2], merged: ["a 1", "b 2"], smallest: 1),
    ]

    @Test(arguments: cases)
    func merging(_ example: Case) {
        let single = zip("abcde", example.counts).map { RoleGroup(roles: [String($0)], count: $1) }
        let groups = RoleGroup.merging(single, smallest: example.smallest)
        #expect(groups.map { "\($0.roles.joined()) \($0.count)" } == example.merged)
    }

    /// 1 respondent of weight 2 and 2 of weight 1: (2 + 1 + 1) / 3 in the left domain; 1 where no weight is named.
    @Test func theWeightOfAMergedGroupIsTheMeanOverItsRespondents() throws {
        let questionnaire = try SmallDefinition(roles: ["a left 2", "b", "c left 5"], items: ["L1 left facilitator"])
            .questionnaire()
        let grouping = RoleGrouping(respondents: ["a": 1, "b": 2, "c": 3], questionnaire: questionnaire, smallest: 3)
        #expect(grouping.groups.map(\.roles) == [["c"], ["a", "b"]])
        #expect(isClose(grouping.weight(of: grouping.groups[1], in: "left"), 4.0 / 3))
        #expect(grouping.weight(of: grouping.groups[1], in: "right") == 1)
        #expect(grouping.weight(of: grouping.groups[0], in: "left") == 5)
    }

    /// A questionnaire need not define roles; whoever answers counts all the same, with the weight 1.
    @Test func rolesThatAreNotDefinedCount() throws {
        let questionnaire = try SmallDefinition(roles: [], items: ["L1 left facilitator"]).questionnaire()
        let grouping = RoleGrouping(respondents: ["y": 3, "x": 3], questionnaire: questionnaire, smallest: 3)
        #expect(grouping.groups == [RoleGroup(roles: ["x"], count: 3), RoleGroup(roles: ["y"], count: 3)])
        #expect(grouping.weight(of: grouping.groups[0], in: "left") == 1)
        #expect(grouping.groupOfRole == ["x": 0, "y": 1])
    }
}
