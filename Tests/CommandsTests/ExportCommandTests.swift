import Foundation
import Testing

@testable import Commands

@Suite struct ExportCommandTests {
    @Test func everyExportComesBack() throws {
        let files = Sample.files()
        #expect(files.run("export", "csv", "office").notes == "Wrote office/exports/2026/ml-maturity.csv\n")
        let table = try #require(files["office/exports/2026/ml-maturity.csv"])
        let empty = MemoryFileSystem(Sample.texts.filter { !$0.key.contains("/responses/") })
        empty["a.csv"] = table
        #expect(empty.run("import", "csv", "a.csv", "--workspace", "office").exitCode == 0)
        _ = empty.run("export", "csv", "office")
        #expect(empty["office/exports/2026/ml-maturity.csv"] == table)
        // The scores, too, are the same.
        _ = files.run("assess", "office", "--format", "csv")
        _ = empty.run("assess", "office", "--format", "csv")
        let path = "office/reports/2026/ml-maturity.csv"
        #expect(files[path] != nil && files[path] == empty[path])
    }

    @Test(arguments: ["xlsform", "limesurvey"])
    func forms(format: String) throws {
        let files = Sample.files()
        let plain = files.run("export", format, "office")
        #expect(plain.exitCode == 0 && plain.notes.hasPrefix("Wrote office/exports/2026/ml-maturity."))
        let ending = format == "xlsform" ? "xlsx" : "txt"
        let path = "office/exports/2026/ml-maturity.\(ending)"
        let bytes = try #require(files.files[path])
        _ = files.run("export", format, "office")
        #expect(files.files[path] == bytes)
        _ = files.run("export", format, "office", "--with-evidence")
        #expect(try #require(files.files[path]).count > bytes.count)
    }

    @Test func scores() throws {
        let files = Sample.files()
        let outcome = files.run("export", "sdmx", "office", "--output", "out")
        #expect(outcome.notes == "Wrote out/ml-maturity.sdmx.csv\nWrote out/ml-maturity.codes.json\n")
        let text = try #require(files["out/ml-maturity.sdmx.csv"])
        #expect(text.hasPrefix("STRUCTURE,STRUCTURE_ID,ACTION,ORG,TIME_PERIOD,DOMAIN,SIDE,ITEM,MEASURE,OBS_VALUE,"))
        #expect(
            text.contains("dataflow,WAYMARK:ML_READINESS(1.0),I,Statistics_Merrow,2026,technology,_T,_T,score,0.15,"))
        let own = files.run(
            "export", "sdmx", "office", "--dataflow", "NSO:ML(2.0)", "--time-period", "2026-Q2", "-o", "b")
        #expect(own.exitCode == 0)
        #expect(
            try #require(files["b/ml-maturity.sdmx.csv"]).contains("dataflow,NSO:ML(2.0),I,Statistics_Merrow,2026-Q2,"))
    }

    /// Figures of too few people are in no export of scores.
    @Test func aSurveyOfTwoHasNoScores() {
        let files = Sample.files()
        for name in ["r-03", "r-04"] { files["\(Sample.wave)/responses/\(name).json"] = nil }
        let outcome = files.run("export", "sdmx", "office")
        #expect(outcome.exitCode == 65 && outcome.notes.contains("at least 3 are needed"))
        #expect(files["office/exports/2026/ml-maturity.sdmx.csv"] == nil)
    }

    @Test func aProject() throws {
        let files = ProjectSample.files()
        let outcome = files.run("export", "csv", "office", "--project", "coding")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let text = try #require(files["office/exports/projects/coding/ml-project.csv"])
        #expect(text.contains(",ml-project,"))
    }

    @Test(arguments: [
        (["export", "csv", "office", "--wave", "2062"], 66, "did you mean \"2026\"?"),
        (["export", "csv", "office", "-q", "mlops-practice"], 66, "there are no responses"),
        (["export", "sdmx", "office", "--dataflow", "mine"], 64, "AGENCY:ID(VERSION)"),
        (["export", "csv", "office", "--project", "none"], 66, "no project"), (["export", "xls"], 64, "xls"),
    ])
    func mistakes(arguments: [String], code: Int, message: String) {
        let files = Sample.files()
        let before = files.files
        let outcome = files.run(arguments)
        #expect(outcome.exitCode == Int32(code) && outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.files == before)
    }

    @Test func invalidAnswersAreNotExported() {
        let files = Sample.files()
        files["\(Sample.wave)/responses/r-02.json"] = Sample.response("r-02", option: "9")
        let outcome = files.run("export", "csv", "office")
        #expect(outcome.exitCode == 65 && outcome.notes.contains("r-02.json") && outcome.notes.contains("\"9\""))
        #expect(files["office/exports/2026/ml-maturity.csv"] == nil)
    }
}

/// The program as users run it.
@Suite struct ExchangeProgramTests {
    @Test func outAndIn() throws {
        let folder = try TemporaryFolder()
        try folder.write(Sample.texts)
        #expect(try Program.run("export", "csv", "office", in: folder.url).exitCode == 0)
        #expect(try Program.run("export", "xlsform", "office", in: folder.url).exitCode == 0)
        let before = try folder.contents()
        let table = "office/exports/2026/ml-maturity.csv"
        let again = try Program.run("import", "csv", table, "--workspace", "office", in: folder.url)
        #expect(again.exitCode == 0 && again.output.contains("On file with the same answers (4)"))
        #expect(try folder.contents() == before)
    }
}
