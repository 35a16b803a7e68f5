import SeededRandomness
import Testing

@testable import Exchange

@Suite struct FormulaGuardTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("-2", "'-2"), ("+2", "'+2"), ("@x", "'@x"), ("\tx", "'\tx"), ("'=1", "''=1"),
        ("'tis", "'tis"), ("a=b", "a=b"), ("a;=b", "a;'=b"), ("a, -b", "a, -b"), ("a\n-b", "a\n'-b"), ("", ""),
        ("'", "'"),
        ("=\u{301}x", "'=\u{301}x"), ("＝x", "'＝x"),
    ])
    func marks(text: String, guarded: String) {
        #expect(FormulaGuard.guarded(text) == guarded)
        #expect(FormulaGuard.unguarded(guarded) == text)
    }

    @Test func whatIsGuardedIsUndoneToTheLetter() {
        var generator = SeededGenerator(seed: 1)
        let scalars = Array("='+-@\t\r\n,;|%a \"".unicodeScalars)
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                text.append(scalars.randomElement(using: &generator) ?? "a")
            }
            let plain = String(text)
            let guarded = FormulaGuard.guarded(plain)
            #expect(Array(FormulaGuard.unguarded(guarded).unicodeScalars) == Array(text))
            #expect(!("=+-@\t\r|%".unicodeScalars.contains { $0 == guarded.unicodeScalars.first }))
        }
    }
}
