import Testing

@testable import Exchange

@Suite struct CSVWriterTests {
    @Test func fields() {
        var writer = CSVWriter()
        writer.add([.text("a"), .text("b,c"), .text("q\""), .text("=x"), .number(-1.5), .number(nil), .code("r-1")])
        #expect(writer.text == "a,\"b,c\",\"q\"\"\",\"'=x\",-1.5,,r-1\r\n")
    }

    @Test(arguments: [
        (0.1, "0.1"), (2, "2"), (-3, "-3"), (1e21, "1e+21"), (.infinity, ""), (1.0 / 3, "0.3333333333333333"),
    ])
    func numbers(number: Double, text: String) { #expect(CSVWriter.plain(number) == text) }
}
