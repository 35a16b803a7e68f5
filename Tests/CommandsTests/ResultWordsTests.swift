import Foundation
import Testing

@testable import Commands

@Suite struct ResultWordsTests {
    @Test func resultsAreToldInTheLanguageOfReports() throws {
        let files = Sample.files()
        let outcome = files.run("assess", "office", "-f", "md", "-o", "out", "--language", "fr")
        #expect(outcome.notes.contains("Écrit\u{A0}: out/ml-maturity.md\n") && !outcome.notes.contains("Wrote"))
        let made = files.run("init", "mine", "--language", "fr")
        #expect(made.exitCode == 0 && made.output.hasPrefix("L’espace de travail mine est prêt."))
        #expect(made.output.contains("  3. Vérifiez et évaluez\u{A0}:   waymark check mine && waymark assess mine\n"))
    }

    @Test func theDemoSpeaksTheLanguageThatIsAskedFor() throws {
        let outcome = MemoryFileSystem().run("demo", "-o", "demo", "--language", "fr")
        #expect(outcome.exitCode == 0)
        #expect(
            outcome.output.contains(
                "\nCe qui a changé entre ses vagues\u{A0}:\n  demo/reports/compare-2025-2026.html\n"))
        #expect(outcome.notes.contains("Pour votre propre institut\u{A0}: waymark init my-office"))
    }

    /// Somebody's own copy of the texts, from before there was such a sentence.
    @Test func aSentenceThatIsMissingIsTheProgramsOwn() throws {
        let files = Sample.files()
        let copy = files.run("template", "copy", "office")
        #expect(copy.exitCode == 0)
        let path = "office/templates/strings/en.json"
        let text = try #require(files[path])
        let old = text.replacingOccurrences(of: "\"wrote\": ", with: "\"wrotten\": ")
        #expect(old != text)
        files[path] = old
        let outcome = files.run("assess", "office", "-f", "md", "-o", "out")
        #expect(outcome.exitCode == 0 && outcome.notes.contains("Wrote out/ml-maturity.md\n"), "\(outcome.notes)")
    }
}
