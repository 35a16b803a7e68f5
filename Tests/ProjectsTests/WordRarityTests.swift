import Testing

@testable import Projects

@Suite struct WordRarityTests {
    private func value(_ users: Int, of projects: Int, isCommon: Bool = false) throws -> Double {
        try ShippedRule.rule().rarity.value(usedBy: users, of: projects, isCommon: isCommon)
    }

    @Test(arguments: [2, 3, 10, 500, 5000])
    func rareWordsCountMore(projects: Int) throws {
        #expect(try value(1, of: projects) > value(2, of: projects))
        #expect(try value(1, of: projects) > value(1, of: projects, isCommon: true))
        #expect(try value(projects, of: projects, isCommon: true) >= 1)
    }

    @Test func threeProjectsDoNotMakeAWordCommon() throws {
        #expect(try value(2, of: 3) > 0.8 * value(1, of: 3))
        #expect(try value(250, of: 500) < 0.4 * value(1, of: 500))
    }

    @Test func numbersOutOfRangeGiveNumbers() {
        for (size, share) in [(0.0, 0.0), (-5, 2), (10, -1), (10, 5)] {
            let rarity = WordRarity(supposedProjects: size, usualShare: share, commonShare: share, commonWords: [])
            let value = rarity.value(usedBy: 1, of: 1, isCommon: false)
            #expect(value.isFinite && value >= 1)
        }
    }
}
