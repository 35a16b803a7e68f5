import Assets
import Digests
import JSON
import Mustache
import Questionnaires
import Reports

/// Questionnaires, templates and strings: those of the workspace where it has them, else the ones in the binary.
struct BuiltInFiles {
    let context: CommandContext
    /// The folder whose files take the place of built-in ones; nothing where there is no workspace.
    let workspace: String?
    /// The language in which it is to speak; nothing for that in which each questionnaire is written.
    var language: String?

    /// - Parameter workspace: a folder; it counts only if it is a workspace.
    init(context: CommandContext, workspace: String?) {
        self.context = context
        self.workspace = workspace.flatMap { folder in
            context.files.kind(of: Path.join(folder, WorkspaceFolder.recordName)) == .file ? folder : nil
        }
    }

    /// - Parameter folder: a folder that is to become a workspace; files that are there already count.
    init(context: CommandContext, futureWorkspace folder: String) {
        self.context = context
        workspace = folder
    }

    /// A file with where it came from.
    struct Found {
        /// The path below the package or workspace, such as `templates/report.md.mustache`.
        let path: String
        /// The name for messages.
        let name: String
        let bytes: [UInt8]
        let isFromWorkspace: Bool

        /// Whether it takes the place of a built-in file.
        var isOverride: Bool { isFromWorkspace && Asset.at(path) != nil }

        var override: Provenance.Override {
            Provenance.Override(path: path, digest: SHA256.hexadecimalDigest(of: bytes))
        }
    }

    /// The file at a path such as `templates/report.md.mustache`; nothing where there is none.
    func file(_ path: String) throws(CommandFailure) -> Found? {
        if let workspace {
            let own = Path.join(workspace, path)
            if context.files.kind(of: own) == .file {
                return Found(path: path, name: own, bytes: try context.read(own), isFromWorkspace: true)
            }
        }
        guard let asset = Asset.at(path) else { return nil }
        return Found(path: path, name: path, bytes: asset.bytes, isFromWorkspace: false)
    }

    /// The ids of the questionnaires that can be used.
    func questionnaireIDs() -> [String] {
        var ids = Set(
            Asset.all.compactMap { asset -> String? in
                let parts = asset.path.split(separator: "/")
                return parts.count == 3 && parts[0] == "questionnaires" && parts[2] == "questionnaire.json"
                    ? String(parts[1]) : nil
            })
        if let workspace {
            let folder = Path.join(workspace, "questionnaires")
            for name in (try? context.files.names(in: folder)) ?? []
            where Identifier.isValid(name)
                && context.files.kind(of: "\(folder)/\(name)/questionnaire.json") == .file
            {
                ids.insert(name)
            }
        }
        return ids.sorted()
    }

    /// The templates, by their path below `templates/` without `.mustache`, and those that replace built-in ones.
    func templates() throws(CommandFailure) -> (library: MustacheLibrary, overrides: [Provenance.Override]) {
        var templates: [MustacheTemplate] = []
        var overrides: [Provenance.Override] = []
        let folder = "templates/"
        let ending = ".mustache"
        for asset in Asset.all where asset.path.hasPrefix(folder) && asset.path.hasSuffix(ending) {
            guard let found = try file(asset.path) else { continue }
            let name = String(asset.path.dropFirst(folder.utf8.count).dropLast(ending.utf8.count))
            guard let source = String(validating: found.bytes, as: UTF8.self) else {
                throw .invalidInput(
                    [
                        Finding(
                            file: found.name, problem: "the template is not valid UTF-8",
                            remedy: "save the file in the encoding UTF-8")
                    ], summary: "a template cannot be read")
            }
            do throws(MustacheError) {
                templates.append(try MustacheTemplate(source, name: name))
            } catch {
                throw .invalidInput(
                    [Finding(file: found.name, error)], summary: "a template cannot be read")
            }
            if found.isOverride { overrides.append(found.override) }
        }
        return (MustacheLibrary(templates), overrides)
    }

    /// Renders something; a fault in a file of the workspace is named by where it stands.
    func rendering<Output>(_ render: () throws(ReportFailure) -> Output) throws(CommandFailure) -> Output {
        do throws(ReportFailure) {
            return try render()
        } catch {
            let findings = error.findings.map { finding in
                let own = workspace.map { Path.join($0, finding.file) }
                let isOwn = own.map { context.files.kind(of: $0) == .file } ?? false
                return Finding(
                    finding.severity, file: isOwn ? own ?? finding.file : finding.file,
                    position: finding.position, path: finding.path, problem: finding.problem, remedy: finding.remedy)
            }
            throw .invalidInput(findings, summary: "a template or a text cannot be used")
        }
    }
}
