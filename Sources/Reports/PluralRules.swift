public import JSON

/// Which form of a text a whole number takes: the cardinal rules that the Unicode CLDR gives for a language, as far as
/// they concern whole numbers.
public struct PluralRules: Sendable, Hashable {
    /// The forms that languages tell apart; every text that depends on a number has `other`.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        case zero
        case one
        case two
        case few
        case many
        case other

        /// The number that the form is named after, whatever others take it too.
        var number: Int? {
            switch self {
            case .zero: 0
            case .one: 1
            case .two: 2
            case .few, .many, .other: nil
            }
        }
    }

    /// A form with what has to hold, all of it, for a number to take it.
    struct Rule: Sendable, Hashable {
        let form: Form
        let conditions: [Condition]
    }

    /// Whether a number, or what is left of it after a division, lies in a range.
    struct Condition: Sendable, Hashable {
        let modulus: Int?
        let range: ClosedRange<Int>
        let isNegated: Bool

        func holds(for number: Int) -> Bool {
            let number = modulus.map { number % $0 } ?? number
            return range.contains(number) != isNegated
        }
    }

    /// The first rule that holds gives the form; where none does, it is `other`.
    let rules: [Rule]

    /// One thing, and any other number of things.
    public static let oneAndOther = PluralRules(
        rules: [Rule(form: .one, conditions: [Condition(modulus: nil, range: 1...1, isNegated: false)])])

    /// The form for a number of things.
    public func form(of number: Int) -> Form {
        let size = number == .min ? .max : abs(number)
        return rules.first { $0.conditions.allSatisfy { $0.holds(for: size) } }?.form ?? .other
    }

    /// The forms that numbers can take.
    public var forms: [Form] {
        let named = Set(rules.map(\.form)).union([.other])
        return Form.allCases.filter(named.contains)
    }

    /// Reads the rules of a language; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> PluralRules? {
        guard let list = reader.array() else { return nil }
        var rules: [Rule] = []
        for element in list {
            guard let object = element.object(keys: ["form", "when"]) else { continue }
            let form = object.required("form")?.choice(Form.self)
            let conditions = object.required("when")?.array()?.map(condition)
            guard let form, let conditions else { continue }
            rules.append(Rule(form: form, conditions: conditions.compactMap { $0 }))
        }
        return PluralRules(rules: rules)
    }

    private static func condition(_ reader: JSONReader) -> Condition? {
        guard let object = reader.object(keys: ["modulo", "from", "to", "not"]) else { return nil }
        let largest = Int(Int32.max)
        let modulus = object["modulo"].map { $0.integer(in: 2...largest) }
        let from = object.required("from")?.integer(in: 0...largest)
        let to = object["to"].map { $0.integer(in: 0...largest) }
        let negated = object["not"].map { $0.bool() }
        guard let from else { return nil }
        guard let end = to ?? largest else { return nil }
        guard from <= end else {
            object["to"]?.report("the range ends before it begins", "write a number that is not below \(from)")
            return nil
        }
        if modulus == .some(nil) || negated == .some(nil) { return nil }
        return Condition(modulus: modulus ?? nil, range: from...end, isNegated: (negated ?? false) ?? false)
    }
}
