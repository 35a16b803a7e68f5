import Foundation
import JSON
import Testing

@testable import Commands

/// What is asked and said in another language than that of the definition.
@Suite struct LanguagesTests {
    /// Everything that is no text: the figures, and the ids and states beside them.
    private static func figures(_ json: String) throws -> [Double] {
        var numbers: [Double] = []
        func walk(_ node: JSONNode) {
            switch node.content {
            case .number(let number): numbers.append(number.value)
            case .array(let elements): for element in elements { walk(element) }
            case .object(let members): for member in members { walk(member.value) }
            case .string, .bool, .null: break
            }
        }
        walk(try JSONDocument(parsing: Array(json.utf8)).root)
        return numbers
    }

    /// Answers given in one language score the same in another.
    @Test func theFiguresAreThoseOfTheDefinition() throws {
        let files = Sample.files()
        let answer = "office/waves/2026/responses/r-01.json"
        let english = try #require(files[answer])
        files[answer] = english.replacingOccurrences(of: "\"wave\":", with: "\"language\": \"fr\", \"wave\":")
        #expect(files.run("assess", "office", "-o", "english").exitCode == 0)
        #expect(files.run("assess", "office", "-o", "french", "--language", "fr").exitCode == 0)
        let first = try Self.figures(try #require(files["english/ml-maturity.json"]))
        let second = try Self.figures(try #require(files["french/ml-maturity.json"]))
        #expect(first.count > 500 && first == second)
        let report = try #require(files["french/ml-maturity.md"])
        #expect(report.contains("Préparation à l’apprentissage automatique"))
        #expect(report.contains("en attente de relecture"))
        #expect(!report.contains("Where we stand"))
    }

    /// Nothing of the questionnaires of organisations and projects, nor of the program's words, is left in English.
    @Test(arguments: ["ml-maturity", "ml-project", "mlops-practice", "ml-maturity-six-areas"])
    func frenchIsComplete(questionnaire: String) throws {
        let files = Sample.files()
        files["office/waymark.json"] = Sample.record.replacingOccurrences(of: "\"en\"", with: "\"fr\"")
            .replacingOccurrences(of: "\"ml-maturity\"", with: "\"\(questionnaire)\"")
            .replacingOccurrences(of: "\"targets\": {\"technology\": 0.5},", with: "")
        let output = files.run("check", "office").output
        let lines = output.split(separator: "\n").filter { $0.contains(" in fr: ") }
        let counted = lines.compactMap { $0.firstMatch(of: /: (\d+) of (\d+) texts are translated/) }
        #expect(lines.contains { $0.hasPrefix("\(questionnaire) in fr: ") })
        #expect(counted.count == lines.count && counted.allSatisfy { $0.output.1 == $0.output.2 })
    }

    /// The page is French and so are its questions: nothing on it says otherwise, nor do the answers it saves.
    @Test func aFormNamesTheLanguageOfItsQuestions() throws {
        let files = Sample.files()
        for (language, other) in [("fr", "en"), ("en", "fr")] {
            let outcome = files.run(
                "form", "ml-maturity", "--workspace", "office", "--language", language, "-o", "form-\(language).html")
            #expect(outcome.exitCode == 0)
            let page = try #require(files["form-\(language).html"])
            #expect(page.contains("<html lang=\"\(language)\""))
            #expect(page.contains("data-language=\"\(language)\""))
            #expect(!page.contains("lang=\"\(other)\""))
            #expect(page.contains("\"language\": \"\(language)\"") && !page.contains("\"language\": \"\(other)\""))
        }
    }

    @Test func aRegionFallsBackToItsLanguage() {
        let files = Sample.files()
        let outcome = files.run("assess", "office", "-o", "out", "--language", "fr-CA")
        #expect(outcome.exitCode == 0 && outcome.output.contains("Préparation"))
        #expect(outcome.notes.contains("there are no texts for the language \"fr-CA\"; those for \"fr\" are used"))
        let unknown = files.run("assess", "office", "--language", "fx")
        #expect(unknown.exitCode == 64 && unknown.notes.contains("there are no texts for the language \"fx\""))
    }
}
