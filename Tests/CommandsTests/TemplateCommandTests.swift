import Testing

@testable import Commands

@Suite struct TemplateCommandTests {
    @Test func listAndCopyNameTheSameFiles() {
        let files = Sample.files()
        let listed = files.run("template", "list").output.split(separator: "\n")
        let copied = files.run("template", "copy", "office").output.split(separator: "\n")
        // The words of other languages follow the program.
        let english = listed.filter { !$0.hasPrefix("templates/strings/") || $0.hasSuffix("/en.json") }
        #expect(copied.map { String($0.dropFirst("office/".count)) } == english.map(String.init))
        #expect(english.count < listed.count)
        #expect(listed.contains("templates/report.md.mustache") && listed.contains("templates/strings/en.json"))
        #expect(files.run("template", "copy", "office").exitCode == 73)
    }
}
