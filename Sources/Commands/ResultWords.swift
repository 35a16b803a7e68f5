import Reports

/// What commands say of what they did, in the language of what they wrote.
struct ResultWords {
    /// A sentence, by the key of its text.
    enum Sentence: String, CaseIterable {
        case wrote = "console.wrote"
        case noProgram = "console.noProgram"
        case schemas = "console.schemas"
        case demoReports = "demo.reports"
        case demoCompared = "demo.compared"
        case demoProjects = "demo.projects"
        case demoNext = "demo.next"
        case workspaceMade = "init.made"
        case readQuestions = "init.read"
        case copyResponse = "init.copy"
        case checkAndAssess = "init.assess"
        case nothingFiled = "benchmark.filed.nothing"
        case filedEstimate = "benchmark.filed.estimate"
    }

    private let words: Words

    /// - Parameter usual: the language where none was asked for.
    init(_ builtIn: BuiltInFiles, usual: String = BuiltInFiles.baseLanguage) throws(CommandFailure) {
        try self.init(builtIn, try builtIn.strings(usual: usual).strings)
    }

    /// A copy of the texts that lacks a sentence is no reason to stop: what it would be said of is done. The program's
    /// own sentence stands in its place.
    init(_ builtIn: BuiltInFiles, _ strings: Strings) throws(CommandFailure) {
        let own = Words(strings)
        for sentence in Sentence.allCases { _ = own.unfilled(sentence.rawValue) }
        guard !own.problems.isEmpty else {
            words = own
            return
        }
        let plain = try BuiltInFiles(context: builtIn.context, workspace: nil).strings().strings
        words = Words(strings.completed(by: plain))
    }

    func callAsFunction(_ sentence: Sentence, _ parameters: [String: String] = [:]) -> String {
        words(sentence.rawValue, parameters)
    }

    /// Says where a file is.
    func noteWritten(_ path: String, _ context: CommandContext) { context.note(self(.wrote, ["path": path])) }

    /// Shows a page in another program, or says that there is none.
    func open(_ path: String, _ context: CommandContext) {
        if !context.console.open(path) { context.note(self(.noProgram, ["path": path])) }
    }
}
