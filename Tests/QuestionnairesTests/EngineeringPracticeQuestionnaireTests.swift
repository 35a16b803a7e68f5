import Foundation
import JSON
import Testing

@testable import Questionnaires

/// The questionnaire of engineering practice that is built in.
@Suite("The built-in questionnaire mlops-practice")
struct EngineeringPracticeQuestionnaireTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()  // QuestionnairesTests
        .deletingLastPathComponent()  // Tests
        .deletingLastPathComponent()  // the package
        .appending(path: "questionnaires/mlops-practice")

    /// The sections with the letter of their items.
    private static let sections = [("data", "D"), ("model", "M"), ("infrastructure", "I"), ("operation", "O")]

    /// Items that no recommendation builds, with the reason; there is none.
    private static let builtByNothing: Set<String> = []

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

    @Test("names all files of its folder as parts")
    func parts() throws {
        let all = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix("translations/") }
        let parts = Questionnaire.partNames(of: try Self.file("questionnaire.json").document)
        #expect(Set(all) == Set(parts + ["questionnaire.json"]))
        #expect(parts.count == 5)
    }

    @Test("asks for seven practices in each of four sections")
    func sections() {
        #expect(questionnaire.dimension("section")?.children.map(\.id) == Self.sections.map(\.0))
        #expect(questionnaire.items.count == 28)
        for (section, letter) in Self.sections {
            let items = questionnaire.items.filter { $0.dimension == section }
            #expect(items.map(\.id) == (1...7).map { "M\(letter)\($0)" })
        }
        for item in questionnaire.items {
            #expect(item.direction == .facilitator, "\(item.id)")
            #expect(item.weight == 1, "\(item.id)")
            #expect(item.mirror == nil, "\(item.id)")
            #expect(item.tags["togaf"]?.isEmpty == false, "\(item.id)")
        }
        let aspects = Set(questionnaire.items.compactMap { $0.tags["togaf"]?.first })
        #expect(aspects == ["people", "process", "information", "resources"])
    }

    @Test("gives half a point for a practice done by hand and a whole one for an automated one")
    func scale() throws {
        let scale = try #require(questionnaire.scales.first)
        #expect(questionnaire.scales.count == 1)
        #expect(scale.options.map(\.id) == ["0", "1", "2"])
        #expect(scale.options.map(\.value) == [0, 0.5, 1])
        #expect(questionnaire.items.allSatisfy { $0.scale == scale })
    }

    @Test("has all texts of each item, and different ones throughout")
    func texts() {
        for item in questionnaire.items {
            for text in [item.label, item.prompt] + [item.help, item.why, item.evidence].map({ $0 ?? "" }) {
                #expect(!text.isEmpty, "\(item.id)")
            }
            #expect(item.anchors.count == 3, "\(item.id)")
            #expect(item.anchors.allSatisfy { Self.words($0).count >= 8 }, "\(item.id)")
        }
        #expect(Set(questionnaire.items.flatMap(\.anchors)).count == 84)
        #expect(Set(questionnaire.items.map(\.label)).count == 28)
        #expect(Set(questionnaire.items.map(\.prompt)).count == 28)
        #expect(Set(questionnaire.items.compactMap(\.help)).count == 28)
        #expect(Set(questionnaire.items.compactMap(\.why)).count == 28)
        #expect(Set(questionnaire.items.compactMap(\.evidence)).count == 28)
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
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
        #expect(itemsByRun.count > 2000)
    }

    @Test("cites every source that it lists")
    func sources() {
        let cited =
            questionnaire.items.compactMap(\.source) + questionnaire.recommendations.compactMap(\.source)
            + questionnaire.bandSets.compactMap(\.source)
        #expect(Set(cited.map(\.document)) == Set(questionnaire.sources.map(\.id)))
        #expect(questionnaire.sources.first { $0.id == "testScore" }?.year == 2017)
    }

    @Test("asks four roles, which weigh alike")
    func roles() {
        #expect(questionnaire.roles.map(\.id) == ["dataScience", "it", "methodology", "subjectMatter"])
        #expect(questionnaire.roles.allSatisfy { $0.weights.isEmpty && $0.authority.isEmpty })
    }

    @Test("recommends what lifts every practice, and steps that can be taken at once")
    func recommendations() {
        #expect(questionnaire.recommendations.count == 10)
        #expect(Set(questionnaire.recommendations.flatMap { $0.builds.map(\.value) }) == [0.5, 1])
        for recommendation in questionnaire.recommendations {
            #expect(recommendation.origin == .ours, "\(recommendation.id)")
            #expect(recommendation.firstSteps.count >= 3, "\(recommendation.id)")
            #expect(recommendation.effortDays > 0, "\(recommendation.id)")
            #expect(!recommendation.why.isEmpty, "\(recommendation.id)")
            #expect(recommendation.removes.isEmpty, "\(recommendation.id)")
            #expect(recommendation.tags["togaf"]?.isEmpty == false, "\(recommendation.id)")
        }
        let built = Set(questionnaire.recommendations.flatMap { $0.builds.map(\.item) })
        #expect(Set(questionnaire.items.map(\.id)).subtracting(built) == Self.builtByNothing)
    }

    @Test("ranks recommendations by the weakest section first, then by all sections")
    func ranking() {
        let gains = (questionnaire.recommendationPolicy?.rankBy ?? []).compactMap { criterion -> String? in
            guard case .gain(let metrics) = criterion, metrics.count == 1, metrics[0].factor == 1 else { return nil }
            return metrics[0].metric
        }
        #expect(gains == ["overall", "score"])
        #expect(questionnaire.recommendationPolicy?.rankBy.suffix(2) == [.effort, .id])
    }

    @Test("bands the fewest points at 0, 1, 2, 3 and 5")
    func bands() {
        let intervals = questionnaire.bandSet("practiceInPlace")?.intervals ?? []
        #expect(intervals.map { $0.upper?.value } == [0, 1, 2, 3, 5, nil])
        #expect(intervals.map { $0.lower?.value } == [nil, 0, 1, 2, 3, 5])
        #expect(intervals.allSatisfy { $0.upper?.isInclusive != false && $0.lower?.isInclusive != true })
        #expect(intervals.allSatisfy { $0.description != nil })
    }

    @Test("has neither blockers nor caps")
    func caps() {
        #expect(questionnaire.presentation?.cap == nil)
        #expect(questionnaire.presentation?.burden == nil)
        for metric in questionnaire.metricGroups.flatMap(\.metrics) {
            guard case .aggregate(let aggregate) = metric.rule else { continue }
            #expect(aggregate.through == nil, "\(metric.id)")
        }
    }
}
