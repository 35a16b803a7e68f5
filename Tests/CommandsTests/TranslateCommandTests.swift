import Foundation
import JSON
import Testing

@testable import Commands

@Suite struct TranslateCommandTests {
    private static let words = "office/templates/strings/de.json"
    private static let folder = "office/questionnaires/mlops-practice/translations/de"
    private static let main = "\(folder)/questionnaire.json"
    private static let only = ["translate", "de", "office", "--only", "mlops-practice,strings"]

    /// A workspace whose office answers the smallest of the questionnaires.
    private static func files() -> MemoryFileSystem {
        let files = MemoryFileSystem()
        _ = files.run(
            "init", "office", "--organisation", "Merrow", "--questionnaire", "mlops-practice", "--collection", "self")
        return files
    }

    /// The same with what `translate` writes.
    private static func begun() throws -> MemoryFileSystem {
        let files = files()
        try #require(files.run(only).exitCode == 0)
        return files
    }

    /// Puts something in the place of the only occurrence of a text in a file.
    private func replace(_ old: String, _ new: String, in path: String, of files: MemoryFileSystem) throws {
        let parts = try #require(files[path]).components(separatedBy: old)
        try #require(parts.count == 2, "\(old) in \(path)")
        files[path] = parts.joined(separator: new)
    }

    private func texts(_ node: JSONNode) -> [String] {
        switch node.content {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(texts)
        case .object(let members): members.flatMap { texts($0.value) }
        default: []
        }
    }

    private func string(_ key: String, in node: JSONNode) -> String? {
        if case .string(let text)? = node.member(key)?.content { text } else { nil }
    }

    private func root(_ path: String, of files: MemoryFileSystem) throws -> JSONNode {
        try JSONDocument(parsing: Array(try #require(files[path]).utf8)).root
    }

    @Test func aNewLanguage() throws {
        let files = Sample.files()
        let before = files.files
        let outcome = files.run("translate", "de", "office")
        #expect(outcome.exitCode == 0)
        #expect(outcome.notes == "The schemas by which editors help are in office/questionnaires/schemas/\n")
        let written = outcome.output.split(separator: "\n").map(String.init)
        let added = files.files.keys.filter { before[$0] == nil && !$0.contains("/schemas/") }
        #expect(Set(written) == Set(added) && written.count == added.count)
        for id in ["ml-maturity", "ml-maturity-six-areas", "ml-project", "mlops-practice"] {
            #expect(written.contains("office/questionnaires/\(id)/translations/de/questionnaire.json"))
            #expect(written.contains { $0.hasPrefix("office/questionnaires/\(id)/translations/de/items/") })
        }
        #expect(written.contains(Self.words))
        for path in written {
            let file = try root(path, of: files)
            #expect(string("language", in: file) == "de")
            #expect(string("review", in: file) == "awaiting")
            guard case .string(let schema)? = file.member("$schema")?.content else {
                Issue.record("\(path) has no schema")
                continue
            }
            let home = Path.folder(of: path).split(separator: "/").count
            let ups = schema.components(separatedBy: "../").count - 1
            #expect(home - ups == 1 && files["office/" + schema.dropFirst(3 * ups)] != nil, "\(path): \(schema)")
        }
        for (path, bytes) in before { #expect(files.files[path] == bytes) }
        let check = files.run("check", "office")
        #expect(check.exitCode == 0, "\(check.output)")
        #expect(check.output.contains(/ml-maturity in de: (\d+) of \1 texts are translated, \d+ of these read as in/))
        #expect(check.output.contains(/words of reports in de: (\d+) of \1 texts are translated, \d+ of these read as/))
    }

    @Test func onlyWhatIsAskedFor() throws {
        let files = Self.files()
        #expect(files.run("translate", "de", "office", "--only", "strings").output == "\(Self.words)\n")
        let outcome = files.run("translate", "de", "office", "--only", "mlops-practice")
        #expect(outcome.exitCode == 0 && outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix(Self.folder) })
        let misspelt = files.run("translate", "de", "office", "--only", "mlops-practise")
        #expect(misspelt.exitCode == 64 && misspelt.notes.contains("did you mean \"mlops-practice\"?"))
        // What takes parts from another is complete only with it.
        let six = files.run("translate", "de", "office", "--only", "ml-maturity-six-areas").output
        #expect(six.contains("office/questionnaires/ml-maturity/translations/de/items/"))
    }

    /// From nothing to a report of which a part is translated.
    @Test func theWholeWay() throws {
        let files = try Self.begun()
        let wave = "office/waves/first"
        let template = try #require(files["\(wave)/template/response.json"])
        files["\(wave)/responses/r-01.json"] = template.replacingOccurrences(
            of: "\"role\": null", with: "\"role\": \"it\"")
        let english = files.run("assess", "office", "-o", "english")
        #expect(english.exitCode == 0, "\(english.notes)")
        let untouched = files.run("assess", "office", "-o", "begun", "--language", "de")
        #expect(untouched.exitCode == 0, "\(untouched.notes)")
        let base = try #require(files["english/mlops-practice.md"])
        let title = try #require(texts(try root(Self.main, of: files)).first { base.contains("# \($0)") })
        try replace("\"title\": \"\(title)\"", "\"title\": \"Praxis im Betrieb\"", in: Self.main, of: files)
        try replace("\"heading\": \"Domains\"", "\"heading\": \"Bereiche\"", in: Self.words, of: files)
        #expect(files.run("assess", "office", "-o", "german", "--language", "de").exitCode == 0)
        let german = try #require(files["german/mlops-practice.md"])
        #expect(german.contains("Praxis im Betrieb") && !german.contains(title))
        #expect(german.contains("Recommendations") == base.contains("Recommendations"))
        // A text that is taken out stands in English too, and is counted.
        let count = try #require(
            files.run("check", "office").output.firstMatch(of: /mlops-practice in de: (\d+) of (\d+) texts/))
        #expect(count.output.1 == count.output.2)
        let recommendations = "\(Self.folder)/recommendations.json"
        let all = try root(recommendations, of: files)
        files[recommendations] = JSONNode.object(
            ["formatVersion", "language", "version"].map { (name: $0, value: all.member($0) ?? .string("")) }
                + [(name: "texts", value: .object([]))]
        ).text()
        let check = files.run("check", "office")
        #expect(check.exitCode == 0)
        #expect(check.output.contains("texts are not translated into de: recommendations."), "\(check.output)")
        let left = try #require(check.output.firstMatch(of: /mlops-practice in de: (\d+) of (\d+) texts/))
        let missing = texts(try #require(all.member("texts"))).count
        #expect(Int(left.output.1) == Int(left.output.2).map { $0 - missing })
        let fewer = files.run("assess", "office", "-o", "fewer", "--language", "de")
        #expect(fewer.exitCode == 0 && fewer.notes.contains("\(missing) of \(left.output.2) texts"))
        #expect(files["fewer/mlops-practice.md"]?.split(separator: "\n").count == german.split(separator: "\n").count)
        // And the command writes them again.
        #expect(files.run(Self.only).exitCode == 0)
        #expect(try root(recommendations, of: files).member("texts")?.text() == all.member("texts")?.text())
        #expect(files[Self.main]?.contains("Praxis im Betrieb") == true)
    }

    @Test func twiceIsTheSameToTheByte() throws {
        let files = try Self.begun()
        let before = files.files
        #expect(files.run(Self.only).exitCode == 0)
        #expect(files.files == before)
    }

    @Test func whatATranslatorWroteStays() throws {
        let files = try Self.begun()
        try replace("\"review\": \"awaiting\",\n", "", in: Self.main, of: files)
        try replace("\"version\": \"1.0.0\"", "\"version\": \"0.9.0\"", in: Self.main, of: files)
        try replace(
            "\"review\": \"awaiting\"", "\"review\": {\"by\": \"Ann\", \"date\": \"2026-03-31\"}", in: Self.words,
            of: files)
        try replace("\"separator\": \",\"", "\"separator\": \" \"", in: Self.words, of: files)
        try replace("\"decimalSeparator\": \".\"", "\"decimalSeparator\": \",\"", in: Self.words, of: files)
        let plurals = try #require(files[Self.words]?.firstMatch(of: /"one": "([^"]*\{\{count\}\} item[^"]*)"/))
        try replace("\"\(plurals.output.1)\"", "\"ein einziges\"", in: Self.words, of: files)
        let (main, words) = (try root(Self.main, of: files).text(), try root(Self.words, of: files).text())
        let outcome = files.run(Self.only)
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
        #expect(files[Self.main] == main && files[Self.words] == words)
        // Which texts changed since the version that they were made from is still to be looked at.
        #expect(files.run("check", "office").output.contains("the texts were made from version 0.9.0"))
    }

    /// What a new version no longer asks is not thrown away: its translation may belong to what it asks instead.
    @Test func whatFitsNoTextAnyMoreIsKeptAndNamed() throws {
        let files = try Self.begun()
        try replace("\"texts\": {", "\"texts\": {\"old\": {\"title\": \"Früher\"}, ", in: Self.main, of: files)
        try replace("\"text\": {", "\"text\": {\"gone\": \"Weg\", ", in: Self.words, of: files)
        let outcome = files.run(Self.only)
        #expect(outcome.exitCode == 0)
        #expect(outcome.notes.contains("\(Self.main): what is translated here fits no text any more: old; it is kept"))
        #expect(
            outcome.notes.contains("\(Self.words): what is translated here fits no text any more: gone; it is kept"))
        #expect(files[Self.main]?.contains("\"Früher\"") == true && files[Self.words]?.contains("\"Weg\"") == true)
        let check = files.run("check", "office")
        #expect(check.output.contains("there is no text in the definition called \"old\""))
        #expect(check.output.contains("no text of the program is called \"gone\""))
        let again = files.files
        #expect(files.run(Self.only).exitCode == 0)
        #expect(files.files == again)
    }

    /// A list of which the definition has lost an entry cannot be laid over it, and is kept as it is.
    @Test func aListOfAnotherLengthIsKept() throws {
        let files = try Self.begun()
        let path = "\(Self.folder)/recommendations.json"
        let list = try #require(files[path]?.firstMatch(of: /\[\n\s*"[^\]]*\]/))
        try replace(
            String(list.output), "[\"eins\", \"zwei\", \"drei\", \"vier\", \"fünf\", \"sechs\"]", in: path, of: files)
        let kept = try root(path, of: files).text()
        let outcome = files.run(Self.only)
        #expect(
            outcome.exitCode == 0 && outcome.notes.contains("\(path): what is translated here fits no text any more"))
        #expect(files[path] == kept)
    }

    /// The built-in French translates the built-in words, and not those that a workspace has put in their place.
    @Test func builtInTextsTranslateBuiltInWords() throws {
        let files = Self.files()
        #expect(files.run("questionnaire", "copy", "mlops-practice", "office").exitCode == 0)
        let definition = "office/questionnaires/mlops-practice/questionnaire.json"
        let title = try #require(try root(definition, of: files).member("title"))
        guard case .string(let text) = title.content else { return }
        try replace("\n  \"title\": \"\(text)\"", "\n  \"title\": \"Ours\"", in: definition, of: files)
        #expect(files.run("translate", "fr", "office", "--only", "mlops-practice").exitCode == 0)
        let french = try #require(files["office/questionnaires/mlops-practice/translations/fr/questionnaire.json"])
        #expect(french.contains("\"title\": \"Ours\"") && french.contains("Données"))
    }

    @Test func generatedText() throws {
        let files = Self.files()
        let arguments = ["translate", "en-XA", "office", "--only", "mlops-practice,strings", "--pseudo"]
        #expect(files.run(arguments).exitCode == 0)
        let paths = files.files.keys.filter { $0.contains("en-XA") }
        #expect(paths.count == 7)
        let left = try paths.flatMap { path in
            let file = try root(path, of: files)
            return texts(try #require(file.member("texts") ?? file.member("text")))
        }.filter { !$0.hasPrefix("⟦") || !$0.hasSuffix("⟧") }
        // Without letters of its own, or a code for programs.
        let words = left.filter { $0.replacing(/\{\{[^}]*\}\}/, with: "").contains(where: \.isLetter) }
        #expect(words.allSatisfy { $0.wholeMatch(of: /[A-Z_:().0-9]+/) != nil }, "\(words)")
        #expect(files.run("check", "office").exitCode == 0)
        let before = files.files
        #expect(files.run(arguments).exitCode == 0 && files.files == before)
        // What is generated may be generated anew.
        #expect(files.run(arguments + ["--rtl"]).exitCode == 0)
        #expect(string("direction", in: try root("office/templates/strings/en-XA.json", of: files)) == "rtl")
        #expect(files["office/templates/strings/en-XA.json"]?.contains("ש") == true)
    }

    @Test(arguments: [words, main])
    func generatedTextReplacesNothingThatSomebodyWrote(path: String) throws {
        let files = try Self.begun()
        let before = files.files
        for other in before.keys where other != path && (other == Self.words || other.hasPrefix(Self.folder)) {
            files.set(nil, at: other)
        }
        let outcome = files.run(Self.only + ["--pseudo"])
        #expect(outcome.exitCode == 73)
        #expect(outcome.notes.contains("\(path) cannot be made: it holds texts that somebody wrote; name another"))
        #expect(files[path].map { Array($0.utf8) } == before[path])
    }

    @Test(arguments: [
        ("german", "\"german\" cannot be the tag of a language; write it as in fr or pt-BR"),
        ("", "write it as in fr or pt-BR"), ("../de", "write it as in fr or pt-BR"), ("de/x", "write it as in"),
        ("DE", "did you mean \"de\"?"), ("pt_BR", "did you mean \"pt-BR\"?"), ("pt-br", "did you mean \"pt-BR\"?"),
        ("d", "write it as in fr or pt-BR"),
    ])
    func whatIsNoLanguage(tag: String, message: String) {
        let files = Self.files()
        let before = files.files
        let outcome = files.run("translate", tag, "office")
        #expect(outcome.exitCode == 64 && outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.files == before)
    }

    /// Nothing would ever read a translation of a questionnaire into the language in which it is written.
    @Test func theLanguageOfTheTexts() throws {
        let files = Self.files()
        let before = files.files
        for more in [[], ["--pseudo"]] {
            let outcome = files.run(["translate", "en", "office"] + more)
            #expect(outcome.exitCode == 64 && files.files == before)
            #expect(outcome.notes.contains("the questionnaire ml-maturity: written in en and left as it is\n"))
            #expect(outcome.notes.contains("the words of reports: written in en and left as it is\n"))
            #expect(outcome.notes.contains("waymark: there is nothing to translate into \"en\"; name a language other"))
        }
        files["office/questionnaires/eigen/questionnaire.json"] = """
            {"formatVersion": 1, "id": "eigen", "version": "1", "language": "de", "title": "Eigen",
            "dimensions": [{"id": "all", "title": "Alles"}],
            "scales": [{"id": "s", "options": [{"id": "0", "value": 0}, {"id": "1", "value": 1}]}],
            "items": [{"id": "A", "dimension": "all", "direction": "facilitator", "scale": "s", "label": "A"}]}
            """
        let english = files.run("translate", "en", "office")
        #expect(english.output == "office/questionnaires/eigen/translations/en/questionnaire.json\n")
        let german = files.run("translate", "de", "office", "--only", "eigen,strings")
        #expect(german.exitCode == 0 && german.output == "\(Self.words)\n")
        #expect(german.notes.contains("the questionnaire eigen: written in de and left as it is"))
    }

    /// Nothing is written where something that is there cannot be read.
    @Test(arguments: [
        (words, "{\"formatVersion\": 1,\n \"language\": }", "\(words):2:14: "),
        (main, "{\"formatVersion\": 1,\n \"texts\": {\"a\": \"b\"", "\(main):2:"),
        (main, "{\"formatVersion\": 1, \"language\": \"de\", \"version\": \"1\"}", "the key \"texts\" is missing"),
        (
            main, "{\"formatVersion\": 1, \"language\": \"de\", \"version\": \"1\", \"text\": {}}",
            "did you mean \"texts\"?"
        ),
        (words, "{\"formatVersion\": 1, \"language\": \"de\", \"text\": {}}", "the key \"direction\" is missing"),
        (words, "", "\(words):1:1: "),
    ])
    func aDamagedFile(path: String, text: String, message: String) throws {
        let files = try Self.begun()
        files[path] = text
        let before = files.files
        let writes = files.writes.count
        let outcome = files.run(Self.only)
        #expect(outcome.exitCode == 65, "\(outcome.notes)")
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.files == before && files.writes.count == writes)
    }

    @Test func noFolder() {
        let files = Self.files()
        let outcome = files.run("translate", "de", "nowhere")
        #expect(outcome.exitCode == 66)
        #expect(
            outcome.notes.contains("nowhere: there is no such folder; make a workspace with 'waymark init nowhere'"))
        #expect(files.run("translate", "de", "office/waymark.json").exitCode == 66)
    }
}
