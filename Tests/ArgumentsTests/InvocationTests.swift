import Arguments
import Testing

struct InvocationTests {
    private let invocation = Invocation(
        commandPath: ["assess"], flags: ["quiet"], options: ["wave": ["2025"], "tag": ["a", "b"]],
        arguments: ["BEFORE": ["1"], "SUBJECT": ["x", "y"]])

    @Test func givesWhatWasGiven() {
        #expect(invocation.isSet("quiet"))
        #expect(invocation.value(of: "wave") == "2025")
        #expect(invocation.values(of: "tag") == ["a", "b"])
        #expect(invocation.argument("BEFORE") == "1")
        #expect(invocation.arguments("SUBJECT") == ["x", "y"])
    }

    @Test func givesNothingForWhatWasNot() {
        #expect(!invocation.isSet("skip-invalid"))
        #expect(invocation.value(of: "output") == nil)
        #expect(invocation.values(of: "format").isEmpty)
        #expect(invocation.argument("AFTER") == nil)
        #expect(invocation.arguments("SOURCE").isEmpty)
    }
}
