import Questionnaires
import Responses
import SeededRandomness
import Testing

@testable import Exchange

@Suite struct FormConditionsTests {
    private let questionnaire: Questionnaire
    private let layout: FieldLayout
    private let conditions: FormConditions

    init() throws {
        questionnaire = try MixedQuestionnaire.make()
        layout = FieldLayout(questionnaire, style: .xlsForm)
        conditions = FormConditions(layout)
    }

    /// A form that is filled in as a response says shows exactly the items that are asked.
    @Test func formsShowWhatIsAsked() {
        var generator = SeededGenerator(seed: 7)
        var shown: [String: Int] = [:]
        var random = RandomResponses()
        random.sections = false
        for response in random.responses(3_000, to: questionnaire, using: &generator) {
            let form = FilledForm(response, layout: layout, conditions: conditions)
            for (item, cell) in zip(questionnaire.items, response.cells(in: questionnaire)) {
                let isAsked = cell.state != .notShown
                #expect(form.shown.contains(item.id) == isAsked, "\(item.id) in \(response.answers)")
                if isAsked { shown[item.id, default: 0] += 1 }
            }
        }
        // Every condition is met at times, and at times is not.
        for id in ["Y1", "T1", "K1", "K2", "K3", "K4"] {
            #expect((10..<2_990).contains(shown[id] ?? 0), "\(id) \(shown[id] ?? 0)")
        }
    }

    @Test(arguments: [
        ("J2.05", nil), ("K1", "${J2_05} = 'most'"), ("K4", "${T1} = '' and ${T1_state} = ''"),
    ])
    func expressionsOfXLSForm(id: String, text: String?) throws {
        let item = try #require(questionnaire.item(id))
        let xpath = conditions.shows(item)?.xpath
        if let text { #expect(xpath?.contains(text) == true, "\(xpath ?? "")") } else { #expect(xpath == nil) }
    }

    @Test func expressionsOfLimeSurvey() throws {
        let conditions = FormConditions(FieldLayout(questionnaire, style: .limeSurvey))
        let item = try #require(questionnaire.item("Y1"))
        let text = try #require(conditions.shows(item)).limeSurvey
        #expect(
            text.contains("M1_A1.NAOK == \"Y\"") && text.contains("N1.NAOK >= 5") && text.contains("!is_empty(N1.NAOK)")
        )
        #expect(try #require(conditions.shows(questionnaire.items[0])).limeSurvey == "1")
    }

    /// Sums of several options are beyond a form.
    @Test func whatAFormCannotSay() {
        let condition = Condition.item("M1", .value([Condition.Comparison(relation: .atLeast, number: 2)]))
        #expect(conditions.holds(condition) == nil)
        #expect(conditions.holds(.metric("m", .outcome("go"))) == nil)
        #expect(conditions.holds(.any([condition, .item("J2.05", .option("most"))])) == nil)
    }
}

/// A form as a platform keeps it: what is not shown is empty.
private struct FilledForm {
    private(set) var shown: Set<String> = []
    private var values: [String: [String]] = [:]
    private var numbers: [String: Double] = [:]

    init(_ response: Response, layout: FieldLayout, conditions: FormConditions) {
        // Until nothing changes any more, as a platform does.
        for _ in 0...layout.items.count {
            var form = FilledForm()
            for fields in layout.items {
                guard let expression = conditions.shows(fields.item), holds(expression) else { continue }
                form.shown.insert(fields.item.id)
                form.fill(fields, response.answers[fields.item.id]?.content, conditions, self)
            }
            self = form
        }
    }

    private init() {}

    private mutating func fill(
        _ fields: FieldLayout.ItemFields, _ content: Answer.Content?, _ conditions: FormConditions, _ before: FilledForm
    ) {
        func isOffered(_ position: Int) -> Bool {
            guard let condition = fields.item.scale.options[position].visibility else { return true }
            return conditions.holds(condition).map(before.holds) ?? true
        }
        switch content {
        case nil: break
        case .option(let position): values[fields.main] = isOffered(position) ? [fields.options[position]] : []
        case .options(let positions):
            let left = positions.filter(isOffered).map { fields.options[$0] }
            values[fields.main] = positions.isEmpty ? [fields.nothing] : left
        case .number(let number):
            numbers[fields.main] = number
            values[fields.main] = ["\(number)"]
        case .text(let text): values[fields.main] = text.isEmpty ? [" "] : [text]
        case .dontKnow: values[fields.isChoice ? fields.main : fields.state] = [fields.dontKnow]
        case .notApplicable: values[fields.isChoice ? fields.main : fields.state] = [fields.notApplicable]
        }
    }

    private func holds(_ expression: FormExpression) -> Bool {
        switch expression {
        case .all(let parts): parts.allSatisfy(holds)
        case .any(let parts): parts.contains(where: holds)
        case .not(let part): !holds(part)
        case .equals(let field, let code): values[field] == [code]
        case .includes(let field, let code): values[field]?.contains(code) ?? false
        case .isEmpty(let field, _): values[field]?.isEmpty ?? true
        case .compares(let field, let relation, let number):
            numbers[field].map { value in
                switch relation {
                case .atLeast: value >= number
                case .above: value > number
                case .atMost: value <= number
                case .below: value < number
                case .equals: value == number
                }
            } ?? false
        }
    }
}
