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
        #expect(members(.tag("gateClass")) == ["gateClass.critical", "gateClass.drag"])
        #expect(members(.tag("nowhere")) == [])
    }

    @Test func itemsBelongToMembers() throws {
        let questionnaire = try questionnaire()
        func items(_ family: Family, _ member: String) -> [String] {
            questionnaire.items.filter { family.contains($0, member: member) }.map(\.id)
        }
        #expect(items(.dimension("area", depth: 1), "staff") == ["F1", "B1"])
        #expect(items(.dimension("area", depth: 1), "area") == ["F1", "B1", "F2", "B2"])
        #expect(items(.dimension("area", depth: 1), "gateClass.drag") == [])
        #expect(items(.tag("gateClass"), "gateClass.critical") == ["B1"])
        #expect(items(.tag("aspect"), "aspect.people") == ["F1", "B1"])
        #expect(items(.tag("aspect"), "aspect.process") == ["B1"])
        #expect(items(.tag("aspect"), "people") == [])
        #expect(items(.tag("aspect"), "staff") == [])
    }

    @Test func membersHaveWords() throws {
        let questionnaire = try questionnaire()
        #expect(questionnaire.text(ofMember: "staff")?.title == "Staff")
        #expect(questionnaire.text(ofMember: "staff")?.description == "Who does it.")
        #expect(questionnaire.text(ofMember: "gateClass.critical")?.title == "Critical")
        #expect(questionnaire.text(ofMember: "gateClass.critical")?.description == "Hard.")
        #expect(questionnaire.text(ofMember: "aspect.people")?.description == nil)
        #expect(questionnaire.text(ofMember: "critical")?.title == nil)
        #expect(questionnaire.text(ofMember: "aspect.critical")?.title == nil)
    }
}
