import Questionnaires
import ResponseTables
import Responses
import SeededRandomness
import Testing

@testable import Scoring

/// Nothing that may be shown of a survey says what fewer than three people answered, alone or by subtraction.
///
/// Three attacks, each by someone who knows who answered what with an answer at all, and sees every public figure.
@Suite struct DisclosureTests {
    /// Everything public about the scores of a wave.
    struct Shown: Hashable {
        var numbers: [UInt64?] = []
        var words: [String] = []

        init(_ scores: Scores) {
            for item in scores.items {
                words.append(
                    "\(item.counts) \(item.notApplicable) \(item.dontKnow) \(item.unanswered) \(item.applicable)")
                words.append("\(item.answered) \(item.isHeldBack) \(item.missingState)")
                for stratum in item.strata {
                    words.append("\(stratum.roles) \(stratum.counts) \(stratum.dontKnow) \(stratum.unanswered)")
                    words.append("\(stratum.notApplicable)")
                    add([stratum.weight, stratum.mean])
                }
                add([item.coverage, item.quantile(0.25), item.quantile(0.5), item.quantile(0.75)])
                let bounds = scores.bounds(ofItem: item.item.id)
                add([scores.value(ofItem: item.item.id), bounds?.lowerBound, bounds?.upperBound])
                words.append("\(scores.gatePosition(ofItem: item.item.id) ?? -1)")
                add([scores.notApplicableShare(ofItems: [item])])
                let raised = Scores.Change(item: item.item.id, floor: 0.75)
                add(scores.values(after: [raised]))
                add(scores.values(after: [.init(item: item.item.id, ceiling: 0.25, gateCeiling: 1)]))
            }
            for metric in scores.metrics {
                add([metric.value, metric.bounds?.lowerBound, metric.bounds?.upperBound, metric.coverage])
                words.append("\(metric.status) \(metric.band?.id ?? "") \(metric.conditions)")
                words.append("\(metric.derivation.decidedBy.map(\.id))")
                for term in metric.derivation.terms {
                    add([term.value, term.entered, term.weight])
                    words.append("\(term.state) \(term.gatePosition ?? -1)")
                }
            }
            words.append("\(scores.groups) \(scores.respondents.sorted { $0.key < $1.key })")
            for group in scores.groups {
                let without = scores.values(without: group)
                words.append("\(without == nil)")
                add(without ?? [])
            }
        }

        private mutating func add(_ values: [Double?]) { numbers += values.map { $0?.bitPattern } }
    }

    /// Who answered an item, in each of its strata.
    private func answering(_ item: PooledItem, _ responses: [Response]) -> [[Int]] {
        item.strata.map { stratum in
            responses.indices.filter {
                stratum.roles.contains(responses[$0].role) && responses[$0].position(of: item.item.id) != nil
            }
        }
    }

    private func small(scale: [Double] = [0, 0.25, 0.5, 0.75, 1]) throws -> Questionnaire {
        let worst = #""missing": {"unanswered": "worst", "dontKnow": "worst"}"#
        return try SmallDefinition(
            roles: ["a left 2", "b", "c left 3", "d right 2", "e left 0.5"],
            items: ["L1 left facilitator", "L2 left facilitator weight 2", "R1 right blocker"],
            domainMetrics: [SmallDefinition.metric("mean", #""aggregate": "mean", "of": {"items": {}}"#)],
            metrics: [
                SmallDefinition.metric("first", #""aggregate": "mean", "of": {"items": {"ids": ["L1"]}}"#),
                SmallDefinition.metric("sum", #""aggregate": "sum", "of": {"items": {}}"#),
                SmallDefinition.metric("worst", #""aggregate": "mean", "of": {"items": {}}, \#(worst)"#),
            ], scale: scale
        ).questionnaire()
    }

    private func scores(_ questionnaire: Questionnaire, _ responses: [Response]) -> Scores {
        Scores(questionnaire: questionnaire, wave: Wave(id: "w", collection: .survey), responses: responses)
    }

    /// 3 to 9 respondents of 2 to 5 roles, with many who do not know.
    private func wave(_ questionnaire: Questionnaire, _ generator: inout SeededGenerator) -> [Response] {
        RandomWave(
            dontKnow: Double.random(in: 0...0.4, using: &generator), unanswered: 0.05, notApplicable: 0.05,
            respondents: 3...9, roles: Int.random(in: 2...5, using: &generator)
        ).responses(to: questionnaire, using: &generator)
    }

    // MARK: First attack: subtraction

    /// Figures that are sums of answers with known factors.
    ///
    /// The bounds of items whose groups may be joined in another way later are the least and greatest of many sums, and
    /// no sum themselves; that they say no more than the counts shown is for the second and third attack to see.
    private func linearFigures(_ scores: Scores) -> [Double] {
        var figures: [Double] = []
        let isStable = scores.items.map { item in (item.strata + item.silent).allSatisfy { $0.cellWeights == nil } }
        func bounds(_ range: ClosedRange<Double>?, _ isLinear: Bool) -> [Double] {
            isLinear ? [range?.lowerBound ?? 0, range?.upperBound ?? 0] : [0, 0]
        }
        for (item, isStable) in zip(scores.items, isStable) {
            figures += item.strata.map { $0.mean ?? 0 }
            figures.append(zip(item.item.scale.options, item.counts).reduce(0) { $0 + $1.0.value * Double($1.1) })
            figures.append(scores.value(ofItem: item.item.id) ?? 0)
            figures += bounds(scores.bounds(ofItem: item.item.id), isStable)
        }
        for metric in scores.metrics {
            figures.append(metric.value ?? 0)
            figures += bounds(metric.bounds, isStable.allSatisfy { $0 })
        }
        let withouts = scores.groups.map { scores.values(without: $0) ?? scores.metrics.map { _ in nil } }
        return figures + withouts.flatMap { $0.map { $0 ?? 0 } }
    }

    /// Solves the linear system of all sums that are shown for the sum of one or two answers to an item.
    ///
    /// The factors are not taken from the method but measured: by how much does each figure move with each answer.
    @Test func nothingCanBeHadBySubtraction() throws {
        var generator = SeededGenerator(seed: 41)
        let questionnaire = try small()
        var attacks = 0
        var merged = 0
        for _ in 0..<80 {
            let responses = wave(questionnaire, &generator)
            let shown = scores(questionnaire, responses)
            let before = linearFigures(shown)
            merged += shown.items.count { $0.strata.contains { $0.roles.count > 1 } }
            var unknowns: [(person: Int, item: String)] = []
            var columns: [[Double]] = []
            for item in questionnaire.items {
                for person in responses.indices {
                    guard let position = responses[person].position(of: item.id) else { continue }
                    let other = position == 0 ? 4 : 0
                    var changed = responses
                    changed[person] = responses[person].replacing(item.id, by: .option(position: other))
                    let step = item.scale.options[other].value - item.scale.options[position].value
                    columns.append(zip(linearFigures(scores(questionnaire, changed)), before).map { ($0 - $1) / step })
                    unknowns.append((person, item.id))
                }
            }
            let rows = before.indices.map { figure in columns.map { $0[figure] } }
            let system = LinearSystem(rows)
            for item in questionnaire.items {
                let mine = unknowns.indices.filter { unknowns[$0].item == item.id }
                for (place, first) in mine.enumerated() {
                    for second in mine[place...] {
                        var target = [Double](repeating: 0, count: unknowns.count)
                        target[first] = 1
                        target[second] = 1
                        #expect(!system.determines(target), "\(item.id): persons \(first) and \(second)")
                        attacks += 1
                    }
                }
                // The system does see what is shown: the sum over everyone who answered.
                if shown.item(item.id)?.isHeldBack == false, mine.count >= 3 {
                    #expect(system.determines(unknowns.map { $0.item == item.id ? 1 : 0 }))
                }
            }
        }
        #expect(attacks > 1500)
        #expect(merged > 40)
    }

    // MARK: Second attack: comparing worlds

    /// Exchanges the answers of people in a stratum: not a single figure changes, so none of them tells the people apart.
    @Test func noFigureTellsThePeopleOfAStratumApart() throws {
        var generator = SeededGenerator(seed: 42)
        let shipped = try DefinitionFixture.shipped("ml-maturity")
        let method = try SmallDefinition(
            roles: ["a left 2", "b", "c left 3", "d right 2", "e"],
            items: [
                "L1 left facilitator", "L2 left blocker class critical", "L3 left blocker class limiting",
                "R1 right facilitator", "R2 right blocker class critical",
            ], domainMetrics: SmallDefinition.methodOfDomain, metrics: SmallDefinition.methodOfAll
        ).questionnaire()
        var exchanged = 0
        for (questionnaire, rounds) in [(method, 80), (shipped, 4)] {
            for _ in 0..<rounds {
                let responses = wave(questionnaire, &generator)
                let shown = scores(questionnaire, responses)
                var other = responses
                for item in shown.items {
                    let strata = answering(item, responses)
                    #expect(strata.map(\.count) == item.strata.map(\.answered))
                    #expect(strata.allSatisfy { $0.count >= 3 })
                    #expect(Set(strata.joined()).count == strata.joined().count)
                    for people in strata {
                        for (from, to) in zip(people, people.shuffled(using: &generator)) {
                            other[to] = other[to].replacing(
                                item.item.id, by: responses[from].answers[item.item.id]?.content)
                            if responses[from].position(of: item.item.id) != responses[to].position(of: item.item.id) {
                                exchanged += 1
                            }
                        }
                    }
                    guard item.isHeldBack else { continue }
                    #expect(strata.isEmpty)
                    for person in other.indices where other[person].position(of: item.item.id) != nil {
                        let random = Int.random(in: item.item.scale.options.indices, using: &generator)
                        other[person] = other[person].replacing(item.item.id, by: .option(position: random))
                    }
                }
                #expect(Shown(shown) == Shown(scores(questionnaire, other)))
            }
        }
        #expect(exchanged > 800)
    }

    /// Who of a group answered, and who did not know or found it not applicable, cannot be told either.
    @Test func noFigureTellsWhoOfAGroupAnswered() throws {
        var generator = SeededGenerator(seed: 43)
        let questionnaire = try small()
        for _ in 0..<60 {
            let responses = wave(questionnaire, &generator)
            let shown = scores(questionnaire, responses)
            #expect(shown.groups.allSatisfy { $0.count >= 3 })
            var other = responses
            for item in questionnaire.items {
                for group in shown.groups {
                    let people = responses.indices.filter { group.roles.contains(responses[$0].role) }
                    for (from, to) in zip(people, people.shuffled(using: &generator)) {
                        other[to] = other[to].replacing(item.id, by: responses[from].answers[item.id]?.content)
                    }
                }
            }
            #expect(Shown(shown) == Shown(scores(questionnaire, other)))
        }
    }

    // MARK: Third attack: trying every answer

    /// For each way to answer: what is shown. Whoever sees it knows the answers to be among those that show the same;
    /// in these, the sum of one or two people must not be certain, unless everyone in their stratum says the same.
    private func tryEverything(_ questionnaire: Questionnaire, _ table: String) throws -> Int {
        let template = Response.table(table, for: questionnaire)
        let item = try #require(questionnaire.items.first)
        let people = template.indices.filter { template[$0].position(of: item.id) != nil }
        let options = item.scale.options.count
        var worlds: [Shown: [[Int]]] = [:]
        var strata: [[Int]] = []
        for number in 0..<people.reduce(1, { product, _ in product * options }) {
            var digits: [Int] = []
            var responses = template
            var rest = number
            for person in people {
                digits.append(rest % options)
                responses[person] = template[person].replacing(item.id, by: .option(position: rest % options))
                rest /= options
            }
            let shown = scores(questionnaire, responses)
            strata = answering(try #require(shown.item(item.id)), responses)
            worlds[Shown(shown), default: []].append(digits)
        }
        for answers in worlds.values {
            for (first, person) in people.enumerated() {
                for (second, other) in people.enumerated().dropFirst(first) {
                    let sums = Set(answers.map { first == second ? $0[first] : $0[first] + $0[second] })
                    guard sums.count == 1 else { continue }
                    let known = answers[0]
                    for one in [person, other] {
                        let mates = strata.first { $0.contains(one) } ?? []
                        let said = Set(people.indices.filter { mates.contains(people[$0]) }.map { known[$0] })
                        #expect(said.count == 1, "persons \(person) and \(other) in \(table)")
                    }
                }
            }
        }
        return worlds.count
    }

    /// One blocker whose cap shows itself in the score; roles of three and more, some with fewer answers.
    @Test(arguments: [
        "a 0\na 0\na 0\nb 0\nb 0\nb 0", "a 0\na 0\na 0\nb 0\nb 0\nb 0\nc 0\nc 0\nc ?",
        "a 0\na 0\na ?\nb 0\nb 0\nb 0\nc 0\nc ?\nc x", "a 0\na 0\na .\nb 0\nb 0\nb ?", "a 0\nb 0\nc 0\nd 0\ne 0",
        "a 0\na 0\na 0\nb 0\nb 0\nc 0", "a 0\na 0\na ?\nb ?\nb ?\nb ?",
        "a 0\na 0\na 0\na 0\nb 0\nb 0\nb ?\nc 0\nc x\nc ?",
    ])
    func tryingEveryAnswerRevealsNobody(table: String) throws {
        let through = #""through": {"by": ["class", "gateRating"], "table": {"critical": {"1": 0.25}}, "otherwise": 1}"#
        let questionnaire = try SmallDefinition(
            roles: ["a left 2", "b", "c left 3", "d", "e"], items: ["L1 left blocker class critical"],
            domainMetrics: [
                SmallDefinition.metric("mean", #""aggregate": "mean", "of": {"items": {}}"#),
                SmallDefinition.metric("cap", #""aggregate": "min", "of": {"items": {}}, \#(through)"#),
            ], scale: [0, 1]
        ).questionnaire()
        let worlds = try tryEverything(questionnaire, table)
        #expect(worlds == 1 || worlds >= 4)
    }
}

/// Sums of unknowns with known factors.
private struct LinearSystem {
    /// Rows reduced so that each has a leading one in a column of its own.
    private var rows: [(lead: Int, row: [Double])] = []

    init(_ all: [[Double]]) {
        for row in all {
            let rest = reduced(row)
            guard let lead = rest.indices.max(by: { abs(rest[$0]) < abs(rest[$1]) }), abs(rest[lead]) > 1e-9 else {
                continue
            }
            let scaled = rest.map { $0 / rest[lead] }
            for place in rows.indices where rows[place].row[lead] != 0 {
                let factor = rows[place].row[lead]
                for column in scaled.indices { rows[place].row[column] -= factor * scaled[column] }
            }
            rows.append((lead, scaled))
        }
    }

    private func reduced(_ row: [Double]) -> [Double] {
        var rest = row
        for (lead, row) in rows where rest[lead] != 0 {
            let factor = rest[lead]
            for column in rest.indices { rest[column] -= factor * row[column] }
        }
        return rest
    }

    /// Whether a sum follows from the rows.
    func determines(_ target: [Double]) -> Bool { reduced(target).allSatisfy { abs($0) < 1e-9 } }
}
