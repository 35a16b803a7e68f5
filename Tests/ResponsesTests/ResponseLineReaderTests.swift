import JSON
import Questionnaires
import SeededRandomness
import Testing

@testable import Responses

@Suite struct ResponseLineReaderTests {
    private let questionnaire: Questionnaire

    init() throws {
        questionnaire = try sampleQuestionnaire()
    }

    private static let start =
        #"{"formatVersion":1,"questionnaire":"sample","questionnaireVersion":"1.0.0","wave":"2026","#

    private func line(_ respondent: String = "r-01", answers: String = #""SF1":"some""#) -> String {
        Self.start + #""respondent":"\#(respondent)","role":"analyst","answers":{\#(answers)}}"#
    }

    /// Reads a text in parts of some size; each line in words, and the findings.
    private func read(
        _ bytes: [UInt8], by size: Int = 1 << 18, keepsWords: Bool = false, isFull: Bool = false
    ) -> (lines: [String], findings: [String]) {
        let reader = ResponseLineReader(
            questionnaire, wave: "2026", file: "w.jsonl", keepsWords: keepsWords, isFull: isFull)
        var cutter = LineCutter()
        var lines: [String] = []
        var findings: [String] = []
        func take(_ line: ResponseLine) {
            findings += line.findings.map(\.description)
            switch line.content {
            case .full(let response): lines.append("\(line.number) full \(response.respondent)")
            case .invalid: lines.append("\(line.number) invalid")
            case .empty: lines.append("\(line.number) empty")
            }
        }
        func take(_ number: Int, _ response: CodedResponse) {
            lines.append("\(number) coded \(String(decoding: response.respondent, as: UTF8.self))")
        }
        for start in stride(from: 0, to: bytes.count, by: size) {
            cutter.cut(bytes[start..<min(start + size, bytes.count)]) {
                reader.read($0).forEach(coded: take, other: take)
            }
        }
        cutter.finish { reader.read($0).forEach(coded: take, other: take) }
        return (lines, findings)
    }

    private func read(_ text: String) -> (lines: [String], findings: [String]) { read(Array(text.utf8)) }

    @Test(arguments: [1, 2, 7, 64, 4096])
    func howTheFileIsCutDoesNotMatter(size: Int) {
        let text = (1...20).map { line("r-\($0)", answers: #""SF1": {"option": "some", "comment": "é"}"#) + "\n" }
            .joined()
        let outcome = read(Array(text.utf8), by: size)
        #expect(outcome.lines == (1...20).map { "\($0) coded r-\($0)" })
        #expect(outcome.findings.isEmpty)
    }

    @Test func nothingIsNothing() {
        #expect(read("").lines.isEmpty)
        #expect(read("\n").lines == ["1 empty"])
    }

    @Test func theLastLineNeedNotEnd() {
        #expect(read(line("a") + "\n" + line("b")).lines == ["1 coded a", "2 coded b"])
    }

    @Test func carriageReturnsAndAByteOrderMarkDoNoHarm() {
        let outcome = read("\u{FEFF}" + line("a") + "\r\n" + line("b") + "\r\n")
        #expect(outcome.lines == ["1 full a", "2 coded b"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func anEmptyLineIsWarnedOf() {
        let outcome = read(line("a") + "\n \t\r\n\n" + line("b") + "\n")
        #expect(outcome.lines == ["1 coded a", "2 empty", "3 empty", "4 coded b"])
        #expect(
            outcome.findings
                == [2, 3].map {
                    "w.jsonl:\($0):1: warning: the line is empty; remove it; each line holds one response"
                })
    }

    @Test func aLineThatIsCutOff() throws {
        let outcome = read(line("a") + "\n" + line("b").dropLast(5))
        #expect(outcome.lines == ["1 coded a", "2 invalid"])
        try #require(outcome.findings.count == 1)
        #expect(
            outcome.findings[0].hasPrefix("w.jsonl:2:") && outcome.findings[0].contains("error: the line ends inside")
                && outcome.findings[0].hasSuffix("complete the line; it may have been cut off"))
    }

    @Test func bytesThatAreNoText() throws {
        let comment = Array(#"{"option":"some","comment":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        let parts = line(answers: #""SF1":@"#).split(separator: "@").map { Array($0.utf8) }
        let outcome = read(parts[0] + comment + parts[1] + [10] + Array(line("b").utf8))
        #expect(outcome.lines == ["1 invalid", "2 coded b"])
        try #require(outcome.findings.count == 1)
        #expect(outcome.findings[0].contains("text is not valid UTF-8; save the file in the encoding UTF-8"))
    }

    /// Neither the program's memory nor its patience ends.
    @Test func aLineOfAHundredMegabytes() {
        let reader = ResponseLineReader(questionnaire, wave: "2026", file: "w.jsonl", keepsWords: false)
        var cutter = LineCutter()
        var found: [String] = []
        var held = 0
        func take(_ line: ResponseLine) {
            found.append("\(line.number)")
            found += line.findings.map(\.description)
        }
        func read(_ piece: LinePiece) {
            held = max(held, piece.count)
            reader.read(piece).forEach(coded: { number, _ in found.append("\(number)") }, other: take)
        }
        let part = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
        for _ in 0..<100 { cutter.cut(part[...], read) }
        cutter.cut(Array("]\n\(line())\n".utf8)[...], read)
        cutter.finish(read)
        #expect(
            found == [
                "1",
                "w.jsonl:1:1: error: the line has 104857601 bytes, more than the limit of 16777216; put each response on "
                    + "a line of its own; a line feed may be missing", "2",
            ])
        for _ in 0..<21 { cutter.cut(part[...], read) }
        cutter.finish(read)
        #expect(found.last?.contains("the line has 22020096 bytes") == true)
        #expect(held <= 17 << 20)
    }

    @Test func findingsStandInTheirLine() throws {
        let outcome = read(line("a") + "\n" + line("b", answers: #""SF1":"sone""#) + "\n")
        #expect(outcome.lines == ["1 coded a", "2 invalid"])
        try #require(outcome.findings.count == 1)
        #expect(outcome.findings[0].hasPrefix("w.jsonl:2:"))
        #expect(
            outcome.findings[0].hasSuffix(
                "error: $.answers.SF1: there is no option of SF1 \"sone\"; did you mean \"none\"?"))
    }

    @Test func wordsAreReadOnlyWhereTheyAreWanted() {
        let text = Array(line(answers: #""SF1":{"option":"some","comment":"so"}"#).utf8)
        #expect(read(text).lines == ["1 coded r-01"])
        #expect(read(text, keepsWords: true).lines == ["1 full r-01"])
        #expect(read(Array(line().utf8), keepsWords: true).lines == ["1 coded r-01"])
        #expect(read(Array(line().utf8), isFull: true).lines == ["1 full r-01"])
    }

    // MARK: Both ways of reading

    /// A response by the ordinary way, as codes; nothing where it is invalid.
    private func ordinary(
        _ text: [UInt8], _ questionnaire: Questionnaire
    ) -> (codes: CodedResponse?, findings: [Finding]) {
        do throws(JSONSyntaxError) {
            let reader = JSONReader(try JSONDocument(parsingLine: text, number: 1), file: "w.jsonl")
            let response = Response.decode(reader, questionnaire: questionnaire, place: .wave("2026"))
            guard let response else { return (nil, reader.findings.list) }
            var coded = CodedResponse(items: questionnaire.items.count)
            coded.role = questionnaire.roles.firstIndex { $0.id == response.role } ?? -1
            coded.respondent = Array(response.respondent.utf8)
            coded.completed = response.completed.map { Int($0.filter { $0 != "-" }) ?? 0 }
            for (index, item) in questionnaire.items.enumerated() {
                switch response.answers[item.id]?.content {
                case .option(let position): coded.codes[index] = UInt8(AnswerCode.firstOption + position)
                case .dontKnow: coded.codes[index] = AnswerCode.dontKnow.rawValue
                case .notApplicable: coded.codes[index] = AnswerCode.notApplicable.rawValue
                default: break
                }
            }
            return (coded, reader.findings.list)
        } catch {
            return (nil, [Finding(file: "w.jsonl", error)])
        }
    }

    /// A response as somebody may write it: in any order, with or without space, with odd but valid members, and now and
    /// then wrong.
    private func text(_ random: inout SeededGenerator, _ questionnaire: Questionnaire) -> String {
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        let space = random.chance(0.3) ? [" ", "  ", "\t"] : [""]
        func join(_ members: [String]) -> String {
            "{" + pick(space) + members.joined(separator: pick(space) + "," + pick(space)) + pick(space) + "}"
        }
        func member(_ name: String, _ value: String) -> String { "\"\(name)\"\(pick(space)):\(pick(space))\(value)" }
        var answers: [String] = []
        for item in random.chance(0.2) ? questionnaire.items.shuffled(using: &random) : questionnaire.items {
            let options = item.scale.options.map { "\"\($0.id)\"" }
            let words = ["\"so\"", "\"né\"", #""a \"b\" \\ \n""#, #""\u00e9""#, "\" \"", "\"\"", "\"\u{85}\""]
            var full = [member("option", pick(options))]
            if random.chance(0.3) { full.append(member("comment", pick(words))) }
            if random.chance(0.3) {
                full.append(member("evidence", pick(words + [#"{"kind":"measured","text":"x"}"#])))
            }
            if random.chance(0.05) { full.append(member("reason", pick(words))) }
            if random.chance(0.2) { full.shuffle(using: &random) }
            let reasons = random.chance(0.1) ? words : ["\"so\"", "\"né\"", #""a\n""#]
            let state = [
                member(
                    "state",
                    pick(["\"dontKnow\"", "\"notApplicable\"", random.chance(0.1) ? "\"no\"" : "\"dontKnow\""])),
                member("reason", pick(reasons)),
            ].shuffled(using: &random)
            let value = pick(
                [pick(options), pick(options), pick(options), join(full), join(state), "null"]
                    + (random.chance(0.02) ? ["\"?\"", "3", "[]", "{}", "true"] : []))
            if random.chance(0.9) { answers.append(member(item.id, value)) }
            if random.chance(0.005) { answers.append(member(item.id, pick(options))) }
        }
        var members = [
            member("formatVersion", random.chance(0.03) ? pick(["1.0", "1e0", "2", "\"1\"", "01"]) : "1"),
            member("questionnaire", random.chance(0.02) ? "\"other\"" : "\"sample\""),
            member("questionnaireVersion", random.chance(0.02) ? "\"1.0\"" : "\"1.0.0\""),
            member("wave", random.chance(0.03) ? pick(["\"2025\"", #""202\u0036""#, "1"]) : "\"2026\""),
            member(
                "respondent",
                pick(random.chance(0.05) ? ["\"é\"", "\"-a\"", "\"\""] : ["\"r-01\"", "\"A.b_c\"", "\"r\""])),
            member("role", random.chance(0.03) ? "\"boss\"" : pick(["\"chief\"", "\"engineer\"", "\"analyst\""])),
            member("answers", join(answers)),
        ]
        if random.chance(0.4) {
            members.append(
                member("completed", pick(["\"2026-03-31\"", "\"2024-02-29\"", "\"2026-02-29\"", "\"0000-01-01\""])))
        }
        if random.chance(0.2) { members.append(member("$schema", pick(["\"any.json\"", "\"\"", "1"]))) }
        if random.chance(0.2) {
            members.append(member("language", pick(["\"en\"", "\"pt-BR\"", random.chance(0.1) ? "\"\"" : "\"fr\""])))
        }
        if random.chance(0.05) { members.append(member("notApplicable", pick(["{}", #"{"staff":"none"}"#]))) }
        if random.chance(0.02) { members.append(member("project", "\"p\"")) }
        if random.chance(0.02) { members.append(member("more", "1")) }
        if random.chance(0.02) { members.removeLast() }
        if random.chance(0.3) { members.shuffle(using: &random) }
        return join(members)
    }

    @Test(arguments: [false, true])
    func bothWaysOfReadingAgree(isBrief: Bool) throws {
        let questionnaire = try isBrief ? briefQuestionnaire() : sampleQuestionnaire()
        var random = SeededGenerator(seed: 7)
        var counts = [0, 0, 0]
        for round in 0..<6000 {
            var bytes = Array(text(&random, questionnaire).utf8)
            // A third of the texts are damaged somewhere.
            if round % 3 == 0, let place = bytes.indices.randomElement(using: &random) {
                let byte = Array("{}[]\",:\\ 01eE\u{0}\u{7F}é\r".utf8).randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = byte
                case 1: bytes.insert(byte, at: place)
                default: bytes.remove(at: place)
                }
            }
            let expected = ordinary(bytes, questionnaire)
            let reader = ResponseLineReader(questionnaire, wave: "2026", file: "w.jsonl", keepsWords: false)
            var cutter = LineCutter()
            var codes: [CodedResponse] = []
            var lines: [ResponseLine] = []
            func take(_ piece: LinePiece) {
                reader.read(piece).forEach(coded: { codes.append($1) }, other: { lines.append($0) })
            }
            cutter.cut((bytes + [10])[...], take)
            cutter.finish(take)
            let text = String(decoding: bytes, as: UTF8.self)
            guard lines.count + codes.count == 1 else {
                Issue.record("\(lines.count) lines: \(text)")
                continue
            }
            #expect((lines.first?.findings ?? []) == expected.findings, "\(text)")
            if let coded = codes.first {
                counts[0] += 1
                let plain = coded.codes.map { $0 == AnswerCode.blank.rawValue ? AnswerCode.absent.rawValue : $0 }
                #expect(plain == expected.codes?.codes, "\(text)")
                #expect(coded.role == expected.codes?.role, "\(text)")
                #expect(coded.respondent == expected.codes?.respondent, "\(text)")
                #expect(coded.completed == expected.codes?.completed, "\(text)")
            }
            switch lines.first?.content {
            case nil: break
            case .full:
                counts[1] += 1
                #expect(expected.codes != nil, "\(text)")
            case .invalid:
                counts[2] += 1
                #expect(expected.codes == nil, "\(text)")
            case .empty: Issue.record("\(text)")
            }
        }
        #expect(counts.allSatisfy { $0 > 400 }, "\(counts)")
    }
}
