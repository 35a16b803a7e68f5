import Assets
import JSON
import Questionnaires
import Responses
import Testing

@testable import Forms

@Suite struct InterviewScreenTests {
    /// Words as long as their keys, with what they name.
    private let words = InterviewWords(
        text: { key, parameters in
            parameters.isEmpty ? key : "\(key) \(parameters.sorted { $0.key < $1.key }.map(\.value))"
        }, counted: { "\($0) \($1)" })

    private func interview(_ answers: [String: Answer] = [:], page: Interview.Page) throws -> Interview {
        var interview = Interview(
            try smallQuestionnaire(),
            response: Response(respondent: "maria", role: "staff", wave: "2026", answers: answers),
            letters: testLetters)
        interview.page = page
        interview.message = nil
        return interview
    }

    private func screen(_ interview: Interview) -> String {
        interview.screen(words, width: 80, height: 24).joined(separator: "\n")
    }

    @Test func theChosenOptionIsMarked() throws {
        let page = screen(
            try interview(["A1": Answer(.option(position: 1)), "A2": Answer(.option(position: 2))], page: .item(1)))
        #expect(page.contains("A2  Is it used?"))
        #expect(page.contains("  0  By nobody.\n  1  By some.\n→ 2  By all."))
        #expect(page.contains("interviewDoes.evidence") && !page.contains("interviewDoes.notApplicable"))
    }

    @Test func optionsWithLongIdsHaveNumbers() throws {
        let page = screen(try interview(["A3": Answer(.options(positions: [1, 2]))], page: .item(2)))
        #expect(page.contains("  1  None of these\n→ 2  Python\n→ 3  R"))
    }

    @Test func numbersSayTheirLimits() throws {
        let page = screen(try interview(["A4": Answer(.number(7.5), comment: "About")], page: .item(3)))
        #expect(page.contains(#"interview.range.both ["30", "0", "days"]"#))
        #expect(page.contains(#"interview.answered ["7.5"]"#) && page.contains(#"interview.comment.given ["About"]"#))
    }

    @Test func theReviewListsWhatIsOpen() throws {
        let page = screen(try interview(["A1": Answer(.dontKnow)], page: .review))
        #expect(page.contains("interview.review.answered 1") && page.contains("interview.review.open 3"))
        #expect(page.contains("interview.review.unknown 1"))
        #expect(page.contains("  A3  Tools\n  A4  Days\n  A5  Words"))
    }

    /// The questions that are shipped fit a terminal of 80 columns and 24 lines, with the line that is typed into.
    @Test(arguments: ["ml-maturity", "ml-project", "mlops-practice", "ml-maturity-six-areas"])
    func everyItemFitsASmallTerminal(id: String) throws {
        let questionnaire = try BuiltIn.questionnaire(id)
        let role = questionnaire.roles.first?.id ?? ""
        let words = InterviewWords(text: { key, _ in key }, counted: { "\($0) \($1)" })
        for index in questionnaire.items.indices {
            var interview = Interview(
                questionnaire, response: Response(respondent: "maria", role: role, answers: [:]), letters: testLetters)
            interview.message = nil
            for page in [Interview.Page.item(index), .help(index)] {
                interview.page = page
                let lines = interview.screen(words, width: 80, height: 24)
                #expect(lines.count <= 23, "\(questionnaire.items[index].id) takes \(lines.count) lines")
                #expect(lines.allSatisfy { $0.count <= 80 })
            }
        }
    }
}

/// Questionnaires that are shipped.
enum BuiltIn {
    static func questionnaire(_ id: String) throws -> Questionnaire {
        let folder = "questionnaires/\(id)/"
        let main = try file(folder + "questionnaire.json")
        let parts = try Questionnaire.partNames(of: main.document).map { name in
            try file(name.hasPrefix("../") ? "questionnaires/" + name.dropFirst(3) : folder + name)
        }
        let decoded = Questionnaire.decode(main: main, parts: parts)
        return try #require(decoded.questionnaire, "\(decoded.findings.prefix(3))")
    }

    private static func file(_ path: String) throws -> DefinitionFile {
        let asset = try #require(Asset.at(path))
        return DefinitionFile(name: path, document: try JSONDocument(parsing: asset.bytes))
    }
}
