public import JSON
import Questionnaires
import Responses

extension ImportTarget {
    /// Reads a form file: one response, as the workspace holds it.
    public func readResponse(_ document: JSONDocument, file: String) -> ImportedFile {
        var result = ImportedFile(file: file)
        result.rowsRead = 1
        let reader = JSONReader(document, file: file)
        let isOther = checkBelonging(reader)
        var response: Response?
        if !reader.findings.hasErrors {
            response =
                isOther
                ? responseOfOtherVersion(document, reader)
                : Response.decode(reader, questionnaire: questionnaire, place: decodingPlace)
        }
        guard let response, !reader.findings.hasErrors else {
            result.refused = reader.findings.list.filter { $0.severity == .error }
            result.rowsRefused = 1
            return result
        }
        result.rowsMapped = 1
        result.notes = reader.findings.list
        result.responses = [ImportedResponse(response, file: file, submitted: response.completed ?? "")]
        return result
    }

    private var decodingPlace: Response.Place {
        switch place {
        case .wave(let id): .wave(id)
        case .project(let id): .project(id)
        }
    }

    /// Reports a file of another questionnaire, wave or version.
    ///
    /// - Returns: whether it answers another version, which is to be taken.
    private func checkBelonging(_ reader: JSONReader) -> Bool {
        guard case .object = reader.node.content, let object = reader.map() else { return false }
        if let reader = object["questionnaire"], let id = reader.text, id != questionnaire.id {
            reader.report(
                "the file answers the questionnaire \"\(id.prefix(60))\", not \"\(questionnaire.id)\"",
                "name it with --questionnaire, or leave the file out")
            return false
        }
        let noun = place.noun
        if let reader = object[noun], let id = reader.text, id != place.id {
            reader.report(
                "the file is of the \(noun) \"\(id.prefix(60))\", not \"\(place.id)\"",
                "name it with --\(noun), or leave the file out")
        }
        guard let version = object["questionnaireVersion"], let text = version.text, text != questionnaire.version
        else { return false }
        let gone = object["answers"].map { self.gone($0) } ?? []
        guard takesOtherVersions else {
            version.report(
                "the file answers version \"\(text.prefix(60))\" of the questionnaire, not \"\(questionnaire.version)\""
                    + (gone.isEmpty ? "" : ", which does not ask \(gone.map(\.name).joined(separator: ", "))"),
                "use --any-version to take it as answers to version \(questionnaire.version)")
            return false
        }
        for (name, value) in gone {
            value.warn(
                "\(name.prefix(60)) is not asked in version \(questionnaire.version); its answer was not taken: "
                    + JSONValue(value.node).compactText,
                "keep the file, or this report")
        }
        return true
    }

    /// Answers to items that this version does not have.
    private func gone(_ answers: JSONReader) -> [(name: String, value: JSONReader)] {
        guard case .object = answers.node.content else { return [] }
        return answers.map()?.all.filter { questionnaire.item($0.name) == nil && !$0.value.isNull } ?? []
    }

    /// Reads the file as if it answered this version, without the answers to what is not asked any more.
    private func responseOfOtherVersion(_ document: JSONDocument, _ reader: JSONReader) -> Response? {
        guard case .object(var members) = JSONValue(document.root) else { return nil }
        members["questionnaireVersion"] = .string(questionnaire.version)
        if case .object(let answers)? = members["answers"] {
            members["answers"] = .object(answers.filter { questionnaire.item($0.key) != nil })
        }
        let text = JSONValue.object(members).canonicalText()
        guard let changed = try? JSONDocument(parsing: Array(text.utf8)) else { return nil }
        let copy = JSONReader(changed, file: reader.findings.file)
        let response = Response.decode(copy, questionnaire: questionnaire, place: decodingPlace)
        // Places in the copy mean nothing; paths do.
        for finding in copy.findings.list {
            let message = (finding.path.isEmpty ? "" : finding.path + ": ") + finding.problem
            if finding.severity == .error {
                reader.report(message, finding.remedy)
            } else {
                reader.warn(message, finding.remedy)
            }
        }
        return response
    }
}

extension JSONReader {
    /// The value, if it is a text; nothing, and no finding, otherwise.
    fileprivate var text: String? {
        if case .string(let text) = node.content { return text }
        return nil
    }
}

extension JSONValue {
    /// A value as it was read.
    fileprivate init(_ node: JSONNode) {
        switch node.content {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self = .number(number.value)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(
                Dictionary(members.map { ($0.name, JSONValue($0.value)) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The value in one line.
    fileprivate var compactText: String {
        canonicalText().split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    }
}
