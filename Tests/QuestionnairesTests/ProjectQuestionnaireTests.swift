import Foundation
import JSON
import Testing

@testable import Questionnaires

/// The questionnaire on one project that is built in.
@Suite("The built-in questionnaire ml-project")
struct ProjectQuestionnaireTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()  // QuestionnairesTests
        .deletingLastPathComponent()  // Tests
        .deletingLastPathComponent()  // the package
        .appending(path: "questionnaires/ml-project")

    /// The points of the inventory with their kind and their TOGAF aspects, the principal one first.
    private static let points = """
        J1.01 must information
        J1.02 could information
        J1.03 must information
        J1.04 must people
        J1.05 should process
        J1.06 must people process
        J1.07 should people
        J1.08 should information people
        J1.09 should people
        J1.10 should people process
        J1.11 should people
        J1.12 should people
        J2.01 must information
        J2.02 should process
        J2.03 could people
        J2.04 should information
        J2.05 must people information
        J2.06 must information
        J2.07 should information
        J2.08 should information
        J2.09 should information
        J2.10 must resources
        J2.11 must resources
        J2.12 should resources
        J2.13 should resources process
        J2.14 must information process
        J2.15 should process resources
        J3.01 should information
        J3.02 must information
        J3.03 must information
        J3.04 must people
        J3.05 must information people
        J3.06 must information process
        J3.07 should process
        J3.08 must process
        J3.09 must process
        J3.10 should information resources
        J3.11 must information
        J3.12 could process
        J4.01 should people information
        J4.02 must resources
        J4.03 should information
        J4.04 must information
        J4.05 must information
        J4.06 must resources
        J4.07 must people
        J4.08 must process
        J4.09 must process
        J4.10 must information
        J4.11 must people process
        J4.12 must information
        J4.13 could process
        J4.14 must process people
        J4.15 must information
        J4.16 must people
        J4.17 must information process
        J4.18 should process
        J4.19 must information process
        J5.01 must information resources
        J5.02 should information process
        J5.03 must information
        J5.04 must information
        J5.05 must information
        J5.06 must process
        J5.07 must process resources
        J5.08 must resources
        J5.09 should process
        J5.10 should resources process
        J5.11 must information
        J5.12 must information process
        J5.13 must information
        J5.14 could information resources
        J5.15 should process people
        J5.16 should process
        J5.17 could resources
        J5.18 could resources
        J6.01 must process resources
        J6.02 should process
        J6.03 must resources
        J6.04 must information
        J6.05 should people
        J6.06 must process
        J6.07 must information process
        J6.08 should information process
        J6.09 must people
        J6.10 should people information
        J6.11 should people
        J6.12 should information resources
        J6.13 should process resources
        J6.14 should information
        J6.15 should process
        J6.16 should people process
        J6.17 could people process
        J6.18 could process
        J6.19 should process
        J6.20 should process
        """

    /// Points in each stage.
    private static let counts = [12, 15, 12, 19, 18, 20]

    private static func file(_ name: String) throws -> DefinitionFile {
        let data = try Data(contentsOf: folder.appending(path: name))
        return DefinitionFile(name: name, document: try JSONDocument(parsing: Array(data)))
    }

    private static func decoded() throws -> DecodedQuestionnaire {
        let main = try file("questionnaire.json")
        return Questionnaire.decode(main: main, parts: try Questionnaire.partNames(of: main.document).map(file))
    }

    private let questionnaire: Questionnaire

    init() throws {
        questionnaire = try #require(try Self.decoded().questionnaire)
    }

    @Test("has no finding, not even a warning")
    func findings() throws {
        #expect(try Self.decoded().findings.map(\.description) == [])
    }

    @Test("names all files of its folder")
    func parts() throws {
        let all = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix("translations/") }
        let main = try Self.file("questionnaire.json").document
        let parts = Questionnaire.partNames(of: main)
        let readiness = Questionnaire.readinessNames(of: main)
        #expect(all.sorted() == (parts + readiness + ["questionnaire.json"]).sorted())
        #expect(parts.count == 8 && readiness.count == 4 && questionnaire.readiness == readiness)
    }

    @Test("asks for every point of the inventory, with its kind and aspects, in order")
    func points() {
        let asked = questionnaire.items.prefix(96).map { item in
            ([item.id] + (item.tags["kind"] ?? []) + (item.tags["togaf"] ?? [])).joined(separator: " ")
        }
        #expect(asked == Self.points.split(separator: "\n").map(String.init))
        #expect(asked.count == 96)
        let around = questionnaire.items.dropFirst(96)
        #expect(around.map(\.id).sorted() == (1...23).map { $0 < 10 ? "M0\($0)" : "M\($0)" })
        #expect(around.allSatisfy { $0.ancestors.contains("around") && $0.tags["kind"] == nil })
        // They enter no figure of a stage.
        #expect(around.allSatisfy { $0.direction == .none })
    }

    @Test("has each stage's points in its own dimension")
    func stages() {
        #expect(questionnaire.subject == .project)
        let stages = questionnaire.dimension("stage")?.children.map(\.id) ?? []
        #expect(stages == (1...6).map { "stage\($0)" })
        #expect(stages.map { stage in questionnaire.items.count { $0.dimension == stage } } == Self.counts)
        for item in questionnaire.items { #expect(item.source != nil && item.weight == 1, "\(item.id)") }
        for item in questionnaire.items.prefix(96) {
            #expect(item.dimension == "stage" + item.id.dropFirst().prefix(1), "\(item.id)")
            #expect(item.direction == .facilitator, "\(item.id)")
        }
    }

    @Test("gives half a point for what is partly met")
    func scale() throws {
        let scale = try #require(questionnaire.scales.first)
        #expect(questionnaire.scales.count == 1)
        #expect(scale.options.map(\.id) == ["notMet", "partly", "met"])
        #expect(scale.options.map(\.value) == [0, 0.5, 1])
        #expect(questionnaire.items.allSatisfy { $0.scale == scale })
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    @Test("has all texts of each item, and different ones throughout")
    func texts() {
        let items = questionnaire.items
        for item in items {
            for text in [item.label, item.prompt] + [item.help, item.why, item.evidence].map({ $0 ?? "" }) {
                #expect(!text.isEmpty, "\(item.id)")
            }
            #expect(item.prompt.hasSuffix("?"), "\(item.id)")
            #expect(item.help?.contains("Met:") == true && item.help?.contains("Partly:") == true, "\(item.id)")
            #expect(item.anchors.count == 3, "\(item.id)")
            #expect(item.anchors.allSatisfy { Self.words($0).count >= 8 }, "\(item.id)")
        }
        #expect(Set(items.flatMap(\.anchors)).count == 357)
        for texts in [
            items.map(\.label), items.map(\.prompt), items.compactMap(\.help), items.compactMap(\.why),
            items.compactMap(\.evidence),
        ] {
            #expect(Set(texts).count == 119)
        }
    }

    @Test("says nothing of one item in the words of another")
    func runsOfWords() {
        let length = 8
        var itemsByRun: [[String]: Set<String>] = [:]
        for item in questionnaire.items {
            let texts = [item.label, item.prompt] + [item.help, item.why, item.evidence].compactMap { $0 }
            for words in (texts + item.anchors).map(Self.words) where words.count >= length {
                for start in 0...(words.count - length) {
                    itemsByRun[Array(words[start..<(start + length)]), default: []].insert(item.id)
                }
            }
        }
        let shared = itemsByRun.filter { $0.value.count > 1 }
            .map { "\($0.value.sorted().joined(separator: ", ")): \($0.key.joined(separator: " "))" }
        #expect(shared.sorted() == [])
        #expect(itemsByRun.count > 80 * questionnaire.items.count)
    }

    @Test("looks at the organisation by its own questionnaire")
    func subjects() {
        #expect(questionnaire.subjects.map(\.id) == ["organisation"])
        #expect(questionnaire.subjects.map(\.questionnaire) == ["ml-maturity"])
        #expect(questionnaire.roles.map(\.id) == ["lead", "subjectMatter", "methodology", "it"])
    }

    @Test("ties the 44 challenges and the five factors to points that answer them")
    func tags() {
        let challenges = questionnaire.tag("challenge")?.values ?? []
        #expect(challenges.map(\.id) == (1...44).map { $0 < 10 ? "P0\($0)" : "P\($0)" })
        #expect(challenges.allSatisfy { $0.description?.hasSuffix("?") == true })
        #expect(Set(challenges.compactMap(\.description)).count == 44)
        #expect(Set(questionnaire.items.flatMap { $0.tags["challenge"] ?? [] }) == Set(challenges.map(\.id)))
        let factors = questionnaire.tag("factor")?.values.map(\.id) ?? []
        #expect(factors == ["needs", "users", "environment", "data", "upkeep"])
        #expect(Set(questionnaire.items.flatMap { $0.tags["factor"] ?? [] }) == Set(factors))
    }
}
