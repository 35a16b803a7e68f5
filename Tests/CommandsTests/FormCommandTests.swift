import Testing

@testable import Commands

@Suite struct FormCommandTests {
    private let page = "office/ml-maturity-2026.html"

    @Test func aWorkspaceSaysWhoAsksAndForWhichWave() throws {
        let files = Sample.files()
        let outcome = files.run("form", "ml-maturity", "--workspace", "office")
        #expect(outcome.exitCode == 0 && outcome.output.isEmpty && outcome.notes == "Wrote \(page)\n")
        let html = try #require(files[page])
        #expect(html.contains("<dd>Statistics Merrow</dd>") && html.contains("<dd>2026</dd>"))
        #expect(html.contains("Reports show no figure of fewer than three people"))
        for item in Sample.items { #expect(html.contains("id=\"item:\(item)\"")) }
        // Its answers are none of the workspace's own, and its page is no trouble to it.
        #expect(files.run("check", "office").output.hasSuffix("0 errors, 0 warnings\n"))
    }

    @Test func theWayOfCollectionIsSaid() throws {
        for (collection, words) in [("consensus", "one agreed answer"), ("self", "in the name of your office")] {
            let files = Sample.files()
            files["\(Sample.wave)/wave.json"] = Sample.waveRecord(collection)
            #expect(files.run("form", "ml-maturity", "--workspace", "office").exitCode == 0)
            #expect(try #require(files[page]).contains(words))
        }
    }

    @Test func withoutAWorkspaceTheWaveIsNamed() throws {
        let files = MemoryFileSystem()
        let missing = files.run("form", "mlops-practice")
        #expect(missing.exitCode == 64 && missing.notes.contains("name the wave with --wave"))
        #expect(files.run("form", "mlops-practice", "--wave", "20/26").exitCode == 64)
        #expect(files.run("form", "mlops-practice", "--wave", "2026").notes == "Wrote mlops-practice-2026.html\n")
        #expect(files.run("form", "mlops-practice", "-w", "2026", "-o", "out/p.html").exitCode == 0)
        #expect(files["out/p.html"] == files["mlops-practice-2026.html"])
    }

    @Test func projectsAreNamedOrAskedFor() throws {
        let files = MemoryFileSystem()
        #expect(files.run("form", "ml-project").notes == "Wrote ml-project.html\n")
        #expect(try #require(files["ml-project.html"]).contains("id=\"who:project\""))
        #expect(files.run("form", "ml-project", "--project", "coding").notes == "Wrote ml-project-coding.html\n")
        #expect(files.run("form", "ml-project", "--wave", "2026").notes.contains("name it with --project"))
        #expect(files.run("form", "ml-maturity", "--project", "coding").notes.contains("is not about a project"))
        let office = Sample.files()
        #expect(office.run("form", "ml-project", "--project", "coding", "--workspace", "office").exitCode == 66)
    }

    @Test func wrongNamesAreExplained() {
        let files = Sample.files()
        #expect(files.run("form", "ml-maturty", "--wave", "2026").notes.contains("did you mean \"ml-maturity\"?"))
        #expect(files.run("form", "ml-maturity", "-w", "2027", "--workspace", "office").exitCode == 66)
        #expect(files.run("form", "ml-maturity", "-w", "2026", "--workspace", "offic").exitCode == 66)
        let language = files.run("form", "ml-maturity", "--language", "xx", "--workspace", "office")
        #expect(language.exitCode == 64 && language.notes.contains("there are no texts for the language \"xx\""))
        #expect(files[page] == nil)
    }

    /// A form takes the place of a form, and of nothing else.
    @Test func otherFilesAreNotReplaced() {
        let files = Sample.files()
        #expect(files.run("form", "ml-maturity", "--workspace", "office").exitCode == 0)
        let first = files[page]
        files[page] = first.map { $0 + "<!-- an older one -->" }
        #expect(files.run("form", "ml-maturity", "--workspace", "office").exitCode == 0)
        #expect(files[page] == first)
        for other in ["my notes", ""] {
            files["notes.html"] = other
            let outcome = files.run("form", "ml-maturity", "--workspace", "office", "-o", "notes.html")
            #expect(outcome.exitCode == 73 && outcome.notes.contains("is there already and is no form"))
            #expect(files["notes.html"] == other)
        }
        #expect(files.run("form", "ml-maturity", "--workspace", "office", "-o", "office").exitCode == 73)
    }

    /// The workspace's own words, templates and colours make its form.
    @Test func workspaceChangesTheLook() throws {
        let files = Sample.files()
        files["office/templates/theme.json"] =
            ##"{"formatVersion": 1, "colours": {"light": {"better": "#2B5B2E"}}}"##
        files["office/templates/html/form-review.mustache"] = "<section class=\"page\" id=\"review\">Mine</section>"
        #expect(files.run("form", "ml-maturity", "--workspace", "office").exitCode == 0)
        #expect(try #require(files[page]).contains("id=\"review\">Mine"))
        #expect(
            try #require(files[page]).contains("--chart-better:#2b5b2e") || files[page]?.contains("#2B5B2E") == true)
        files["office/templates/html/form-review.mustache"] = "{{#sectoins}}{{/sectoins}}"
        let outcome = files.run("form", "ml-maturity", "--workspace", "office")
        #expect(outcome.exitCode == 65)
        #expect(outcome.notes.contains("office/templates/html/form-review.mustache:1:1"))
    }

    @Test func openedWhereThatCanBe() {
        let files = Sample.files()
        let outcome = files.run("form", "ml-maturity", "--workspace", "office", "--open")
        #expect(outcome.exitCode == 0 && outcome.notes.contains(page))
    }
}
