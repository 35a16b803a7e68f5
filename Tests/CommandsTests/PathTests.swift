import Testing

@testable import Commands

@Suite struct PathTests {
    @Test(arguments: [
        ("a", "b", "a/b"), ("a/", "b", "a/b"), (".", "b", "b"), ("", "b", "b"), ("/", "b", "/b"), ("./a", "b", "./a/b"),
    ])
    func joining(folder: String, name: String, path: String) {
        #expect(Path.join(folder, name) == path)
    }

    @Test(arguments: [
        ("a/b/c", "a/b", "c"), ("a", ".", "a"), ("/a", "/", "a"), ("/", "/", ""), ("a/", "a", ""), ("", ".", ""),
    ])
    func parts(path: String, folder: String, name: String) {
        #expect(Path.folder(of: path) == folder)
        #expect(Path.name(of: path) == name)
    }

    @Test(arguments: [
        ("a.json", true), ("items/a.json", true), ("a..b", true), ("", false), ("/a", false), ("../a", false),
        ("a/../b", false), ("a/..", false), ("./a", false), ("a//b", false), ("a/", false), (".", false),
        ("../\u{301}a", false), ("a/../\u{301}b", false), ("/\u{301}a", false), ("a/\u{301}b", true),
    ])
    func stayingBelow(path: String, expected: Bool) {
        #expect(Path.staysBelow(path) == expected)
    }

    @Test(arguments: [
        ("a/b", "a"), ("a", "."), (".", ".."), ("", ".."), ("..", "../.."), ("a/..", "a/../.."), ("/a", "/"),
        ("/", "/"),
        ("a/", "."), ("a/b/", "a"), ("a/.", "."), ("./a", "."), ("./", ".."), ("a/./", "."), ("//", "/"),
    ])
    func parent(folder: String, expected: String) {
        #expect(Path.parent(of: folder) == expected)
    }
}
