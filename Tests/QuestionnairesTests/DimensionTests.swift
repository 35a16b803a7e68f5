import Testing

@testable import Questionnaires

struct DimensionTests {
    private static let leaves = ["c", "d"].map { Dimension(id: $0, title: $0, description: nil, children: []) }
    private let root = Dimension(
        id: "a", title: "A", description: nil,
        children: [
            Dimension(id: "b", title: "B", description: nil, children: Self.leaves),
            Dimension(id: "e", title: "E", description: nil, children: []),
        ])

    @Test func descendantIsFoundAtAnyDepth() {
        #expect(root.descendant("a")?.title == "A")
        #expect(root.descendant("d")?.title == "d")
        #expect(root.descendant("e")?.title == "E")
        #expect(root.descendant("x") == nil)
    }

    @Test(arguments: [(0, ["a"]), (1, ["b", "e"]), (2, ["c", "d"]), (3, []), (-1, ["a"])])
    func descendantsLieAtOneDepth(depth: Int, ids: [String]) {
        #expect(root.descendants(atDepth: depth).map(\.id) == ids)
    }

    @Test func subtreeIsInOrder() {
        #expect(root.subtree.map(\.id) == ["a", "b", "c", "d", "e"])
    }
}
