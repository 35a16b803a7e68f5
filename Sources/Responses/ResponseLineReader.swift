public import JSON
public import Questionnaires

/// Reads responses in JSON Lines, one response a line, from the parts in which a file comes.
///
/// No more than a part and a line are held at any time.
public struct ResponseLineReader {
    /// The most bytes in a line.
    public static let longestLine = 16 << 20

    private let questionnaire: Questionnaire
    private let wave: String
    private let file: String
    private let scanner: ResponseScanner?
    private var coded: CodedResponse
    /// What was not read yet, and after it a line feed and the bytes that names may be compared with.
    private var buffer: [UInt8] = []
    private var number = 0
    /// How many bytes of a line that is too long were passed over.
    private var skipped = 0

    /// What stands in a line.
    public struct Line {
        /// Which line of the file it is, counted from 1.
        public let number: Int
        public let content: Content
        public let findings: [Finding]

        public enum Content {
            case coded(CodedResponse)
            case full(Response)
            case invalid
            case empty
        }
    }

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
        coded = CodedResponse(items: questionnaire.items.count)
    }

    /// Reads on; what stands after the last line feed waits for the next part.
    public mutating func read(_ part: ArraySlice<UInt8>, _ take: (Line) -> Void) {
        buffer.append(contentsOf: part)
        readLines(take)
    }

    /// Reads the last line, which need not end with a line feed.
    public mutating func finish(_ take: (Line) -> Void) {
        guard !buffer.isEmpty || skipped > 0 else { return }
        buffer.append(UInt8(ascii: "\n"))
        readLines(take)
    }

    private mutating func readLines(_ take: (Line) -> Void) {
        let end = buffer.count
        buffer.append(UInt8(ascii: "\n"))
        buffer.append(contentsOf: repeatElement(0, count: ByteName.reach))
        var start = 0
        if skipped > 0 {
            let feed = buffer.firstIndex(of: UInt8(ascii: "\n")) ?? end
            skipped += feed
            start = min(feed + 1, end)
            if feed < end { takeSkipped(take) }
        }
        while start < end {
            if let next = scanLine(from: start, end: end) {
                number += 1
                take(Line(number: number, content: .coded(coded), findings: []))
                start = next
                continue
            }
            // The line feed after the end stops the search.
            let feed = lineFeed(from: start)
            guard feed < end else { break }
            number += 1
            take(
                feed - start > ResponseLineReader.longestLine
                    ? tooLong(feed - start) : line(Array(buffer[start..<feed])))
            start = feed + 1
        }
        if end - start > ResponseLineReader.longestLine {
            skipped = end - start
            start = end
        }
        buffer.replaceSubrange(0..<start, with: [])
        buffer.removeLast(buffer.count - (end - start))
    }

    private mutating func takeSkipped(_ take: (Line) -> Void) {
        number += 1
        take(tooLong(skipped))
        skipped = 0
    }

    private func lineFeed(from start: Int) -> Int {
        buffer.withUnsafeBufferPointer { buffer in
            var place = start
            while buffer[place] != UInt8(ascii: "\n") { place += 1 }
            return place
        }
    }

    /// Reads a line in the short way.
    ///
    /// - Returns: where the next line begins; nothing where it must be read in the ordinary way, or is not all there.
    private mutating func scanLine(from start: Int, end: Int) -> Int? {
        guard let scanner else { return nil }
        return buffer.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let feed = scanner.scan(base + start, into: &coded),
                feed < base + end
            else { return nil }
            return feed - base + 1
        }
    }

    /// Reads a line in the ordinary way, as files are read.
    private func line(_ bytes: [UInt8]) -> Line {
        guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else {
            return Line(
                number: number, content: .empty,
                findings: [finding(.warning, "the line is empty", "remove it; each line holds one response")])
        }
        do throws(JSONSyntaxError) {
            let reader = JSONReader(try JSONDocument(parsingLine: bytes, number: number), file: file)
            let response = Response.decode(reader, questionnaire: questionnaire, place: .wave(wave))
            return Line(
                number: number, content: response.map { .full($0) } ?? .invalid, findings: reader.findings.list)
        } catch {
            return Line(number: number, content: .invalid, findings: [Finding(file: file, error)])
        }
    }

    private func tooLong(_ count: Int) -> Line {
        Line(
            number: number, content: .invalid,
            findings: [
                finding(
                    .error, "the line has \(count) bytes, more than the limit of \(ResponseLineReader.longestLine)",
                    "put each response on a line of its own; a line feed may be missing")
            ])
    }

    private func finding(_ severity: Finding.Severity, _ problem: String, _ remedy: String) -> Finding {
        Finding(
            severity, file: file, position: TextPosition(line: number, column: 1), problem: problem, remedy: remedy)
    }
}
