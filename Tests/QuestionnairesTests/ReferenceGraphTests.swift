import JSON
import Testing

@testable import Questionnaires

struct ReferenceGraphTests {
    /// The circles that a graph reports; each node is an element of a list of the given length.
    private func circles(_ count: Int, _ edges: [(Int, Int)]) throws -> [String] {
        let text = "[" + (0..<count).map(String.init).joined(separator: ", ") + "]"
        let root = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "test.json")
        var graph = ReferenceGraph<Int>()
        for (node, element) in (root.array() ?? []).enumerated() { graph.define(node, at: element) }
        for (source, target) in edges { graph.add(from: source, to: target) }
        graph.reportCircles(name: { "\($0)" }, remedy: "r")
        return root.findings.list.map { "\($0.path): \($0.problem)" }
    }

    @Test func treeAndDiamondHaveNoCircle() throws {
        #expect(try circles(1, []) == [])
        #expect(try circles(4, [(0, 1), (0, 2), (1, 3), (2, 3)]) == [])
        #expect(try circles(3, [(0, 1), (0, 1), (1, 2), (0, 2)]) == [])
    }

    @Test func circleIsReportedOnceWhereItIsEntered() throws {
        #expect(try circles(1, [(0, 0)]) == ["$[0]: this depends on itself: 0 → 0"])
        #expect(try circles(3, [(0, 1), (1, 2), (2, 0)]) == ["$[0]: this depends on itself: 0 → 1 → 2 → 0"])
        #expect(try circles(3, [(0, 1), (1, 2), (2, 1)]) == ["$[1]: this depends on itself: 1 → 2 → 1"])
        #expect(try circles(2, [(0, 1), (1, 0), (1, 0)]) == ["$[0]: this depends on itself: 0 → 1 → 0"])
    }

    @Test func circlesThatShareANodeAreAllReported() throws {
        #expect(
            try circles(3, [(0, 1), (1, 0), (0, 2), (2, 0)]) == [
                "$[0]: this depends on itself: 0 → 1 → 0", "$[0]: this depends on itself: 0 → 2 → 0",
            ])
    }

    @Test func targetThatIsNotDefinedIsNoCircle() throws {
        #expect(try circles(1, [(0, 7)]) == [])
    }

    @Test func chainMayBeLong() throws {
        let edges = (0..<20_000).map { ($0, $0 + 1) }
        #expect(try circles(20_001, edges) == [])
        let reports = try circles(20_001, edges + [(20_000, 0)])
        #expect(reports.count == 1)
        #expect(reports.first?.hasSuffix("19999 → 20000 → 0") == true)
    }
}
