import Arguments
import SeededRandomness
import Testing

/// What holds for every command line, tried on random ones.
struct CommandDescriptionParseTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func whatIsWrittenIsRead(seed: UInt64) throws {
        var random = RandomCommandLine(seed: seed)
        for _ in 0..<50 {
            let invocation = random.invocation()
            let words = random.words(for: invocation)
            #expect(try waymark.parse(words) == .invocation(invocation), "\(words)")
        }
    }

    @Test(arguments: 100..<110 as Range<UInt64>)
    func allFormsOfAnOptionGiveTheSameValue(seed: UInt64) throws {
        var random = RandomCommandLine(seed: seed)
        for _ in 0..<50 {
            let value = random.text()
            for form in random.forms(of: "wave", value: value) {
                #expect(try invocation(["assess"] + form + ["nso"]).options == ["wave": [value]], "\(form)")
            }
        }
    }

    @Test(arguments: 200..<210 as Range<UInt64>)
    func orderOfOptionsDoesNotMatter(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var groups = [["nso"], ["-w", "2025"], ["--format=md,csv"], ["-q"], ["--seed", "-1"], ["-so", "out"]]
        let expected = try invocation(["assess"] + groups.flatMap { $0 })
        #expect(expected.options.count == 4)
        for _ in 0..<20 {
            groups.shuffle(using: &generator)
            #expect(try invocation(["assess"] + groups.flatMap { $0 }) == expected)
        }
    }

    @Test(arguments: 300..<310 as Range<UInt64>)
    func everythingBehindADoubleDashIsAnArgument(seed: UInt64) throws {
        var random = RandomCommandLine(seed: seed)
        for _ in 0..<20 {
            let words = (0..<5).map { _ in random.text() }
            let invocation = try invocation(["compare", "--"] + words)
            #expect(invocation.options.isEmpty && invocation.flags.isEmpty)
            #expect(
                invocation.arguments
                    == ["BEFORE": [words[0]], "AFTER": [words[1]], "SUBJECT": Array(words[2...])])
        }
    }

    @Test(arguments: 400..<420 as Range<UInt64>)
    func nonsenseGivesAnErrorThatSaysSomething(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let vocabulary = [
            "assess", "compare", "merge", "questionnaire", "copy", "show", "asess", "nso", "--wave", "--wave=1", "-w",
            "-wq", "-qw", "--bogus", "--bogus=", "-x", "-1", "-", "--", "", "--format", "md,xls", "--quiet=1", "--help",
            "--version", "-output", "--=", "---", "\u{301}", "-\u{301}", "help", "-h=", "--sort",
        ]
        for _ in 0..<200 {
            let words = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                vocabulary.randomElement(using: &generator) ?? ""
            }
            do {
                let request = try waymark.parse(words)
                guard case .invocation(let invocation) = request else { continue }
                // What was accepted is accepted again, to the same effect, when written in one plain form.
                #expect(try waymark.parse(plainWords(for: invocation)) == request, "\(words)")
            } catch {
                #expect(!error.problems.isEmpty, "\(words)")
                #expect(Set(error.problems).count == error.problems.count, "\(words)")
                #expect(error.problems.allSatisfy { $0.message.last == "." || $0.message.last == "?" })
            }
        }
    }

    /// An invocation with its flags and options first, in the order of their names, and its arguments behind `--`.
    private func plainWords(for invocation: Invocation) -> [String] {
        let options = invocation.options.sorted { $0.key < $1.key }
        let arguments = ["DIR", "BEFORE", "AFTER", "SUBJECT", "SOURCE", "ID", "TARGET"]
        return invocation.commandPath + invocation.flags.sorted().map { "--\($0)" }
            + options.map { "--\($0.key)=\($0.value.joined(separator: ","))" }
            + ["--"] + arguments.flatMap { invocation.arguments($0) }
    }

    /// Takes seconds, but many minutes if the time grew with the square of the length.
    @Test(.timeLimit(.minutes(2)))
    func longCommandLineIsReadInTime() throws {
        let files = (0..<50_000).map { "answers-\($0).json" }
        #expect(try invocation(["merge"] + files).arguments("SOURCE").count == 49_999)
        let unknown = files.map { "--\($0)" }
        let error = try #require(throws: ArgumentError.self) { try waymark.parse(["assess"] + unknown) }
        #expect(error.problems.count == 50_000)
    }
}
