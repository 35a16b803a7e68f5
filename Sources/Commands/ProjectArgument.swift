import Arguments
import Mustache
import Projects
import Reports
import Responses

/// The formats of reports about projects.
enum ProjectFormat: String, CaseIterable {
    case html
    case markdown = "md"
    case json

    static func option(_ formats: [ProjectFormat]) -> OptionDescription {
        let names = formats.map(\.rawValue)
        return OptionDescription(
            name: "format", short: "f", help: "What to write",
            value: OptionValue(
                "FORMATS", defaultText: names.joined(separator: ","), possibleValues: names, isList: true))
    }

    /// The formats named, each once; all of them where none is named.
    static func chosen(_ names: [String], among formats: [ProjectFormat]) -> [ProjectFormat] {
        names.isEmpty ? formats : formats.filter { names.contains($0.rawValue) }
    }
}

/// The arguments and options that commands about projects share.
enum ProjectArgument {
    static let project = ArgumentDescription(name: "PROJECT", help: "The name of the project's folder")

    static let asOf = OptionDescription(
        name: "as-of", help: "The day for which dated rules are judged",
        value: OptionValue("DATE", defaultText: "the latest that any input names"))

    static let open = OptionDescription(name: "open", help: "Open the HTML report when it is written")

    static func output(_ defaultText: String) -> OptionDescription {
        OptionDescription(
            name: "output", short: "o", help: "The folder to write to",
            value: OptionValue("DIR", defaultText: defaultText))
    }

    /// Writes texts that were all made before, each as a whole, and says where they are.
    static func write(
        _ texts: [(name: String, text: String)], to folder: String, opening: Bool, _ builtIn: BuiltInFiles
    ) throws(CommandFailure) {
        let (context, words) = (builtIn.context, try ResultWords(builtIn))
        var page: String?
        for (name, text) in texts {
            let path = Path.join(folder, name)
            try context.write(text, to: path)
            words.noteWritten(path, context)
            if name.hasSuffix(".html") { page = page ?? path }
        }
        guard opening else { return }
        guard let page else {
            throw .usage("--open shows the HTML report, and --format leaves it out; add html")
        }
        words.open(page, context)
    }
}

extension BuiltInFiles {
    /// Renders a page with the theme.
    func htmlRendering(_ render: (Theme) throws(ReportFailure) -> String) throws(CommandFailure) -> String {
        let theme = try theme().theme
        return try rendering { () throws(ReportFailure) in try render(theme) }
    }
}

extension WorkspaceFolder {
    /// What reports about projects are set from, and what of it takes the place of something built in.
    struct ProjectMaterial {
        let strings: Strings
        let library: MustacheLibrary
        let overrides: [Provenance.Override]
    }

    func projectMaterial(_ definition: ProjectDefinition) throws(CommandFailure) -> ProjectMaterial {
        let (library, templateOverrides) = try builtIn.templates()
        let (strings, stringOverrides) = try builtIn.strings()
        let theme = try builtIn.theme()
        for finding in theme.findings { context.note("\(finding)") }
        let overrides = definition.loaded.overrides + templateOverrides + stringOverrides + theme.overrides
        return ProjectMaterial(
            strings: strings.announcingReview(definition.loaded.isAwaitingReview), library: library,
            overrides: Set(overrides).sorted { $0.path < $1.path })
    }

    /// The report on one of the projects that were loaded.
    func report(on id: String, in portfolio: LoadedPortfolio) throws(CommandFailure) -> ProjectReport {
        guard let project = portfolio.projects.first(where: { $0.files.record.id == id }) else {
            throw .missingInput("\(path) has no project \"\(id)\"")
        }
        let material = try projectMaterial(portfolio.definition)
        return ProjectReport(
            portfolio.assessment(project.files),
            provenance: Provenance(
                version: Waymark.version, questionnaireDigest: portfolio.definition.loaded.digest,
                answersDigest: project.digest, overrides: material.overrides, leftOut: [],
                translations: portfolio.definition.loaded.translationProvenance),
            strings: material.strings, library: material.library)
    }
}
