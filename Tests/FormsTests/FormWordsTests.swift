import JSON
import Testing

@testable import Forms

@Suite struct FormWordsTests {
    private static let scripts = ["words", "conditions", "answers", "storage", "loading", "pages"]

    /// The keys that the script names by themselves, after `say(` and the like.
    private func used() throws -> Set<String> {
        var keys: Set<String> = []
        for name in Self.scripts {
            let script = try FormMaterial.text("templates/html/form-\(name).mustache")
            for match in script.matches(of: /"([a-zA-Z]+(?:\.[a-zA-Z]+)?)"/) { keys.insert(String(match.output.1)) }
        }
        return keys
    }

    /// Every word of the list is said somewhere, and stands in the strings; the strings hold no further ones.
    @Test func listScriptAndStringsAgree() throws {
        let said = try used()
        for key in FormWords.plain + FormWords.counted + FormWords.punctuation {
            #expect(said.contains(key), "\(key) is never said")
        }
        let document = try JSONDocument(parsing: Array(try FormMaterial.text("templates/strings/en.json").utf8))
        let script = ["text", "formScript"].reduce(document.root) { node, name in
            guard case .object(let members) = node.content, let member = members.first(where: { $0.name == name })
            else { return node }
            return member.value
        }
        #expect(Set(keys(of: script, prefix: "")) == Set(FormWords.keys))
        #expect(Set(FormWords.keys).count == FormWords.keys.count)
    }

    /// Every key in a call of `say`, `sayCount` and `refuse` stands in the list.
    @Test func scriptSaysNoWordThatTheListLacks() throws {
        for name in Self.scripts {
            let script = try FormMaterial.text("templates/html/form-\(name).mustache")
            for match in script.matches(of: /\b(say|sayCount|refuse)\("([^"]+)"/) {
                let key = String(match.output.2)
                #expect(
                    (match.output.1 == "sayCount" ? FormWords.counted : FormWords.plain + FormWords.punctuation)
                        .contains(key), "\(key)")
            }
        }
    }

    private func keys(of node: JSONNode, prefix: String) -> [String] {
        guard case .object(let members) = node.content else { return [prefix] }
        return members.flatMap { keys(of: $0.value, prefix: prefix.isEmpty ? $0.name : "\(prefix).\($0.name)") }
    }
}
