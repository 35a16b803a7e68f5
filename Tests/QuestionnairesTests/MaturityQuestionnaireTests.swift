import Foundation
import JSON
import Testing

@testable import Questionnaires

/// The questionnaire that is built in.
@Suite("The built-in questionnaire ml-maturity")
struct MaturityQuestionnaireTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()  // QuestionnairesTests
        .deletingLastPathComponent()  // Tests
        .deletingLastPathComponent()  // the package
        .appending(path: "questionnaires/ml-maturity")

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
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix("examples/") && !$0.hasPrefix("translations/") }
        let parts = Questionnaire.partNames(of: try Self.file("questionnaire.json").document)
        #expect(Set(all) == Set(parts + ["questionnaire.json"]))
        #expect(parts.count == 6)
    }

    @Test("asks what the inventory lists: dimensions, directions, mirrors, gates and aspects")
    func items() {
        #expect(questionnaire.items.count == 37)
        #expect(questionnaire.items.filter { $0.direction == .facilitator }.count == 21)
        #expect(questionnaire.items.filter { $0.direction == .blocker }.count == 16)
        #expect(Set(questionnaire.items.map(\.id)) == Set(maturityFacts.map(\.id)))
        for fact in maturityFacts {
            let item = questionnaire.item(fact.id)
            #expect(item?.dimension == fact.dimension, "\(fact.id)")
            #expect(item?.direction.rawValue == fact.direction, "\(fact.id)")
            #expect(item?.mirror == fact.mirror, "\(fact.id)")
            #expect(item?.tags["gateClass"] == fact.gate.map { [$0] }, "\(fact.id)")
            #expect(item?.tags["togaf"] == fact.togaf, "\(fact.id)")
            #expect(item?.weight == 1, "\(fact.id)")
        }
    }

    @Test("has five different anchors to each item, and different texts throughout")
    func anchors() {
        for item in questionnaire.items {
            #expect(item.anchors.count == 5, "\(item.id)")
            #expect(Set(item.anchors).count == 5, "\(item.id)")
            #expect(item.scale.id == (item.direction == .blocker ? "severity" : "inPlace"), "\(item.id)")
            #expect(item.source?.document == "facilitators", "\(item.id)")
        }
        #expect(Set(questionnaire.items.flatMap(\.anchors)).count == 185)
        #expect(Set(questionnaire.items.map(\.label)).count == 37)
        #expect(Set(questionnaire.items.map(\.prompt)).count == 37)
        #expect(Set(questionnaire.items.compactMap(\.help)).count == 37)
        #expect(Set(questionnaire.items.compactMap(\.why)).count == 37)
        #expect(Set(questionnaire.items.compactMap(\.evidence)).count == 37)
    }

    @Test("recommends what the inventory lists")
    func recommendations() {
        #expect(questionnaire.recommendations.count == 21)
        #expect(Set(questionnaire.recommendations.map(\.id)) == Set(maturityRecommendations.map(\.id)))
        for fact in maturityRecommendations {
            let recommendation = questionnaire.recommendations.first { $0.id == fact.id }
            #expect(recommendation?.dimension == fact.dimension, "\(fact.id)")
            #expect(recommendation.map { Set($0.removes.map(\.item)) } == Set(fact.removes), "\(fact.id)")
            #expect(recommendation.map { Set($0.builds.map(\.item)) } == Set(fact.builds), "\(fact.id)")
            #expect(recommendation?.tags["togaf"] == fact.togaf, "\(fact.id)")
            #expect(recommendation?.origin == (fact.isFromSource ? .source : .ours), "\(fact.id)")
            #expect(recommendation?.tags["gamso"]?.count == 1, "\(fact.id)")
            #expect(recommendation?.firstSteps.isEmpty == false, "\(fact.id)")
            #expect(recommendation.map { $0.effortDays > 0 } == true, "\(fact.id)")
        }
    }

    @Test("changes items wholly or by half, and gate ratings as far as values")
    func effects() {
        for recommendation in questionnaire.recommendations {
            for floor in recommendation.builds {
                #expect([0.5, 0.75].contains(floor.value), "\(recommendation.id): \(floor.item)")
            }
            for ceiling in recommendation.removes {
                #expect([0.25, 0.5].contains(ceiling.value), "\(recommendation.id): \(ceiling.item)")
                let option = questionnaire.item(ceiling.item)?.scale.options[ceiling.gatePosition]
                #expect(option?.value == ceiling.value, "\(recommendation.id): \(ceiling.item)")
            }
        }
    }

    @Test("ranks recommendations as the method says")
    func ranking() {
        let policy = questionnaire.recommendationPolicy
        #expect(policy?.floor == 0.75)
        #expect(policy?.ceiling == 0.25)
        #expect(policy?.gateCeiling == "1")
        let criteria = (policy?.rankBy ?? []).map { criterion -> [String: Double] in
            guard case .gain(let gains) = criterion else { return [:] }
            return Dictionary(uniqueKeysWithValues: gains.map { ($0.metric, $0.factor) })
        }
        #expect(criteria == [["overall": 1], ["facilitators": 1, "burden": -1], [:], [:]])
        #expect(policy?.rankBy.suffix(2) == [.effort, .id])
    }

    @Test("reaches every item by some recommendation")
    func reach() {
        let reached = Set(
            questionnaire.recommendations.flatMap { $0.builds.map(\.item) + $0.removes.map(\.item) })
        let missed = questionnaire.items.map(\.id).filter { !reached.contains($0) }
        #expect(missed == [])
    }

    @Test("pools, withholds and bands as the method says")
    func method() {
        #expect(questionnaire.pool == Pool(value: .roleBalancedMean, gateQuantile: 0.75, smallestGroup: 3))
        #expect(questionnaire.coverage == CoverageThresholds(firm: 0.8, provisional: 0.6))
        #expect(questionnaire.notApplicableFlag == 1.0 / 3)
        #expect(questionnaire.contradiction == ContradictionRule(facilitatorAtLeast: 0.75, blockerAtLeast: 0.75))
        let intervals = questionnaire.bandSet("achievement")?.intervals ?? []
        #expect(intervals.map(\.id) == ["N", "P", "L", "F"])
        #expect(intervals.map { $0.upper?.value } == [0.15, 0.5, 0.85, nil])
        #expect(intervals.allSatisfy { $0.upper?.isInclusive != false && $0.lower?.isInclusive != true })
        for scale in questionnaire.scales { #expect(scale.options.map(\.value) == [0, 0.25, 0.5, 0.75, 1]) }
    }

    @Test("caps a domain as the method says")
    func cap() throws {
        let metrics = questionnaire.metricGroups.flatMap(\.metrics)
        let cap = try #require(metrics.first { $0.id == "cap" })
        guard case .aggregate(let aggregate) = cap.rule, let table = aggregate.through else {
            Issue.record("the cap has no table")
            return
        }
        #expect(table.keys == [.tag("gateClass"), .gateRating])
        #expect(
            table.rows == [
                ["critical", "3"]: 0.5, ["critical", "4"]: 0.15, ["limiting", "3"]: 0.85, ["limiting", "4"]: 0.5,
            ])
        #expect(table.otherwise == 1)
        #expect(aggregate.missing.unanswered == .condition)
        #expect(aggregate.missing.dontKnow == .condition)
    }

    @Test("lets some role set the gate rating of every blocker")
    func authority() {
        for item in questionnaire.items where item.direction == .blocker {
            #expect(
                questionnaire.roles.contains { !$0.authority.isDisjoint(with: item.ancestors) }, "\(item.id)")
        }
    }
}
