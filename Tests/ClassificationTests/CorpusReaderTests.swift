import Testing

@testable import Classification

@Suite struct CorpusReaderTests {
    private func read(_ text: String) throws -> CorpusReader { try read(Array(text.utf8)) }

    private func read(_ bytes: [UInt8], by size: Int = 1 << 20) throws -> CorpusReader {
        var reader = CorpusReader()
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reader.read(bytes[start..<min(bytes.count, start + size)])
        }
        try reader.finish()
        return reader
    }

    private func rows(_ corpus: TextCorpus) -> [String] {
        (0..<corpus.count).map { "\(corpus.text(of: $0))|\(corpus.classNames[Int(corpus.labels[$0])])" }
    }

    private let everything =
        "\u{FEFF}split,\"label\",id,text\r\ntrain,b,1,\"says \"\"hi\"\", then\r\ngoes\"\r\n"
        + "test,c,2,plain text\ntrain,été,3,\"a,b\"\n\r\n\ntrain,b,4,last without end"

    @Test func quotesLineEndsMarksAndColumnOrder() throws {
        let reader = try read(everything)
        #expect(rows(reader.training) == ["says \"hi\", then\r\ngoes|b", "a,b|été", "last without end|b"])
        #expect(rows(reader.test) == ["plain text|c"])
    }

    @Test(arguments: 1..<12)
    func chunksMayBeCutAnywhere(size: Int) throws {
        let whole = try read(everything)
        let cut = try read(Array(everything.utf8), by: size)
        #expect(rows(cut.training) == rows(whole.training) && rows(cut.test) == rows(whole.test))
    }

    @Test func withoutSplitAllRowsAreForTraining() throws {
        let reader = try read("label,text\na,one\nb,two\n")
        #expect(rows(reader.training) == ["one|a", "two|b"])
        #expect(reader.test.count == 0)
    }

    @Test func oldLineEndsCount() throws {
        #expect(rows(try read("text,label\rone,a\rtwo,b\r").training) == ["one|a", "two|b"])
    }

    /// What is written by the rules is read back, whatever it holds.
    @Test func anythingQuotedComesBack() throws {
        var numbers = RandomNumbers(seed: 13)
        let letters = Array("ab\",\r\n é漢")
        for _ in 0..<200 {
            let texts = (0..<5).map { number in
                "x" + String((0..<numbers.below(12)).map { _ in letters[numbers.below(letters.count)] }) + "\(number)"
            }
            let file =
                "text,label\n"
                + texts.enumerated().map {
                    "\"" + $0.element.replacing("\"", with: "\"\"") + "\",\($0.offset % 2)\n"
                }.joined()
            let reader = try read(file)
            // A carriage return and a line feed may be one character: compare bytes.
            #expect(
                (0..<5).map { Array(reader.training.bytes[reader.training.range(of: $0)]) }
                    == texts.map { Array($0.utf8) })
        }
    }

    @Test(arguments: [
        ("", CorpusError.Cause.noHeader, nil),
        ("\n\n", .noHeader, nil),
        ("text,class\na,b\n", .missingColumn("label", found: ["text", "class"]), 1),
        ("txt,label\na,b\n", .missingColumn("text", found: ["txt", "label"]), 1),
        ("text,label,text\na,b,c\n", .repeatedColumn("text"), 1),
        ("text,label\na,b\nc\n", .fieldCount(found: 1, expected: 2), 3),
        ("text,label\na,b\n\"c\nd\",e,f\n", .fieldCount(found: 3, expected: 2), 3),
        ("text,label\n\"a\nb\",x\n ,y\n", .emptyText, 4),
        ("text,label\na,\n", .emptyLabel, 2),
        ("text,label,split\na,b,train\nc,d,Test\n", .unknownSplit("Test"), 3),
        ("text,label\n\"a\" b,c\n", .textAfterQuote, 2),
        ("text,label\na,b\n\"c,d\ne,f\n", .openQuote, 3),
        ("text,label\n", .noTrainingRows, nil),
        ("text,label,split\na,b,test\nc,d,test\n", .noTrainingRows, nil),
        ("text,label,split\na,b,train\nc,b,train\nc,d,test\n", .oneLabel("b"), nil),
    ])
    func mistakesAreNamedWithTheirLine(file: String, cause: CorpusError.Cause, line: Int?) {
        #expect(throws: CorpusError(cause: cause, line: line)) { try read(file) }
    }

    @Test func illFormedTextIsNamed() {
        let start = Array("text,label\r\nfine,a\r\n".utf8)
        for bytes in [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]] {
            #expect(throws: CorpusError(cause: .illFormedText(column: "text"), line: 3)) {
                try read(start + bytes + Array(",b\n".utf8))
            }
            #expect(throws: CorpusError(cause: .illFormedText(column: "label"), line: 3)) {
                try read(start + Array("x,b".utf8) + bytes + Array("\n".utf8))
            }
        }
    }

    @Test func messagesHaveLineCauseAndRemedy() {
        #expect(
            "\(CorpusError(cause: .emptyText, line: 7))" == "line 7: the text is empty; fill it in or take the row out")
        #expect("\(CorpusError(cause: .oneLabel("b"), line: nil))".hasPrefix("all rows to train on have the label 'b'"))
    }
}
