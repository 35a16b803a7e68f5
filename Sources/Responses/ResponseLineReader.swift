public import JSON
public import Questionnaires

/// One line of a file of responses that was read in the ordinary way, as files are.
public struct ResponseLine: Sendable {
    /// Which line of the file it is, counted from 1.
    public let number: Int
    public let content: Content
    public let findings: [Finding]

    /// What stands in it.
    public enum Content: Sendable {
        case full(Response)
        case invalid
        case empty
    }
}

/// Reads responses in JSON Lines, one response a line, from the pieces of a file, in whatever order.
public struct ResponseLineReader: Sendable {
    /// The most bytes in a line.
    public static let longestLine = 16 << 20

    private let questionnaire: Questionnaire
    private let wave: String
    private let file: String
    private let scanner: ResponseScanner?

    /// - Parameters:
    ///   - file: the file, as findings name it.
    ///   - keepsWords: whether what people wrote is wanted.
    ///   - isFull: whether every response is wanted in full.
    public init(
        _ questionnaire: Questionnaire, wave: String, file: String, keepsWords: Bool, isFull: Bool = false
    ) {
        self.questionnaire = questionnaire
        self.wave = wave
        self.file = file
        scanner = isFull ? nil : ResponseScanner(questionnaire, wave: wave, keepsWords: keepsWords)
    }

    public func read(_ piece: LinePiece) -> ResponseLines {
        var lines = ResponseLines(firstLine: piece.firstLine, items: questionnaire.items.count)
        switch piece.content {
        case .longLine(nil): break
        case .longLine(let length?): lines.append(tooLong(length, number: piece.firstLine))
        case .lines:
            piece.buffer.withUnsafeBufferPointer { buffer in
                if let start = buffer.baseAddress { read(start, end: start + piece.count, into: &lines) }
            }
        }
        return lines
    }

    /// - Parameter start: must have a line feed at or before `end`, and at least ``ByteName/reach`` bytes after it.
    private func read(_ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, into lines: inout ResponseLines) {
        var coded = CodedResponse(items: questionnaire.items.count)
        var start = start
        while start < end {
            if let feed = scanner?.scan(start, into: &coded) {
                lines.append(coded)
                start = feed + 1
                continue
            }
            var feed = start
            while feed.pointee != UInt8(ascii: "\n") { feed += 1 }
            let bytes = UnsafeBufferPointer(start: start, count: feed - start)
            lines.append(
                bytes.count > ResponseLineReader.longestLine
                    ? tooLong(bytes.count, number: lines.nextNumber) : line(Array(bytes), number: lines.nextNumber))
            start = feed + 1
        }
    }

    /// Reads a line in the ordinary way, as files are read.
    private func line(_ bytes: [UInt8], number: Int) -> ResponseLine {
        guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else {
            return ResponseLine(
                number: number, content: .empty,
                findings: [
                    finding(.warning, number, "the line is empty", "remove it; each line holds one response")
                ])
        }
        do throws(JSONSyntaxError) {
            let reader = JSONReader(try JSONDocument(parsingLine: bytes, number: number), file: file)
            let response = Response.decode(reader, questionnaire: questionnaire, place: .wave(wave))
            return ResponseLine(
                number: number, content: response.map { .full($0) } ?? .invalid, findings: reader.findings.list)
        } catch {
            return ResponseLine(number: number, content: .invalid, findings: [Finding(file: file, error)])
        }
    }

    private func tooLong(_ count: Int, number: Int) -> ResponseLine {
        ResponseLine(
            number: number, content: .invalid,
            findings: [
                finding(
                    .error, number,
                    "the line has \(count) bytes, more than the limit of \(ResponseLineReader.longestLine)",
                    "put each response on a line of its own; a line feed may be missing")
            ])
    }

    private func finding(
        _ severity: Finding.Severity, _ number: Int, _ problem: String, _ remedy: String
    ) -> Finding {
        Finding(
            severity, file: file, position: TextPosition(line: number, column: 1), problem: problem, remedy: remedy)
    }
}
