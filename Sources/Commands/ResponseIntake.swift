import Assessments
import Digests
import JSON
import Questionnaires
import Reports
import Responses

/// Takes in the responses of a wave one after the other, whether each has a file or all stand in JSON Lines.
struct ResponseIntake {
    /// The most problems in a file of lines that are listed, and the most responses left out that are.
    static let mostListed = 100

    private let folder: String
    private let wave: String
    private let questionnaire: Questionnaire
    private let keepsWords: Bool
    private let isFull: Bool
    private let context: CommandContext

    private(set) var cohort: Cohort
    /// All responses, where they are wanted in full.
    private(set) var responses: [Response] = []
    /// The problems listed, and for a file of which not all are listed one more that says so.
    private(set) var findings: [Finding] = []
    /// Errors that are not listed.
    private(set) var unlistedErrors = 0
    /// Responses that cannot be used, with the first thing wrong with each, as far as they are listed.
    private(set) var invalid: [Provenance.LeftOut] = []
    private(set) var invalidCount = 0
    private(set) var invalidPaths: Set<String> = []
    /// The files whose responses are used, with their digests; names are seen from the folder.
    private(set) var files: [(path: String, digest: String)] = []
    /// BLAKE2b over the file that has a response in each line; nothing where there is none.
    private(set) var linesDigest: String?
    /// How many files were read.
    private(set) var fileCount = 0

    private var register = RespondentRegister()
    /// What the numbers in the register stand for: the files, and after them the lines.
    private var fileNames: [String] = []

    init(
        _ folder: WorkspaceFolder.AnswersFolder, questionnaire: Questionnaire, sharing: Workspace.Sharing, isFull: Bool,
        context: CommandContext
    ) {
        self.folder = folder.path
        wave = folder.wave
        self.questionnaire = questionnaire
        keepsWords = sharing.comments
        self.isFull = isFull
        self.context = context
        cohort = Cohort(questionnaire, sharing: sharing)
    }

    // MARK: Files

    /// Takes in the response in a file.
    mutating func takeFile(_ name: String) throws(CommandFailure) {
        let path = Path.join(folder, name)
        fileCount += 1
        let bytes: [UInt8]
        let reader: JSONReader
        do throws(CommandFailure) {
            bytes = try context.read(path)
            reader = JSONReader(try JSONFile.parse(bytes, name: path), file: path)
        } catch {
            guard case .invalidInput(let list, _) = error else { throw error }
            findings += list
            if let first = list.first { leaveOut(name, path: path, because: first.problem) }
            return
        }
        let response = Response.decode(reader, questionnaire: questionnaire, place: .wave(wave))
        findings += reader.findings.list
        guard let response else {
            let first = reader.findings.list.first { $0.severity == .error }
            return leaveOut(name, path: path, because: first?.problem ?? "it cannot be read")
        }
        let number = UInt32(fileNames.count)
        fileNames.append(path)
        if let earlier = register.note(Array(response.respondent.utf8), at: number) {
            let finding = Response.duplicate(
                of: placeName(earlier, lines: ""), respondent: response.respondent, file: path)
            findings.append(finding)
            return leaveOut(name, path: path, because: finding.problem)
        }
        take(response)
        files.append((path: name, digest: SHA256.hexadecimalDigest(of: bytes)))
    }

    private mutating func take(_ response: Response) {
        cohort.add(response)
        if isFull { responses.append(response) }
    }

    private mutating func leaveOut(_ name: String, path: String, because reason: String) {
        invalidCount += 1
        invalidPaths.insert(path)
        if invalid.count < ResponseIntake.mostListed {
            invalid.append(Provenance.LeftOut(file: name, reason: reason))
        }
    }

    // MARK: Lines

    /// Takes in the responses in a file that has one in each line.
    mutating func takeLines(_ name: String) throws(CommandFailure) {
        let path = Path.join(folder, name)
        fileCount += 1
        let reader = ResponseLineReader(
            questionnaire, wave: wave, file: path, keepsWords: keepsWords, isFull: isFull)
        var problems = LineProblems(file: path)
        let digest: String
        do throws(FileFailure) {
            digest = try LineStream.read(path, context.files, reader) { lines in
                lines.forEach(
                    coded: { number, response in
                        if isNew(response.respondent, line: number, name: name, path: path, &problems) {
                            cohort.add(response)
                        }
                    }, other: { take($0, name: name, path: path, &problems) })
            }
        } catch {
            throw CommandFailure(reading: error)
        }
        findings += problems.listed
        unlistedErrors += problems.unlistedErrors
        linesDigest = digest
        files.append((path: name, digest: digest))
    }

    private mutating func take(
        _ line: ResponseLine, name: String, path: String, _ problems: inout LineProblems
    ) {
        for finding in line.findings { problems.add(finding) }
        switch line.content {
        case .empty: break
        case .invalid:
            let first = line.findings.first { $0.severity == .error }
            leaveOut("\(name):\(line.number)", path: path, because: first?.problem ?? "it cannot be read")
        case .full(let response):
            if isNew(Array(response.respondent.utf8), line: line.number, name: name, path: path, &problems) {
                take(response)
            }
        }
    }

    /// Whether nobody of that name has answered before; who has is left out.
    private mutating func isNew(
        _ respondent: [UInt8], line: Int, name: String, path: String, _ problems: inout LineProblems
    ) -> Bool {
        guard let earlier = register.note(respondent, at: UInt32(truncatingIfNeeded: fileNames.count + line)) else {
            return true
        }
        let finding = Response.duplicate(
            of: placeName(earlier, lines: path), respondent: String(decoding: respondent, as: UTF8.self), file: path,
            line: line)
        problems.add(finding)
        leaveOut("\(name):\(line)", path: path, because: finding.problem)
        return false
    }

    /// The place that a number in the register stands for.
    private func placeName(_ number: UInt32, lines: String) -> String {
        let number = Int(number)
        return number < fileNames.count ? fileNames[number] : "\(lines):\(number - fileNames.count)"
    }
}

/// The problems in a file of lines, of which there may be as many as lines.
private struct LineProblems {
    let file: String
    private var kept: [Finding] = []
    private var firstUnlisted: TextPosition?
    private var moreErrors = 0
    private var moreWarnings = 0

    init(file: String) { self.file = file }

    mutating func add(_ finding: Finding) {
        if kept.count < ResponseIntake.mostListed {
            kept.append(finding)
            return
        }
        firstUnlisted = firstUnlisted ?? finding.position
        if finding.severity == .error { moreErrors += 1 } else { moreWarnings += 1 }
    }

    /// Errors beyond those listed and the one that says how many there are.
    var unlistedErrors: Int { max(0, moreErrors - 1) }

    var listed: [Finding] {
        let more = moreErrors + moreWarnings
        guard more > 0 else { return kept }
        let problem =
            more == 1 ? "the problem here is not listed" : "the \(more) problems from here on are not listed"
        return kept + [
            Finding(
                moreErrors > 0 ? .error : .warning, file: file, position: firstUnlisted, problem: problem,
                remedy: "put right what is listed, and check again")
        ]
    }
}
