import Questionnaires
import Testing

@testable import Assessments

/// Whatever a definition can say is compared: a new property has to be described, or named here with the reason why it
/// is not.
@Suite struct EveryPropertyTests {
    private let questionnaire: Questionnaire

    init() throws {
        questionnaire = try #require(try EveryKindDefinition.questionnaire(EveryKindDefinition.value()))
    }

    /// - Parameters:
    ///   - without: properties that are not described.
    ///   - names: the keys of properties that go by other names.
    private func check(
        _ value: Any, _ described: DescribedKeys, without: Set<String> = [], _ names: [String: String] = [:]
    ) {
        let properties = Mirror(reflecting: value).children.compactMap(\.label).map { names[$0] ?? $0 }
        let heads = Set(described.values.keys.map { String($0.prefix { $0 != "." }) })
        #expect(Set(properties).subtracting(heads).subtracting(without) == [], "\(type(of: value))")
        #expect(!properties.isEmpty && without.isSubset(of: properties), "\(type(of: value))")
    }

    /// The keys of a part that all stand below one.
    private func below(_ key: String, _ described: DescribedKeys) -> DescribedKeys {
        var keys = DescribedKeys()
        for (name, value) in described.values where name.hasPrefix("\(key).") {
            keys[String(name.dropFirst(key.count + 1))] = value
        }
        return keys
    }

    private func rule(_ id: String) throws -> Metric.Rule {
        try #require(questionnaire.metricGroups.flatMap(\.metrics).first { $0.id == id }).rule
    }

    /// The id is what makes an entry the same.
    private let identity: Set = ["id"]

    @Test func ofTheQuestionnaire() throws {
        // Lists are compared entry by entry. The index only finds items, and their order of dependence follows from
        // the conditions under which they are asked.
        let lists = Set(PartComparison.Part.allCases.map(\.rawValue))
        check(
            questionnaire, questionnaire.described, without: lists.union(["items", "itemIndex", "conditionalOrder"]),
            ["bandSets": "bands", "metricGroups": "metrics"])
        let policy = try #require(questionnaire.recommendationPolicy)
        check(policy, policy.described)
        let presentation = try #require(questionnaire.presentation)
        check(presentation, presentation.described)
        check(presentation.lenses[0], presentation.lenses[0].described)
        check(presentation.companions[0], presentation.companions[0].described)
        for (value, key) in [
            (questionnaire.pool as Any, "pool"), (try #require(questionnaire.coverage), "coverage"),
            (try #require(questionnaire.contradiction), "contradiction"),
            (try #require(questionnaire.comparison), "comparison"),
        ] {
            check(value, below(key, questionnaire.described), ["gateQuantile": "gate"])
        }
        let test = try #require(questionnaire.comparison?.test)
        check(test, below("test", below("comparison", questionnaire.described)))
        let pool = try #require(questionnaire.comparison?.pool)
        check(pool, below("pool", below("comparison", questionnaire.described)))
        let stability = try #require(questionnaire.stability)
        check(stability, stability.described)
        check(try #require(stability.agreement), below("agreement", stability.described))
        check(try #require(stability.robustness), below("robustness", stability.described))
        check(try #require(stability.sensitivity), below("sensitivity", stability.described))
    }

    @Test func ofLists() throws {
        check(questionnaire.sources[0], questionnaire.sources[0].described, without: identity)
        check(questionnaire.subjects[0], questionnaire.subjects[0].described, without: identity)
        check(questionnaire.channels[0], questionnaire.channels[0].described, without: identity)
        check(questionnaire.tags[0], questionnaire.tags[0].described, without: identity)
        let hard = below("values.hard", questionnaire.tags[0].described)
        check(questionnaire.tags[0].values[0], hard, without: identity)
        check(questionnaire.roles[0], questionnaire.roles[0].described, without: identity)
        check(questionnaire.bandSets[0], questionnaire.bandSets[0].described, without: identity)
        // The edges go by one of two keys each.
        check(
            questionnaire.bandSets[0].intervals[0], below("intervals.low", questionnaire.bandSets[0].described),
            without: identity, ["lower": "from", "upper": "upTo"])
        let whole = try #require(questionnaire.dimension("whole"))
        check(whole, whole.described(below: "top"), without: ["id", "children"])
        var both = questionnaire.recommendations[0].described(in: questionnaire)
        for (key, value) in questionnaire.recommendations[1].described(in: questionnaire).values { both[key] = value }
        check(questionnaire.recommendations[0], both, without: identity)
    }

    @Test func ofItems() throws {
        // What lies above the dimension follows from it.
        var both = try #require(questionnaire.item("F1")).described
        both["visibleWhen"] = try #require(questionnaire.item("Q3")).described["visibleWhen"]
        check(
            try #require(questionnaire.item("F1")), both, without: ["ancestors"],
            ["answering": "answer", "visibility": "visibleWhen", "allowsNotApplicable": "canBeNotApplicable"])
        let scale = try #require(questionnaire.scales.last)
        check(scale, scale.described, without: identity)
        var keys = scale.options[1].described
        for (key, value) in scale.options[2].described.values { keys[key] = value }
        check(
            scale.options[1], keys, without: identity, ["isExclusive": "exclusive", "visibility": "visibleWhen"])
        for id in ["Q2", "Q3"] {
            let answering = try #require(questionnaire.item(id)).answering
            switch answering {
            case .number(let line): check(line, answering.described, ["lowest": "from", "highest": "upTo"])
            case .multipleChoice(let choice):
                check(choice, answering.described, ["combination": "combine", "cap": "atMost"])
            default: Issue.record("\(id) is answered otherwise")
            }
        }
    }

    @Test func ofMetrics() throws {
        let help = try #require(questionnaire.metricGroups[0].metrics.first { $0.id == "help" })
        check(help, help.described, without: ["id", "rule"], ["display": "shownAs"])
        guard case .aggregate(let mean) = try rule("help"), case .aggregate(let table) = try rule("lid"),
            case .aggregate(let danger) = try rule("danger")
        else { throw WrongKind() }
        var keys = mean.described
        for (key, value) in table.described.values { keys[key] = value }
        for (key, value) in danger.described.values { keys[key] = value }
        check(mean, keys, ["function": "aggregate", "inputs": "of"])
        check(mean.missing, below("missing", mean.described))
        let through = try #require(table.through)
        check(through, through.described, ["keys": "by", "rows": "table"])
        guard case .items(var selection) = danger.inputs else { throw WrongKind() }
        keys = selection.described
        guard case .aggregate(let plain) = try rule("plain"), case .items(let ids) = plain.inputs else {
            throw WrongKind()
        }
        keys["ids"] = ids.described["ids"]
        keys["direction"] = mean.inputs.described["items.direction"]
        selection = ids
        check(selection, keys)
        guard case .band(let band) = try rule("overallPlace") else { throw WrongKind() }
        check(band, band.described, ["metric": "band", "bands": "in"])
    }

    @Test func ofRules() throws {
        guard case .possible(let possible) = try rule("most"), case .adjust(let adjust) = try rule("changed"),
            case .level(let level) = try rule("ladder"), case .verdict(let verdict) = try rule("decision"),
            case .reference(let reference) = try rule("theirs")
        else { throw WrongKind() }
        check(possible, possible.described, ["metric": "possible"])
        check(adjust, adjust.described, ["metric": "adjust"])
        check(adjust.steps[0], adjust.steps[0].described, ["change": "scale"])
        check(level, below("level", level.described))
        check(
            level.levels[0], level.levels[0].described, without: identity,
            ["inputs": "of", "passesWhenEmpty": "empty"])
        check(level.levels[0].missing, below("missing", level.levels[0].described))
        check(verdict, below("verdict", verdict.described))
        check(verdict.outcomes[0], verdict.outcomes[0].described, without: identity)
        check(verdict.rules[0], verdict.rules[0].described, ["conclusion": "is"])
        check(verdict.otherwise, verdict.otherwise.described, ["outcome": "is"])
        check(reference, below("reference", reference.described))
    }

    private struct WrongKind: Error {}

    /// The definition on which this and the change of every key rest leaves nothing out.
    @Test func theDefinitionUsesEveryProperty() {
        var used: Set<String> = []
        var unused: Set<String> = []
        func visit(_ value: Any) {
            let mirror = Mirror(reflecting: value)
            for child in mirror.children {
                if mirror.displayStyle == .struct, let label = child.label {
                    let name = "\(type(of: value)).\(label)"
                    let inner = Mirror(reflecting: child.value)
                    let isEmpty =
                        [.optional, .collection, .set, .dictionary].contains(inner.displayStyle)
                        && inner.children.isEmpty
                    if isEmpty { unused.insert(name) } else { used.insert(name) }
                }
                visit(child.value)
            }
        }
        visit(questionnaire)
        #expect(unused.subtracting(used) == [])
        #expect(used.isSuperset(of: ["Item.visibility", "Step.when", "Option.scores", "Level.inputs", "Rule.when"]))
    }
}
