public import JSON
public import Questionnaires

extension Response {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    private static let keys = [
        "$schema", "formatVersion", "questionnaire", "questionnaireVersion", "wave", "project", "respondent", "role",
        "completed", "language", "answers", "notApplicable",
    ]

    /// Where a response stands, and so what it must belong to.
    public enum Place: Sendable, Hashable {
        case wave(String)
        case project(String)
        /// Any wave or project will do.
        case anywhere

        fileprivate var words: String {
            switch self {
            case .wave(let id): "the wave \"\(id)\""
            case .project(let id): "the project \"\(id)\""
            case .anywhere: "no wave or project"
            }
        }
    }

    /// Reads a response and checks it against the questionnaire and the place it stands in.
    ///
    /// - Returns: the response unless it has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader, questionnaire: Questionnaire, place: Place) -> Response? {
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        // What answers another questionnaire would look like one mistake after the other.
        guard isOf(questionnaire, object) else { return nil }
        let belonging = belonging(object, at: place)
        let respondent = object.required("respondent")?.identifier()
        let role = role(object, questionnaire)
        let completed = object["completed"]?.date()
        let language = object["language"]?.identifier()
        var answers: [String: Answer] = [:]
        let sections = sections(object["notApplicable"], questionnaire)
        if let list = object.required("answers")?.map() {
            for (id, value) in list.all {
                guard let item = questionnaire.item(id) else {
                    _ = list.checkName(id, among: questionnaire.items.map(\.id), kind: "item")
                    continue
                }
                answers[item.id] = answer(value, item: item, questionnaire)
            }
        }
        guard let belonging, let respondent, let role, !reader.findings.hasErrors else { return nil }
        let response = Response(
            respondent: respondent, role: role, wave: belonging.wave, project: belonging.project,
            completed: completed, language: language, answers: answers, notApplicable: sections,
            file: reader.findings.file)
        if let list = object["answers"]?.map() { response.warnOfAnswersNotAsked(list, questionnaire) }
        return response
    }

    /// The wave or project that a response names; nothing where it names none, or not the one it stands in.
    private static func belonging(
        _ object: JSONObjectReader, at place: Place
    ) -> (wave: String?, project: String?)? {
        if object["wave"] != nil, let project = object["project"] {
            project.report("the response names a wave and a project", "keep the one it belongs to")
            return nil
        }
        let wantsProject: Bool
        switch place {
        case .wave: wantsProject = false
        case .project: wantsProject = true
        case .anywhere: wantsProject = object["project"] != nil
        }
        let (wanted, other) = wantsProject ? ("project", "wave") : ("wave", "project")
        if object[wanted] == nil, let stray = object[other], let id = stray.identifier() {
            stray.report(
                "the response belongs to the \(other) \"\(id)\", but stands in \(place.words)",
                "move the file there, or write \"\(wanted)\" instead")
            return nil
        }
        guard let id = object.required(wanted)?.identifier() else { return nil }
        let named = wantsProject ? Place.project(id) : Place.wave(id)
        if place != .anywhere, place != named {
            object[wanted]?.report(
                "the response belongs to \(named.words), but stands in \(place.words)",
                "move the file to that \(wanted), or correct it")
        }
        return wantsProject ? (nil, id) : (id, nil)
    }

    /// Dimensions that do not apply, with the reason.
    private static func sections(_ reader: JSONReader?, _ questionnaire: Questionnaire) -> [String: String] {
        guard let object = reader?.map() else { return [:] }
        let known = questionnaire.dimensions.flatMap(\.subtree).map(\.id)
        var result: [String: String] = [:]
        for (dimension, value) in object.all where object.checkName(dimension, among: known, kind: "dimension") {
            let fixed = questionnaire.items.first { $0.ancestors.contains(dimension) && !$0.allowsNotApplicable }
            if let fixed {
                value.report(
                    "\"\(dimension)\" cannot be called not applicable: the item \(fixed.id) applies to everyone",
                    "answer its items one by one")
            }
            result[dimension] = value.text()
        }
        return result
    }

    /// An answer to what is not asked never counts, which its author should know.
    private func warnOfAnswersNotAsked(_ list: JSONObjectReader, _ questionnaire: Questionnaire) {
        guard questionnaire.hasConditionalItems else { return }
        let cells = cells(in: questionnaire)
        for (id, value) in list.all {
            guard let index = questionnaire.index(ofItem: id), let answer = answers[questionnaire.items[index].id]
            else {
                continue
            }
            switch cells[index].content {
            case .notShown where cells[index].isSettled:
                value.warn(
                    "\(id) is not asked of who answers like this, so the answer does not count",
                    "remove it, or correct the answers it depends on")
            case .notShown:
                value.warn(
                    "whether \(id) is asked depends on answers that are missing, so the answer does not count",
                    "answer \(questionnaire.items[index].itemsThatDecideWhatIsShown.joined(separator: ", "))")
            case .given(let counted) where counted != answer.content:
                value.warn(
                    "an option chosen for \(id) is not offered to who answers like this, so it does not count",
                    "choose among the options that are offered")
            case .unanswered:
                value.warn(
                    "the option chosen for \(id) is not offered to who answers like this, so it does not count",
                    "choose among the options that are offered")
            case .given: break
            }
        }
    }

    /// A questionnaire that defines no roles asks for none.
    private static func role(_ object: JSONObjectReader, _ questionnaire: Questionnaire) -> String? {
        guard questionnaire.roles.isEmpty else {
            return object.required("role")?.name(among: questionnaire.roles.map(\.id), kind: "role")
        }
        return object["role"].map { $0.identifier() } ?? "respondent"
    }

    /// Whether the response does not say that it answers another questionnaire or version.
    private static func isOf(_ questionnaire: Questionnaire, _ object: JSONObjectReader) -> Bool {
        if let reader = object.required("questionnaire"), let id = reader.string(), id != questionnaire.id {
            reader.report(
                "the response answers the questionnaire \"\(id)\", not \"\(questionnaire.id)\"",
                "move the file, or name the questionnaire with --questionnaire")
            return false
        }
        if let reader = object.required("questionnaireVersion"), let version = reader.string(),
            version != questionnaire.version
        {
            reader.report(
                "the response answers version \"\(version)\" of the questionnaire, not \"\(questionnaire.version)\"",
                "assess it with that version, by --questionnaire FILE")
            return false
        }
        return true
    }

    private enum State: String, CaseIterable {
        case dontKnow, notApplicable
    }

    private static func answer(_ reader: JSONReader, item: Item, _ questionnaire: Questionnaire) -> Answer? {
        switch reader.node.content {
        // A template lists every item; what is still null was not answered.
        case .null: return nil
        case .object: return fullAnswer(reader, item: item, questionnaire)
        default: return content(reader, item: item).map { Answer($0) }
        }
    }

    /// The key under which a full answer gives its content, by the way the item is answered.
    private static func key(of item: Item) -> String {
        switch item.answering {
        case .singleChoice: "option"
        case .multipleChoice: "options"
        case .number: "number"
        case .text: "text"
        }
    }

    private static func noun(of item: Item) -> String {
        switch item.answering {
        case .singleChoice: "an option"
        case .multipleChoice: "options"
        case .number: "a number"
        case .text: "a text"
        }
    }

    private static func content(_ reader: JSONReader, item: Item) -> Answer.Content? {
        switch item.answering {
        case .singleChoice: return position(reader, item: item).map { .option(position: $0) }
        case .multipleChoice:
            guard let list = reader.array() else { return nil }
            let positions = list.compactMap { position($0, item: item) }
            guard positions.count == list.count else { return nil }
            if Set(positions).count < positions.count {
                reader.report("an option is chosen twice", "name each option once")
            }
            if positions.count > 1, let alone = positions.first(where: { item.scale.options[$0].isExclusive }) {
                reader.report(
                    "\"\(item.scale.options[alone].id)\" can be chosen only alone",
                    "remove it, or all other options")
            }
            return .options(positions: positions.sorted())
        case .number(let line):
            guard let number = reader.number() else { return nil }
            if let lowest = line.lowest, number < lowest {
                reader.report("\(number) is too low for \(item.id)", "write a number of at least \(lowest)")
            }
            if let highest = line.highest, number > highest {
                reader.report("\(number) is too high for \(item.id)", "write a number of at most \(highest)")
            }
            return .number(number)
        case .text: return reader.string().map { .text($0) }
        }
    }

    private static func position(_ option: JSONReader, item: Item) -> Int? {
        option.name(among: item.scale.options.map(\.id), kind: "option of \(item.id)")
            .flatMap(item.scale.position(of:))
    }

    /// What an answer rests on: a text, or an object that says how well it can be verified.
    private static func evidence(_ reader: JSONReader, _ questionnaire: Questionnaire) -> Evidence? {
        guard case .object = reader.node.content else { return reader.string().map { Evidence($0) } }
        guard let object = reader.object(keys: ["kind", "text", "date", "owner"]) else { return nil }
        guard let kind = object.required("kind")?.choice(Evidence.Kind.self) else { return nil }
        let owner = object["owner"]?.name(among: questionnaire.roles.map(\.id), kind: "role")
        return Evidence(object["text"]?.text(), kind: kind, date: object["date"]?.date(), owner: owner)
    }

    private static func fullAnswer(_ reader: JSONReader, item: Item, _ questionnaire: Questionnaire) -> Answer? {
        let key = key(of: item)
        guard let object = reader.object(keys: [key, "state", "reason", "evidence", "comment"]) else { return nil }
        let evidence = object["evidence"].flatMap { self.evidence($0, questionnaire) }
        let comment = object["comment"]?.string()
        let reason = object["reason"]?.text()
        if object[key] != nil, let state = object["state"] {
            state.report("the answer has \(noun(of: item)) and a state", "keep the one that is meant")
            return nil
        }
        if let given = object[key] {
            if reason != nil {
                object["reason"]?.warn("a reason is given, but the item is answered", "write it as a comment")
            }
            return content(given, item: item).map { Answer($0, evidence: evidence, comment: comment) }
        }
        guard let state = object["state"] else {
            reader.report(
                "the answer has neither \(noun(of: item)) nor a state",
                "add \"\(key)\" or \"state\", or remove the item if it is unanswered")
            return nil
        }
        switch state.choice(State.self) {
        case nil: return nil
        case .dontKnow: return Answer(.dontKnow, evidence: evidence, comment: comment)
        case .notApplicable:
            guard item.allowsNotApplicable else {
                state.report("\(item.id) applies to everyone", "answer it, or say \"dontKnow\"")
                return nil
            }
            guard let reason else {
                if object["reason"] == nil {
                    state.report("\"not applicable\" needs a reason", "add \"reason\" with a sentence that says why")
                }
                return nil
            }
            return Answer(.notApplicable(reason: reason), evidence: evidence, comment: comment)
        }
    }

    /// Findings for respondents who occur more than once in a wave, one for each further file.
    public static func duplicates(among responses: [Response]) -> [Finding] {
        var first: [String: String] = [:]
        return responses.sorted { $0.file < $1.file }.compactMap { response in
            guard let earlier = first[response.respondent] else {
                first[response.respondent] = response.file
                return nil
            }
            return duplicate(of: earlier, respondent: response.respondent, file: response.file)
        }
    }

    /// The finding for a respondent who has answered before.
    ///
    /// - Parameters:
    ///   - earlier: where the earlier response stands: a file, or a file and a line.
    ///   - line: the line of the later response, in JSON Lines.
    public static func duplicate(
        of earlier: String, respondent: String, file: String, line: Int? = nil
    ) -> Finding {
        Finding(
            file: file, position: line.map { TextPosition(line: $0, column: 1) }, path: "$.respondent",
            problem: "the respondent \"\(respondent)\" has answered in \(earlier) too",
            remedy: line == nil
                ? "keep one of the two files, or give each person an id of their own"
                : "keep one of the two responses, or give each person an id of their own")
    }
}
