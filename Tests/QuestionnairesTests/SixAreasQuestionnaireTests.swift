import Foundation
import JSON
import Testing

@testable import Questionnaires

/// The organisation questionnaire in another cut, with an area of its own.
@Suite("The built-in questionnaire ml-maturity-six-areas")
struct SixAreasQuestionnaireTests {
    private static let questionnaires = URL(filePath: #filePath)
        .deletingLastPathComponent()  // QuestionnairesTests
        .deletingLastPathComponent()  // Tests
        .deletingLastPathComponent()  // the package
        .appending(path: "questionnaires")
    private static let folder = questionnaires.appending(path: "ml-maturity-six-areas")

    private static func decoded(_ id: String) throws -> DecodedQuestionnaire {
        func file(_ name: String) throws -> DefinitionFile {
            let data = try Data(contentsOf: questionnaires.appending(path: "\(id)/\(name)"))
            return DefinitionFile(name: name, document: try JSONDocument(parsing: Array(data)))
        }
        let main = try file("questionnaire.json")
        return Questionnaire.decode(main: main, parts: try Questionnaire.partNames(of: main.document).map(file))
    }

    /// The main file as plain values.
    private static func tree(_ id: String) throws -> [String: Any] {
        let data = try Data(contentsOf: questionnaires.appending(path: "\(id)/questionnaire.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private let questionnaire: Questionnaire
    private let base: Questionnaire

    init() throws {
        questionnaire = try #require(try Self.decoded("ml-maturity-six-areas").questionnaire)
        base = try #require(try Self.decoded("ml-maturity").questionnaire)
    }

    private var ecosystem: [Item] { questionnaire.items.filter { $0.dimension == "ecosystem" } }

    @Test("has no finding, not even a warning")
    func findings() throws {
        #expect(try Self.decoded("ml-maturity-six-areas").findings.map(\.description) == [])
    }

    @Test("has six areas in the order in which they are named")
    func areas() {
        let areas = questionnaire.dimensions.first?.children ?? []
        #expect(questionnaire.dimensions.map(\.id) == ["domain"])
        #expect(
            areas.map(\.id) == ["information", "technology", "organisation", "ecosystem", "expertise", "culture"])
        #expect(areas.map(\.title) == ["Data", "Technology", "Organisation", "Ecosystem", "Expertise", "Culture"])
        #expect(areas.allSatisfy { $0.description != nil })
    }

    @Test("takes every part of ml-maturity and holds none of its texts")
    func parts() throws {
        let parts = try #require(try Self.tree("ml-maturity-six-areas")["parts"] as? [String])
        let shared = try #require(try Self.tree("ml-maturity")["parts"] as? [String]).map { "../ml-maturity/\($0)" }
        #expect(Set(parts) == Set(shared + ["items/ecosystem.json", "recommendations.json"]))
        #expect(parts.count == 8)
        let files = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix("translations/") }
        #expect(Set(files) == ["items/ecosystem.json", "recommendations.json", "questionnaire.json"])
    }

    @Test("asks the 37 items of ml-maturity as they are, and 7 of its own")
    func items() {
        #expect(questionnaire.items.count == 44)
        #expect(ecosystem.map(\.id) == ["NF1", "NF2", "NF3", "NF4", "NB1", "NB2", "NB3"])
        #expect(ecosystem.map { $0.direction == .blocker } == [false, false, false, false, true, true, true])
        for item in base.items {
            let same = questionnaire.item(item.id)
            #expect(same?.dimension == item.dimension && same?.direction == item.direction, "\(item.id)")
            #expect(same?.anchors == item.anchors && same?.prompt == item.prompt, "\(item.id)")
            #expect(same?.tags == item.tags && same?.mirror == item.mirror, "\(item.id)")
        }
    }

    @Test("classes the blockers of the ecosystem, and mirrors what has two sides")
    func gates() {
        #expect(ecosystem.filter { $0.direction == .facilitator }.allSatisfy { $0.tags["gateClass"] == nil })
        #expect(
            ecosystem.filter { $0.direction == .blocker }.map { $0.tags["gateClass"] }
                == [["limiting"], ["limiting"], ["critical"]])
        #expect(ecosystem.map(\.mirror) == [nil, "NB2", "NB1", nil, "NF3", "NF2", nil])
        #expect(ecosystem.allSatisfy { $0.tags["togaf"]?.isEmpty == false && $0.weight == 1 })
    }

    @Test("has five different anchors to each item, and different texts throughout")
    func anchors() {
        for item in ecosystem {
            #expect(item.anchors.count == 5, "\(item.id)")
            #expect(item.scale.id == (item.direction == .blocker ? "severity" : "inPlace"), "\(item.id)")
        }
        #expect(Set(questionnaire.items.flatMap(\.anchors)).count == 220)
        #expect(Set(questionnaire.items.map(\.label)).count == 44)
        #expect(Set(questionnaire.items.map(\.prompt)).count == 44)
        #expect(Set(questionnaire.items.compactMap(\.help)).count == 44)
        #expect(Set(questionnaire.items.compactMap(\.why)).count == 44)
        #expect(Set(questionnaire.items.compactMap(\.evidence)).count == 44)
    }

    @Test("cites a document only where it raises the point")
    func sources() {
        #expect(
            ecosystem.map { $0.source?.document }
                == ["journey", "deployment", nil, "journey", nil, "journey", "deployment"])
        #expect(ecosystem.compactMap(\.source).allSatisfy { $0.section != nil })
    }

    @Test("recommends what ml-maturity does, and for each item of the ecosystem something of ours")
    func recommendations() {
        let own = questionnaire.recommendations.filter { $0.dimension == "ecosystem" }
        #expect(own.map(\.id) == ["XN1", "XN2", "XN3", "XN4"])
        #expect(
            own.allSatisfy { $0.origin == .ours && $0.source == nil && $0.firstSteps.count == 3 && $0.effortDays > 0 })
        #expect(questionnaire.recommendations.map(\.id).prefix(21) == base.recommendations.map(\.id)[...])
        let reached = Set(own.flatMap { $0.builds.map(\.item) + $0.removes.map(\.item) })
        #expect(ecosystem.map(\.id).filter { !reached.contains($0) } == [])
        for recommendation in own {
            #expect(recommendation.tags["togaf"]?.isEmpty == false && recommendation.tags["gamso"]?.count == 1)
            for floor in recommendation.builds {
                #expect([0.5, 0.75].contains(floor.value), "\(recommendation.id): \(floor.item)")
            }
            for ceiling in recommendation.removes {
                let option = questionnaire.item(ceiling.item)?.scale.options[ceiling.gatePosition]
                #expect([0.25, 0.5].contains(ceiling.value), "\(recommendation.id): \(ceiling.item)")
                #expect(option?.value == ceiling.value, "\(recommendation.id): \(ceiling.item)")
            }
        }
        // A rule made by others can be met, not lifted.
        #expect(own.last?.removes.map(\.value) == [0.5])
    }

    /// Two definitions with one method: a change of one must not leave the other behind.
    @Test(
        "has the method of ml-maturity to the letter",
        arguments: [
            "formatVersion", "language", "subject", "tags", "scales", "pool", "coverage", "notApplicableFlag",
            "contradiction", "bands", "metrics", "presentation", "recommendationPolicy",
        ])
    func method(key: String) throws {
        let own = try #require(try Self.tree("ml-maturity-six-areas")[key] as? NSObject)
        let other = try #require(try Self.tree("ml-maturity")[key] as? NSObject)
        #expect(own == other)
    }

    @Test("weighs roles as ml-maturity does, and two of them twice for the ecosystem")
    func roles() {
        #expect(questionnaire.roles.map(\.id) == base.roles.map(\.id))
        for (role, other) in zip(questionnaire.roles, base.roles) {
            #expect(role.weights.filter { $0.key != "ecosystem" } == other.weights, "\(role.id)")
            #expect(role.authority.subtracting(["ecosystem"]) == other.authority, "\(role.id)")
        }
        #expect(questionnaire.roles.filter { $0.weights["ecosystem"] == 2 }.map(\.id) == ["leadership", "corporate"])
        #expect(questionnaire.roles.filter { $0.authority.contains("ecosystem") }.map(\.id) == ["corporate"])
    }
}
