import Arguments
import Assessments
import JSON
import Reports

/// Why a command ended without doing what it was asked for; each case has its own exit code, as in BSD's sysexits.
enum CommandFailure: Error {
    /// The check found problems, which stand in its output (1).
    case problemsFound
    /// There are differences, which stand in the output, and the exit code was asked to say so (1).
    case differencesFound
    /// The command line is wrong (64).
    case usage(String)
    /// Input is wrong, file by file (65).
    case invalidInput([Finding], summary: String)
    /// Input is not there (66).
    case missingInput(String)
    /// A defect in Waymark itself (70).
    case defect(String)
    /// A file cannot be made (73).
    case cannotCreate(FileFailure)
    /// Output cannot be written (74).
    case cannotWrite(FileFailure)

    var exitCode: Int32 {
        switch self {
        case .problemsFound, .differencesFound: 1
        case .usage: 64
        case .invalidInput: 65
        case .missingInput: 66
        case .defect: 70
        case .cannotCreate: 73
        case .cannotWrite: 74
        }
    }

    /// What standard error says.
    var message: String {
        switch self {
        case .problemsFound, .differencesFound: ""
        case .usage(let text), .missingInput(let text): "waymark: \(text)\n"
        case .invalidInput(let findings, let summary):
            findings.map { "\($0)\n" }.joined() + "waymark: \(summary)\n"
        case .defect(let text):
            "waymark: \(text)\nwaymark: this is a defect in Waymark; please report it with this message\n"
        case .cannotCreate(let failure): "waymark: \(failure.path) cannot be made: \(failure.message)\n"
        case .cannotWrite(let failure): "waymark: \(failure.path) cannot be written: \(failure.message)\n"
        }
    }

    /// A file that cannot be read, on the way in.
    init(reading failure: FileFailure) {
        switch failure.kind {
        case .missing, .notPermitted, .isFolder: self = .missingInput("\(failure.path): \(failure.message)")
        case .tooLarge(let size, let limit):
            self = .invalidInput(
                [
                    Finding(
                        file: failure.path, problem: "the file has \(size) bytes, more than the limit of \(limit)",
                        remedy: "check that this is the right file, or split it")
                ], summary: "a file is too large")
        default: self = .missingInput("\(failure.path): \(failure.message)")
        }
    }

    /// A file that cannot be written, on the way out.
    init(writing failure: FileFailure) {
        switch failure.kind {
        case .diskFull, .other: self = .cannotWrite(failure)
        default: self = .cannotCreate(failure)
        }
    }
}
