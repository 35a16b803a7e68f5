import Mustache
import Questionnaires
import Reports
import Testing

@testable import Forms

@Suite struct FormPageTests {
    /// Every item, option and role stands in the page once, and every control has its label.
    @Test func everythingThatIsAskedStandsInThePage() throws {
        let html = try FormMaterial.html(try smallQuestionnaire())
        for id in ["A1", "A2", "A3", "A4", "A5"] {
            #expect(html.count(of: "<fieldset class=\"item\" id=\"item:\(id)\"") == 1)
            #expect(html.count(of: "<textarea id=\"comment:\(id)\"") == 1)
            #expect(html.count(of: "id=\"answer:\(id):@dontKnow\"") == 1)
        }
        #expect(html.count(of: "<fieldset") == html.count(of: "<legend"))
        #expect(html.contains("<label for=\"answer:A2:1\"><b>Some</b> <span>By some.</span></label>"))
        #expect(html.contains("<input type=\"radio\" id=\"answer:A2:2\" name=\"answer:A2\" value=\"2\">"))
        #expect(
            html.contains(
                "<input type=\"checkbox\" id=\"answer:A3:none\" name=\"answer:A3\" value=\"none\" data-alone>"))
        #expect(html.contains("A number of days. From 0 to 30."))
        #expect(html.contains("<textarea id=\"answer:A5\""))
        // Of no item that applies to everyone it can be said that it does not.
        #expect(!html.contains("answer:A2:@notApplicable") && html.contains("answer:A1:@notApplicable"))
        #expect(html.contains("Asked only of some, which follows from: Trial."))
        #expect(html.contains("id=\"who:role:staff\"") && html.contains("<span>Who does the work.</span>"))
        let form = try #require(html.between("<form", "</form>"))
        #expect(!form.contains(" checked") && !form.contains(" selected"))
    }

    /// Labels belong to controls that are there, and so do descriptions.
    @Test func referencesLeadSomewhere() throws {
        let html = try FormMaterial.html(try smallQuestionnaire(), .project(nil))
        let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        let named =
            html.matches(of: /\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/)
            .flatMap { $0.output.1.split(separator: " ") }
        #expect(named.count > 40)
        for name in named { #expect(ids.contains(String(name)), "\(name)") }
        for match in html.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(match.output.1))) }
    }

    /// The policy names the very script and style that stand in the page.
    @Test func policyIsOfThisPage() throws {
        let html = try FormMaterial.html(try smallQuestionnaire())
        let script = try #require(html.between("<script>", "</script>"))
        let style = try #require(html.between("<style>", "</style>"))
        #expect(html.contains("content=\"\(ContentPolicy.text(script: script, style: style))\""))
        #expect(script.contains("form.inert = true") && style.contains("--chart-better"))
        #expect(html.count(of: "<script") == 2 && html.count(of: "<style") == 1)
        for forbidden in ["http:", "https:", "src=", "@import", "url(", "innerHTML", "insertAdjacent", "eval("] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
        #expect(html.prefix(4096).contains(FormPage.mark))
    }

    /// A browser reads every line break of a page as one character, and takes the digest of that.
    @Test func lineBreaksOfWindowsDoNotSpoilThePolicy() throws {
        let html = try FormMaterial.html(
            try smallQuestionnaire(), templates: ["html/form-script": "\"use strict\";\r\nlet a = 1;\rlet b;\n"])
        let script = try #require(html.between("<script>", "</script>"))
        #expect(script == "\"use strict\";\nlet a = 1;\nlet b;\n")
        #expect(html.contains(ContentPolicy.source(script)))
    }

    @Test func samePageEachTime() throws {
        let first = try FormMaterial.html(try smallQuestionnaire())
        #expect(try FormMaterial.html(try smallQuestionnaire()) == first)
    }

    /// Answers kept for one definition, wave or project are not those of another.
    @Test func keyNamesWhatIsAsked() throws {
        let small = try smallQuestionnaire()
        #expect(try FormMaterial.html(small).contains("\"small/0123456789abcdef/wave/2026\""))
        #expect(try FormMaterial.html(small, .project("coding")).contains("\"small/0123456789abcdef/project/coding\""))
        #expect(try FormMaterial.html(small, .project(nil)).contains("\"small/0123456789abcdef/project/\""))
    }

    @Test func projectIsAskedForUnlessItIsKnown() throws {
        let small = try smallQuestionnaire()
        #expect(try FormMaterial.html(small, .project(nil)).contains("id=\"who:project\""))
        let known = try FormMaterial.html(small, .project("coding"))
        #expect(!known.contains("id=\"who:project\"") && known.contains("<dd>coding</dd>"))
        #expect(!(try FormMaterial.html(small).contains("id=\"who:project\"")))
    }

    @Test func withoutRolesNobodyIsAskedForOne() throws {
        let text = """
            {"formatVersion": 1, "id": "plain", "version": "1.0.0", "language": "en", "title": "Plain",
            "description": "Without roles.", "dimensions": [{"id": "d", "title": "D"}], "pool": {"value": "mean"},
            "items": [{"id": "Q", "dimension": "d", "direction": "none", "label": "Q", "prompt": "Q?",
            "answer": {"type": "yesNo"}}],
            "metrics": [{"define": [{"id": "s", "title": "S", "aggregate": "mean",
            "of": {"items": {"direction": "none"}}}]}]}
            """
        let html = try FormMaterial.html(try FormMaterial.questionnaire(text))
        #expect(!(try #require(html.between("<form", "</form>"))).contains("who:role"))
        #expect(html.contains(/"roles": \[\s*\]/))
    }

    /// Texts in another language than the page say so, and where the page is read from the other side.
    @Test func languageOfTheQuestionsIsNamed() throws {
        let strings = try FormMaterial.strings(replacing: [
            "\"language\": \"en\"": "\"language\": \"ar\"", "\"direction\": \"ltr\"": "\"direction\": \"rtl\"",
        ])
        let html = try FormMaterial.html(try smallQuestionnaire(), strings: strings)
        #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(html.contains("<legend lang=\"en\" dir=\"auto\"><b>Trial</b>"))
        #expect(html.contains("@bottom-left"))
        #expect(!(try FormMaterial.html(try smallQuestionnaire()).contains("<legend lang")))
    }

    // MARK: What may go wrong

    /// Whatever a definition says is text.
    @Test func hostileDefinitionsAreText() throws {
        let evil = #"</legend><script>alert(1)</script><img src=x onerror='a'>\"{{title}}{{{x}}}\u202e"#
        let text = """
            {"formatVersion": 1, "id": "evil", "version": "<b>1", "language": "en\\"><script>", "title": "\(evil)",
            "description": "\(evil)", "roles": [{"id": "constructor", "title": "\(evil)", "description": "\(evil)"}],
            "dimensions": [{"id": "d", "title": "\(evil)", "description": "\(evil)"}], "pool": {"value": "mean"},
            "items": [{"id": "constructor", "dimension": "d", "direction": "none", "label": "\(evil)",
            "prompt": "\(evil)", "help": "\(evil)", "why": "\(evil)", "evidence": "\(evil)",
            "scale": {"title": "S", "options": [{"id": "toString", "label": "\(evil)", "value": 0},
            {"id": "b", "label": "\(evil)", "value": 1}]}, "anchors": {"toString": "\(evil)", "b": "\(evil)"}},
            {"id": "N", "dimension": "d", "direction": "none", "label": "\(evil)", "prompt": "\(evil)",
            "answer": {"type": "number", "unit": "\(evil)", "points": [{"at": 0, "value": 0}, {"at": 1, "value": 1}]}}],
            "metrics": [{"define": [{"id": "s", "title": "S", "aggregate": "mean",
            "of": {"items": {"direction": "none"}}}]}]}
            """
        let html = try FormMaterial.html(try FormMaterial.questionnaire(text), office: "<i>\"Office\"</i>")
        #expect(html.count(of: "<script") == 2 && !html.contains("<img") && !html.contains("<i>"))
        #expect(!html.contains("\u{202E}") && html.contains("⟨U+202E⟩"))
        #expect(html.contains("&lt;/legend&gt;") && html.contains("{{title}}"))
        #expect(html.contains(" lang=\"enscript\" dir=\"auto\""))
        let data = try #require(html.between("id=\"data\">", "</script>"))
        #expect(!data.contains("<") && data.contains("\"toString\""))
    }

    @Test func missingNamesInTemplatesAreRefused() throws {
        let small = try smallQuestionnaire()
        let failure = #expect(throws: ReportFailure.self) {
            try FormMaterial.html(small, templates: ["html/form-item": "{{promt}}"])
        }
        #expect(failure?.description.contains("templates/html/form-item.mustache:1:1") == true)
        #expect(failure?.description.contains("prompt") == true)
    }

    /// A translation that lacks a word is found when the form is made, whether the page says it or its script.
    @Test func missingWordsAreRefused() throws {
        let small = try smallQuestionnaire()
        for (old, new, key) in [
            ("\"takeBack\":", "\"takeBak\":", "formScript.takeBack"),
            ("\"howOne\":", "\"howWun\":", "form.start.howOne"),
        ] {
            let strings = try FormMaterial.strings(replacing: [old: new])
            let failure = #expect(throws: ReportFailure.self) { try FormMaterial.html(small, strings: strings) }
            #expect(failure?.description.contains("the text \"\(key)\" is missing") == true)
        }
    }
}
