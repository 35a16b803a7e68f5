import Arguments
import Classification
import Feasibility
import FoundationEssentials
import JSON
import Questionnaires
import Reports

/// `waymark benchmark`: what this machine can do, and whether that is enough for a project.
enum BenchmarkCommand {
    static let description = CommandDescription(
        name: "benchmark",
        summary: "Measure whether this machine can do a project's work",
        discussion: """
            Trains a small classifier of short texts and a small network on invented data, measures the machine, and \
            forecasts what larger trainings take. With a workload it says which of a project's needs are met, what \
            stands in the way and what would change it. Nothing is sent anywhere. Let nothing else run meanwhile.
            """,
        arguments: [
            ArgumentDescription(
                name: "DIR", help: "The workspace, if there is one", cardinality: .optional,
                defaultText: "the current folder")
        ],
        options: [
            OptionDescription(
                name: "workload", short: "w", help: "What a project needs, as JSON (schema: workload)",
                value: OptionValue("FILE")),
            OptionDescription(
                name: "data", short: "d", help: "Your own texts: CSV with the columns text, label and optionally split",
                value: OptionValue("FILE", defaultText: "invented job descriptions")),
            OptionDescription(
                name: "project", short: "p", help: "File the measurement as evidence for a project of the workspace",
                value: OptionValue("ID")),
            OptionDescription(
                name: "seconds", short: "s", help: "How long to measure, about; below 2 only texts are",
                value: OptionValue("N", defaultText: "25")),
            OptionDescription(
                name: "threads", short: "t", help: "How many threads compute",
                value: OptionValue("N", defaultText: "1")),
            OptionDescription(
                name: "quality", short: "q", help: "How much work training takes",
                value: OptionValue(
                    "QUALITY", defaultText: "fast", possibleValues: TrainingQuality.allCases.map(\.rawValue))),
            OptionDescription(
                name: "seed", help: "From which number texts are invented and rows drawn",
                value: OptionValue("N", defaultText: "1")),
            OptionDescription(
                name: "beyond-limit", help: "Forecast even more than ten times what was measured, and mark it"),
            OptionDescription(
                name: "verify-forecast",
                help: "Forecast ten trainings from a tenth of their rows, run them, and compare"),
            OptionDescription(
                name: "date", help: "The day of the measurement", value: OptionValue("DATE", defaultText: "today")),
            OptionDescription(
                name: "host", help: "What the machine is called in the evidence",
                value: OptionValue("NAME", defaultText: "its name in the network")),
            BenchmarkOutput.format, LanguageOption.description,
            OptionDescription(
                name: "output", short: "o", help: "The folder to write to",
                value: OptionValue("DIR", defaultText: "reports in the workspace, else waymark-benchmark")),
        ],
        examples: [
            CommandExample("waymark benchmark", "Measure this machine; takes about half a minute."),
            CommandExample(
                "waymark benchmark --workload workload.json --project coding my-office",
                "Judge a project's needs and file the measurement as its evidence."),
            CommandExample(
                "waymark benchmark --data coded.csv --quality best", "Measure with your own coded texts."),
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let request = try BenchmarkRequest(invocation)
        let output = try BenchmarkOutput(invocation, request, context)
        let tables = try BenchmarkTables(output.builtIn)
        let workload = try request.workload.map { path throws(CommandFailure) in try tables.workload(path, context) }
        try output.check(workload)
        System.endsWhenStopped(true)
        defer { System.endsWhenStopped(false) }
        let progress = BenchmarkProgress(
            isShown: System.isTerminal(2), expectedSeconds: request.seconds * 1.15 + 3, words: try output.words())
        defer { progress.end() }
        let run = BenchmarkRun(
            threads: request.threads, quality: request.quality, seed: request.seed, progress: progress)
        progress.begin(.readingTexts)
        let shape: Workload.TextTask? = if case .text(let task)? = workload?.task { task } else { nil }
        if case .model? = workload?.task, request.seconds < 2 {
            throw CommandFailure.usage(
                "--seconds: what a known model takes needs the machine measured; give at least 2")
        }
        let texts =
            try request.data.map { path throws(CommandFailure) in
                try BenchmarkTexts.read(path, seed: request.seed, context)
            } ?? BenchmarkTexts.generated(shape, seed: request.seed)
        if invocation.isSet("verify-forecast") {
            let verification = BenchmarkVerification(
                request: request, texts: request.data == nil ? nil : texts, rules: tables.rules, run: run)
            let trials = Waiting.result(of: { await verification.trials() }) ?? []
            progress.end()
            return try output.write(trials, context)
        }
        let measurement = BenchmarkMeasurement(
            request: request, texts: texts, workload: workload, tables: tables, date: output.date, run: run,
            folder: output.existingFolder(context))
        guard let found = Waiting.result(of: { await measurement.result() }), let result = found else {
            throw CommandFailure.defect("the benchmark could not train on the texts")
        }
        progress.end()
        // From here on files are written, each as a whole; that is not to be stopped half-way.
        System.endsWhenStopped(false)
        try output.write(result, request, tables: tables, context)
    }
}
