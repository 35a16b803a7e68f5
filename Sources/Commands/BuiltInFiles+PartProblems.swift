import Assets
import JSON
import Suggestions

extension BuiltInFiles {
    /// What is wrong with the name of a part that cannot be read, said at the place where the definition names it.
    ///
    /// - Parameters:
    ///   - key: the key under which the definition names it.
    ///   - file: the name of the definition for messages.
    ///   - folder: the folder of the definition.
    ///   - isPath: whether the definition was named by its file, so that only the disk counts.
    func problems(
        with name: String, under key: String, of definition: JSONDocument, in file: String, from folder: String,
        isPath: Bool
    ) -> [Finding] {
        let reader = JSONReader(definition, file: file)
        let named = reader.map()?[key]?.array()?.first { element in
            if case .string(name) = element.node.content { true } else { false }
        }
        let (cause, remedy) = problem(with: name, from: folder, isPath: isPath)
        (named ?? reader).report(cause, remedy)
        return reader.findings.list
    }

    private func problem(with name: String, from folder: String, isPath: Bool) -> (cause: String, remedy: String) {
        let rule =
            "name files beside or below the questionnaire, as in \"items/first.json\", or those of a questionnaire "
            + "beside it, as in \"../ml-maturity/items/first.json\""
        guard let part = PartName(name) else {
            return (
                "the part \"\(name)\" is not below the folder of the questionnaire, nor below that of a questionnaire "
                    + "beside it", rule
            )
        }
        if let sibling = part.sibling {
            let known = isPath ? folders(in: Path.parent(of: folder)) : questionnaireIDs()
            if !known.contains(sibling) {
                let hint = suggestion(for: sibling, among: known.filter { isThere(part.moved(to: $0), folder, isPath) })
                return (
                    "there is no questionnaire \"\(sibling)\" beside this one, which the part \"\(name)\" belongs to",
                    hint.map { "did you mean \"\($0)\"?" }
                        ?? (isPath
                            ? "copy its folder to stand beside this one's" : "known: \(known.joined(separator: ", "))")
                )
            }
        }
        let path = part.path(from: folder)
        let names = isPath ? [] : Asset.all.map(\.path).filter { Path.folder(of: $0) == Path.folder(of: path) }
        let hint = suggestion(for: Path.name(of: path), among: names.map(Path.name(of:))).map {
            "did you mean \"\(Path.join(Path.folder(of: name), $0))\"?"
        }
        return ("there is no file for the part \"\(name)\"", hint ?? rule)
    }

    private func isThere(_ part: PartName?, _ folder: String, _ isPath: Bool) -> Bool {
        guard let path = part?.path(from: folder) else { return false }
        return isPath ? context.files.kind(of: path) == .file : (try? file(path)) != nil
    }

    private func folders(in folder: String) -> [String] {
        ((try? context.files.names(in: folder)) ?? []).filter {
            context.files.kind(of: Path.join(folder, $0)) == .folder
        }
    }
}
