public import JSON
public import Questionnaires
public import Responses

/// What an import would do to a folder of responses: worked out before anything is written.
public struct ImportPlan: Sendable {
    /// Responses to be written, by the name of their file.
    public let writes: [Write]
    /// Respondents whose file says the same already.
    public let unchanged: [String]
    /// Why responses were refused that are sound in themselves.
    public let refused: [Finding]
    /// What should be looked at.
    public let notes: [Finding]

    public struct Write: Sendable {
        public let name: String
        public let response: Response
        /// Whether it takes the place of other answers.
        public let replaces: Bool
    }

    /// A file that stands in the folder already.
    public struct Existing: Sendable {
        public let name: String
        /// Nothing where the file cannot be read.
        public let respondent: String?
        public let response: Response?

        public init(name: String, respondent: String?, response: Response?) {
            self.name = name
            self.respondent = respondent
            self.response = response
        }
    }

    /// - Parameter replaces: whether newer answers of a respondent take the place of older ones.
    public init(
        _ responses: [ImportedResponse], existing: [Existing], questionnaire: Questionnaire, replaces: Bool
    ) {
        var (refused, notes, writes): ([Finding], [Finding], [Write]) = ([], [], [])
        var unchanged: [String] = []
        var names = Set(existing.map { $0.name.lowercased() })
        let files = Dictionary(grouping: existing.filter { $0.respondent != nil }) { $0.respondent ?? "" }
        let all = Dictionary(grouping: responses) { $0.response.respondent }
        func json(_ response: Response) -> JSONValue { response.json(answering: questionnaire) }
        for (respondent, candidates) in all.sorted(by: { $0.key < $1.key }) {
            guard
                let chosen = ImportPlan.latest(
                    of: candidates, replaces: replaces, json: json, notes: &notes, refused: &refused)
            else { continue }
            let found = files[respondent] ?? []
            guard let old = found.first else {
                let name = ImportPlan.fileName(of: respondent, taken: &names)
                writes.append(Write(name: name, response: chosen.response, replaces: false))
                continue
            }
            guard found.count == 1, let answers = old.response else {
                refused.append(
                    Finding(
                        file: chosen.file, position: chosen.position,
                        problem: found.count > 1
                            ? "\(respondent) has answered in \(found.map(\.name).joined(separator: " and ")) already"
                            : "\(respondent) has answered in \(old.name) already, which cannot be read",
                        remedy: "put the workspace right first; 'waymark check' says how"))
                continue
            }
            if json(answers) == json(chosen.response) {
                unchanged.append(respondent)
            } else if replaces, ImportPlan.isOlder(chosen.response, than: answers) {
                refused.append(
                    Finding(
                        file: chosen.file, position: chosen.position,
                        problem: "\(respondent) has completed newer answers, which stand in \(old.name)",
                        remedy: "delete that file first, if these are to count"))
            } else if replaces {
                writes.append(Write(name: old.name, response: chosen.response, replaces: true))
            } else {
                refused.append(
                    Finding(
                        file: chosen.file, position: chosen.position,
                        problem: "\(respondent) has answered otherwise in \(old.name)",
                        remedy: "use --replace if these answers are to take their place"))
            }
        }
        self.writes = writes
        self.unchanged = unchanged
        self.refused = refused.sorted()
        self.notes = notes.sorted()
    }

    private static func isOlder(_ new: Response, than old: Response) -> Bool {
        guard let new = new.completed, let old = old.completed else { return false }
        return new < old
    }

    /// Of several responses of one person, the one that counts.
    private static func latest(
        of candidates: [ImportedResponse], replaces: Bool, json: (Response) -> JSONValue, notes: inout [Finding],
        refused: inout [Finding]
    ) -> ImportedResponse? {
        var kept: [ImportedResponse] = []
        for candidate in candidates {
            if let twin = kept.first(where: { json($0.response) == json(candidate.response) }) {
                notes.append(
                    Finding(
                        .warning, file: candidate.file, position: candidate.position,
                        problem: "these are the same answers of \(candidate.response.respondent) as in \(twin.place)",
                        remedy: "they count once"))
            } else {
                kept.append(candidate)
            }
        }
        guard kept.count > 1 else { return kept.first }
        let last = kept.map(\.submitted).max() ?? ""
        let latest = kept.filter { $0.submitted == last }
        let respondent = kept[0].response.respondent
        if replaces, latest.count == 1 {
            for older in kept where older.submitted != last {
                notes.append(
                    Finding(
                        .warning, file: older.file, position: older.position,
                        problem: "\(respondent) has newer answers in \(latest[0].place)",
                        remedy: "these older ones do not count; keep the file"))
            }
            return latest[0]
        }
        for further in kept.dropFirst() {
            refused.append(
                Finding(
                    file: further.file, position: further.position,
                    problem: "\(respondent) has answered otherwise in \(kept[0].place)"
                        + (replaces ? ", and none of the two is newer" : ""),
                    remedy: replaces
                        ? "keep one of them, or give each person an id of their own"
                        : "use --replace to take the one that was completed last, or give each person an id of "
                            + "their own"))
        }
        return nil
    }

    /// Names that some system keeps for devices.
    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

    /// A name that is safe on every system, and that no other file has but for upper and lower case.
    private static func fileName(of respondent: String, taken: inout Set<String>) -> String {
        let stem = respondent.prefix { $0 != "." }.lowercased()
        let base = reserved.contains(stem) ? "r-\(respondent)" : respondent
        var name = "\(base).json"
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(base)-\(number).json"
            number += 1
        }
        return name
    }
}
