import Assessments
import Foundation
import Questionnaires
import Reports
import Responses
import Scoring
import SeededRandomness
import Testing

/// Nobody can work out what fewer than three people answered from all that is written of two waves and of what changed
/// between them.
@Suite struct WaveComparisonDisclosureTests {
    private static let items = [
        "F1 left facilitator 1", "F2 left facilitator 3", "B1 left blocker 1", "F3 right facilitator 1",
        "B2 right blocker 2", "B3 right blocker 1",
    ]

    // MARK: Subtraction

    /// Every number in a JSON text, by where it stands; entries of lists by what names them.
    private static func numbers(_ text: String) throws -> [String: Double] {
        var numbers: [String: Double] = [:]
        func add(_ value: Any, _ path: String) {
            switch value {
            case let object as [String: Any]: for (key, member) in object { add(member, "\(path).\(key)") }
            case let list as [Any]:
                for (place, entry) in list.enumerated() {
                    let object = entry as? [String: Any]
                    let names = ["id", "item", "metric", "role", "facilitator", "earlier"].compactMap {
                        object?[$0] as? String
                    }
                    let roles = (object?["roles"] as? [String])?.joined(separator: "+")
                    add(entry, "\(path)[\(names.first ?? roles ?? "\(place)")]")
                }
            case let number as NSNumber: numbers[path] = number.doubleValue
            default: break
            }
        }
        add(try JSONSerialization.jsonObject(with: Data(text.utf8)), "")
        return numbers
    }

    private static func numbers(_ surveys: TwoSurveys) throws -> [String: Double] {
        var all: [String: Double] = [:]
        for (place, text) in try surveys.figures().enumerated() {
            for (path, number) in try numbers(text) { all["\(place)\(path)"] = number }
        }
        return all
    }

    /// An answer that was given: whether the person chose an option other than the first is one unknown for each option.
    private struct Cell: Hashable {
        let wave: Int
        let person: Int
        let item: String
    }

    /// What is written as linear equations over the answers: the coefficients are found by trying every answer of every
    /// person one by one, and what is not linear is put aside.
    private struct Equations {
        let cells: [Cell]
        var rows: [[Double]] = []
        var count = 0

        func column(_ cell: Int, _ option: Int) -> Int { 2 * cell + option - 1 }

        init(_ surveys: TwoSurveys, _ generator: inout SeededGenerator) throws {
            var cells: [Cell] = []
            for wave in surveys.waves.indices {
                for person in surveys.waves[wave].indices {
                    for item in surveys.questionnaire.items
                    where surveys.position(wave, person, item.id) != nil {
                        cells.append(Cell(wave: wave, person: person, item: item.id))
                    }
                }
            }
            self.cells = cells
            func answered(_ options: [Int]) -> TwoSurveys {
                zip(cells, options).reduce(surveys) { $0.answering($1.0.wave, $1.0.person, $1.0.item, $1.1) }
            }
            let zero = answered(cells.map { _ in 0 })
            let base = try WaveComparisonDisclosureTests.numbers(zero)
            var coefficients = base.mapValues { _ in [Double](repeating: 0, count: 2 * cells.count) }
            for (place, cell) in cells.enumerated() {
                for option in 1...2 {
                    let numbers = try WaveComparisonDisclosureTests.numbers(
                        zero.answering(cell.wave, cell.person, cell.item, option))
                    for (path, number) in base {
                        coefficients[path]?[column(place, option)] = numbers[path].map { $0 - number } ?? .nan
                    }
                }
            }
            // Linear is what these coefficients foretell for random answers.
            let trials = try (0..<3).map { _ in
                let options = cells.map { _ in Int.random(in: 0...2, using: &generator) }
                return (options, try WaveComparisonDisclosureTests.numbers(answered(options)))
            }
            for (path, row) in coefficients.sorted(by: { $0.key < $1.key }) where row.contains(where: { $0 != 0 }) {
                let isLinear = trials.allSatisfy { options, numbers in
                    let foretold = options.enumerated().reduce(base[path] ?? 0) { sum, entry in
                        entry.element == 0 ? sum : sum + row[column(entry.offset, entry.element)]
                    }
                    return numbers[path].map { abs($0 - foretold) < 1e-7 } ?? false
                }
                guard isLinear else { continue }
                count += 1
                // The same figure stands in many places.
                if !rows.contains(row) { rows.append(row) }
            }
            reduce()
        }

        /// Brings the rows to echelon form.
        private mutating func reduce() {
            var rank = 0
            guard let width = rows.first?.count else { return }
            for column in 0..<width {
                guard rank < rows.count,
                    let pivot = (rank..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                    abs(rows[pivot][column]) > 1e-6
                else { continue }
                rows.swapAt(rank, pivot)
                let leader = rows[rank][column]
                rows[rank] = rows[rank].map { $0 / leader }
                for row in rows.indices where row != rank && rows[row][column] != 0 {
                    let factor = rows[row][column]
                    for place in 0..<width { rows[row][place] -= factor * rows[rank][place] }
                }
                rank += 1
            }
            rows.removeLast(rows.count - rank)
        }

        /// Whether a sum follows from what is written.
        func determine(_ sum: [Double]) -> Bool {
            var rest = sum
            for row in rows {
                guard let lead = row.firstIndex(where: { abs($0) > 1e-6 }), abs(rest[lead]) > 1e-9 else { continue }
                let factor = rest[lead]
                for place in rest.indices { rest[place] -= factor * row[place] }
            }
            return rest.allSatisfy { abs($0) < 1e-6 }
        }
    }

    /// The sums of answers that one or two people of a role gave to an item, by the cells that they are of.
    private static func suppressed(_ surveys: TwoSurveys, _ cells: [Cell]) -> [[Int]] {
        let groups = Dictionary(grouping: cells.indices) { place in
            let cell = cells[place]
            return "\(cell.wave) \(cell.item) \(surveys.waves[cell.wave][cell.person].role)"
        }
        return groups.values.filter { $0.count < 3 } + cells.indices.map { [$0] }
    }

    @Test(arguments: 0..<4)
    func nothingFollowsBySubtraction(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 500 + seed)
        let questionnaire = try TwoSurveys.questionnaire(
            items: Array(Self.items.prefix(4)), tests: false)
        let surveys = TwoSurveys.random(questionnaire, people: 4...6, gaps: 0.25, &generator)
        let equations = try Equations(surveys, &generator)
        #expect(equations.rows.count > 3 && equations.count > 20)
        for cells in Self.suppressed(surveys, equations.cells) {
            var values = [Double](repeating: 0, count: 2 * equations.cells.count)
            for option in 1...2 {
                var counts = values.map { _ in 0.0 }
                for cell in cells {
                    values[equations.column(cell, option)] = Double(option) / 2
                    counts[equations.column(cell, option)] = 1
                }
                #expect(!equations.determine(counts), "\(cells.map { equations.cells[$0] })")
            }
            #expect(!equations.determine(values), "\(cells.map { equations.cells[$0] })")
        }
    }

    /// The attack finds what is there to be found: the sum of three who stand together.
    @Test func theAttackSeesWhatFollows() throws {
        var generator = SeededGenerator(seed: 7)
        let questionnaire = try TwoSurveys.questionnaire(items: ["F1 left facilitator 1"], tests: false)
        let roles = ["a", "a", "a", "b", "c", "d"]
        let responses = roles.enumerated().map { place, role in
            Response(
                respondent: "r\(place)", role: role, wave: "1",
                answers: ["F1": Answer(.option(position: place % 3))])
        }
        let surveys = TwoSurveys(questionnaire: questionnaire, waves: [responses, responses])
        let equations = try Equations(surveys, &generator)
        func sum(_ cells: [Int]) -> [Double] {
            var values = [Double](repeating: 0, count: 2 * equations.cells.count)
            for cell in cells { (values[2 * cell], values[2 * cell + 1]) = (0.5, 1) }
            return values
        }
        #expect(equations.determine(sum([0, 1, 2])) && equations.determine(sum([3, 4, 5])))
        #expect(equations.determine(sum([6, 7, 8])) && equations.determine(sum(Array(0..<6))))
        #expect(!equations.determine(sum([0, 1])) && !equations.determine(sum([3, 4])))
        #expect(!equations.determine(sum([0, 6])))
    }

    // MARK: Exchange

    /// Everything that is written stays the same to the byte when those who stand together exchange their answers. So
    /// nothing of it, however it is computed, can tell them apart.
    @Test(arguments: 0..<10)
    func nothingTellsThoseWhoStandTogetherApart(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 900 + seed)
        let questionnaire = try TwoSurveys.questionnaire(items: Self.items, tests: false)
        let surveys = TwoSurveys.random(questionnaire, people: 4...10, gaps: 0.2, &generator)
        var exchanged = surveys
        var moved = 0
        for (wave, report) in try surveys.reports().waves.enumerated() {
            for pooled in report.assessment.scores.items {
                for stratum in pooled.strata {
                    let people = surveys.waves[wave].indices.filter {
                        stratum.roles.contains(surveys.waves[wave][$0].role)
                            && surveys.position(wave, $0, pooled.item.id) != nil
                    }
                    for (from, to) in zip(people, people.shuffled(using: &generator)) {
                        guard let position = surveys.position(wave, from, pooled.item.id) else { continue }
                        if surveys.position(wave, to, pooled.item.id) != position { moved += 1 }
                        exchanged = exchanged.answering(wave, to, pooled.item.id, position)
                    }
                }
            }
        }
        #expect(moved > 5)
        let (before, after) = (try surveys.texts(), try exchanged.texts())
        #expect(before == after)
    }

    /// Tests look at people and not only at groups. Nothing tells which people of a group they are: all that is written
    /// stays the same when these exchange their names and all they answered.
    @Test func testsDoNotTellThePeopleOfAGroupApart() throws {
        let questionnaire = try TwoSurveys.questionnaire(items: Self.items, tests: true)
        var moved = 0
        var tested = 0
        for seed in 0..<10 {
            var generator = SeededGenerator(seed: 1100 + UInt64(seed))
            let surveys = TwoSurveys.random(questionnaire, people: 7...11, gaps: seed < 5 ? 0 : 0.15, &generator)
            var exchanged = surveys
            for (wave, report) in try surveys.reports().waves.enumerated() {
                for group in report.assessment.scores.groups {
                    let people = surveys.waves[wave].indices.filter {
                        group.roles.contains(surveys.waves[wave][$0].role)
                    }
                    for (from, to) in zip(people, people.shuffled(using: &generator)) {
                        let (old, new) = (surveys.waves[wave][to], surveys.waves[wave][from])
                        if old.role != new.role { moved += 1 }
                        exchanged.waves[wave][to] = Response(
                            respondent: new.respondent, role: old.role, wave: old.wave, answers: new.answers)
                    }
                }
            }
            let (before, after) = (try surveys.texts(), try exchanged.texts())
            #expect(before == after, "seed \(seed)")
            if before[0].contains("\"isFound\"") { tested += 1 }
        }
        #expect(moved > 10 && tested > 5)
    }

    // MARK: Trial

    /// All ways in which those of one wave may have answered one item, by what is then written. Only where everybody who
    /// stands together answered alike does it tell what fewer than three said, as the README grants.
    private static func trial(_ surveys: TwoSurveys, wave: Int, item: String) throws -> (told: Int, all: Int) {
        let people = surveys.waves[wave].indices.filter { surveys.position(wave, $0, item) != nil }
        let report = try surveys.reports().waves[wave]
        guard let pooled = report.assessment.scores.item(item) else { return (0, 0) }
        var classes: [String: [[Int]]] = [:]
        var ways = [[Int]]([[]])
        for _ in people { ways = ways.flatMap { way in (0...2).map { way + [$0] } } }
        for way in ways {
            let tried = zip(people, way).reduce(surveys) { $0.answering(wave, $1.0, item, $1.1) }
            classes[try tried.figures().joined(), default: []].append(way)
        }
        var told = 0
        for ways in classes.values {
            for role in Set(surveys.waves[wave].map(\.role)) {
                let places = people.indices.filter { surveys.waves[wave][people[$0]].role == role }
                guard (1...2).contains(places.count) else { continue }
                let sums = Set(ways.map { way in places.reduce(0) { $0 + way[$1] } })
                guard sums.count == 1 else { continue }
                told += 1
                let together = pooled.strata.first { $0.roles.contains(role) }?.roles ?? []
                let answers = ways.map { way in
                    Set(
                        people.indices.filter { together.contains(surveys.waves[wave][people[$0]].role) }.map {
                            way[$0]
                        })
                }
                #expect(answers.allSatisfy { $0.count == 1 }, "\(role) \(ways)")
            }
        }
        return (told, classes.count)
    }

    @Test(arguments: 0..<6)
    func onlyThoseWhoAgreeAreTold(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 1300 + seed)
        let questionnaire = try TwoSurveys.questionnaire(
            items: ["F1 left facilitator 1", "F2 left facilitator 1"], tests: false)
        let surveys = TwoSurveys.random(questionnaire, people: 4...5, gaps: 0.15, &generator)
        for wave in 0...1 {
            let (told, all) = try Self.trial(surveys, wave: wave, item: "F1")
            #expect(all > 0 && told < all)
        }
    }
}
