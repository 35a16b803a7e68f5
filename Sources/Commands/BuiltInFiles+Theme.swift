import FoundationEssentials
import JSON
import Reports

extension BuiltInFiles {
    /// The largest logo that is put into every report.
    private static let logoLimit = 200_000

    /// How reports look.
    struct LoadedTheme {
        let theme: Theme
        /// The override, if the workspace has one.
        let overrides: [Provenance.Override]
        /// Warnings about it.
        let findings: [Finding]
    }

    func theme() throws(CommandFailure) -> LoadedTheme {
        let path = "templates/theme.json"
        guard let found = try file(path) else { throw .defect("\(path) is not in the program") }
        let reader = JSONReader(try JSONFile.parse(found.bytes, name: found.name), file: found.name)
        guard let theme = theme(reader) else {
            throw .invalidInput(reader.findings.list.sorted(), summary: "the theme cannot be used")
        }
        return LoadedTheme(
            theme: theme, overrides: found.isOverride ? [found.override] : [], findings: reader.findings.list.sorted())
    }

    /// Reads a theme; the findings stand in the reader.
    func theme(_ reader: JSONReader) -> Theme? {
        Theme.decode(reader) { image($0, beside: reader.findings.file) }
    }

    /// A picture as an address that holds it, so that the report stays one file.
    private func image(_ name: String, beside theme: String) -> Result<String, ThemeImageProblem> {
        let types = ["png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"]
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let type = types[ending] else {
            return .failure(ThemeImageProblem("the logo is neither PNG, JPEG nor SVG", "convert it to one of them"))
        }
        guard Path.staysBelow(name) else {
            return .failure(
                ThemeImageProblem("the logo does not stand beside or below the theme", "put it into templates/"))
        }
        do throws(FileFailure) {
            let bytes = try context.files.read(
                Path.join(Path.folder(of: theme), name), limit: BuiltInFiles.logoLimit)
            return .success("data:\(type);base64,\(Data(bytes).base64EncodedString())")
        } catch {
            return .failure(
                ThemeImageProblem("the logo cannot be read: \(error.message)", "correct it, or remove \"logo\""))
        }
    }
}
