import JSON
import Testing

@testable import Responses

struct WorkspaceTests {
    /// A record with some members changed; an empty text removes a member.
    private func text(_ changes: [String: String] = [:]) -> String {
        let members = [
            "formatVersion": "1", "organisation": "\"Statistics Ruritania\"", "questionnaire": "\"sample\"",
            "language": "\"en-GB\"", "targets": "{\"staff\": 0.75, \"tools\": 1}", "sharing": "{\"comments\": true}",
        ].merging(changes) { _, new in new }
        let lines = members.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        return "{\(lines.joined(separator: ",\n"))}"
    }

    private func check(_ text: String, _ findings: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let root = try reader(of: text)
        let workspace = Workspace.decode(root)
        #expect(root.found == findings, sourceLocation: sourceLocation)
        #expect((workspace != nil) == findings.isEmpty, sourceLocation: sourceLocation)
    }

    @Test func workspaceIsDecoded() throws {
        let workspace = try #require(Workspace.decode(try reader(of: text())))
        #expect(workspace.organisation == "Statistics Ruritania")
        #expect(workspace.questionnaire == "sample")
        #expect(workspace.language == "en-GB")
        #expect(workspace.targets == ["staff": 0.75, "tools": 1])
        #expect(workspace.sharing == Workspace.Sharing(comments: true))
    }

    /// What respondents wrote stays with the office unless it says otherwise.
    @Test(arguments: ["", "{}", "{\"comments\": false}"])
    func commentsAreNotSharedOfThemselves(sharing: String) throws {
        let workspace = try #require(
            Workspace.decode(try reader(of: text(["sharing": sharing, "language": "", "targets": ""]))))
        #expect(!workspace.sharing.comments)
        #expect(workspace.language == "en")
        #expect(workspace.targets == [:])
    }

    @Test(arguments: ["formatVersion", "organisation", "questionnaire"])
    func requiredKeyIsMissed(key: String) throws {
        try check(text([key: ""]), ["error: $: the key \"\(key)\" is missing; add it"])
    }

    @Test(
        arguments: [
            (
                "formatVersion", "2", "",
                "the file has format version 2; this Waymark reads versions up to 1; use a newer Waymark"
            ),
            ("organisation", "\"\"", "", "the text is empty; write the text, or leave the key out"),
            (
                "questionnaire", "\"../../x\"", "",
                "\"../../x\" cannot be an id; use letters a to z, digits, hyphen, underscore and full stop, "
                    + "beginning with a letter or digit"
            ),
            (
                "language", "\"en/..\"", "",
                "\"en/..\" cannot be an id; use letters a to z, digits, hyphen, underscore and full stop, "
                    + "beginning with a letter or digit"
            ),
            ("targets", "{\"staff\": 75}", ".staff", "75 is out of range; write a number from 0 to 1"),
            ("targets", "{\"staff\": \"high\"}", ".staff", "this is a text, not a number; write a number"),
            ("targets", "[]", "", "this is a list, not an object in braces; write an object in braces"),
            (
                "sharing", "{\"comments\": \"yes\"}", ".comments",
                "this is a text, not true or false; write true or false"
            ),
            (
                "sharing", "{\"comment\": true}", ".comment",
                "the key \"comment\" is not known here; did you mean \"comments\"?"
            ),
            ("sharing", "true", "", "this is true or false, not an object in braces; write an object in braces"),
            ("target", "{}", "", "the key \"target\" is not known here; did you mean \"targets\"?"),
        ])
    func mistakeInTheRecord(key: String, value: String, path: String, finding: String) throws {
        try check(text([key: value]), ["error: $.\(key)\(path): \(finding)"])
    }

    /// Nothing is passed over: whatever is null is reported where it stands.
    @Test(arguments: ["formatVersion", "organisation", "questionnaire", "language", "targets", "sharing"])
    func everyValueIsRead(key: String) throws {
        let root = try reader(of: text([key: "null"]))
        #expect(Workspace.decode(root) == nil)
        #expect(root.findings.list.map(\.path) == ["$.\(key)"])
    }

    @Test func targetsAreOfDimensions() throws {
        let questionnaire = try sampleQuestionnaire()
        func found(_ targets: String) throws -> [String] {
            let root = try reader(of: text(["targets": targets]))
            Workspace.check(root, against: questionnaire)
            return root.found
        }
        #expect(try found("{\"staff\": 0.5, \"area\": 0.5}") == [])
        #expect(try found("") == [])
        #expect(
            try found("{\"stuff\": 0.5}") == [
                "error: $.targets.stuff: there is no dimension \"stuff\"; did you mean \"staff\"?"
            ])
        #expect(
            try found("{\"culture\": 0.5}") == [
                "error: $.targets.culture: there is no dimension \"culture\"; known: area, staff, tools"
            ])
    }

    /// Both may run over the same file.
    @Test(arguments: ["7", "{\"targets\": []}"])
    func checkingAgainstAQuestionnaireRepeatsNoFinding(text: String) throws {
        let root = try reader(of: text)
        #expect(Workspace.decode(root) == nil)
        Workspace.check(root, against: try sampleQuestionnaire())
        #expect(Set(root.findings.list).count == root.findings.list.count)
    }

    @Test(arguments: ["null", "7", "\"text\"", "[]"])
    func otherJSONIsNoWorkspace(text: String) throws {
        let root = try reader(of: text)
        #expect(Workspace.decode(root) == nil)
        #expect(root.findings.list.count == 1)
    }
}

/// The record as it holds for a further questionnaire.
struct WorkspaceOfFurtherQuestionnaireTests {
    @Test func targetsAreOfTheOwnQuestionnaire() {
        let workspace = Workspace(
            organisation: "Office", questionnaire: "own", language: "de", targets: ["data": 0.5],
            sharing: Workspace.Sharing(comments: true))
        let further = workspace.about("other")
        #expect(further.targets.isEmpty && further.questionnaire == "other")
        #expect(further.organisation == "Office" && further.language == "de" && further.sharing.comments)
        #expect(workspace.about("own").targets == ["data": 0.5])
    }
}
