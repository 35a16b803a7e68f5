import Arguments

/// A program much like the real one, for the tests of this module.
let waymark = CommandDescription(
    name: "waymark",
    summary: "Assess how ready a statistical office is for machine learning",
    options: [
        OptionDescription(name: "quiet", short: "q", help: "Print results only"),
        OptionDescription(
            name: "language", short: "l", help: "Language of the output",
            value: OptionValue("CODE", defaultText: "that of the questionnaire")),
    ],
    subcommands: [assess, compare, merge, questionnaire],
    examples: [CommandExample("waymark assess nso --wave 2025", "Assesses the office in the folder nso.")]
)

private let assess = CommandDescription(
    name: "assess",
    summary: "Score the answers of a wave and write the reports",
    discussion: """
        Reads the answers below DIR, scores them by the questionnaire
        of the wave, and writes one report for each format.

        Nothing is written when an input is invalid, unless --skip-invalid is given.
        """,
    arguments: [
        ArgumentDescription(
            name: "DIR", help: "The workspace with the answers", cardinality: .optional,
            defaultText: "the current folder")
    ],
    options: [
        OptionDescription(
            name: "wave", short: "w", help: "The wave to assess",
            value: OptionValue("W", defaultText: "the latest")),
        OptionDescription(
            name: "format", short: "f", help: "Formats of the reports",
            value: OptionValue(
                "LIST", defaultText: "html", possibleValues: ["html", "md", "json", "csv"], isList: true)),
        OptionDescription(
            name: "output", short: "o", help: "The folder for the reports",
            value: OptionValue("DIR", defaultText: "reports")),
        OptionDescription(name: "seed", help: "Seed of the bootstrap", value: OptionValue("N", defaultText: "1")),
        OptionDescription(
            name: "tag", short: "t", help: "Only items with this tag",
            value: OptionValue("TAG", isRepeatable: true)),
        OptionDescription(
            name: "sort", help: "Order of the domains",
            value: OptionValue("KEY", possibleValues: ["name", "score"])),
        OptionDescription(name: "skip-invalid", short: "s", help: "Leave out invalid answers, and say which"),
    ],
    examples: [
        CommandExample("waymark assess nso --wave 2025 --format md,json", "Writes two reports to the folder reports."),
        CommandExample(
            "cat answers.json | waymark assess - > report.html",
            "Reads from standard input and writes to standard output, so that it can stand in a pipeline."),
    ]
)

private let compare = CommandDescription(
    name: "compare",
    summary: "Show what changed between two waves",
    arguments: [
        ArgumentDescription(name: "BEFORE", help: "The earlier wave"),
        ArgumentDescription(name: "AFTER", help: "The later wave"),
        ArgumentDescription(name: "SUBJECT", help: "Subjects to compare", cardinality: .zeroOrMore),
    ]
)

private let merge = CommandDescription(
    name: "merge",
    summary: "Join files of answers",
    arguments: [
        ArgumentDescription(name: "SOURCE", help: "Files to join", cardinality: .oneOrMore),
        ArgumentDescription(name: "TARGET", help: "The file to write"),
    ]
)

private let questionnaire = CommandDescription(
    name: "questionnaire",
    summary: "Work with the built-in questionnaires",
    subcommands: [
        CommandDescription(name: "list", summary: "List the questionnaires"),
        CommandDescription(
            name: "show",
            summary: "Print a questionnaire",
            arguments: [ArgumentDescription(name: "ID", help: "Which questionnaire")],
            options: [
                OptionDescription(
                    name: "version", help: "The version to print", value: OptionValue("V", defaultText: "the newest"))
            ]),
        CommandDescription(
            name: "copy",
            summary: "Copy a questionnaire into the workspace, to change it",
            arguments: [
                ArgumentDescription(name: "ID", help: "Which questionnaire"),
                ArgumentDescription(name: "TARGET", help: "The file to write", cardinality: .optional),
            ]),
    ]
)

/// The words of a line without quotation.
func words(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init)
}
