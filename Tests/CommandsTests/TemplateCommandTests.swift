import Testing

@testable import Commands

@Suite struct TemplateCommandTests {
    @Test func listAndCopyNameTheSameFiles() {
        let files = Sample.files()
        let listed = files.run("template", "list").output.split(separator: "\n")
        let copied = files.run("template", "copy", "office").output.split(separator: "\n")
        #expect(copied.map { String($0.dropFirst("office/".count)) } == listed.map(String.init))
        #expect(listed.contains("templates/report.md.mustache") && listed.contains("templates/strings/en.json"))
        #expect(files.run("template", "copy", "office").exitCode == 73)
    }
}
