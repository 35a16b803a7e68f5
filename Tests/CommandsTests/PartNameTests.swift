import Testing

@testable import Commands

@Suite struct PartNameTests {
    @Test(arguments: [
        ("a.json", "q", "q/a.json"), ("items/a.json", "q", "q/items/a.json"), ("a.json", ".", "a.json"),
        ("../other/a.json", "q", "other/a.json"), ("../other/items/a.json", "d/q", "d/other/items/a.json"),
        ("../other/a.json", ".", "../other/a.json"), ("../other/a.json", "/q", "/other/a.json"),
        ("../other/\u{301}a.json", "q", "other/\u{301}a.json"),
    ])
    func whereItStands(name: String, folder: String, path: String) throws {
        #expect(try #require(PartName(name)).path(from: folder) == path)
    }

    @Test func whoseItIs() throws {
        #expect(try #require(PartName("items/a.json")).sibling == nil)
        let part = try #require(PartName("../other/items/a.json"))
        #expect(part.sibling == "other" && part.file == "items/a.json")
        #expect(try #require(part.moved(to: "third")).path(from: "q") == "third/items/a.json")
        #expect(part.moved(to: "..") == nil)
    }

    /// Further out than a questionnaire beside this one there is nothing to be read.
    @Test(arguments: [
        "", ".", "..", "../", "../..", "../a.json", "../other", "../other/", "../../x", "../../other/a.json",
        "../other/../a.json", "../other/../../a.json", "../other/./a.json", "..//other/a.json", "../other//a.json",
        ".././other/a.json", "./a.json", "./../other/a.json", "items/../../other/a.json", "/a.json", "/etc/passwd",
        "//other/a.json", "../.hidden/a.json", "../no id/a.json", "../\u{301}/a.json", "../other\u{301}/a.json",
        "..\\other\\..\\..\\a.json/", "~/../a.json",
    ])
    func refused(name: String) {
        #expect(PartName(name) == nil)
    }
}
