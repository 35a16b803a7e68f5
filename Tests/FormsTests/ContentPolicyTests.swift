import Testing

@testable import Forms

@Suite struct ContentPolicyTests {
    /// The test vectors of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64(text: String, expected: String) {
        #expect(ContentPolicy.base64(Array(text.utf8)) == expected)
    }

    @Test func base64OfAllBitsUsesTheLastLetters() {
        #expect(ContentPolicy.base64([0xFF, 0xFE, 0xFB, 0xEF, 0xBE]) == "//77774=")
    }

    /// The digest of the empty text, which is well known.
    @Test func sourceOfNothing() {
        #expect(ContentPolicy.source("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }

    @Test func policyAllowsOneScriptAndOneStyleAndNoRequest() {
        let policy = ContentPolicy.text(script: "a", style: "b")
        #expect(
            policy == "default-src 'none'; script-src '\(ContentPolicy.source("a"))'; "
                + "style-src '\(ContentPolicy.source("b"))'; img-src data:; base-uri 'none'; form-action 'none'")
    }
}
