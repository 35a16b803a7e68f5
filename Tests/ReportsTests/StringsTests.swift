import Exchange
import Feasibility
import Foundation
import JSON
import Questionnaires
import Responses
import Scoring
import Statistics
import Testing

@testable import Assessments
@testable import Forms
@testable import Reports

@Suite struct StringsTests {
    private static let smallest = """
        {"formatVersion": 1, "language": "fr", "direction": "rtl", "decimalSeparator": ",",
        "text": {"a": "one", "b": {"one": "{{count}} thing", "other": "{{count}} things of {{owner}}"},
        "list": {"and": "{{first}} et {{last}}", "separator": "; "}}}
        """

    @Test func aFileOfStrings() throws {
        let strings = try PackageFolder.decode(Self.smallest)
        #expect(strings.language == "fr")
        #expect(strings.isRightToLeft)
        #expect(strings.decimalSeparator == ",")
        #expect(strings.texts.keys.sorted() == ["a", "b.one", "b.other", "list.and", "list.separator"])
    }

    /// What was worked out beforehand is what templates see, and no more of it is left once the texts are others.
    @Test func preparedTextsAreTheSame() throws {
        let awaited = Self.smallest.replacingOccurrences(
            of: "\"text\": {", with: "\"text\": {\"language\": {\"awaitingReview\": \"unread\"},")
        let strings = try PackageFolder.decode(awaited)
        let prepared = strings.preparedForTemplates()
        #expect(prepared.values == strings.values)
        #expect(prepared.announcingReview(true).values == strings.announcingReview(true).values)
        #expect(prepared.announcingReview(true).values != prepared.values)
        let other = try PackageFolder.decode(
            awaited.replacingOccurrences(of: "\"a\": \"one\"", with: "\"c\": \"three\""))
        #expect(prepared.completed(by: other).values == strings.completed(by: other).values)
        #expect(prepared.completed(by: other).values != prepared.values)
    }

    @Test(arguments: [
        ("\"language\": \"fr\",", "", "the key \"language\" is missing"),
        ("\"formatVersion\": 1", "\"formatVersion\": 2", "format version 2"),
        ("\"rtl\"", "\"up\"", "there is no direction \"up\""), ("\"text\"", "\"texts\"", "did you mean \"text\"?"),
        ("\"one\",", "1,", "$.text.a: this is a number"), ("\"one\",", "[],", "$.text.a: this is a list"),
        ("\"one\",", "null,", "$.text.a: this is null"),
        ("\",\"", "7", "$.decimalSeparator: this is a number"),
    ])
    func whatIsWrongIsNamed(old: String, new: String, message: String) throws {
        let source = Self.smallest.replacingOccurrences(of: old, with: new)
        let reader = JSONReader(try JSONDocument(parsing: Array(source.utf8)), file: "fr.json")
        #expect(Strings.decode(reader) == nil)
        let text = reader.findings.list.map(\.description).joined(separator: "\n")
        #expect(text.contains(message), "\(text)")
        #expect(text.contains("fr.json:"))
    }

    @Test func oneTextIsNoTexts() throws {
        let text = #"{"formatVersion": 1, "language": "fr", "direction": "ltr", "text": "a"}"#
        let reader = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "fr.json")
        #expect(Strings.decode(reader) == nil)
        #expect(reader.findings.list.map(\.problem) == ["this is a text, not an object in braces"])
    }

    @Test func wordsFillInParameters() throws {
        let words = Words(try PackageFolder.decode(Self.smallest))
        #expect(words("a") == "one")
        #expect(words.plural("b", 1) == "1 thing")
        #expect(words.plural("b", 0, ["owner": "me"]) == "0 things of me")
        #expect(words.list([]) == "")
        #expect(words.list(["x"]) == "x")
        #expect(words.list(["x", "y", "z"]) == "x; y et z")
        #expect(words.problems.isEmpty)
    }

    /// By the rules of French 0 takes the form of 1, and of Russian 21 does.
    @Test func aTextThatSpeaksOfOneThingIsTakenForNoOtherNumber() throws {
        let words = Words(
            try PackageFolder.decode(
                """
                {"formatVersion": 1, "language": "xx", "direction": "ltr",
                "plurals": [{"form": "one", "when": [{"from": 0, "to": 1}]},
                {"form": "one", "when": [{"modulo": 10, "from": 1, "to": 1}]},
                {"form": "few", "when": [{"from": 2, "to": 4}]}],
                "text": {"a": {"one": "one more", "few": "some more", "other": "{{count}} more"},
                "b": {"one": "{{count}} thing", "few": "{{count}} things", "other": "{{count}} things"},
                "c": {"one": "it is {{names}}", "few": "they are {{names}}", "other": "they are {{names}}"}}}
                """))
        #expect(
            [0, 1, 3, 5, 21].map { words.plural("a", $0) } == ["0 more", "one more", "some more", "5 more", "21 more"])
        #expect([0, 1, 3, 21].map { words.plural("b", $0) } == ["0 thing", "1 thing", "3 things", "21 thing"])
        #expect(words.plural("c", 0, ["names": "–"]) == "it is –")
        #expect(words.problems.isEmpty)
    }

    /// A text that depends on a number says it, unless it is of one thing or names the things instead.
    @Test(arguments: try PackageFolder.languages())
    func everyNumberIsSaid(language: String) throws {
        let strings = try PackageFolder.decode(try PackageFolder.text("templates/strings/\(language).json"))
        #expect(strings.pluralGroups.count > 90)
        func saysCount(_ key: String) -> Bool { strings.texts[key]?.contains("{{count}}") ?? false }
        for group in strings.pluralGroups.sorted() where strings.forms.contains(where: { saysCount("\(group).\($0)") })
        {
            for number in 0...200 {
                let key = strings.form(of: number, in: group)
                #expect(saysCount(key) || (number == 1 && key == "\(group).one"), "\(key) for \(number)")
            }
        }
    }

    /// What somebody wrote is never read as a template.
    @Test(arguments: Injection.all)
    func parametersStayAsTheyAre(text: String) throws {
        let words = Words(try PackageFolder.decode(Self.smallest))
        #expect(words.list([text, text]) == "\(text) et \(text)")
        #expect(words.problems.isEmpty)
    }

    @Test func whatIsMissingIsKeptOnce() throws {
        let words = Words(try PackageFolder.decode(Self.smallest))
        _ = words("none.there")
        _ = words("none.there")
        _ = words.plural("b", 2)
        #expect(words.problems.count == 2)
        #expect(words.problems[0].description.contains("\"none.there\" is missing; add it"))
        #expect(
            words.problems[1].description.hasPrefix(
                "templates/strings/fr.json: error: $.text.b.other: the name 'owner'"))
    }
}

/// The strings that are shipped, the templates and the sources know the same keys.
@Suite struct StringKeysTests {
    /// Keys that are put together in the sources, with everything that can stand at their end.
    private static let families: [String: [String]] = [
        "status": MetricResult.Status.allCases.map(\.rawValue),
        "state": AnswerState.allCases.map(\.rawValue),
        "direction": Item.Direction.allCases.map(\.rawValue),
        "remark": Remark.Kind.allCases.map(\.rawValue),
        "method": Pool.ValueMethod.allCases.map(\.rawValue),
        "itemChange": ItemChange.Kind.allCases.map(\.rawValue),
        "comparability": ItemPair.Comparability.allCases.map(\.rawValue),
        "definitionPart": PartComparison.Part.allCases.map(\.rawValue),
        "benchmarkNeed": Need.allCases.map(\.rawValue),
        "benchmarkAnswer": Standing.allCases.map(\.rawValue),
        "benchmarkStanding": Standing.allCases.map(\.rawValue),
        "benchmarkReason": StandingReason.allCases.map(\.rawValue),
        "benchmarkSource": FigureSource.allCases.map(\.rawValue),
        "benchmarkGap": FigureGap.allCases.map(\.rawValue),
        "benchmarkNoise": Noise.Judgement.allCases.map(\.rawValue),
        "benchmarkSign": Noise.Sign.allCases.map(\.rawValue),
        // As the options of training are called.
        "benchmarkQuality": ["best", "fast"],
        "benchmarkTestRows": BenchmarkResult.Corpus.TestRows.allCases.map(\.rawValue),
        "overallMean": OverallMean.allCases.map(\.rawValue),
        "weightSpread": ["near", "any"],
        "poolHeadline": OfficePoolFigure.Position.allCases.map(\.rawValue),
        "poolQuarter": OfficePoolFigure.Position.allCases.map(\.rawValue),
        // With a median alone nothing is known of quarters, and where only some is shown the figure is no item.
        "poolHalf": ["belowMedian", "atMedian", "aboveMedian"],
        "poolHidden": OfficePoolFigure.Reason.allCases.map(\.rawValue),
        "poolOnly": ["tooFew", "tooClose"],
        "simulateTitle": ["coverage", "changes"], "simulateMethod": ["coverage", "changes"],
        "coverageHeadline": SimulatedPromise.allCases.map(\.rawValue),
        "changesHeadline": SimulatedPromise.allCases.map(\.rawValue),
        "simulatePromise": SimulatedPromise.allCases.map(\.rawValue),
        "formUse": Wave.Collection.allCases.map(\.rawValue) + ["project", "unknown"],
        "formEvidence": Evidence.Kind.allCases.map(\.rawValue), "formScript": FormWords.keys,
        "punctuation": FormWords.punctuation,
        "interviewDoes": InterviewLetters.Command.allCases.map(\.rawValue),
        "interviewLetter": InterviewLetters.Command.allCases.map(\.rawValue),
        "interviewMessage": Interview.Message.Kind.allCases.map(\.rawValue).filter { $0 != "resumed" }
            + ["resumed.one", "resumed.other"],
        "evidenceKind": Evidence.Kind.allCases.map(\.rawValue),
        "sdmxColumn": SDMXColumn.allCases.map { "\($0)" },
        "sdmxStatus": SDMXStatus.allCases.map { "\($0)" },
        "sdmxSide": SDMXSide.allCases.map { "\($0)" },
        "certainty": Wave.Collection.allCases.filter { !$0.isConfidential }.map(\.rawValue),
    ]

    private static func sources() throws -> String {
        try ["Sources/Reports", "Sources/Forms", "Sources/Commands"].map { folder in
            let path = PackageFolder.url.appendingPathComponent(folder).path
            return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }
                .sorted().map { try PackageFolder.text("\(folder)/\($0)") }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Everything between quotation marks that is written like a key.
    private static func literals(in sources: String) -> Set<String> {
        let parts = sources.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
        return Set(
            parts.filter { part in
                part.contains(".") && !part.contains("\\")
                    && part.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0 == ".") }
                    && part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
            })
    }

    /// The keys that templates name, as in `{{text.front.where}}`.
    private static func keysOfTemplates() throws -> Set<String> {
        var keys: Set<String> = []
        for name in try PackageFolder.templateNames() {
            for part in try PackageFolder.text("templates/\(name).mustache").components(separatedBy: "{{").dropFirst() {
                let tag = part.prefix { $0 != "}" }.drop { "#^&{/ ".contains($0) }
                if tag.hasPrefix("text.") { keys.insert(String(tag.dropFirst("text.".count))) }
            }
        }
        return keys
    }

    private static func keysOfFamilies() -> Set<String> {
        Set(families.flatMap { family, members in members.map { "\(family).\($0)" } })
    }

    @Test func everyFamilyIsMadeInTheSources() throws {
        let sources = try Self.sources()
        for family in Self.families.keys {
            #expect(sources.contains("\"\(family).\\("), "no key begins with \(family) and a value")
        }
        let made = sources.components(separatedBy: "words(\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            .filter { $0.contains("\\(") }.map { String($0.prefix { $0 != "." }) }
        #expect(Set(made).subtracting(Self.families.keys) == [])
    }

    @Test func everyKeyIsUsed() throws {
        let keys = Set(try PackageFolder.strings().texts.keys)
        let literals = Self.literals(in: try Self.sources())
        let plurals = keys.filter { key in
            [".one", ".other"].contains { key.hasSuffix($0) && literals.contains(String(key.dropLast($0.count))) }
        }
        let used = literals.union(plurals).union(Self.keysOfFamilies()).union(try Self.keysOfTemplates())
        #expect(keys.subtracting(used).sorted() == [])
    }

    @Test func everyKeyThatIsUsedIsThere() throws {
        let keys = Set(try PackageFolder.strings().texts.keys)
        let sections = Set(keys.map { $0.prefix { $0 != "." } })
        let templates = try PackageFolder.templateNames()
        let literals = Self.literals(in: try Self.sources()).filter { literal in
            sections.contains(literal.prefix { $0 != "." }) && !templates.contains(literal)
                && !literal.hasSuffix(".json")
        }
        let missing = literals.filter { literal in
            !keys.contains(literal) && !(keys.contains("\(literal).one") && keys.contains("\(literal).other"))
        }
        #expect(missing.sorted() == [])
        #expect(try Self.keysOfTemplates().subtracting(keys).sorted() == [])
        #expect(Self.keysOfFamilies().subtracting(keys).sorted() == [])
        #expect(literals.count > 50)
    }
}
