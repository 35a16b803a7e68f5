import JSON
import Questionnaires
import Responses
import SeededRandomness
import Testing

@testable import Exchange

@Suite struct LongTableTests {
    private let questionnaire: Questionnaire
    private let target: ImportTarget

    init() throws {
        questionnaire = try MixedQuestionnaire.make()
        target = ImportTarget(questionnaire: questionnaire, place: .wave("2026"))
    }

    private func read(_ text: String, otherVersions: Bool = false) throws -> ImportedFile {
        let target = ImportTarget(
            questionnaire: questionnaire, place: .wave("2026"), takesOtherVersions: otherVersions)
        return target.readLongTable(try CSVTableTests.table(text))
    }

    private func json(_ responses: [Response]) -> [JSONValue] { responses.map { $0.json(answering: questionnaire) } }

    @Test(arguments: 0..<40)
    func everythingComesBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let responses = RandomResponses().responses(6, to: questionnaire, using: &generator)
        let text = Response.longTable(of: responses, questionnaire: questionnaire)
        let file = try read(text)
        #expect(file.refused == [] && file.notes == [])
        #expect(json(file.responses.map(\.response)) == json(responses))
        #expect(file.rowsRead == file.rowsMapped)
        // The order of the responses does not matter.
        #expect(Response.longTable(of: responses.reversed(), questionnaire: questionnaire) == text)
    }

    /// What a spreadsheet of a country with decimal commas makes of the table.
    @Test(arguments: 0..<20)
    func europeanSpreadsheets(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 100 + seed)
        let responses = RandomResponses().responses(4, to: questionnaire, using: &generator)
        let table = try CSVTableTests.table(Response.longTable(of: responses, questionnaire: questionnaire))
        let lines = ([table.header] + table.rows.map(\.cells)).map { cells in
            cells.map { cell in
                let isDecimal = Double(cell.text) != nil && cell.text.contains(".") && !cell.text.contains("e")
                let text = isDecimal ? cell.text.split(separator: ".").joined(separator: ",") : cell.text
                return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                    + "\""
            }.joined(separator: ";")
        }
        let file = try read("\u{FEFF}" + lines.joined(separator: "\r\n"))
        #expect(file.refused == [])
        #expect(json(file.responses.map(\.response)).map(withoutTexts) == json(responses).map(withoutTexts))
    }

    /// Versions and texts of digits may have got a comma.
    private func withoutTexts(_ value: JSONValue) -> JSONValue {
        guard case .object(var members) = value, case .object(let answers)? = members["answers"] else { return value }
        members["answers"] = .object(answers.filter { questionnaire.item($0.key)?.answering != .text })
        return .object(members)
    }

    @Test func aTableByHand() throws {
        let file = try read(
            """
            Respondent;Role; item ;ANSWER;comment;reason
            r-1;it;J2.05;most;fine;
            r-1;it;J20.5;dontKnow;;
            r-1;it;J205r;dk;;
            r-1;it;M1;gpu, cpu;;
            r-1;it;N1;12,5;;
            r-1;it;T1;dontKnow;;
            r-2;it;J2.05;notApplicable;;no staff
            r-2;it;J20.5;;;
            """)
        #expect(file.refused == [] && file.notes == [])
        let (first, second) = (file.responses[0].response, file.responses[1].response)
        #expect(first.answers["J2.05"] == Answer(.option(position: 2), comment: "fine"))
        #expect(first.answers["J20.5"] == Answer(.dontKnow))
        #expect(first.answers["J205r"] == Answer(.option(position: 0)))
        #expect(first.answers["M1"] == Answer(.options(positions: [0, 1])))
        #expect(first.answers["N1"] == Answer(.number(12.5)))
        #expect(first.answers["T1"] == Answer(.text("dontKnow")))
        #expect(second.answers == ["J2.05": Answer(.notApplicable(reason: "no staff"))])
    }

    /// A cell that cannot be read, with what is said of it; the second respondent is taken all the same.
    @Test(arguments: [
        ("r-1,it,J2.05,mosst", "2:14: error: there is no option of J2.05 \"mosst\"; did you mean \"most\"?"),
        ("r-1,it,J2.5,most", "2:8: error: there is no item \"J2.5\"; did you mean \"J2.05\"?"),
        ("r-1,itt,J2.05,most", "2:5: error: there is no role \"itt\"; did you mean \"it\"?"),
        ("r-1,,J2.05,most", "2:5: error: the role is missing"),
        ("Ann Lee,it,J2.05,most", "2:1: error: \"Ann Lee\" cannot be the id of a respondent"),
        (",it,J2.05,most", "2:1: error: \"\" cannot be the id of a respondent"),
        ("../x,it,J2.05,most", "2:1: error: \"../x\" cannot be the id of a respondent"),
        ("r-1,it,N1,many", "2:11: error: \"many\" is not a number"),
        ("r-1,it,N1,\"1.234,5\"", "2:11: error: \"1.234,5\" is not a number"),
        ("r-1,it,N1,366", "2:11: error: 366 is too high for N1; write a number of at most 365"),
        ("r-1,it,N1,-11", "2:11: error: -11 is too low for N1; write a number of at least -10"),
        ("r-1,it,N1,inf", "\"inf\" is not a number"), ("r-1,it,N1,0x10", "\"0x10\" is not a number"),
        ("r-1,it,M1,gpu nothing.at-all", "2:11: error: \"nothing.at-all\" can be chosen only alone"),
        ("r-1,it,M1,gpu tpu", "there is no option of M1 \"tpu\"; did you mean \"gpu\"?"),
        ("r-1,it,J2.05,notApplicable", "\"not applicable\" needs a reason"),
        ("r-1,it,N1,notApplicable", "N1 applies to everyone"),
        ("r-1,it,,most", "the row names no item"), ("r-1,it,J2.05", "the row has 3 values, and the header 4"),
        ("r-1,it,J2.05,most,x", "the row has 5 values, and the header 4"),
        (
            "r-1,it,J2.05,most\nr-1,it,J2.05,some",
            "3:8: error: J2.05 is answered twice by this respondent, first in line 2"
        ),
        (
            "r-1,it,J2.05,most\nr-1,dataScience,J20.5,1",
            "3:5: error: the respondent has two values for role: \"it\" in line 2"
        ),
        ("r-1,it,dimension:talk,x", "there is no dimension \"talk\"; did you mean \"talks\"?"),
        ("r-1,it,dimension:talks,x", "\"not applicable\" needs a reason"),
    ])
    func badCells(row: String, message: String) throws {
        let file = try read("respondent,role,item,answer\n\(row)\nr-9,it,J2.05,some\n")
        #expect(file.refused.contains { "\($0)".contains(message) }, "\(file.refused)")
        #expect(file.refused.allSatisfy { $0.file == "t.csv" && $0.position != nil && !$0.remedy.isEmpty })
        #expect(file.responses.map(\.response.respondent) == ["r-9"])
        #expect(file.rowsRead == file.rowsMapped + file.rowsRefused)
    }

    /// What belongs elsewhere.
    @Test(arguments: [
        ("wave", "2025", "the answers are of the wave \"2025\", not \"2026\"; name it with --wave"),
        ("project", "p-1", "the answers are of a project, and are brought in for a wave"),
        ("questionnaire", "other", "the answers are of the questionnaire \"other\", not \"mixed\""),
        ("version", "1.0.0", "the answers are of the version \"1.0.0\", not \"1.2.0\"; use --any-version"),
        ("completed", "31.3.2026", "\"31.3.2026\" is not a date"),
        ("state", "answred", "there is no state \"answred\"; did you mean \"answered\"?"),
        ("state", "dontKnow", "J2.05 has an answer and the state \"dontKnow\""),
        ("evidenceKind", "measurd", "there is no kind of evidence \"measurd\"; did you mean \"measured\"?"),
        ("evidenceDate", "soon", "\"soon\" is not a date"), ("evidenceOwner", "boss", "there is no role \"boss\""),
        ("language", "e n", "cannot be the id of a language"),
    ])
    func otherColumns(column: String, value: String, message: String) throws {
        let file = try read("respondent,role,item,answer,\(column)\nr-1,it,J2.05,most,\(value)\n")
        #expect(
            file.refused.map { "\($0)" }.contains { $0.contains("t.csv:2:") && $0.contains(message) }, "\(file.refused)"
        )
        #expect(file.responses.isEmpty && file.rowsRefused == 1)
    }

    @Test func answersToAnOlderVersionAreKeptInTheReport() throws {
        let text = "respondent,role,item,answer,comment,version\nr-1,it,J2.05,most,,1.0.0\nr-1,it,OLD1,2,mine,1.0.0\n"
        #expect(try read(text).responses.isEmpty)
        let file = try read(text, otherVersions: true)
        #expect(file.responses[0].response.answers.keys.sorted() == ["J2.05"])
        #expect(
            file.notes.map(\.problem) == [
                "OLD1 is not asked in version 1.2.0; its answer was not taken: answer \"2\", comment \"mine\""
            ])
    }

    @Test(arguments: [
        (
            "respondent,role,item\nr-1,it,J2.05\n",
            "the header lacks answer; name the columns so; the header has: respondent"
        ),
        ("respondent,item,answer\nr-1,J2.05,most\n", "the header lacks role"),
    ])
    func columnsThatMustBeThere(text: String, message: String) throws {
        let file = try read(text)
        #expect("\(file.refused)".contains(message) && file.rowsRefused == 1 && file.responses.isEmpty)
    }

    @Test func columnsThatAreNotReadAreTold() throws {
        let file = try read("respondent,role,item,answer,coment\nr-1,it,J2.05,most,oh\n")
        #expect(
            file.notes.map { "\($0)" } == [
                "t.csv:1:29: warning: the column \"coment\" is not read; did you mean \"comment\"?"
            ])
        #expect(file.responses.count == 1)
    }
}
