public import JSON
public import Questionnaires

extension ProjectRecord {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    private static let keys = [
        "$schema", "formatVersion", "title", "purpose", "statisticsDomain", "gsbpm", "dataSources", "method",
        "classification", "ownerRole", "started", "outcome",
    ]

    /// Reads the record of a project.
    ///
    /// - Parameters:
    ///   - id: the name of the project's folder.
    ///   - roles: the roles that may answer for a project.
    /// - Returns: the record unless it has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader, id: String, roles: [Role]) -> ProjectRecord? {
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let title = object.requiredText("title")
        let purpose = object.requiredText("purpose")
        let record = ProjectRecord(
            id: id, title: title ?? "", purpose: purpose ?? "",
            statisticsDomain: object.optionalText("statisticsDomain"), gsbpm: object["gsbpm"].flatMap(process),
            dataSources: object.texts("dataSources"), method: object.optionalText("method"),
            classification: object.optionalText("classification"),
            ownerRole: object["ownerRole"]?.name(among: roles.map(\.id), kind: "role"),
            started: object["started"]?.date(), outcome: object["outcome"].flatMap(outcome))
        return reader.findings.hasErrors ? nil : record
    }

    /// A phase of the model, 1 to 8, with the number of a sub-process.
    private static func process(_ reader: JSONReader) -> String? {
        guard let text = reader.string() else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        func isNumber(_ part: Substring, upTo highest: Int) -> Bool {
            Int(part).map { (1...highest).contains($0) && String($0) == part } ?? false
        }
        let isPhase = parts.first.map { isNumber($0, upTo: 8) } ?? false
        let isSubprocess = parts.count < 2 || isNumber(parts[1], upTo: 20)
        guard isPhase, isSubprocess, (1...2).contains(parts.count) else {
            reader.report(
                "\"\(text.prefix(40))\" is no process of the Generic Statistical Business Process Model",
                "write the phase from 1 to 8, or a sub-process as in \"5.2\"")
            return nil
        }
        return text
    }

    private static func outcome(_ reader: JSONReader) -> Outcome? {
        guard let object = reader.object(keys: ["state", "date", "reason"]),
            let state = object.required("state")?.choice(Outcome.State.self),
            let date = object.required("date")?.date()
        else { return nil }
        return Outcome(state: state, date: date, reason: object.optionalText("reason"))
    }
}
