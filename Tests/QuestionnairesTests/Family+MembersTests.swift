import JSON
import Testing

@testable import Questionnaires

@Suite("Family: members")
struct FamilyMembersTests {
    @Test func membersAreChildrenOrGrandchildrenOfADimensionAnywhere() throws {
        let grandchild: [Step] = ["dimensions", 0, "children", 0, "children"]
        let questionnaire = try questionnaire(
            changing: (grandchild, [["id": "skills", "title": "Skills"], ["id": "posts", "title": "Posts"]]))
        func members(_ family: Family) -> [String] {
            family.members(dimensions: questionnaire.dimensions, tags: questionnaire.tags)
        }
        #expect(members(.dimension("area", depth: 1)) == ["staff", "tools"])
        #expect(members(.dimension("area", depth: 2)) == ["skills", "posts"])
        #expect(members(.dimension("staff", depth: 1)) == ["skills", "posts"])
        #expect(members(.dimension("posts", depth: 1)) == [])
        #expect(members(.dimension("nowhere", depth: 1)) == [])
        #expect(members(.tag("gateClass")) == ["critical", "drag"])
        #expect(members(.tag("nowhere")) == [])
    }
}
