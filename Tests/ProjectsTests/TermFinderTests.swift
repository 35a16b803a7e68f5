import Testing

@testable import Projects

@Suite struct TermFinderTests {
    private func finder(sameWords: [[String]] = []) throws -> TermFinder {
        TermFinder(rule: try ShippedRule.rule().with(sameWords: sameWords))
    }

    @Test func stopWordsSayNothingInAnyCase() throws {
        var finder = try finder()
        for word in ["The", "of", "DONNÉES", "statistics", "l"] { #expect(finder.term(for: Substring(word)) == nil) }
        #expect(finder.term(for: "crops") == "crop")
        #expect(finder.term(for: "CROP") == "crop")
    }

    @Test func wordsOfAGroupAreOneTermInEveryForm() throws {
        var finder = try finder(sameWords: [["occupation", "job"], ["métier", "profession"]])
        #expect(finder.term(for: "Jobs") == finder.term(for: "occupations"))
        #expect(finder.term(for: "métiers") == finder.term(for: "Profession"))
        #expect(finder.term(for: "job") != finder.term(for: "profession"))
    }

    @Test func groupsWithACommonWordAreOneGroupInAnyOrder() throws {
        let groups = [["grain", "crop"], ["wheat", "barley"], [], ["crop", "wheat"], ["rice"]]
        for order in [groups, groups.reversed(), [groups[3], groups[0], groups[1]]] {
            var finder = try finder(sameWords: order)
            let terms = Set(["crop", "wheat", "barley", "grains"].map { finder.term(for: Substring($0)) })
            #expect(terms == ["barley"])
            #expect(finder.term(for: "rice") == "ric")
        }
    }

    /// A group that swallowed half the vocabulary through a chain of common words would make everything alike.
    @Test func shippedGroupsStaySmallAndHoldNoStopWord() throws {
        let rule = try ShippedRule.rule()
        var finder = TermFinder(rule: rule)
        var members: [String: Set<String>] = [:]
        for word in rule.sameWords.joined() {
            let term = finder.term(for: Substring(word))
            #expect(term != nil, "\(word) is a stop word")
            members[term ?? "", default: []].insert(word)
        }
        for group in members.values { #expect(group.count <= 18, "\(group.sorted())") }
        for word in rule.taskWords + rule.rarity.commonWords {
            #expect(finder.term(for: Substring(word)) != nil, "\(word) is a stop word")
        }
    }
}
