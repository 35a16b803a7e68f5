import Arguments
import Testing

struct HelpTextTests {
    @Test func ofTheRoot() {
        #expect(
            waymark.help() == """
                Usage: waymark [OPTIONS] COMMAND

                Assess how ready a statistical office is for machine learning

                Commands:
                  assess               Score the answers of a wave and write the reports
                  compare              Show what changed between two waves
                  merge                Join files of answers
                  questionnaire        Work with the built-in questionnaires

                Options:
                  -q, --quiet          Print results only
                  -l, --language CODE  Language of the output (default: that of the
                                       questionnaire)
                  -h, --help           Show help
                      --version        Show the version

                Examples:
                  waymark assess nso --wave 2025
                      Assesses the office in the folder nso.

                See 'waymark COMMAND --help' for each command.
                """)
    }

    @Test func ofACommand() {
        #expect(
            waymark.help(for: ["assess"]) == """
                Usage: waymark assess [OPTIONS] [DIR]

                Score the answers of a wave and write the reports

                Reads the answers below DIR, scores them by the questionnaire of the wave, and
                writes one report for each format.

                Nothing is written when an input is invalid, unless --skip-invalid is given.

                Arguments:
                  DIR                  The workspace with the answers (default: the current
                                       folder)

                Options:
                  -w, --wave W         The wave to assess (default: the latest)
                  -f, --format LIST    Formats of the reports (one or more of html, md, json,
                                       csv, separated by commas; default: html)
                  -o, --output DIR     The folder for the reports (default: reports)
                      --seed N         Seed of the bootstrap (default: 1)
                  -t, --tag TAG        Only items with this tag (may be repeated)
                      --sort KEY       Order of the domains (one of name, score)
                  -s, --skip-invalid   Leave out invalid answers, and say which
                  -q, --quiet          Print results only
                  -l, --language CODE  Language of the output (default: that of the
                                       questionnaire)
                  -h, --help           Show help

                Examples:
                  waymark assess nso --wave 2025 --format md,json
                      Writes two reports to the folder reports.
                  cat answers.json | waymark assess - > report.html
                      Reads from standard input and writes to standard output, so that it can
                      stand in a pipeline.
                """)
    }

    @Test func ofACommandInANarrowTerminal() {
        #expect(
            waymark.help(for: ["assess"], width: 50) == """
                Usage: waymark assess [OPTIONS] [DIR]

                Score the answers of a wave and write the reports

                Reads the answers below DIR, scores them by the
                questionnaire of the wave, and writes one report
                for each format.

                Nothing is written when an input is invalid,
                unless --skip-invalid is given.

                Arguments:
                  DIR               The workspace with the answers
                                    (default: the current folder)

                Options:
                  -w, --wave W      The wave to assess (default:
                                    the latest)
                  -f, --format LIST
                                    Formats of the reports (one or
                                    more of html, md, json, csv,
                                    separated by commas; default:
                                    html)
                  -o, --output DIR  The folder for the reports
                                    (default: reports)
                      --seed N      Seed of the bootstrap
                                    (default: 1)
                  -t, --tag TAG     Only items with this tag (may
                                    be repeated)
                      --sort KEY    Order of the domains (one of
                                    name, score)
                  -s, --skip-invalid
                                    Leave out invalid answers, and
                                    say which
                  -q, --quiet       Print results only
                  -l, --language CODE
                                    Language of the output
                                    (default: that of the
                                    questionnaire)
                  -h, --help        Show help

                Examples:
                  waymark assess nso --wave 2025 --format md,json
                      Writes two reports to the folder reports.
                  cat answers.json | waymark assess - > report.html
                      Reads from standard input and writes to
                      standard output, so that it can stand in a
                      pipeline.
                """)
    }

    @Test func ofAGroup() {
        #expect(
            waymark.help(for: ["questionnaire"]) == """
                Usage: waymark questionnaire [OPTIONS] COMMAND

                Work with the built-in questionnaires

                Commands:
                  list                 List the questionnaires
                  show                 Print a questionnaire
                  copy                 Copy a questionnaire into the workspace, to change it

                Options:
                  -q, --quiet          Print results only
                  -l, --language CODE  Language of the output (default: that of the
                                       questionnaire)
                  -h, --help           Show help

                See 'waymark questionnaire COMMAND --help' for each command.
                """)
    }

    @Test func ofACommandWithArguments() {
        #expect(
            waymark.help(for: ["merge"]) == """
                Usage: waymark merge [OPTIONS] SOURCE... TARGET

                Join files of answers

                Arguments:
                  SOURCE...            Files to join
                  TARGET               The file to write

                Options:
                  -q, --quiet          Print results only
                  -l, --language CODE  Language of the output (default: that of the
                                       questionnaire)
                  -h, --help           Show help
                """)
    }

    @Test func ofAPathThatDoesNotExistIsOfThePartThatDoes() {
        #expect(waymark.help(for: ["questionnaire", "paint"]) == waymark.help(for: ["questionnaire"]))
    }

    private let paths = [
        [], ["assess"], ["compare"], ["merge"], ["questionnaire"], ["questionnaire", "list"],
        ["questionnaire", "show"], ["questionnaire", "copy"],
    ]

    @Test(arguments: 40...120)
    func keepsToTheWidth(width: Int) {
        for path in paths {
            let help = waymark.help(for: path, width: width)
            let unbroken = help.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
                line.hasPrefix("Usage:") || line.contains("waymark assess")
            }
            for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
                #expect(line.count <= width || unbroken.contains(line))
                #expect(line.last?.isWhitespace != true)
            }
        }
    }

    @Test(arguments: [40, 60, 100])
    func losesNoWord(width: Int) {
        for path in paths {
            let words = { (width: Int) in waymark.help(for: path, width: width).split(whereSeparator: \.isWhitespace) }
            #expect(words(width) == words(10_000))
        }
    }

    @Test func narrowestWidthIsForty() {
        #expect(waymark.help(for: ["assess"], width: -1) == waymark.help(for: ["assess"], width: 40))
    }
}
