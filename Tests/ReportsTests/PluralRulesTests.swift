import JSON
import Testing

@testable import Reports

/// The rules of some languages, against the numbers that the Unicode CLDR gives as samples of each form.
@Suite struct PluralRulesTests {
    private static let english = #"[{"form": "one", "when": [{"from": 1, "to": 1}]}]"#
    private static let french = #"[{"form": "one", "when": [{"from": 0, "to": 1}]}]"#
    private static let polish = """
        [{"form": "one", "when": [{"from": 1, "to": 1}]},
        {"form": "few", "when": [{"modulo": 10, "from": 2, "to": 4}, {"modulo": 100, "from": 12, "to": 14, "not": true}]},
        {"form": "many", "when": [{"from": 0}]}]
        """
    private static let russian = """
        [{"form": "one", "when": [{"modulo": 10, "from": 1, "to": 1}, {"modulo": 100, "from": 11, "to": 11, "not": true}]},
        {"form": "few", "when": [{"modulo": 10, "from": 2, "to": 4}, {"modulo": 100, "from": 12, "to": 14, "not": true}]},
        {"form": "many", "when": [{"from": 0}]}]
        """
    private static let arabic = """
        [{"form": "zero", "when": [{"from": 0, "to": 0}]}, {"form": "one", "when": [{"from": 1, "to": 1}]},
        {"form": "two", "when": [{"from": 2, "to": 2}]}, {"form": "few", "when": [{"modulo": 100, "from": 3, "to": 10}]},
        {"form": "many", "when": [{"modulo": 100, "from": 11, "to": 99}]}]
        """
    private static let hebrew = """
        [{"form": "one", "when": [{"from": 1, "to": 1}]}, {"form": "two", "when": [{"from": 2, "to": 2}]}]
        """
    private static let slovenian = """
        [{"form": "one", "when": [{"modulo": 100, "from": 1, "to": 1}]},
        {"form": "two", "when": [{"modulo": 100, "from": 2, "to": 2}]},
        {"form": "few", "when": [{"modulo": 100, "from": 3, "to": 4}]}]
        """

    private static func rules(_ text: String) throws -> PluralRules {
        let reader = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "rules.json")
        let rules = try #require(PluralRules.decode(reader))
        #expect(reader.findings.list.isEmpty)
        return rules
    }

    /// The integers that plurals.xml names after "@integer", with every number of a range and its round numbers.
    @Test(arguments: [
        (english, ["one": [1...1], "other": [0...0, 2...16, 100...100, 1000...1000, 1_000_000...1_000_000]]),
        (french, ["one": [0...1], "other": [2...17, 100...100, 1000...1000, 10_000...10_000, 100_000...100_000]]),
        (
            polish,
            [
                "one": [1...1],
                "few": [2...4, 22...24, 32...34, 42...44, 52...54, 62...62, 102...102, 1002...1002],
                "many": [0...0, 5...19, 100...100, 1000...1000, 10_000...10_000, 100_000...100_000],
            ]
        ),
        (
            russian,
            [
                "one": [1...1, 21...21, 31...31, 41...41, 51...51, 61...61, 71...71, 81...81, 101...101, 1001...1001],
                "few": [2...4, 22...24, 32...34, 42...44, 52...54, 62...62, 102...102, 1002...1002],
                "many": [0...0, 5...19, 100...100, 1000...1000, 10_000...10_000],
            ]
        ),
        (
            arabic,
            [
                "zero": [0...0], "one": [1...1], "two": [2...2],
                "few": [3...10, 103...110, 1003...1003], "many": [11...26, 111...111, 1011...1011],
                "other": [
                    100...102, 200...202, 300...302, 400...402, 500...502, 600...600, 1000...1000, 10_000...10_000,
                ],
            ]
        ),
        (hebrew, ["one": [1...1], "two": [2...2], "other": [0...0, 3...17, 100...100, 1000...1000, 10_000...10_000]]),
        (
            slovenian,
            [
                "one": [1...1, 101...101, 201...201, 301...301, 1001...1001],
                "two": [2...2, 102...102, 202...202, 302...302, 1002...1002],
                "few": [3...4, 103...104, 203...204, 1003...1003],
                "other": [0...0, 5...19, 100...100, 1000...1000, 10_000...10_000],
            ]
        ),
    ])
    func samplesOfTheCLDR(text: String, samples: [String: [ClosedRange<Int>]]) throws {
        let rules = try Self.rules(text)
        for (form, ranges) in samples {
            for number in ranges.joined() {
                #expect(rules.form(of: number).rawValue == form, "\(number)")
                #expect(rules.form(of: -number).rawValue == form, "\(-number)")
            }
        }
        #expect(Set(samples.keys).union(["other"]) == Set(rules.forms.map(\.rawValue)))
    }

    @Test func nothingSaidIsOneAndOther() {
        #expect(PluralRules.oneAndOther.forms == [.one, .other])
        #expect([0, 1, 2].map(PluralRules.oneAndOther.form) == [.other, .one, .other])
        #expect(PluralRules.oneAndOther.form(of: .min) == .other)
    }

    @Test(arguments: [
        (#"[{"form": "single", "when": []}]"#, "\"single\" is not known here"),
        (#"[{"form": "one"}]"#, "the key \"when\" is missing"),
        (#"[{"form": "one", "when": [{"to": 1}]}]"#, "the key \"from\" is missing"),
        (#"[{"form": "one", "when": [{"from": 2, "to": 1}]}]"#, "the range ends before it begins"),
        (#"[{"form": "one", "when": [{"from": 1, "modulo": 1}]}]"#, "1 is not a whole number in range"),
        (#"[{"form": "one", "when": [{"from": 1, "not": 1}]}]"#, "this is a number, not true or false"),
        (#"[{"form": "one", "when": [{"form": 1, "from": 1}]}]"#, "did you mean \"from\"?"),
        (#"{"one": 1}"#, "this is an object"),
    ])
    func whatIsWrongIsNamed(text: String, problem: String) throws {
        let reader = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "rules.json")
        _ = PluralRules.decode(reader)
        #expect(reader.findings.list.map(\.description).contains { $0.contains(problem) }, "\(reader.findings.list)")
    }
}
