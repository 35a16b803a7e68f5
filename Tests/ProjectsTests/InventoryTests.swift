import Foundation
import JSON
import Projects
import Questionnaires
import Testing

/// The shipped questionnaire on projects has the points, challenges and questions of the inventory, with its ids.
@Suite struct InventoryTests {
    /// What the inventory holds, but for its texts.
    private struct Inventory: Decodable {
        /// Id, stage, kind and TOGAF aspects.
        let points: [String]
        /// Id, topic and TOGAF aspects.
        let around: [String]
        let risks: [Risk]
        /// Families of tools and ways of working.
        let help: [Help]
        /// A letter for each stage: s stops, c sets a condition, a dot neither.
        let blockers: [String: String]
        let reliance: [String]

        struct Risk: Decodable, Equatable {
            let id: String
            let stages: [Int]
            let togaf: [String]
            let related: [String]
            var optional: Bool?
        }

        struct Help: Decodable, Equatable {
            let id: String
            let risks: [String]
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private let inventory: Inventory
    private let shipped: ShippedPlan

    init() throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent("Fixtures/inventory.json"))
        inventory = try JSONDecoder().decode(Inventory.self, from: data)
        shipped = try ShippedPlan.get()
    }

    private static func words(_ item: Item, _ parts: [String]) -> String {
        ([item.id] + parts + (item.tags["togaf"] ?? [])).joined(separator: " ")
    }

    @Test func allPointsOfTheStages() {
        let asked = shipped.plan.points.map { item in
            Self.words(item, [String(item.dimension.dropFirst("stage".count))] + (item.tags["kind"] ?? []))
        }
        #expect(asked == inventory.points && asked.count == 96)
        #expect(shipped.plan.stages.map(\.id) == (1...6).map { "stage\($0)" })
    }

    @Test func allPointsAroundTheProject() {
        let inside = Set(shipped.plan.points.map(\.id))
        let around = shipped.questionnaire.items.filter { !inside.contains($0.id) }
        #expect(around.map { Self.words($0, $0.tags["topic"] ?? []) }.sorted() == inventory.around)
        #expect(around.count == 23)
    }

    @Test func allChallenges() throws {
        // The plan passes over the aspects, which are for readers of the file.
        let file = try ShippedPlan.document("ml-project/risks.json")
        let list = try #require(JSONReader(file, file: "risks.json").map()?["risks"]?.array())
        let found = list.compactMap { reader -> Inventory.Risk? in
            guard let risk = reader.map(), let id = risk["id"]?.string() else { return nil }
            func texts(_ key: String) -> [String] { risk[key]?.array()?.compactMap { $0.string() } ?? [] }
            return Inventory.Risk(
                id: id, stages: texts("stages").compactMap { Int($0.dropFirst("stage".count)) },
                togaf: risk["tags"]?.map()?["togaf"]?.array()?.compactMap { $0.string() } ?? [],
                related: texts("related"), optional: risk["optional"]?.bool())
        }
        #expect(found == inventory.risks && found.count == 44)
        for (risk, expected) in zip(shipped.plan.risks.risks, inventory.risks) {
            #expect(risk.id == expected.id && risk.stages == expected.stages.map { "stage\($0)" })
            #expect(risk.related == expected.related && risk.isOptional == (expected.optional ?? false))
        }
        #expect(shipped.questionnaire.tag("challenge")?.values.map(\.id) == inventory.risks.map(\.id))
    }

    @Test func whatHelpsAgainstThem() {
        let catalogue = shipped.plan.risks
        let found = (catalogue.toolFamilies + catalogue.approaches).map { help in
            let risks = catalogue.risks.filter { ($0.toolFamilies + $0.approaches).contains(help.id) }
            return Inventory.Help(id: help.id, risks: risks.map(\.id))
        }
        #expect(found == inventory.help.map { Inventory.Help(id: $0.id, risks: $0.risks.sorted()) })
        #expect(catalogue.toolFamilies.count == 5 && catalogue.approaches.count == 9)
        #expect(found.allSatisfy { catalogue.help($0.id)?.caveat != nil })
    }

    @Test func theTableOfBlockersAndTheReliance() throws {
        let inheritance = try #require(shipped.plan.inheritance)
        let table = inheritance.blockers.map { reach in
            let letters = (1...6).map { stage in
                switch reach.stages["stage\(stage)"] {
                case .stop: "s"
                case .condition: "c"
                case nil: "."
                }
            }
            return (reach.blocker, letters.joined())
        }
        #expect(Dictionary(table) { $1 } == inventory.blockers && table.count == inventory.blockers.count)
        #expect(inheritance.effectAt == ["2": .condition, "3": .listed, "4": .listed])
        #expect(shipped.plan.reliance.map { "\($0.on)->\($0.point)" }.sorted() == inventory.reliance.sorted())
    }

    /// The five closing factors mark points of the stages that they name.
    @Test func theClosingFactors() {
        let stages = [
            "needs": [1], "users": [1, 6], "environment": [2, 5], "data": [2, 4], "upkeep": [4, 6],
        ]
        #expect(Set(shipped.questionnaire.tag("factor")?.values.map(\.id) ?? []) == Set(stages.keys))
        for (factor, stages) in stages {
            let points = shipped.plan.points.filter { $0.tags["factor"]?.contains(factor) ?? false }
            for stage in stages { #expect(points.contains { $0.dimension == "stage\(stage)" }, "\(factor)") }
        }
    }

    // MARK: The inventory itself

    private static let source = ShippedRule.package.deletingLastPathComponent()
        .appendingPathComponent("shared/inventory.json")

    /// Where the inventory is at hand, the fixture is held to it.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: source.path), "the inventory is not beside the package"))
    func theFixtureIsThatOfTheInventory() throws {
        let file = try JSONDocument(parsing: [UInt8](Data(contentsOf: Self.source)))
        let root = try #require(JSONReader(file, file: "inventory.json").map())
        func objects(_ key: String) -> [JSONObjectReader] { root[key]?.array()?.compactMap { $0.map() } ?? [] }
        func text(_ object: JSONObjectReader, _ key: String) -> String { object[key]?.string() ?? "" }
        func texts(_ object: JSONObjectReader, _ key: String) -> [String] {
            object[key]?.array()?.compactMap { $0.string() } ?? []
        }
        func number(_ reader: JSONReader?) -> Int { reader?.integer(in: 0...100) ?? 0 }
        let points = objects("journey").map {
            ([text($0, "id"), String(number($0["stage"])), text($0, "kind")] + texts($0, "togaf")).joined(
                separator: " ")
        }
        #expect(points == inventory.points)
        let risks = objects("table1").map { risk in
            Inventory.Risk(
                id: text(risk, "id"),
                stages: [number(risk["journey"])] + (risk["also"]?.array() ?? []).map { number($0) },
                togaf: texts(risk, "togaf"), related: texts(risk, "org_items"),
                optional: risk["optional_for_nso"]?.bool() == true ? true : nil)
        }
        #expect(risks == inventory.risks)
        let topics = [
            "A": "shelving", "B": "models", "C": "duplication", "D": "structures", "E": "outputs", "F": "success",
        ]
        let around = (root["seed001"]?.array() ?? []).flatMap { group -> [String] in
            let topic = topics[String((group.element(0)?.string() ?? "").prefix(1))] ?? ""
            return (group.element(1)?.array() ?? []).compactMap { $0.map() }.map {
                ([text($0, "id"), topic] + texts($0, "togaf")).joined(separator: " ")
            }
        }
        #expect(around.sorted() == inventory.around)
        let rows = (root["tools"]?.array() ?? []) + (root["holistic"]?.array() ?? [])
        let help = rows.map { row -> [String] in
            let cells = row.array() ?? []
            return (cells.last?.string() ?? "").split(separator: ",").flatMap { part -> [String] in
                let ends = part.split(separator: "-").compactMap { Int($0.dropFirst()) }
                return (ends[0]...ends[ends.count - 1]).map { $0 < 10 ? "P0\($0)" : "P\($0)" }
            }
        }
        #expect(help == inventory.help.map(\.risks))
        let table = (root["blocker_to_stage"]?.map()?.all ?? []).map { blocker, stages in
            let letters = (1...6).map { stages.map()?["\($0)"]?.string()?.prefix(1) ?? "." }
            return (blocker, letters.joined())
        }
        #expect(Dictionary(table) { $1 } == inventory.blockers)
    }
}
