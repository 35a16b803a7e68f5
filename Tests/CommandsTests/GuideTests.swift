import Foundation
import JSON
import Testing

@testable import Commands

/// The guide for authors, done as it says.
@Suite struct GuideTests {
    private static let questionnaire = "my-office/questionnaires/web-collection/questionnaire.json"

    private static func guide() throws -> GuideScript {
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return GuideScript(
            try String(contentsOf: package.appendingPathComponent("questionnaires/GUIDE.md"), encoding: .utf8))
    }

    /// Files and commands in the order of the guide, and what the commands printed.
    private final class Reader {
        let files = MemoryFileSystem()
        private(set) var commandCount = 0
        /// Whether all commands are run, or only the one that makes the workspace.
        private let runsAll: Bool
        private var undo: (path: String, text: String)?

        init(runsAll: Bool) {
            self.runsAll = runsAll
        }

        func add(_ text: String, to path: String) throws {
            let old = try JSONDocument(parsing: Array(try #require(files[path], "\(path)").utf8))
            let new = try JSONDocument(parsing: Array(text.utf8))
            files[path] = JSONValue(old.root).adding(JSONValue(new.root)).canonicalText()
        }

        func follow(_ block: GuideScript.Block) throws {
            switch block {
            case .new(let path, let text):
                #expect(files[path] == nil)
                files[path] = text
            case .add(let path, let text): try add(text, to: path)
            case .mistake(let path, let text):
                undo = (path, try #require(files[path]))
                try add(text, to: path)
            case .commands(let exchanges):
                for exchange in exchanges where runsAll || exchange.command.hasPrefix("waymark init ") {
                    let actual = run(exchange.words)
                    #expect(exchange.matches(actual), "$ \(exchange.command)\n\(actual)")
                    commandCount += 1
                }
                if let undo { files[undo.path] = undo.text }
                undo = nil
            }
        }

        private func run(_ words: [String]) -> String {
            if words.first == "cp", words.count == 4 {
                let (source, target) = (words[2], words[3])
                for (path, bytes) in files.files where path.hasPrefix("\(source)/") {
                    files.set(bytes, at: target + path.dropFirst(source.count))
                }
                return ""
            }
            #expect(words.first == "waymark")
            let outcome = files.run(Array(words.dropFirst()))
            return outcome.output + outcome.notes
        }
    }

    @Test func everyCommandPrintsWhatIsShown() throws {
        let guide = try Self.guide()
        #expect(guide.unknown == [])
        let reader = Reader(runsAll: true)
        for block in guide.blocks { try reader.follow(block) }
        #expect(reader.commandCount > 25)
    }

    /// Whatever is added, the questionnaire stays without a finding, and so do the answers that belong to it.
    @Test func everyStepIsSound() throws {
        let reader = Reader(runsAll: false)
        var steps = 0
        for block in try Self.guide().blocks {
            try reader.follow(block)
            guard case .add(let path, _) = block, path == Self.questionnaire else { continue }
            steps += 1
            let outcome = reader.files.run("check", Self.questionnaire)
            #expect(outcome.output == "1 file checked: 0 errors, 0 warnings\n" && outcome.notes.isEmpty)
        }
        #expect(steps > 9)
        #expect(reader.files[Self.questionnaire] != nil)
    }

    /// Numbers that the text of the guide works out by hand, to nine decimals.
    @Test func theNumbersOfTheText() throws {
        let reader = Reader(runsAll: false)
        // The last step gives the questionnaire another version, which older answers do not answer.
        for block in try Self.guide().blocks {
            if case .commands(let exchanges) = block, exchanges.contains(where: { $0.command.hasPrefix("cp ") }) {
                break
            }
            try reader.follow(block)
        }
        #expect(reader.files.run("assess", "my-office", "--format", "csv").exitCode == 0)
        let lines = try #require(reader.files["my-office/reports/trial/web-collection.csv"])
            .components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
        let header = lines[0]
        let (id, value) = (try #require(header.firstIndex(of: "id")), try #require(header.firstIndex(of: "value")))
        let expected = [
            "Q5": 0.8, "R3": 0.75, "instrument.facilitators": (1 + 0.5 + 0.8) / 3, "instrument.cap": 0.5,
            "instrument.score": 0.5, "respondents.score": (0.5 + 0.75) / 2, "interviews.score": 0.5,
            "overall": (0.5 + 0.625 + 0.5) / 3, "risk": 7, "precaution": 4, "precautionPossible": 6, "riskLeft": 6,
            "phase": 1, "decision": 1,
        ]
        for (name, number) in expected {
            let row = try #require(lines.first { $0.count > id && $0[id] == name }, "\(name)")
            #expect(abs(try #require(Double(row[value])) - number) < 1e-9, "\(name): \(row[value])")
        }
    }
}
