import Foundation
import JSON
import Testing

@testable import Commands

@Suite struct CompareCommandTests {
    /// Two waves of six people: in the first software stops their work, in the second it is only serious.
    private static func files(_ people: Int = 6) -> MemoryFileSystem {
        let files = MemoryFileSystem(["office/waymark.json": Sample.record])
        for (wave, rating) in [("2025", "4"), ("2026", "3")] {
            let folder = "office/waves/\(wave)"
            files["\(folder)/wave.json"] = Sample.waveRecord().replacingOccurrences(of: "2026", with: wave)
            for number in 0..<people {
                files["\(folder)/responses/r-\(number).json"] = Sample.response(
                    "r-\(number)", role: number % 2 == 0 ? "it" : "dataScience",
                    answers: ["TB2": "\"\(rating)\""]
                ).replacingOccurrences(of: "\"wave\": \"2026\"", with: "\"wave\": \"\(wave)\"")
            }
        }
        return files
    }

    @Test func whatChanged() throws {
        let files = Self.files()
        let outcome = files.run("compare", "2025", "2026", "--workspace", "office")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let names = ["html", "md", "json", "csv"].map { "office/reports/compare-2025-2026.\($0)" }
        #expect(files.writes == names)
        #expect(outcome.output.contains("Technology rose from 15.0 to 50.0 points, because"))
        let markdown = try #require(files[names[1]])
        #expect(markdown.contains("“Software restricted or slow” (TB2) eased from “Stops work” to “Serious”"))
        let tree = try JSONDocument(parsing: Array(try #require(files[names[2]]).utf8))
        #expect("\(tree)".contains("capEvents"))
        #expect(try #require(files[names[3]]).split(separator: "\r\n").count > 60)
        #expect(try #require(files[names[0]]).contains("<svg"))
    }

    @Test func theOtherWayRound() throws {
        let files = Self.files()
        let outcome = files.run("compare", "2026", "2025", "--workspace", "office", "--format", "md", "-o", "out")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(files.writes == ["out/compare-2026-2025.md"])
        #expect(outcome.output.contains("Technology fell from 50.0 to 15.0 points, because"))
        #expect(outcome.notes.contains("the wave \"2025\" seems to come before \"2026\""))
    }

    @Test(arguments: [
        (["compare", "2025"], Int32(64), "WAVE2"),
        (["compare", "2025", "2025"], 64, "the wave \"2025\" is named twice"),
        (["compare", "2025", "2O26"], 66, "office has no wave \"2O26\"; did you mean \"2026\"?"),
        (["compare", "2025", "2026", "-q", "2024=x.json"], 64, "\"2024\" is not among the waves"),
        (["compare", "2025", "2026", "--open", "-f", "md"], 64, "--format leaves it out"),
        (["compare", "2025", "2026", "-q", "2025=mlops-practice"], 65, "nothing was written"),
    ])
    func whatIsWrongIsSaid(arguments: [String], code: Int32, message: String) {
        let files = Self.files()
        let outcome = files.run(arguments + (arguments.count > 2 ? ["--workspace", "office"] : []))
        #expect(outcome.exitCode == code, "\(outcome.notes)")
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.writes.isEmpty && outcome.output.isEmpty)
    }

    @Test func wavesOfDifferentQuestionnaires() {
        let files = Self.files()
        for (path, text) in files.files where path.contains("/2026/") && path.contains("responses") {
            files[path] = String(decoding: text, as: UTF8.self).replacingOccurrences(
                of: "\"questionnaire\": \"ml-maturity\"", with: "\"questionnaire\": \"ml-maturity-six-areas\"")
        }
        let outcome = files.run(
            "compare", "2025", "2026", "--workspace", "office", "-q", "2026=ml-maturity-six-areas")
        #expect(outcome.exitCode == 64, "\(outcome.notes)")
        #expect(outcome.notes.contains("only waves of one questionnaire"))
        #expect(files.writes.isEmpty)
    }

    @Test func aWaveOfAnEarlierVersionNeedsThatVersion() throws {
        let files = Self.files()
        for (path, text) in files.files where path.contains("/2025/responses") {
            files[path] = String(decoding: text, as: UTF8.self).replacingOccurrences(
                of: "\"questionnaireVersion\": \"\(Sample.version)\"", with: "\"questionnaireVersion\": \"0.9\"")
        }
        let refused = files.run("compare", "2025", "2026", "--workspace", "office")
        #expect(refused.exitCode == 65)
        #expect(refused.notes.contains("--questionnaire 2025=FILE"), "\(refused.notes)")
        #expect(files.run("questionnaire", "copy", "ml-maturity", "old").exitCode == 0)
        let main = "old/questionnaires/ml-maturity/questionnaire.json"
        files[main] = try #require(files[main]).replacingOccurrences(
            of: "\"version\": \"\(Sample.version)\"", with: "\"version\": \"0.9\"")
        let items = "old/questionnaires/ml-maturity/items/technology.json"
        files[items] = try #require(files[items]).replacingOccurrences(
            of: "Software restricted or slow", with: "Slow software")
        let outcome = files.run(
            "compare", "2025", "2026", "--workspace", "office", "--questionnaire", "2025=\(main)")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let markdown = try #require(files["office/reports/compare-2025-2026.md"])
        #expect(markdown.contains("The questionnaire changed from 0.9 to \(Sample.version)"))
        #expect(markdown.contains("comparable by the word of the questionnaire: Software restricted or slow"))
        #expect(markdown.contains("Technology rose from 15.0 to 50.0 points"))
    }

    /// Of three people nothing can be told from chance, and the report says why.
    @Test func tooFewPeople() throws {
        let files = Self.files(3)
        let outcome = files.run("compare", "2025", "2026", "--workspace", "office", "--format", "md")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let markdown = try #require(files["office/reports/compare-2025-2026.md"])
        #expect(markdown.contains("fewer than 6 people can be compared"))
    }

    /// A survey and one agreed response are compared, but nothing is said of chance, and the report says so.
    @Test func aSurveyAndAStatementOfTheOffice() throws {
        let files = Self.files()
        files["office/waves/2026/wave.json"] = Sample.waveRecord("consensus")
        for number in 1..<6 { files["office/waves/2026/responses/r-\(number).json"] = nil }
        let outcome = files.run("compare", "2025", "2026", "--workspace", "office", "--format", "md")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let markdown = try #require(files["office/reports/compare-2025-2026.md"])
        #expect(markdown.contains("The answers were collected in another way: “survey”, then “consensus”."))
        #expect(markdown.contains("Break in the series (SDMX observation status B): Organisation"))
        #expect(
            markdown.contains(
                "No figure was tested for chance: one of the waves is a single statement of the office"))
        #expect(!markdown.contains("more than chance explains"))
    }

    @Test func aSurveyOfOneAndAWaveWithoutAnswers() {
        let one = Self.files()
        for number in 1..<6 { one["office/waves/2026/responses/r-\(number).json"] = nil }
        let few = one.run("compare", "2025", "2026", "--workspace", "office")
        #expect(few.exitCode == 65 && one.writes.isEmpty, "\(few.notes)")
        #expect(few.notes.contains("office/waves/2026 is a survey with 1 response; at least 3 are needed"))
        one["office/waves/2026/responses/r-0.json"] = nil
        let none = one.run("compare", "2025", "2026", "--workspace", "office")
        #expect(none.exitCode == 65 && one.writes.isEmpty, "\(none.notes)")
        #expect(none.notes.contains("holds no valid response"), "\(none.notes)")
    }

    /// Twelve waves: a line for each domain, eleven steps, and a name that a folder can hold.
    @Test func twelveWaves() throws {
        let files = MemoryFileSystem(["office/waymark.json": Sample.record])
        let names = (0..<12).map { "wave-of-the-year-\(2015 + $0)" }
        for (place, wave) in names.enumerated() {
            files["office/waves/\(wave)/wave.json"] = Sample.waveRecord().replacingOccurrences(of: "2026", with: wave)
            for number in 0..<3 {
                files["office/waves/\(wave)/responses/r-\(number).json"] = Sample.response(
                    "r-\(number)", option: "\(place % 5)"
                ).replacingOccurrences(of: "\"wave\": \"2026\"", with: "\"wave\": \"\(wave)\"")
            }
        }
        let outcome = files.run(["compare"] + names + ["--workspace", "office", "--format", "html,md"])
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let name = "office/reports/compare-wave-of-the-year-2015-to-wave-of-the-year-2026-12-waves"
        #expect(files.writes == ["\(name).html", "\(name).md"])
        let html = try #require(files["\(name).html"])
        #expect(html.components(separatedBy: "<h2 id=\"step-").count == 12)
        #expect(html.contains("<svg class=\"chart chart-better chart-start-46 chart-end-46\""))
        let markdown = try #require(files["\(name).md"])
        #expect(markdown.contains("## All waves at a glance"))
        // The first screen is of the last step and says where the others are.
        #expect(markdown.contains("The steps before that stand further down."))
        #expect(outcome.output.split(separator: "\n").count <= 25)
    }

    @Test func theSampleOfficeByTheProgram() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.run("demo", "--output", "office", in: folder.url).exitCode == 0)
        let outcome = try Program.run("compare", "2025", "2026", "--workspace", "office", in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let first = try folder.contents().filter { $0.key.contains("compare-") }
        #expect(first.count == 4)
        #expect(try Program.run("compare", "2025", "2026", "--workspace", "office", in: folder.url).exitCode == 0)
        #expect(try folder.contents().filter { $0.key.contains("compare-") } == first)
    }
}
